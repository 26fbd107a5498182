"""The file of an organization: a zip whose entries are written and read as streams, with a hash of each."""

import hashlib
import os
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError

from infra.tenants.manifest import NAME, Entry, Manifest
from infra.tenants.progress import Gigabytes
from shared.domain.errors import RuleBroken

CHUNK = 1 << 20  # bytes
SPOILT = (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)


class Packing:
    def __init__(self, file: IO[bytes]) -> None:
        self._zip = ZipFile(file, "w")
        self.entries: list[Entry] = []

    def add(
        self, name: str, data: Iterable[bytes], holds: str = "", content_type: str = "", packed: bool = True
    ) -> None:
        self.entries.append(self._write(name, data, holds, content_type, packed))

    def close(self, manifest: Manifest) -> str:
        """The hash of the manifest, which stands for everything in the file."""
        last = self._write(NAME, [manifest.model_dump_json(indent=1).encode()])
        self._zip.close()
        return last.sha256

    def _write(
        self, name: str, data: Iterable[bytes], holds: str = "", content_type: str = "", packed: bool = True
    ) -> Entry:
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as entry:
            for chunk in data:
                entry.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        return Entry(name=name, holds=holds, content_type=content_type, size=size, sha256=digest.hexdigest())


@contextmanager
def packing(path: Path) -> Generator[Packing]:
    """Nobody else reads it, and it has its name when it is whole. Raises RuleBroken where there is one."""
    if path.exists():
        raise RuleBroken(f"{path} exists already.")
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield Packing(file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)


class Unpacking:
    """Of a file that may be damaged, or made by somebody else: everything in it is looked at first."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = ZipFile(path)
            text = self._zip.read(NAME)
            self.manifest = Manifest.model_validate_json(text)
        except (*SPOILT, KeyError, ValidationError, RuntimeError) as error:
            raise RuleBroken(
                f"{path} is not a whole file of an organization: {NAME} cannot be read."
            ) from error
        self.digest = hashlib.sha256(text).hexdigest()

    def close(self) -> None:
        self._zip.close()

    def damage(self) -> Iterator[str]:
        """A sentence for each entry that is not as it was packed, and for what has been put in."""
        named = [entry.name for entry in self.manifest.entries]
        for name in sorted({*self._zip.namelist()} - {*named, NAME}):
            yield f"{name} does not belong to it."
        if len(named) != len(set(named)):
            yield f"{NAME} names an entry twice."
        progress = Gigabytes("checked", self.manifest.blob_bytes)
        for entry in self.manifest.entries:
            progress.add(entry.size)
            try:
                for _ in self.read(entry):
                    pass
            except RuleBroken as error:
                yield str(error)

    def read(self, entry: Entry) -> Iterator[bytes]:
        """Raises RuleBroken, at its end, unless it is what was packed."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._zip.open(entry.name) as stream:
                while chunk := stream.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    yield chunk
        except KeyError:
            raise RuleBroken(f"{entry.name} is missing.") from None
        except SPOILT as error:
            raise RuleBroken(f"{entry.name} is damaged.") from error
        if (size, digest.hexdigest()) != (entry.size, entry.sha256):
            raise RuleBroken(f"{entry.name} is not what was packed.")

    def entry(self, name: str) -> Entry:
        """Raises RuleBroken."""
        for entry in self.manifest.entries:
            if entry.name == name:
                return entry
        raise RuleBroken(f"{name} is missing.")

    def lines(self, entry: Entry) -> Iterator[bytes]:
        """Of a text, one at a time."""
        rest = b""
        for chunk in self.read(entry):
            *whole, rest = (rest + chunk).split(b"\n")
            yield from whole
