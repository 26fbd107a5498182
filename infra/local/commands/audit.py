"""Check that nobody has changed, removed or inserted an audit line.

./imagini audit verify                 the installation that the environment names (Azure's, or .data)
./imagini audit verify --data FOLDER   an embedded one
"""

import argparse
from pathlib import Path

from shared.application.queries.verify_audit import VerifyAudit
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError
from shared.settings import Settings

SHOWN = 100  # faults; where there are more, somebody has to look closer anyway


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"])
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where records are"
    )


def run(options: argparse.Namespace) -> int:
    settings = Settings(data=str(options.data)) if options.data else Settings.from_environment()
    try:
        found = Mediator(Imagini(settings)).send(VerifyAudit(), PLATFORM)
    except DomainError as error:
        print(error)
        return 1
    for fault in found.faults[:SHOWN]:
        print(f"{fault.chain}  {fault.line}  {fault.what}")
    if len(found.faults) > SHOWN:
        print(f"… and {len(found.faults) - SHOWN} more")
    read = f"{found.lines} lines in {found.chains} chains, {found.listed} listings"
    if found.older:
        read += f", {found.older} lines from before there were chains"
    print(f"{read}: {len(found.faults) or 'no'} fault{'' if len(found.faults) == 1 else 's'}")
    return 1 if found.faults else 0
