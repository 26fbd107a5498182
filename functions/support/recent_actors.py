"""Who has just asked for images: a viewer asks hundreds of times in a few seconds.

Reading its session anew each time would cost as much as the image itself.
"""

from collections import OrderedDict
from time import monotonic

from shared.domain.access import Actor

FRESH = 5.0  # seconds that a session ended elsewhere can still read images; one ended here, none
MOST = 1000  # callers remembered


class RecentActors:
    """Used on the event loop alone, so nothing is locked."""

    def __init__(self) -> None:
        self._seen: OrderedDict[bytes, tuple[float, Actor]] = OrderedDict()

    def find(self, shown: bytes) -> Actor | None:
        since, actor = self._seen.get(shown, (0.0, None))
        return actor if monotonic() - since < FRESH else None

    def keep(self, shown: bytes, actor: Actor) -> None:
        self._seen[shown] = monotonic(), actor
        self._seen.move_to_end(shown)
        if len(self._seen) > MOST:
            self._seen.popitem(last=False)

    def forget(self) -> None:
        """Somebody has changed something: perhaps a password, a role, a session."""
        self._seen.clear()
