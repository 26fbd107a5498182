"""The process that decodes: `python -m shared.imaging.apart.program`.

On stdin: a line of JSON, {"task": …, "size": …, …}, then the file. On stdout: for each piece of the answer a
line with its length and the piece, then a line that says how it went. Limits are set here and not between
fork and exec, where a process with threads may run no Python.
"""

import json
import logging
import os
import resource
import sys
import warnings
from importlib import import_module
from time import process_time
from typing import Any, BinaryIO

from shared.imaging.errors import ImagingError, Undecodable
from shared.imaging.limits import CPU_SECONDS, MEMORY

MEANT_FOR_BOTH = 2  # copies of a file: as it came, and as it is taken apart
READY = b"ready\n"
BACKGROUND = 10  # how much everybody else comes first
FILES = 64  # that may be open


def main() -> None:
    source, target = sys.stdin.buffer, sys.stdout.buffer
    if "background" in sys.argv:
        os.nice(BACKGROUND)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no files
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    warm()
    target.write(READY)
    target.flush()
    _be_quiet()
    while line := source.readline():
        asked = json.loads(line)
        _limit_memory(asked["size"])
        outcome = answer(source.read(asked["size"]), asked, target)
        target.write(json.dumps(outcome).encode() + b"\n")
        target.flush()
        if outcome.get("spent"):
            return


def warm() -> None:
    """What every task needs, before the first one is timed."""
    for module in ("PIL.JpegImagePlugin", "PIL.PngImagePlugin", "shared.imaging.render"):
        import_module(module)
    logging.disable(logging.CRITICAL)  # libraries quote what is wrong in a file
    warnings.simplefilter("ignore")


def _be_quiet() -> None:
    """What libraries remark from now on quotes files; until here it said why nothing starts."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def answer(file: bytes, asked: dict[str, Any], target: BinaryIO) -> dict[str, Any]:
    """Write the pieces; say how it went. `spent`: this process is of no more use."""
    from shared.imaging.apart.tasks import TASKS  # noqa: PLC0415

    try:
        _limit_time()
        for piece in TASKS[asked["task"]](file, asked):
            target.write(b"%d\n" % len(piece))
            target.write(piece)
            target.flush()
            _limit_time()
    except ImagingError as error:
        return _told(error)
    except MemoryError:
        return {"error": "TooCostly", "spent": True}
    except Exception as error:  # a header may say anything, and every step here believes another part of it
        return _told(Undecodable(f"This image cannot be decoded ({type(error).__name__})."))
    return {"error": None}


def _told(error: ImagingError) -> dict[str, Any]:
    return {"error": type(error).__name__, "said": str(error), "uid": error.sop_instance_uid}


def _limit_memory(size: int) -> None:
    """Of data: code does not count, nor what is only set aside."""
    most = MEMORY + MEANT_FOR_BOTH * size
    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))


def _limit_time() -> None:
    """Of the processor, from now on; past it the process is ended by the kernel, whatever it is in."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + 1 + CPU_SECONDS, hard))


if __name__ == "__main__":
    main()
