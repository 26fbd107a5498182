"""How long one execution of the job goes on: it waits for more work, and ends before it would be ended."""

import time
from collections.abc import Callable
from datetime import timedelta

LONGEST = timedelta(minutes=90)
"""After that nothing new is begun: bicep's replicaTimeout would end the job while it reads."""
LOOK = timedelta(seconds=1)
"""Between two looks at an empty queue."""


class Shift:
    """Starting costs a minute on a GPU (docs/scale.md), so whoever is there may stay for a while."""

    def __init__(
        self,
        linger: timedelta = timedelta(0),
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._linger, self._seconds, self._sleep = linger.total_seconds(), seconds, sleep
        self._began = self._worked = seconds()

    def is_over(self) -> bool:
        return self._seconds() - self._began >= LONGEST.total_seconds()

    def worked(self) -> None:
        """A message was handled just now."""
        self._worked = self._seconds()

    def waits(self) -> bool:
        """Nothing is there: pause, then look again. False where it has lingered long enough."""
        if self._seconds() - self._worked >= self._linger:
            return False
        self._sleep(LOOK.total_seconds())
        return True
