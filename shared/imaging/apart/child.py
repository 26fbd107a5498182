"""One decoding process, as seen from ours."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO, Any

from shared.imaging.apart.program import READY
from shared.imaging.errors import ImagingError, NoDecoder, TooCostly, Undecodable
from shared.imaging.limits import MAX_DECODED, PATIENCE

GRACE = 1.0  # seconds
COSTLY = "This image was not decoded: it took more time or memory than an image is given."
NO_START = "No image can be decoded at the moment. Try again in a while."
DIED = "This image cannot be decoded: it is damaged, and made the decoder end."
NEEDED = ("HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "PYTHONHOME", "TMPDIR")
"""Of our environment, which has secrets in it; the rest is nobody's business who reads strangers' files."""
KILLED = frozenset({-signal.SIGKILL, -signal.SIGXCPU})
"""How a process ends that has had its time, or that takes the memory of others."""
KINDS = {kind.__name__: kind for kind in ImagingError.__subclasses__()}


class Child:
    """Started by exec, never by fork alone: the worker that it is started from has threads."""

    def __init__(self, patience: float = PATIENCE, *, background: bool = False) -> None:
        """`background`: everybody else comes first."""
        self._patience, self._ready = patience, False
        self._program = subprocess.Popen(  # noqa: S603  nothing in it comes from outside
            [sys.executable, "-m", "shared.imaging.apart.program", *(["background"] * background)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            start_new_session=True,  # Ctrl-C is meant for us; it ends when its input does
        )

    @property
    def id(self) -> int:
        return self._program.pid

    @property
    def is_alive(self) -> bool:
        return self._program.poll() is None

    def ask(self, task: str, file: bytes | memoryview, **asked: Any) -> list[bytes]:
        """The pieces of the answer. Raises ImagingError, NoDecoder; the process may be gone then."""
        try:
            return self._asked(json.dumps({"task": task, "size": len(file), **asked}), file)
        except (ImagingError, NoDecoder):
            raise
        except (OSError, ValueError, LookupError, TypeError) as error:  # a broken pipe, or not our words
            raise self._end() from error
        except BaseException:  # what is left of this answer must not be somebody else's
            self.close()
            raise

    def close(self) -> None:
        self._program.kill()
        self._program.communicate()

    def _asked(self, line: str, file: bytes | memoryview) -> list[bytes]:
        source, target = self._program.stdin, self._program.stdout
        if source is None or target is None:
            raise OSError("no pipes")
        pieces: list[bytes] = []
        self._wait_until_ready(target)
        with self._deadline():
            source.write(line.encode() + b"\n")
            source.write(file)
            source.flush()
            said = json.loads(target.readline())
        while isinstance(said, int):
            if not 0 <= said <= MAX_DECODED:
                raise ValueError("no length of a piece")
            with self._deadline():
                pieces.append(target.read(said))
                said = json.loads(target.readline())
        if said["error"] is None:
            return pieces
        if said.get("spent"):
            self.close()
            raise TooCostly(COSTLY)
        raise KINDS[said["error"]](said["said"], said["uid"])

    def _wait_until_ready(self, target: IO[bytes]) -> None:
        """It says on stderr, which is ours until then, why it does not start."""
        if self._ready:
            return
        with self._deadline():
            self._ready = target.readline() == READY
        if not self._ready:
            error = self._end()
            raise error if isinstance(error, TooCostly) else NoDecoder(NO_START)

    @contextmanager
    def _deadline(self) -> Generator[None]:
        """Ended by force after it; whoever reads from it then reads nothing."""
        timer = Timer(self._patience, self._program.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> ImagingError:
        """Why it is gone, as far as can be known."""
        with suppress(subprocess.TimeoutExpired):  # its pipes are closed a moment before it is gone
            self._program.wait(GRACE)
        self.close()
        killed = self._program.returncode in KILLED
        return TooCostly(COSTLY) if killed else Undecodable(DIED)


def environment() -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**kept, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
