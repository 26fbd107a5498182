"""Look for passwords and keys in what git keeps; 1 where there are any: `python -m infra.checks.secrets`."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from infra.checks.code import ROOT

KINDS = (
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "GitHubTokenDetector",
    "JwtTokenDetector",
    "NpmDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "StripeDetector",
)
NOT_WRITTEN_BY_US = (".lock", "package-lock.json", ".gen.ts", "openapi.json", ".png", ".onnx", ".dcm", ".ico")
# What stands for a password where one is explained or refused, and the keys that every emulator has.
EXAMPLES = re.compile(
    r"//(user|imagini|u|ada):(password|hunter2|p|secret)[\w%]*@|devstoreaccount1|EMULATOR_KEY"
)


def main() -> int:
    found = list(secrets(kept()))
    print("\n".join([*found, f"{len(found)} secrets"]))
    return 1 if found else 0


def kept() -> list[Path]:
    """What git keeps, as it lies here now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name and not name.endswith(NOT_WRITTEN_BY_US)]
    return [file for file in files if file.is_file()]


def secrets(files: Iterable[Path]) -> Iterator[str]:
    """Where, and of what kind; never what."""
    from detect_secrets.core.scan import scan_file
    from detect_secrets.settings import transient_settings

    wanted: dict[str, Any] = {"plugins_used": [{"name": kind} for kind in KINDS]}
    with transient_settings(wanted):
        for file in files:
            lines = file.read_text(errors="replace").splitlines()
            for one in scan_file(str(file)):
                if not EXAMPLES.search(lines[one.line_number - 1]):
                    yield f"{file}:{one.line_number}: {one.type}"


if __name__ == "__main__":
    sys.exit(main())
