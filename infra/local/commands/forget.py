"""Delete an organization with everything that is stored of it. Asks for its name first.

./imagini forget orthanc_demo                 in the installation that the environment names
./imagini forget orthanc_demo --data .data    in an embedded one, which must not be up

People keep their accounts. What the platform's own audit says of the organization stays, and that it was
deleted is put on record there.
"""

import argparse
from pathlib import Path

from infra.local.stack.lock import Busy
from infra.tenants.forgetting import Forgetting
from infra.tenants.standing import standing
from shared.domain.errors import DomainError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("organization")
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where everything is"
    )


def run(options: argparse.Namespace) -> int:
    try:
        with standing(options.data) as stores:
            forgetting = Forgetting(stores, options.organization)
            there = forgetting.look()
            told = (
                f"{there.records} records, {there.lines} of them audit lines; {there.blobs} blobs;"
                f" the memberships of {there.people} people"
            )
            print(f"This deletes {options.organization}: {told}.")
            if _answer() != options.organization:
                print("That is another name; nothing was deleted.")
                return 1
            forgetting.run(told)
    except (DomainError, Busy) as error:
        print(error)
        return 1
    print(f"{options.organization} is gone. What the stores keep of deleted things themselves expires later.")
    return 0


def _answer() -> str:
    try:
        return input("Its name, to go on: ").strip()
    except EOFError:
        return ""
