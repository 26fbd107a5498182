"""What has to be there before some parts can be checked: `python -m infra.local.testing.preparing WHAT`."""

import sys
from collections.abc import Callable
from pathlib import Path

from infra.local.stack import azurite, npm
from infra.local.stack.builds import PORTAL, VIEWER, ensure_built
from infra.local.stack.process import Failed
from infra.local.stack.progress import tell
from infra.local.testing import packages

LOGS = Path(".data") / "logs"


def ensure_portal() -> None:
    """Built, and with the packages that its own checks need."""
    for build in (VIEWER, PORTAL):
        if build.exists:
            npm.install(build.folder, build.name, LOGS, tell)
    ensure_built(LOGS, tell)


WAYS: dict[str, Callable[[], None]] = {
    "packages": lambda: packages.ensure(LOGS),
    "tools": lambda: azurite.ensure_installed(LOGS, tell),
    "portal": ensure_portal,
}


def prepare(what: str) -> int:
    try:
        WAYS[what]()
    except Failed as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(prepare(sys.argv[1]))
