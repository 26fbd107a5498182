"""Change the key that signs partners' tokens.

./imagini rotate            sign with a new one in two minutes; tokens that are out stay good
./imagini rotate --at-once  somebody has seen the key: partners' tokens end within a minute
"""

import argparse
from pathlib import Path

from shared.application.commands.rotate_token_key import RotateTokenKey
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError
from shared.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at-once", action="store_true", help="and believe no token that has been issued")
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where secrets are"
    )


def run(options: argparse.Namespace) -> int:
    settings = Settings(data=str(options.data)) if options.data else Settings.from_environment()
    try:
        Mediator(Imagini(settings)).send(RotateTokenKey(at_once=options.at_once), PLATFORM)
    except DomainError as error:
        print(error)
        return 1
    print(
        "Every token has ended; partners' systems are given new ones when they ask."
        if options.at_once
        else "The new key signs in two minutes. The old one is believed until its last token has ended."
    )
    return 0
