"""Make the worklist anew of what is known of each study: older work, or what a fault has left out.

./imagini worklist rebuild                 of all organizations of the installation that the environment names
./imagini worklist rebuild orthanc_demo    of one
./imagini worklist rebuild --data .data    of an embedded one, which must not be up

Safe to run twice, and while people work.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from infra.local.stack.lock import Busy
from infra.tenants.standing import standing
from shared.application.commands.index_study import IndexStudy
from shared.application.services.worked_on import Worked, worked_on
from shared.core.mediator import Mediator, Send
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError, NotFound, Stale

TRIES = 3  # where somebody works on the study meanwhile
TOLD_EVERY = 100  # studies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["rebuild"])
    parser.add_argument("organization", nargs="?", help="none named: all")
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where everything is"
    )


def run(options: argparse.Namespace) -> int:
    try:
        with standing(options.data) as stores:
            send = Send(Mediator(stores.imagini), PLATFORM)
            studies = worked_on(stores.records, options.organization)
            missed = rebuild(studies, send, lambda line: print(line, flush=True))
    except (DomainError, Busy) as error:
        print(error)
        return 1
    return 1 if missed else 0


def rebuild(studies: Iterable[Worked], send: Send, tell: Callable[[str], None]) -> int:
    """How many studies could not be looked at."""
    done, missed = Counter[str](), 0
    for study in studies:
        if fault := _look_at(study, send):
            missed += 1
            tell(f"{study.organization_id}  {study.study_uid}  {fault}")
        done[study.organization_id] += 1
        if done.total() % TOLD_EVERY == 0:
            tell(f"{done.total()} looked at …")
    for name, count in sorted(done.items()):
        tell(f"{name}: {count} looked at")
    tell(f"{done.total() - missed} looked at, {missed} not: run it again for these" if missed else "done")
    return missed


def _look_at(study: Worked, send: Send) -> str:
    """What is wrong; nothing, where its place in the worklist is right now."""
    fault = ""
    for _ in range(TRIES):
        try:
            send(IndexStudy(organization_id=study.organization_id, study_uid=study.study_uid))
        except Stale as error:
            fault = str(error)
        except NotFound:
            return ""  # gone from its source: there is nothing to open, so nothing to list
        except DomainError as error:
            return str(error)
        else:
            return ""
    return fault
