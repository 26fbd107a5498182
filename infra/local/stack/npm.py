"""npm: installs what a lock file names, runs what a package.json offers."""

import fcntl
import shutil
from pathlib import Path

from infra.local.stack.process import Failed, Process
from infra.local.stack.progress import Tell, step

QUIET = {
    "NEXT_TELEMETRY_DISABLED": "1",
    "npm_config_fund": "false",
    "npm_config_audit": "false",
    "npm_config_loglevel": "http",
}


def install(folder: Path, name: str, logs: Path, tell: Tell) -> None:
    """Exactly what the lock file says, unless node_modules is newer than it. Raises Failed."""
    with (folder / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests may install the same at the same time
        if not installed(folder):
            with step(f"{name}: npm packages"):
                _install(folder, name, logs, tell)


def _install(folder: Path, name: str, logs: Path, tell: Tell) -> None:
    """`npm ci` refuses a lock file that was made where packages of other platforms cannot be had."""
    try:
        run(folder, name, ["ci"], logs, tell)
    except Failed:
        run(folder, name, ["install", "--no-save"], logs, tell)


def installed(folder: Path) -> bool:
    """npm leaves its own lock file in node_modules when it is through."""
    done = folder / "node_modules" / ".package-lock.json"
    return done.is_file() and done.stat().st_mtime >= (folder / "package-lock.json").stat().st_mtime


def run(folder: Path, name: str, arguments: list[str], logs: Path, tell: Tell) -> None:
    """Raises Failed when npm is missing or fails."""
    npm = shutil.which("npm")
    if npm is None:
        raise Failed("npm is missing: install Node.js 20 or later (https://nodejs.org).")
    log = logs / f"npm-{folder.name}.log"
    log.unlink(missing_ok=True)
    Process(f"npm {' '.join(arguments)} in {name}", [npm, *arguments], log, QUIET, folder).complete(tell)
