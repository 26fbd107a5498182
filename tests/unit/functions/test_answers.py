"""What the operations answer, as the portal reads it."""

import json

import pytest

from shared.domain import partitions
from tests.builders import HOSPITAL, MRN, STUDY, finding, instance, series_row, study_row
from tests.unit.functions.browser import Browser
from tests.world import World

REPORT = f"/studies/{STUDY}/report"


@pytest.fixture(autouse=True)
def chest(world: World) -> None:
    world.source.keep(study_row(), [series_row()], [instance()])


@pytest.mark.parametrize("path", ["/me", "/health", "/openapi.json", "/docs", "/studies", "/studies/9.9"])
def test_no_answer_is_kept_sniffed_or_framed(ada: Browser, path: str) -> None:
    headers = ada.get(path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_patient_is_found(ada: Browser) -> None:  # G2
    assert ada.get(f"/patients?mrn={MRN}").json == [
        {
            "mrn": MRN,
            "name": "COMUNIX",
            "birth_date": "1941-09-01",
            "sex": "F",
            "age": {"value": 84, "unit": "years"},
        }
    ]


def test_an_mrn_in_a_path_is_decoded_once(ada: Browser, world: World) -> None:
    world.source.keep(study_row("1.9", mrn="A B%41"))

    [study] = ada.get("/patients/A%20B%2541/studies").json
    assert study["study_instance_uid"] == "1.9"


def test_an_analysis_is_accepted_and_listed(ada: Browser) -> None:  # H6
    accepted = ada.post(f"/studies/{STUDY}/analyses")

    assert (accepted.status, accepted.json["status"]) == (202, "queued")
    assert ada.get(f"/studies/{STUDY}/analyses").json == [accepted.json]


def test_a_finding_is_decided_described_and_undone(ada: Browser, world: World) -> None:  # I4
    world.keep(partitions.study(HOSPITAL, STUDY), finding())
    [shown] = ada.get(f"/studies/{STUDY}/findings").json
    address = f"/findings/{shown['id']}"
    csrf = {"x-imagini-csrf": "1"}

    assert shown["probability"] == 0.6057
    assert (
        ada.post(f"{address}/decision", {"decision": "decline", "reason": "A rib."}).json["reason"]
        == "A rib."
    )
    assert ada.ask("PATCH", address, {"description": "Left."}, csrf).json["description"] == "Left."
    assert ada.ask("DELETE", f"{address}/decision", headers=csrf).json["status"] == "undecided"
    assert ada.post(f"{address}/decision", {"decision": "maybe"}).status == 422


def test_a_heat_map_is_a_picture(ada: Browser, world: World) -> None:
    world.kept.put("map.png", b"PNG")
    world.keep(partitions.study(HOSPITAL, STUDY), finding(heatmap="map.png"))

    answer = ada.get(f"/findings/{finding().id}/heatmap")

    assert (answer.headers["content-type"], answer.body) == ("image/png", b"PNG")


@pytest.mark.parametrize("spelling", ["{}", '"{}"', 'W/"{}"', ' "{}" '])
def test_a_report_is_saved_under_the_version_that_was_opened(ada: Browser, spelling: str) -> None:
    opened = ada.get(REPORT)
    assert opened.headers["etag"] == '"new"'

    saved = ada.put(REPORT, {"sections": {"impression": "Normal."}}, if_match=spelling.format("new"))
    assert (saved.status, saved.json["sections"]["impression"]) == (200, "Normal.")

    version = saved.headers["etag"].strip('"')
    again = ada.put(REPORT, {"sections": {"impression": "Pneumonia."}}, if_match=spelling.format(version))
    assert (again.status, ada.get(REPORT).headers["etag"]) == (200, again.headers["etag"])
    assert ada.put(REPORT, {"sections": {}}, if_match=spelling.format(version)).status == 412


def test_a_report_is_printed(ada: Browser) -> None:
    answer = ada.get(f"{REPORT}.pdf?language=es")

    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body.startswith(b"%PDF-")
    assert answer.headers["content-disposition"].startswith("inline")


def test_a_signed_report_says_so(ada: Browser) -> None:
    assert ada.post(f"{REPORT}/signature").json["status"] == "signed"


def test_health_and_documentation_are_for_everybody(browser: Browser) -> None:  # B2
    assert browser.get("/health").json["status"] == "ok"
    assert json.loads(browser.get("/openapi.json").body)["openapi"].startswith("3.1")
    page = browser.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert b"https://" not in page.body  # its assets are our own: it renders offline
