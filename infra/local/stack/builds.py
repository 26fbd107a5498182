"""What must be built before the site can be served: portal and viewer. What is fresh is left alone."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from infra.local.stack import npm, stamps
from infra.local.stack.progress import Tell, step

ROOT = Path(__file__).parents[3]
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"}
SMALL = 1024  # bytes; below, compressing wins nothing


@dataclass(frozen=True)
class Build:
    """A package with a lock file, whose `npm run build` fills one folder."""

    name: str
    folder: Path
    output: Path
    not_sources: tuple[str, ...]  # what else lies beside the sources
    made_from: tuple[str, ...] = ()  # what another build has left in the folder for this one

    @property
    def exists(self) -> bool:
        return (self.folder / "package-lock.json").is_file()

    @property
    def stamp(self) -> str:
        others = [file for name in self.made_from if (file := self.folder / name).is_file()]
        return stamps.of_files(self.folder, [*stamps.sources(self.folder, self.not_sources), *others])

    def ensure(self, logs: Path, tell: Tell) -> None:
        """Install and build what is missing or stale. Raises Failed."""
        stamp = self.stamp
        if stamps.fresh(self.output, stamp):
            return
        npm.install(self.folder, self.name, logs, tell)
        with step(f"{self.name}: build"):
            npm.run(self.folder, self.name, ["run", "build"], logs, tell)
            compress(self.output)
        stamps.put(self.output, stamp)


WEB = ROOT / "static-web"
VIEWER = Build("viewer", WEB / "viewer", WEB / "viewer" / "dist", ("node_modules", "dist"))
PORTAL = Build(
    "portal",
    WEB,
    WEB / "out",
    ("node_modules", "out", "viewer", "next-env.d.ts", "tsconfig.tsbuildinfo"),  # Next writes the last two
    made_from=("viewer/dist/csp-hashes.json",),  # its build writes the headers of the whole site
)


def ensure_built(logs: Path, tell: Tell) -> None:
    """Raises Failed when a build fails."""
    for build in (VIEWER, PORTAL):
        if build.exists:
            build.ensure(logs, tell)


def compress(folder: Path) -> None:
    """Beside each text a .gz, unless the build has prepared one."""
    for file in folder.rglob("*"):
        variant = file.with_name(file.name + ".gz")
        if file.suffix in COMPRESSED and file.stat().st_size >= SMALL and not variant.exists():
            variant.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
