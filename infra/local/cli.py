"""Finds the command by its file name and runs it; nothing else of the commands is imported."""

import argparse
import ast
import importlib
from pathlib import Path
from typing import Protocol, cast

COMMANDS = Path(__file__).with_name("commands")


class Command(Protocol):
    """What a module in commands/ offers. A command `a-b` lives in a_b.py."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def names() -> list[str]:
    return sorted(file.stem.replace("_", "-") for file in COMMANDS.glob("[a-z]*.py"))


def load(name: str) -> Command:
    return cast(Command, importlib.import_module(f"infra.local.commands.{name.replace('-', '_')}"))


def summary(name: str) -> str:
    """The first line of a command's docstring, read without importing it."""
    source = (COMMANDS / f"{name.replace('-', '_')}.py").read_text()
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def overview() -> str:
    lines = [f"  {name:<10} {summary(name)}" for name in names()]
    return "\n".join(
        ["usage: ./imagini COMMAND [options]", "", *lines, "", "./imagini COMMAND --help tells more."]
    )


def main(arguments: list[str]) -> int:
    """Run one command. 0 = done, 1 = it failed, 2 = not understood."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(overview())
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    if name not in names():
        print(f"There is no command {name!r}.\n\n{overview()}")
        return 2
    command = load(name)
    parser = argparse.ArgumentParser(prog=f"./imagini {name}", description=command.__doc__)
    command.add_arguments(parser)
    try:
        return command.run(parser.parse_args(rest))
    except KeyboardInterrupt:
        return 130
