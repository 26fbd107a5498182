"""Tells a person in the terminal what is going on."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

type Tell = Callable[[str], None]

HEARTBEAT = 10.0  # seconds between two signs of life of a long step


def tell(text: str) -> None:
    print(f"  {text}", flush=True)


@contextmanager
def step(name: str) -> Generator[None]:
    """Name a piece of work and, when it is done, say how long it took."""
    started = time.monotonic()
    print(f"  {name} …", end="" if sys.stdout.isatty() else "\n", flush=True)
    yield
    took = f"{time.monotonic() - started:.1f} s"
    print(f"\r  {name}: {took}\033[K" if sys.stdout.isatty() else f"  {name}: {took}", flush=True)
