"""Check that nobody has changed, removed or inserted an audit line, nor put the records back.

./imagini audit verify                 the installation that the environment names (Azure's, or .data)
./imagini audit verify --data FOLDER   an embedded one
./imagini audit anchor                 note beside the blobs how far it is, as a timer does every six hours

Anchors lie with the blobs: where those cannot be read, or an embedded installation is up, it says so.
"""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from infra.local.stack.lock import Busy
from infra.tenants.standing import standing
from shared.application.commands.anchor_audit import AnchorAudit
from shared.application.queries.verify_audit import VerifyAudit
from shared.application.services.audit_verification import Verified
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError
from shared.settings import Settings

SHOWN = 100  # faults; where there are more, somebody has to look closer anyway


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify", "anchor"])
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where records are"
    )


def run(options: argparse.Namespace) -> int:
    return _anchor(options.data) if options.what == "anchor" else _verify(options.data)


def _anchor(data: Path | None) -> int:
    try:
        with standing(data) as stores:
            name = Mediator(stores.imagini).send(AnchorAudit(), PLATFORM)
    except (DomainError, Busy) as error:
        print(error)
        return 1
    print(f"anchored in {name}" if name else "Nothing is on record yet.")
    return 0


def _verify(data: Path | None) -> int:
    try:
        with _installation(data) as (imagini, anchored):
            found = Mediator(imagini).send(VerifyAudit(anchored=anchored), PLATFORM)
    except DomainError as error:
        print(error)
        return 1
    for fault in found.faults[:SHOWN]:
        print(f"{fault.chain}  {fault.line}  {fault.what}")
    if len(found.faults) > SHOWN:
        print(f"… and {len(found.faults) - SHOWN} more")
    if not anchored:
        print("Anchors were not looked at: the installation is up.")
    print(_summary(found))
    return 1 if found.faults else 0


@contextmanager
def _installation(data: Path | None) -> Generator[tuple[Imagini, bool]]:
    """And whether its blobs can be read."""
    try:
        with standing(data) as stores:
            yield stores.imagini, True
    except Busy:
        settings = Settings(data=str(data)) if data else Settings.from_environment()
        yield Imagini(settings), False


def _summary(found: Verified) -> str:
    read = f"{found.lines} lines in {found.chains} chains, {found.listed} listings, {found.anchors} anchors"
    if found.older:
        read += f", {found.older} lines from before there were chains"
    return f"{read}: {len(found.faults) or 'no'} fault{'' if len(found.faults) == 1 else 's'}"
