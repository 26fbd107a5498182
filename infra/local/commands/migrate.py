"""Rewrite stored records in today's shape. Safe to run twice, and while the platform is up."""

import argparse
import pkgutil
from importlib import import_module
from pathlib import Path

import shared.domain
from shared.application.commands.migrate_records import MigrateRecords
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where records are"
    )


def run(options: argparse.Namespace) -> int:
    for module in pkgutil.iter_modules(shared.domain.__path__, "shared.domain."):
        import_module(module.name)  # every kind of record makes itself known
    settings = Settings(data=str(options.data)) if options.data else Settings.from_environment()
    rewritten = Mediator(Imagini(settings)).send(MigrateRecords(), PLATFORM)
    for kind, count in sorted(rewritten.items()):
        print(f"{kind:<14} {count} rewritten")
    return 0
