"""Who reads Spanish is told in Spanish why something did not work: each code and sentence has its words. # D6

What the server refuses with a code, the portal says by that code; other sentences it knows by their English.
"""

import re

import pytest

from shared.application.commands.fail_run import REASON
from shared.application.commands.note_failure import NOT_OURS, SILENT
from shared.application.services.measurement_desk import NO_STUDY, OTHER_PATIENT
from shared.application.services.routing import switched_off
from shared.domain.analysis import NOTHING_TO_ASK
from shared.domain.organization_name import broken_rules
from shared.infrastructure.archive import ingest
from shared.infrastructure.dicomweb.remarks import SENTENCES
from shared.infrastructure.models.catalogue import FolderCatalogue
from tests.builders import manifest
from tests.unit.house.sentences import GAP, codes, said
from tests.unit.house.tree import ROOT

WORDS = ROOT / "static-web" / "src" / "core" / "i18n"
PROBLEMS = {
    *("NotFound", "Unauthenticated", "CodeNeeded", "Forbidden", "Conflict", "Stale", "Gone"),
    *("RuleBroken", "Unavailable"),
}
APPLICATION = (
    "shared/domain",
    "shared/application/commands",
    "shared/application/queries",
    "shared/application/services",
    "shared/application/unit_of_work.py",
    "shared/infrastructure/entra",
    "functions/support/endpoint.py",
)
TO_PROGRAMS = {"invalid_client", "invalid_scope", "invalid_token"}
IMAGES = {
    *("ModelRefused", "Truncated", "NoImage", "NotDicom", "Undecodable", "UnsupportedSyntax", "TooLarge"),
    "TooCostly",
}
CHECKS = {  # what only a connection check finds is told by its code
    *("slow", "empty", "more-than-asked", "no-pages", "no-prefix", "number-ignored", "no-metadata"),
    *("storing-refused", "takes-no-files", "too-few", "not-tried"),
}


def keys(file: str) -> set[str]:
    """Of a catalogue of the portal; values that are filled in lose their names."""
    found = re.findall(r'^\s+"((?:[^"\\]|\\.)+)":', (WORDS / file).read_text(), re.MULTILINE)
    return {re.sub(r"\{\w+\}", GAP, key) for key in found}


def problems() -> set[str]:
    return said(PROBLEMS, *APPLICATION, coded=True) | said({"TooMany"}, *APPLICATION)


def fields() -> set[str]:
    names = {rule for name in ("", "A-", "1_", "a" * 64) for rule in broken_rules(name)}
    return said({"ValueError"}, "shared/domain") | {re.sub(r"\d+", GAP, rule) for rule in names}


def refused_files() -> set[str]:
    archive = {value for name, value in vars(ingest).items() if name.isupper() and isinstance(value, str)}
    written = said({"Refused"}, "shared/infrastructure/part10")
    return written | {text for text in archive if text.endswith(".")} | {NO_STUDY, OTHER_PATIENT}


def troubles_of_a_pacs() -> set[str]:
    work = {text for code, text in SENTENCES.items() if code not in CHECKS}
    return {text.replace("{value}", GAP) for text in work}


def skipped_analyses() -> set[str]:
    """And those that failed."""
    model = manifest(name=GAP, acceptance={"modalities": ["A"], "body_parts": ["A"], "views": ["A"]})
    reads = (
        model.accepts(modality="B"),
        model.accepts(modality="A", body_part="B"),
        model.accepts(modality="A", view="B"),
    )
    unfit = {re.sub(r"\b[AB]\b", GAP, text) for text in reads if text}
    known = {REASON, NOTHING_TO_ASK, switched_off(GAP), *unfit}
    return known | said(IMAGES, "shared/imaging", "shared/inference")


def work_given_up() -> set[str]:
    return {SILENT, NOT_OURS} | said({"Unreadable"}, "functions/support/consumer.py")


@pytest.mark.parametrize(
    ("kind", "server"),
    [
        ("Problem", problems()),
        ("Field", fields()),
        ("File", refused_files()),
        ("Pacs", troubles_of_a_pacs()),
        ("Analysis", skipped_analyses()),
        ("Work", work_given_up()),
    ],
)
def test_every_sentence_without_a_code_is_known_in_spanish(kind: str, server: set[str]) -> None:
    assert len(server) > 2
    assert sorted(server - keys(f"sentences/{kind}Sentences.ts")) == []


def test_every_code_is_said_by_the_portal() -> None:
    used = codes(PROBLEMS, *APPLICATION) - TO_PROGRAMS
    known = {key.removeprefix("refused.") for key in keys("texts/RefusalTexts.ts")}
    assert "last-admin" in used
    assert sorted(code for code in used - known if GAP not in code) == []


def test_every_model_that_comes_along_speaks_spanish() -> None:
    catalogue = FolderCatalogue(ROOT / "shared" / "inference" / "models")
    known = keys("texts/LabelTexts.ts")
    for model in catalogue.all():
        told = {f"notice.{model.notice}", f"model.{model.name}", f"licence.{model.licence}"}
        terms = {f"label.{label.name}" for label in model.labels} | told
        refusal = {model.rejection.reason} if model.rejection else set[str]()
        assert sorted(terms - known) == []
        assert refusal <= keys("sentences/AnalysisSentences.ts")
