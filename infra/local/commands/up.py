"""Start everything on this machine, with demo data: ready on http://localhost:8000.

Installs and builds what is missing, then runs Azurite, the function host and the inference job until Ctrl-C.
Everything that is kept lies in the data folder.
"""

import argparse
from pathlib import Path

from infra.local.stack.azurite import ensure_installed
from infra.local.stack.builds import ensure_built
from infra.local.stack.demo import Seeding, accounts
from infra.local.stack.lock import Busy, Lock
from infra.local.stack.ports import choose
from infra.local.stack.process import Failed
from infra.local.stack.progress import tell
from infra.local.stack.stack import Stack
from infra.local.stack.stopping import STOPPING, Stopped, pause

ATTENTION = 0.1  # seconds between two looks at everything


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the next free one is taken if it is in use")
    parser.add_argument("--data", type=Path, default=Path(".data"), help="folder of everything that is kept")
    parser.add_argument(
        "--traces",
        nargs="?",
        const="",
        metavar="FILE",
        help="write down what happens, for ./imagini traces; console: into the logs",
    )
    parser.add_argument("--no-build", action="store_true", help="serve portal and viewer as they are")
    parser.add_argument("--no-demo", action="store_true", help="leave out demo accounts, patients and images")


def run(options: argparse.Namespace) -> int:
    STOPPING.listen()
    try:
        data: Path = options.data.resolve()
        traces = str(data / "traces.jsonl") if options.traces == "" else options.traces
        up(data, options.port, demo=not options.no_demo, build=not options.no_build, traces=traces)
    except (Busy, Failed) as error:
        print(error)
        return 1
    except Stopped:
        print("stopped", flush=True)
    return 0


def up(data: Path, wanted: int, demo: bool, build: bool, traces: str | None = None) -> None:
    """Until Stopped. Raises Busy, Failed."""
    lock = Lock(data)
    ensure_installed(data / "logs", tell)
    if build:
        ensure_built(data / "logs", tell)
    port = choose(wanted)
    if port != wanted:
        tell(f"Port {wanted} is taken; using {port}.")
    stack = Stack(data, port, traces)
    try:
        stack.start()
        lock.announce(stack.url)
        if demo and Seeding.possible():
            seed(stack, data)
        print(f"ready {stack.url}", flush=True)
        if demo and (table := accounts(data)):
            print(table, flush=True)
        attend(stack)
    finally:
        stack.stop()


def seed(stack: Stack, data: Path) -> None:
    seeding = Seeding(stack.url, data, tell)
    seeding.start()
    while seeding.is_alive():
        stack.attend(tell)
        pause(ATTENTION)
    if seeding.error:
        raise Failed(f"The demo data could not be made: {seeding.error!r}") from seeding.error


def attend(stack: Stack) -> None:
    while True:
        stack.attend(tell)
        pause(ATTENTION)
