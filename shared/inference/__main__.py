"""`python -m shared.inference`: drain the queue, exit 0. Exit 1: queue or blobs are out of reach.

`--linger 60`: wait so many seconds for more before it ends.
"""

import argparse
import logging
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from shared.core.discretion import hush
from shared.core.logs import write_lines
from shared.core.telemetry import close
from shared.domain.errors import DomainError
from shared.inference.job import Job
from shared.inference.shift import Shift
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.queue.inbox import AzureInbox
from shared.infrastructure.queue.queue import AzureQueue
from shared.observation import observe
from shared.settings import Settings

if TYPE_CHECKING:
    from shared.inference.reader import ModelReader

log = logging.getLogger("shared.inference")


def main(linger: timedelta) -> int:
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    hush()
    settings = Settings.from_environment()
    write_lines(readable=True)
    observe(settings, "inference")
    try:
        blobs = AzureBlobs.connect(settings.blob_service)
        made: list[ModelReader] = []

        def reader() -> "ModelReader":
            if not made:
                made.append(_reader(settings, blobs))
            return made[0]

        queue, inbox = AzureQueue.connect(settings.queue_service), AzureInbox.connect(settings.queue_service)
        log.info("Read %s series.", Job(inbox, queue, blobs, reader).drain(Shift(linger)))
    except (DomainError, LookupError) as error:
        log.error("%s", error)
        return 1
    finally:
        close()
    return 0


def _reader(settings: Settings, blobs: AzureBlobs) -> "ModelReader":
    """Imported here: pydicom and numpy take half a second, and an empty queue needs neither."""
    from shared.inference.reader import ModelReader  # noqa: PLC0415
    from shared.infrastructure.models.catalogue import FolderCatalogue  # noqa: PLC0415

    return ModelReader(FolderCatalogue(Path(settings.models)), blobs)


def _linger() -> timedelta:
    parser = argparse.ArgumentParser(prog="python -m shared.inference")
    parser.add_argument("--linger", type=int, default=0, help="seconds to wait for more before it ends")
    return timedelta(seconds=parser.parse_args().linger)


if __name__ == "__main__":
    sys.exit(main(_linger()))
