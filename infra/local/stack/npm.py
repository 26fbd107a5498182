"""npm: installs what a lock file names, runs what a package.json offers."""

import shutil
from pathlib import Path

from infra.local.stack import stamps
from infra.local.stack.process import Failed, Process
from infra.local.stack.progress import Tell, step

QUIET = {"NEXT_TELEMETRY_DISABLED": "1", "npm_config_fund": "false", "npm_config_audit": "false"}


def install(folder: Path, name: str, logs: Path, tell: Tell) -> None:
    """`npm ci`, unless node_modules is already what the lock file says. Raises Failed."""
    stamp = stamps.of_files(folder, [folder / "package-lock.json"])
    modules = folder / "node_modules"
    if stamps.fresh(modules, stamp):
        return
    with step(f"{name}: npm packages"):
        run(folder, name, ["ci"], logs, tell)
    stamps.put(modules, stamp)


def run(folder: Path, name: str, arguments: list[str], logs: Path, tell: Tell) -> None:
    """Raises Failed when npm is missing or fails."""
    npm = shutil.which("npm")
    if npm is None:
        raise Failed("npm is missing: install Node.js 20 or later (https://nodejs.org).")
    log = logs / f"npm-{folder.name}.log"
    log.unlink(missing_ok=True)
    Process(f"npm {' '.join(arguments)} in {name}", [npm, *arguments], log, QUIET, folder).complete(tell)
