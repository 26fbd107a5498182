"""Who sees patients' data over HTTP is on record, each time; and those who may, read it there. # threat 17"""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from functions.support import endpoint
from functions.support.operation import operations
from functions.support.spreadsheet import safe
from functions.support.streaming_http import Request
from shared.application.commands.log_audit import LogAudit
from shared.domain import partitions
from shared.domain.access import ANONYMOUS, Actor, Permission, Role
from shared.domain.audit import AuditEntry, AuditLine
from tests.builders import (
    CLINIC,
    HOSPITAL,
    IMAGE,
    MRN,
    NOON,
    RADIOLOGIST,
    SERIES,
    STUDY,
    finding,
    instance,
    organization,
    series_row,
    study_row,
)
from tests.unit.functions.browser import Browser
from tests.unit.functions.index import HTTP, HttpFunction
from tests.world import World

READS = {o.name for o in operations if o.permission is Permission.READ_PATIENTS and o.method == "GET"} - {
    "read_capabilities"
}
HERE = {"study_uid": STUDY, "series_uid": SERIES, "sop_uid": IMAGE, "frames": "1", "mrn": MRN} | {
    "finding_id": finding().id,
    "path": "7fe00010",
}
LINES = (partitions.study(HOSPITAL, STUDY), partitions.accesses(HOSPITAL, NOON))


class Caller:
    actor: Actor = RADIOLOGIST


@pytest.fixture
def caller(monkeypatch: pytest.MonkeyPatch) -> Caller:
    caller = Caller()

    def actor_of(_: Request) -> Actor:
        return caller.actor

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    return caller


@pytest.fixture
def hospital(world: World) -> World:
    world.keep(partitions.ORGANIZATIONS, organization())
    world.source.keep(study_row(), [series_row()], [instance()])
    world.keep(LINES[0], finding(heatmap="map.png"))
    world.kept.put("map.png", b"PNG")
    return world


def lines(world: World, *where: str) -> list[AuditLine]:
    return [line for partition in where for line in world.of(AuditLine, partition).all(order="number")]


def ask(browser: Browser, function: HttpFunction, **other: str) -> int:
    route = function.route.replace("{*", "{").format(**(HERE | other))
    return browser.get(f"/{route}{'?mrn=' + HERE['mrn'] if function.name == 'find_patients' else ''}").status


@pytest.mark.usefixtures("caller")
@pytest.mark.parametrize("function", [f for f in HTTP if f.name in READS], ids=lambda f: f.name)
def test_each_operation_that_reads_leaves_one_line_for_who_saw_and_one_for_who_was_refused(
    browser: Browser, hospital: World, function: HttpFunction
) -> None:
    nowhere = {"study_uid": "9.9", "mrn": "NOBODY", "finding_id": "9.9_x"}
    answers = [ask(browser, function)]
    hospital.time.passes(minutes=5)
    answers.append(ask(browser, function, **nowhere))

    outcomes = [line.outcome for line in lines(hospital, *LINES)]
    assert set(answers) <= {200, 404}
    assert outcomes.count("granted") == answers.count(200)
    assert outcomes.count("denied") == answers.count(404)


@pytest.mark.usefixtures("hospital")
@pytest.mark.parametrize("role", [Role.ANONYMOUS, Role.APP_ADMIN, Role.SUPER_ADMIN])
def test_who_has_no_right_to_patients_is_on_record_as_refused(
    browser: Browser, world: World, caller: Caller, role: Role
) -> None:
    caller.actor = Actor(id="tim", name="Tim", role=role) if role is not Role.ANONYMOUS else ANONYMOUS
    for function in HTTP:
        if function.name in READS:
            assert ask(browser, function) in (401, 403)

    refused = lines(world, partitions.accesses(None, NOON))
    assert {line.action for line in refused} >= {"patient.search", "images.view", "report.view"}
    assert {(line.outcome, line.patient, line.study_uid) for line in refused} == {("denied", "", "")}
    assert world.of(AuditLine, LINES[0]).count() == 0


def listed(world: World, browser: Browser, query: str = "") -> list[dict[str, str]]:
    world.work(LogAudit)
    answer = browser.get(f"/audit{query}")
    assert answer.status == 200
    assert answer.json["total"] == len(answer.json["items"])
    return answer.json["items"]


@pytest.fixture
def week(browser: Browser, hospital: World, caller: Caller) -> World:
    """Ada sees a patient, Eva is refused another day, and Grace, who administers the hospital, looks."""
    assert browser.get(f"/patients/{MRN}/studies").status == 200
    hospital.time.passes(days=1)
    caller.actor = replace(RADIOLOGIST, id="eva", name="Eva Vidal", address="203.0.113.9")
    assert browser.get("/studies/9.9/report").status == 404
    hospital.time.passes(days=1)
    caller.actor = replace(RADIOLOGIST, id="grace", name="Grace Hopper", role=Role.ORG_ADMIN)
    return hospital


def test_an_administrator_reads_who_saw_whom_newest_first(week: World, browser: Browser) -> None:
    rows = listed(week, browser)

    assert [(row["actor_name"], row["action"], row["outcome"]) for row in rows] == [
        ("Eva Vidal", "report.view", "denied"),
        ("Ada Lovelace", "patient.studies", "granted"),
    ]
    assert (rows[0]["address"], rows[0]["study_uid"], rows[1]["patient"]) == ("203.0.113.9", "9.9", MRN)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (f"?patient={MRN}", ["Ada Lovelace"]),
        ("?search=vidal", ["Eva Vidal"]),
        ("?outcome=denied", ["Eva Vidal"]),
        ("?group=sign_in", []),
        ("?since=2026-03-05", ["Eva Vidal"]),
        ("?until=2026-03-04", ["Ada Lovelace"]),
        ("?emergency=true", []),
        ("?until=0001-01-05", []),
        ("?since=2026-03-05&until=2026-03-04", []),
        ("?descending=false", ["Ada Lovelace", "Eva Vidal"]),
    ],
)
def test_the_audit_is_filtered(week: World, browser: Browser, query: str, names: list[str]) -> None:
    assert [row["actor_name"] for row in listed(week, browser, query)] == names


def test_no_more_than_three_years_are_read_at_once(week: World, browser: Browser) -> None:
    assert week.time.now().year == 2026
    assert browser.get("/audit?since=2020-01-01").status == 422
    assert browser.get("/audit.csv?since=2020-01-01").status == 422


def test_reading_the_audit_is_on_record(week: World, browser: Browser) -> None:
    listed(week, browser, f"?patient={MRN}")

    [row] = listed(week, browser, "?group=audit")
    assert (row["actor_name"], row["action"], row["patient"]) == ("Grace Hopper", "audit.read", MRN)


def test_the_audit_is_read_page_by_page_across_months(week: World, browser: Browser) -> None:
    week.time.passes(days=30)
    month = week.time.now()
    for number in range(3):
        week.time.passes(minutes=6)
        assert browser.get(f"/patients/{MRN}/studies").status == 200, number
    week.work(LogAudit)

    found: list[str] = []
    for offset in range(0, 6, 2):
        page = browser.get(f"/audit?offset={offset}&limit=2&group=patients").json
        assert page["total"] == 5
        found += [row["actor_name"].split()[0] for row in page["items"]]
    assert found == ["Grace", "Grace", "Grace", "Eva", "Ada"]
    assert f"{month:%Y-%m}" != f"{NOON:%Y-%m}"


def test_the_audit_is_a_spreadsheet_that_calculates_nothing(
    week: World, browser: Browser, caller: Caller
) -> None:
    grace = caller.actor
    caller.actor = replace(RADIOLOGIST, name="=HYPERLINK(1)")
    assert browser.get("/dicomweb/studies?PatientID=%40SUM").status == 200
    caller.actor = grace
    week.work(LogAudit)
    answer = browser.get("/audit.csv")

    rows = list(csv.DictReader(StringIO(answer.body.decode("utf-8-sig"))))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert (rows[0]["actor_name"], rows[0]["patient"]) == ("'=HYPERLINK(1)", "'@SUM")
    assert len(rows) == 3
    assert safe("-1") == "'-1"


def test_an_organization_s_audit_is_nobody_else_s(week: World, browser: Browser, caller: Caller) -> None:
    caller.actor = replace(caller.actor, organization_id=CLINIC)

    assert listed(week, browser) == []
    assert browser.get(f"/audit?organization={HOSPITAL}").status == 404


def test_who_runs_the_platform_reads_of_all_organizations_and_of_no_patient(
    week: World, browser: Browser, caller: Caller
) -> None:
    listed(week, browser)  # Grace, who reads of patients
    caller.actor = Actor(id="tim", name="Tim Torres", role=Role.APP_ADMIN)
    for path in ("", f"?organization={HOSPITAL}"):
        rows = listed(week, browser, path)
        assert {row["group"] for row in rows} == {"audit"}
        assert MRN not in str(rows)

    caller.actor = replace(caller.actor, organization_id=HOSPITAL, emergency=True)
    assert "patients" in {row["group"] for row in listed(week, browser, f"?organization={HOSPITAL}")}


def test_a_line_that_is_handed_on_twice_is_listed_once(week: World) -> None:
    [line, *_] = lines(week, LINES[1])
    task = LogAudit(chain=LINES[1], line_id=line.id, log=partitions.audit(HOSPITAL, "2026-03"))
    for _ in range(2):
        week.queues.put(LogAudit.queue, task.model_dump_json())
    week.work(LogAudit)

    assert week.of(AuditEntry, task.log).count() == 2


def test_all_that_reads_was_asked() -> None:
    assert len(READS) > 25
