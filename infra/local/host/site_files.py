"""Which file answers an address, and in which encoding."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

VARIANTS = ((".br", "br"), (".gz", "gzip"))
CONFIGURATION = "staticwebapp.config.json"  # lies beside the pages, is none of them
TEXTUAL = (
    "text/",
    "application/json",
    "application/javascript",
    "application/manifest+json",
    "image/svg+xml",
)


@dataclass(frozen=True)
class Found:
    """A file to send; `encoding` names how its bytes are compressed, or is empty."""

    path: Path
    media_type: str
    encoding: str
    size: int
    etag: str


@dataclass(frozen=True)
class Folder:
    """A folder served below an address that starts and ends with a slash."""

    address: str
    root: Path

    def file(self, path: str) -> Path | None:
        """The file itself, its .html, or the index of the folder. Hidden files do not exist."""
        names = path.removeprefix(self.address).strip("/").split("/")
        if names == [CONFIGURATION] or any(
            name.startswith(".") or "\\" in name or "\0" in name for name in names
        ):
            return None
        plain = self.root.joinpath(*names)
        for candidate in (plain, plain.with_name(f"{plain.name}.html"), plain / "index.html"):
            if candidate.is_file():
                return candidate
        return None


def found(file: Path, accepted: str, media_types: dict[str, str]) -> Found:
    """The smallest prepared variant of a file that the client accepts."""
    media_type = (
        media_types.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )
    if media_type.startswith(TEXTUAL) and "charset" not in media_type:
        media_type += "; charset=utf-8"
    codings = {coding.partition(";")[0].strip().lower() for coding in accepted.split(",")}
    for suffix, coding in VARIANTS:
        variant = file.with_name(file.name + suffix)
        if coding in codings and variant.is_file():
            return _described(variant, media_type, coding)
    return _described(file, media_type, "")


def _described(file: Path, media_type: str, encoding: str) -> Found:
    stat = file.stat()
    return Found(
        file, media_type, encoding, stat.st_size, f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{encoding[:1]}"'
    )


mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("font/woff2", ".woff2")
