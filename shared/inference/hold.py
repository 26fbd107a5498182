"""Keeps a message hidden from others for as long as it is being worked on."""

import logging
from datetime import timedelta
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from shared.application.ports import Delivery, Inbox
from shared.domain.errors import DomainError

HIDDEN = timedelta(seconds=120)
"""If this process dies, the message reappears after so long."""
RENEW = 45.0
"""Seconds between renewals; two may fail."""

log = logging.getLogger(__name__)


class Hold:
    """A context manager; `delivery` always carries the receipt that is valid now."""

    def __init__(self, inbox: Inbox, queue: str, delivery: Delivery, every: float = RENEW) -> None:
        self._inbox, self._queue, self._every = inbox, queue, every
        self._delivery, self._lock, self._over = delivery, Lock(), Event()
        self._thread = Thread(target=self._renew, daemon=True, name="hold")

    @property
    def delivery(self) -> Delivery:
        with self._lock:
            return self._delivery

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._over.wait(self._every):
            try:
                with self._lock:
                    self._delivery = self._inbox.extend(self._queue, self._delivery, HIDDEN)
            except DomainError as error:
                log.warning("The message could not be kept hidden: %s", error)
