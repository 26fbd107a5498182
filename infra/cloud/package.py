"""The deployment package of the functions: what is kept of the sources, what they need, and all compiled.

Azure mounts a package read-only, so what is not compiled here would be compiled again at every cold start.
"""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.cloud.ignored import kept, patterns

ROOT = Path(__file__).parents[2]
VENDORED = Path(".python_packages") / "lib" / "site-packages"  # where the worker looks
PLATFORM = "x86_64-manylinux_2_31"  # Azure's image of Python 3.13 is Debian 12, with glibc 2.36
PYTHON = (3, 13)
EPOCH = (2026, 1, 1, 0, 0, 0)  # the same sources are the same package


def build(target: Path, root: Path = ROOT, uv: str = "uv") -> Path:
    """Raises CalledProcessError where packages cannot be had, ValueError for another Python."""
    if sys.version_info[:2] != PYTHON:
        raise ValueError(f"Compile with Python {PYTHON[0]}.{PYTHON[1]}: Azure runs what is compiled here.")
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for file in kept(root, patterns(root)):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / file, folder / file)
        _vendor(folder, uv)
        _compile(folder)
        _zip(folder, target)
    return target


def _vendor(folder: Path, uv: str) -> None:
    version = f"{PYTHON[0]}.{PYTHON[1]}"
    where = ("--target", str(folder / VENDORED), "--python-platform", PLATFORM, "--python-version", version)
    what = ("--only-binary", ":all:", "--no-deps", "-r", str(folder / "requirements.txt"))
    command = [uv, "pip", "install", "--quiet", "--python", sys.executable, *where, *what]
    subprocess.run(command, check=True)


def _compile(folder: Path) -> None:
    """Unchecked: dates do not survive a zip file, and nobody edits a package."""
    how = ("-q", "-j", "0", "--invalidation-mode", "unchecked-hash", "-s", str(folder))
    subprocess.run([sys.executable, "-m", "compileall", *how, str(folder)], check=True)


def _zip(folder: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, file.read_bytes())
