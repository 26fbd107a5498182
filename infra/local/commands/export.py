"""Write everything of an organization into one file, which ./imagini import reads.

./imagini export orthanc_demo demo.zip                 from the installation that the environment names
./imagini export orthanc_demo demo.zip --data .data    from an embedded one, which must not be up

The file holds patients' data, not encrypted. It can be taken while people work; what they change meanwhile
may be in it or not.
"""

import argparse
from pathlib import Path

from infra.local.stack.lock import Busy
from infra.tenants.exporting import Exporting
from infra.tenants.standing import standing
from shared.domain.errors import DomainError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("organization")
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where everything is"
    )


def run(options: argparse.Namespace) -> int:
    try:
        with standing(options.data) as stores:
            exported = Exporting(stores, options.organization).run(options.file)
    except (DomainError, Busy) as error:
        print(error)
        return 1
    manifest = exported.manifest
    blobs = manifest.of("blobs")
    print(
        f"{options.file}: {manifest.records} records, {manifest.lines} of them audit lines;"
        f" {len(blobs)} blobs of {manifest.blob_bytes / 1e6:.1f} MB; {manifest.people} people"
    )
    print("Left out:", *(f"  {what}: {why}" for what, why in manifest.left_out.items()), sep="\n")
    for fault in manifest.faults:
        print(f"The audit has a fault: {fault.chain}  {fault.line}  {fault.what}")
    print(f"Keep apart from the file, to tell it from another: sha256 {exported.digest}")
    return 0
