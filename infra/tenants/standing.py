"""The installation that a command works on: the one that the environment names, or a folder of ours."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from infra.local.stack.azurite import Azurite, ensure_installed
from infra.local.stack.lock import Lock
from infra.local.stack.progress import tell
from infra.tenants.stores import Stores
from shared.composition import Imagini
from shared.domain.errors import Unavailable
from shared.settings import Settings

PATIENCE = 60.0  # seconds for Azurite to come up


@contextmanager
def standing(data: Path | None) -> Generator[Stores]:
    """Raises Busy where the folder's installation is up: its files are written by one Azurite at a time."""
    settings = Settings.from_environment()
    if data is None and settings.has_storage:
        yield Stores.of(Imagini(settings))
        return
    folder = (data or Path(settings.data)).resolve()
    held = Lock(folder)
    ensure_installed(folder / "logs", tell)
    azurite = Azurite.on_free_ports(folder / "azurite", folder / "logs" / "azurite.log")
    process = azurite.process()
    process.start()
    try:
        _await(azurite)
        yield Stores.of(Imagini(Settings(data=str(folder), storage=azurite.connection)))
    finally:
        process.stop(within=10)
        del held


def _await(azurite: Azurite) -> None:
    end = time.monotonic() + PATIENCE
    while not azurite.answering:
        if time.monotonic() > end:
            raise Unavailable(f"Azurite did not answer within {PATIENCE:.0f} s; {azurite.log} tells more.")
        time.sleep(0.1)
