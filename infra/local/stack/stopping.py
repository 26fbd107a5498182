"""How the supervisor is told to end.

A signal handler that raises does so wherever the program happens to be: half way through starting a child,
or in a destructor that swallows it. It only leaves a note; whoever waits, waits with `pause`, which reads it.
"""

import signal
import time
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Somebody asked us to end."""


class Stopping:
    def __init__(self) -> None:
        self._asked = False

    def listen(self) -> None:
        """From here on the signals that ask us to end are noted."""
        for number in SIGNALS:
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True

    def pause(self, seconds: float) -> None:
        """Sleep, briefly. Raises Stopped when we have been asked to end."""
        time.sleep(seconds)
        if self._asked:
            raise Stopped


STOPPING = Stopping()
pause = STOPPING.pause
