"""Each way runs in a process of its own, so that its CPU time and memory are its own."""

import json
import os
import subprocess
import sys
import time
from typing import NamedTuple

from tests.servers.process import program

FILES = 'Accept: multipart/related; type="application/dicom"; transfer-syntax=*'


class Taken(NamedTuple):
    seconds: float
    cpu: float  # seconds
    added: float  # MB of memory, beyond what the process had before


def curl(url: str) -> Taken:
    """Its start included, a few milliseconds."""
    begun = time.perf_counter()
    child = subprocess.Popen([program("curl", "curl"), "-sf", "-o", os.devnull, "-H", FILES, url])
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"curl: {os.waitstatus_to_exitcode(status)}")
    return Taken(seconds, used.ru_utime + used.ru_stime, 0)


def ours(way: str, dicomweb: str, storage: str) -> Taken:
    command = [sys.executable, "-m", "tests.bench.fetch.reader", way, dicomweb, storage]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Taken(**json.loads(said))
