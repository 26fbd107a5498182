"""Rules of the house that the type checker and the import linter cannot see. # B3 B4"""

import ast
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from functions.support.operation import operations
from shared.application import commands, models, queries
from shared.composition import Imagini
from shared.core.mediator import Command, Message, Query, Task, handlers
from shared.domain.access import GRANTS, Actor, Permission, Role
from shared.infrastructure.queue_limits import poison
from tests.unit.house.tree import ROOT


def modules_of(package: ModuleType) -> list[ModuleType]:
    return [import_module(m.name) for m in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]


import_module("function_app")  # every operation makes itself known
COMMANDS, QUERIES = modules_of(commands), modules_of(queries)
USE_CASES = [*COMMANDS, *QUERIES]
HANDLED = {m: h for m, h in handlers.items() if m.__module__.startswith("shared.")}


def name_of(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def messages_in(module: ModuleType) -> list[type[Message[Any]]]:
    return [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and issubclass(kind, Message)
    ]


@pytest.mark.parametrize("module", USE_CASES, ids=name_of)
def test_a_use_case_is_one_message_and_the_one_function_that_handles_it(module: ModuleType) -> None:
    [(message, handler)] = [(m, h) for m, h in HANDLED.items() if h.function.__module__ == module.__name__]

    assert handler.function.__name__ == name_of(module)
    # a message that the inference job puts into a queue stands where the job may import it
    shared_with_the_job = message.__module__.startswith(models.__name__)
    assert messages_in(module) == ([] if shared_with_the_job else [message])
    if not shared_with_the_job:
        assert message.__name__ == "".join(word.title() for word in name_of(module).split("_"))


@pytest.mark.parametrize("module", USE_CASES, ids=name_of)
def test_a_use_case_says_in_its_first_line_what_it_is_for(module: ModuleType) -> None:
    assert (module.__doc__ or "").partition("\n")[0].endswith(".")


@pytest.mark.parametrize("message", HANDLED, ids=lambda message: message.__name__)
def test_a_message_has_a_policy_and_its_handler_finds_every_port(message: type[Message[Any]]) -> None:
    assert message.access in Permission
    assert any(message.access in granted for granted in GRANTS.values())
    assert set(HANDLED[message].needs.values()) <= Imagini.providers.keys() | {Actor}


def test_commands_lie_with_commands_and_queries_with_queries() -> None:
    for message, handler in HANDLED.items():
        home = queries if issubclass(message, Query) else commands
        assert issubclass(message, Query | Command)
        assert handler.function.__module__.startswith(f"{home.__name__}.")


@pytest.mark.parametrize("module", QUERIES, ids=name_of)
def test_a_query_neither_commits_nor_promises(module: ModuleType) -> None:
    called = {
        node.attr
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Attribute)
    }

    assert called.isdisjoint({"commit", "then", "add", "save", "remove", "put", "store"})


@pytest.mark.parametrize("port", Imagini.providers, ids=lambda port: port.__name__)
def test_a_provider_has_a_lifetime(port: type) -> None:
    assert Imagini.providers[port].__dict__["lifetime"] in ("singleton", "scoped")


@pytest.mark.parametrize("task", [m for m in HANDLED if issubclass(m, Task)], ids=lambda task: task.__name__)
def test_somebody_hears_of_a_task_and_of_its_failure(
    task: type[Task],
) -> None:
    listening = "".join(file.read_text() for file in (ROOT / "functions" / "queues").glob("*.py"))

    assert task.access is Permission.WORK_IN_BACKGROUND
    assert f'queue_name="{task.queue}"' in listening
    assert f'queue_name="{poison(task.queue)}"' in listening


def test_a_queue_function_knows_its_task_from_where_it_is_handled() -> None:
    """Imported from elsewhere, the handler would not be there when the first message comes."""
    handled = {message.__name__ for message in HANDLED if issubclass(message, Task)}
    imported = {
        name.name: node.module or ""
        for file in (ROOT / "functions" / "queues").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in handled
    }

    assert imported.keys() == handled
    assert {n: m for n, m in imported.items() if not m.startswith(f"{commands.__name__}.")} == {}


def test_nobody_signed_in_can_do_what_is_done_in_the_background() -> None:
    people = set(Role) - {Role.PLATFORM}

    assert not any(Permission.WORK_IN_BACKGROUND in GRANTS[role] for role in people)
    assert not any(operation.permission is Permission.WORK_IN_BACKGROUND for operation in operations)


FUNCTIONS = [ast.parse(file.read_text()) for file in sorted((ROOT / "functions" / "api").glob("*.py"))]


def test_a_function_file_opens_nothing_catches_nothing_and_branches_on_no_role() -> None:
    for tree in FUNCTIONS:
        nodes = list(ast.walk(tree))
        names = {n.id for n in nodes if isinstance(n, ast.Name)} | {
            n.attr for n in nodes if isinstance(n, ast.Attribute)
        }

        assert not any(isinstance(node, ast.Try | ast.With | ast.AsyncWith | ast.Raise) for node in nodes)
        assert names.isdisjoint({"environ", "getenv", "role", "Role", "open", "connect"})
