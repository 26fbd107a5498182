"""No use case about patients, and none of administration, leaves the audit out. # threat 17 A3 C7"""

import ast
import inspect
import pkgutil
import re
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from shared.application import commands, queries, services
from shared.core.mediator import Message, Query, handlers
from shared.domain.access import CLINICAL, Permission
from shared.domain.audit_actions import THINGS
from tests.unit.house.tree import ROOT

PATIENTS = CLINICAL | {Permission.MANAGE_PATIENTS}
SILENT = {  # change nothing that anybody would have to answer for
    "BeginMicrosoft",  # these three lead to a page of Microsoft's: what comes back is on record
    "JoinWithMicrosoft",
    "LinkMicrosoft",
    "BeginSecondFactor",  # confirming it is on record
    "ChangeMe",  # names and language
    "FinishMicrosoft",  # `enter` is on record
    "ForgotPassword",  # resetting it is on record
    "MigrateRecords",
    "NoteRefusal",
    "NoteSession",
    "OpenPatient",  # looking is on record beside it: these two only mark what has been looked at
    "OpenStudy",
    "RegisterUser",  # by the command line
}


def modules_of(package: ModuleType) -> list[ModuleType]:
    return [import_module(m.name) for m in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]


USE_CASES = [*modules_of(commands), *modules_of(queries)]
OURS = [m for m in handlers if m.__module__.startswith("shared.")]
ABOUT_PATIENTS = [m for m in OURS if m.access in PATIENTS]
ACTS = [
    m
    for m in OURS
    if not issubclass(m, Query) and m.access not in {Permission.WORK_IN_BACKGROUND, Permission.READ_STATUS}
]
AUDITING = {
    module.__name__ for module in modules_of(services) if "AuditLine.of(" in inspect.getsource(module)
} | {"shared.application.services.open_findings"}


@pytest.mark.parametrize("message", ABOUT_PATIENTS, ids=lambda message: message.__name__)
def test_a_use_case_about_patients_says_what_the_audit_calls_it(message: type[Message[Any]]) -> None:
    assert message.discloses, "declare `discloses`: who sees or tries this is put on record by it"


@pytest.mark.parametrize("message", ACTS, ids=lambda message: message.__name__)
def test_whoever_changes_something_leaves_a_line_in_the_same_commit(message: type[Message[Any]]) -> None:
    source = inspect.getsource(inspect.getmodule(handlers[message].function) or queries)
    through = {name for name in AUDITING if f"from {name} import" in source}

    assert "AuditLine.of(" in source or through or message.__name__ in SILENT


def test_what_is_excused_from_the_audit_is_still_there() -> None:
    assert {m.__name__ for m in ACTS} >= SILENT - {"NoteRefusal"}


ACTION = re.compile(r"(?!index)[a-z][a-z_]*\.[a-z][a-z_]*")
CLINICAL_THINGS = {"analysis", "finding", "findings", "heatmap", "images", "measurements"} | {
    "patient",
    "report",
    "studies",
    "study",
    "worklist",
}
COMPOSED = {"finding.approve", "finding.decline", "images.download"}  # out of parts, as the program runs


def actions() -> set[str]:
    """Whatever stands in the application's texts and looks like one, where audit lines are written."""
    found = COMPOSED | {m.discloses for m in OURS if m.discloses}
    for file in sorted((ROOT / "shared" / "application").rglob("*.py")):
        if "AuditLine.of(" in (source := file.read_text()):
            texts = {n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)}
            found |= {text for text in texts if isinstance(text, str) and ACTION.fullmatch(text)}
    return found


@pytest.mark.parametrize("action", sorted(actions()))
def test_an_action_is_of_a_known_kind_and_has_words_in_both_languages(action: str) -> None:
    written = (ROOT / "static-web/src/core/i18n/texts/AuditTexts.ts").read_text()

    assert action.partition(".")[0] in THINGS.keys() | CLINICAL_THINGS, (
        "say in audit_actions.py whom it is about"
    )
    assert written.count(f'"audit.action.{action}":') == 2
