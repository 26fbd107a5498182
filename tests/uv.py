"""uv: the one on PATH, or the one that ./imagini has installed."""

import os
import shutil
import subprocess
from pathlib import Path


def uv() -> str:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    candidates = (shutil.which("uv"), str(cache / "imagini" / "uv" / "bin" / "uv"))
    return next(program for program in candidates if program and _runs(program))


def _runs(program: str) -> bool:
    """A shim may be on PATH and yet run nothing."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
