"""Partners' systems: let in by an organization's administrators, with as little as they need."""

from dataclasses import replace
from datetime import datetime

import pytest

from shared.application.commands.change_organization_status import ChangeOrganizationStatus
from shared.application.commands.create_organization import CreateOrganization
from shared.application.ports import Condition
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.client import Client
from shared.domain.partitions import accesses, clients
from tests.builders import CLINIC, HOSPITAL, series_row, study_row
from tests.unit.functions.browser import CSRF
from tests.unit.functions.systems import CLIENTS, FORM, HEAD, OPERATOR, READ, STORE, Reception
from tests.world import World


@pytest.fixture
def reception(world: World, monkeypatch: pytest.MonkeyPatch) -> Reception:
    world.employ()
    world.source.keep(study_row(), [series_row()], [])
    return Reception(monkeypatch)


def test_a_system_reads_patients_with_a_token_and_nothing_else(reception: Reception) -> None:
    token = reception.token(reception.admit(READ))

    assert reception.use(token, path="/dicomweb/studies?PatientID=IYET5.0").status == 200
    for path in ("/me", "/users", CLIENTS):
        assert reception.use(token, path=path).status == 403
    assert reception.use(token, "POST", "/studies/1.2/analyses").status == 403


def test_the_secret_is_shown_once_and_kept_as_a_hash(world: World, reception: Reception) -> None:
    ris = reception.admit(READ, STORE)

    [kept] = world.of(Client, clients(HOSPITAL)).all()
    listed = reception.browser.get(CLIENTS)
    assert len(ris["secret"]) == 43
    for shown in (kept.model_dump_json(), listed.body.decode()):
        assert ris["secret"] not in shown
    assert kept.secrets[0].hash not in listed.body.decode()
    [line] = world.of(AuditLine, clients(HOSPITAL)).all(Condition("action", "is", "client.create"))
    assert (line.actor_name, line.target) == (HEAD.name, HOSPITAL)
    assert line.detail == f"{ris['id']} {READ} {STORE}"


def test_a_token_is_answered_as_the_standard_says(reception: Reception) -> None:
    ris = reception.admit(READ, STORE)
    answer = reception.ask_token(ris)
    in_the_form = {"grant_type": "client_credentials"} | {
        "client_id": ris["client_id"],
        "client_secret": ris["secret"],
    }

    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    said = {name: answer.json[name] for name in ("token_type", "expires_in", "scope")}
    assert said == {"token_type": "Bearer", "expires_in": 600, "scope": f"{READ} {STORE}"}
    assert reception.send(in_the_form, FORM).status == 200


def test_who_was_given_a_token_and_who_was_not_is_on_record(reception: Reception, world: World) -> None:
    ris = reception.admit(READ)
    reception.ask_token(ris)
    reception.ask_token(ris | {"secret": "guess"})

    lines = world.of(AuditLine, accesses(HOSPITAL, world.time.now())).all(order="number")
    assert [(line.action, line.actor_id, line.outcome) for line in lines] == [
        ("client.token", ris["client_id"], "granted"),
        ("client.token", ris["client_id"], "denied"),
    ]


def test_the_list_says_when_a_system_last_asked_for_a_token(reception: Reception, world: World) -> None:
    def told(name: str) -> str | None:
        rows = reception.browser.get(CLIENTS).json
        return next(row["last_token_at"] for row in rows if row["name"] == name)

    ris, first = reception.admit(READ), world.time.now()
    assert told("RIS") is None
    reception.token(ris)
    world.time.passes(days=30)  # into the next month
    reception.ask_token(ris | {"secret": "guess"})
    assert datetime.fromisoformat(told("RIS") or "") == first
    world.time.passes(days=2)
    reception.token(ris)
    assert datetime.fromisoformat(told("RIS") or "") == world.time.now()
    world.time.passes(days=70)
    assert told("RIS") is None


def test_a_token_may_be_for_less(reception: Reception) -> None:
    ris = reception.admit(READ, STORE)

    assert reception.use(reception.token(ris, scope=STORE)).status == 403
    assert reception.use(reception.token(ris, scope=READ)).status == 200


@pytest.mark.parametrize(
    ("form", "headers", "status", "error"),
    [
        ({"grant_type": "password"}, {}, 400, "unsupported_grant_type"),
        ({"scope": "users.manage"}, {}, 400, "invalid_scope"),
        ({"scope": STORE}, {}, 400, "invalid_scope"),
        ({}, {"content-type": "application/json"}, 400, "invalid_request"),
        ({"client_id": "x" * 9000}, {}, 400, "invalid_request"),
        ({}, {"authorization": "Basic !"}, 401, "invalid_client"),
        ({}, {"authorization": "Basic eDp5"}, 401, "invalid_client"),
        ({}, {"authorization": ""}, 401, "invalid_client"),
    ],
)
def test_what_is_wrong_is_said_as_the_standard_says(
    reception: Reception, form: dict[str, str], headers: dict[str, str], status: int, error: str
) -> None:
    answer = reception.ask_token(reception.admit(READ), headers, **form)

    assert (answer.status, answer.json["error"]) == (status, error)
    assert ("www-authenticate" in answer.headers) is (status == 401)


def test_a_secret_is_changed_without_a_break(reception: Reception) -> None:
    old = reception.admit(READ)
    added = reception.browser.post(f"{CLIENTS}/{old['id']}/secrets").json
    new = added["client"] | {"secret": added["secret"]}
    assert [reception.ask_token(each).status for each in (old, new)] == [200, 200]
    assert reception.browser.post(f"{CLIENTS}/{old['id']}/secrets").status == 409

    first, second = (f"{CLIENTS}/{old['id']}/secrets/{secret['id']}" for secret in new["secrets"])
    assert reception.browser.ask("DELETE", first, headers=CSRF).status == 200

    assert [reception.ask_token(each).status for each in (old, new)] == [401, 200]
    assert reception.browser.ask("DELETE", second, headers=CSRF).status == 422  # the only one


def test_a_token_ends_with_its_time_its_client_and_its_organization(
    reception: Reception, world: World
) -> None:
    ris = reception.admit(READ)
    token = reception.token(ris)
    world.time.passes(seconds=599)
    assert reception.use(token).status == 200
    world.time.passes(seconds=1)
    assert reception.use(token).json["error"] == "invalid_token"

    token = reception.token(ris)
    suspend = ChangeOrganizationStatus(organization_id=HOSPITAL, status="suspended")
    world.send(suspend, PLATFORM)
    assert reception.use(token).status == reception.ask_token(ris).status == 401
    world.send(suspend.model_copy(update={"status": "active"}), PLATFORM)
    assert reception.use(token).status == 200

    assert reception.browser.ask("DELETE", f"{CLIENTS}/{ris['id']}", headers=CSRF).status == 204
    assert reception.use(token).status == reception.ask_token(ris).status == 401


def test_nobody_gives_a_system_what_they_may_not_do_themselves(reception: Reception) -> None:
    ris = reception.admit(READ)
    asked = {"name": "RIS", "scopes": [READ]}
    in_emergency = replace(OPERATOR, organization_id=HOSPITAL, emergency=True)
    for reception.sitting in (OPERATOR, in_emergency):
        assert reception.browser.post(CLIENTS, asked).status == 403
        assert reception.browser.post(f"{CLIENTS}/{ris['id']}/secrets").status == 403
    reception.sitting = replace(HEAD, organization_id=CLINIC)
    assert reception.browser.post(CLIENTS, asked).status == 404


@pytest.mark.parametrize("scopes", [[], ["people.manage"], ["reports.write"], ["*"]])
def test_a_system_is_given_reading_and_storing_at_most(reception: Reception, scopes: list[str]) -> None:
    assert reception.browser.post(CLIENTS, {"name": "RIS", "scopes": scopes}).status == 422


def test_a_system_stores_without_the_header_that_pages_send_and_whatever_cookies_say(
    reception: Reception,
) -> None:
    token = reception.token(reception.admit(STORE))
    reception.browser.cookies["imagini"] = "somebody~else"

    answer = reception.use(token, "POST", "/dicomweb/studies", **{"content-type": "multipart/related"})

    assert answer.status not in (401, 403)
    assert reception.use("made-up", "POST", "/dicomweb/studies").status == 401


def test_another_organizations_patients_are_not_there(reception: Reception, world: World) -> None:
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)
    reception.sitting = replace(HEAD, organization_id=CLINIC)
    answer = reception.browser.post(f"/organizations/{CLINIC}/clients", {"name": "RIS", "scopes": [READ]})
    token = reception.token(answer.json["client"] | {"secret": answer.json["secret"]})

    assert reception.use(token, path="/dicomweb/studies").body in (b"", b"[]")
    assert reception.use(token, path="/dicomweb/studies/1.2/series").status == 404


def test_secrets_are_not_guessed_from_one_network_for_long(reception: Reception) -> None:
    ris = reception.admit(READ)
    wrong, here = ris | {"secret": "guess"}, {"x-forwarded-for": "198.51.100.7"}

    statuses = [reception.ask_token(wrong, here).status for _ in range(35)]

    assert set(statuses) == {401, 429}
    assert statuses.count(401) <= 31
    assert reception.ask_token(ris, {"x-forwarded-for": "203.0.113.9"}).status == 200
