"""What is asked of the logs: tables that the deployment fills, nothing that names a patient. # J1"""

import json
import re

import pytest

from infra.checks.code import ROOT
from shared.core.measures import MEASURES
from shared.infrastructure.dicomweb.watching import NAME

ALERTS = {file.name: file.read_text() for file in sorted((ROOT / "infra" / "alerts").glob("*.kql"))}
WORKBOOK = json.loads((ROOT / "infra" / "dashboards" / "imagini.workbook.json").read_text())
TILES = {item["name"]: item["content"]["query"] for item in WORKBOOK["items"] if item["type"] == 3}
QUESTIONS = {**ALERTS, **TILES}
FILLED = {  # by diagnostic settings, or by Application Insights
    "AppDependencies",
    "AppMetrics",
    "AppRequests",
    "AzureDiagnostics",
    "CDBDataPlaneRequests",
    "ContainerAppSystemLogs",
    "StorageBlobLogs",
    "StorageQueueLogs",
}
OURS = re.compile(r"imagini\.[a-z.]+[a-z]")  # what we tell: measurements, and facts of spans
FACT = re.compile(r"\bProperties\.(\w+)")
SPAN = re.compile(r'Name startswith "(\w+) "')
TELLING = re.compile(r"\b(Url|requestUri_s|ObjectKey|CallerIpAddress|UserId|project \*)\b")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked_of_a_table_that_is_filled(name: str) -> None:
    first = next(line for line in QUESTIONS[name].splitlines() if line and not line.startswith("//"))

    assert first in FILLED


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_asks_for_what_the_code_tells(name: str) -> None:
    asked = set(OURS.findall(QUESTIONS[name]))
    measures = [measure for measure in MEASURES if measure.name in asked]

    assert asked - {measure.name for measure in measures} <= {
        "imagini.organization"
    }  # functions/support/endpoint.py
    assert set(FACT.findall(QUESTIONS[name])) <= {fact for measure in measures for fact in measure.facts}
    assert set(SPAN.findall(QUESTIONS[name])) <= {NAME}


def test_all_that_is_measured_is_asked_for() -> None:
    asked = {name for question in QUESTIONS.values() for name in OURS.findall(question)}

    assert {measure.name for measure in MEASURES} - asked == {
        "imagini.task.duration"
    }  # for whoever looks closer


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_names_no_patient(name: str) -> None:
    assert not TELLING.search(QUESTIONS[name])
    assert "summarize" in QUESTIONS[name], "rows of a log hold addresses; counts do not"


def test_every_tile_has_a_name_of_its_own() -> None:
    names = [item["name"] for item in WORKBOOK["items"]]

    assert len(set(names)) == len(names)
    assert len(TILES) >= 8
