"""Point an organization at its PACS, or back at the built-in archive.

./imagini pacs orthanc_demo http://localhost:8042/dicom-web --user orthanc --password-stdin
./imagini pacs orthanc_demo --archive
"""

import argparse
import sys
from pathlib import Path

from pydantic import SecretStr

from shared.application.commands.configure_source import ConfigureSource
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError
from shared.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("organization")
    parser.add_argument("url", nargs="?", help="root of the PACS's DICOMweb service")
    parser.add_argument("--archive", action="store_true", help="read from the built-in archive again")
    parser.add_argument("--user", default="", help="for basic authentication")
    parser.add_argument("--password-stdin", action="store_true", help="read the password or token from stdin")
    parser.add_argument("--bearer", action="store_true", help="the secret is a bearer token")
    parser.add_argument("--data", type=Path, default=Path(".data"), help="data folder of the installation")


def run(options: argparse.Namespace) -> int:
    if bool(options.url) == options.archive:
        print("Name the PACS's URL, or say --archive.")
        return 2
    secret = SecretStr(sys.stdin.readline().rstrip("\n")) if options.password_stdin else None
    auth = "bearer" if options.bearer else "basic" if options.user else "none"
    command = ConfigureSource(
        organization_id=options.organization, url=options.url, auth=auth, username=options.user, secret=secret
    )
    try:
        source = Mediator(Imagini(Settings(data=str(options.data)))).send(command, PLATFORM)
    except DomainError as error:
        print(error)
        return 1
    print(f"{options.organization} reads from {source.url or 'the built-in archive'}")
    return 0
