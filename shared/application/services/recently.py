"""What has happened a short while ago, in this process."""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from threading import Lock


class Recently:
    """`most`: how many things are remembered; the oldest are forgotten first."""

    def __init__(self, within: timedelta, most: int) -> None:
        self._within, self._most = within, most
        self._seen: OrderedDict[Hashable, datetime] = OrderedDict()
        self._lock = Lock()

    def has(self, key: Hashable, now: datetime) -> bool:
        seen = self._seen.get(key)
        return seen is not None and now - seen < self._within

    def note(self, key: Hashable, now: datetime) -> None:
        with self._lock:
            self._seen[key] = now
            self._seen.move_to_end(key)
            while len(self._seen) > self._most:
                self._seen.popitem(last=False)

    def is_full(self, now: datetime) -> bool:
        """As many as are remembered have happened within the time."""
        with self._lock:
            oldest = next(iter(self._seen.values()), None)
        return len(self._seen) >= self._most and oldest is not None and now - oldest < self._within
