"""Make a super administrator: ./imagini admin create-super.

Asks for what is not given. Works on the installation that the environment names (Cosmos DB and Key Vault in
Azure), or on the data folder of this machine.

./imagini admin create-super --data .data
echo "$PASSWORD" | ./imagini admin create-super --email sol@example.org --first-name Sol \\
    --last-name Vega --password-stdin
"""

import argparse
import sys
from getpass import getpass
from pathlib import Path

from pydantic import SecretStr, ValidationError

from shared.application.commands.create_super_admin import CreateSuperAdmin
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError
from shared.settings import Settings


class NotUnderstood(Exception):
    """What was typed makes no sense; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["create-super"])
    parser.add_argument("--email")
    parser.add_argument("--first-name")
    parser.add_argument("--last-name")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from stdin")
    parser.add_argument(
        "--data", type=Path, help="data folder; without it, the environment says where records are"
    )


def run(options: argparse.Namespace) -> int:
    try:
        command = _asked(options)
        settings = Settings(data=str(options.data)) if options.data else Settings.from_environment()
        user = Mediator(Imagini(settings)).send(command, PLATFORM)
    except (DomainError, NotUnderstood) as error:
        print(error)
        return 1
    where = settings.cosmos_url or settings.data
    print(f"{user.name} is a super administrator of {where}, and signs in as {user.email}.")
    return 0


def _asked(options: argparse.Namespace) -> CreateSuperAdmin:
    given = {
        "email": options.email or _answer("E-mail"),
        "first_name": options.first_name or _answer("First name"),
        "last_name": options.last_name or _answer("Last name"),
        "password": SecretStr(_password(options.password_stdin)),
    }
    try:
        return CreateSuperAdmin.model_validate(given)
    except ValidationError as error:
        wrong = [f"{e['loc'][0]}: {e['msg'].removeprefix('Value error, ')}" for e in error.errors()]
        raise NotUnderstood("\n".join(wrong)) from None


def _answer(question: str) -> str:
    try:
        return input(f"{question}: ")
    except EOFError:
        raise NotUnderstood(f"{question}: nobody answers.") from None


def _password(from_stdin: bool) -> str:
    """Never shown, and never an argument: those are seen by everybody on the machine."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass("Password: ")
    if getpass("The same again: ") != typed:
        raise NotUnderstood("The two passwords differ.")
    return typed
