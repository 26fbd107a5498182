"""Servers that come from npm, pinned by a lock file."""

import fcntl
import subprocess
from pathlib import Path

from tests.servers.process import program


def installed(folder: Path, package: str) -> Path:
    """The folder of a package, after `npm ci` where it is not there yet. Needs Node.js 20."""
    home = folder / "node_modules" / package
    with (folder / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test sessions may start at once
        if not (home / "package.json").exists():
            print(f"Installing {package} …", flush=True)
            npm = program("npm", "npm")
            subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True)
    return home
