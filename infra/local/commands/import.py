"""Bring an organization out of a file that ./imagini export has written.

./imagini import demo.zip                 into the installation that the environment names
./imagini import demo.zip --data .data    into an embedded one, which must not be up

The whole file is checked before anything is written, and never over an organization that exists. One that
breaks off goes on when it is called again with the same file; nobody works in the organization before.
"""  # noqa: N999 (a command is called as its file)

import argparse
from pathlib import Path

from infra.local.stack.lock import Busy
from infra.tenants.importing import Importing
from infra.tenants.standing import standing
from shared.domain.errors import DomainError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--sha256", help="as the export printed it; any other file is refused")
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where everything is"
    )


def run(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        print(f"There is no file {options.file}.")
        return 1
    try:
        with standing(options.data) as stores:
            importing = Importing(stores, options.file)
            print(f"{options.file}: sha256 {importing.digest}", flush=True)
            if options.sha256 not in (None, importing.digest):
                print("This is another file than the one that was exported; nothing was imported.")
                return 1
            manifest = importing.run()
    except (DomainError, Busy) as error:
        print(error)
        return 1
    print(f"{manifest.organization_id} is here, as on {manifest.exported_at:%Y-%m-%d %H:%M} UTC. Left out:")
    print(*(f"  {what}: {why}" for what, why in manifest.left_out.items()), sep="\n")
    return 0
