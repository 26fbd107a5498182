"""Organizations, as their administrators reach them over HTTP."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from functions.support import endpoint
from functions.support.streaming_http import Request
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.reinstate_organization import ReinstateOrganization
from shared.application.commands.suspend_organization import SuspendOrganization
from shared.application.ports import Change, Condition
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.user import Membership
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.world import EMAIL, PASSWORD, World

OPERATOR = Actor(id="root", name="Root", role=Role.APP_ADMIN)
HEAD = replace(RADIOLOGIST, role=Role.ORG_ADMIN)
ALL_FIELDS = {
    "name": "north_clinic",
    "display_name": "North Clinic",
    "dicom_url": "https://pacs.example.org/dicom-web/",
    "website": "https://clinic.example.org",
    "email": "Desk@Clinic.example.org",
    "address": "1 Harbour Street\nBergen",
    "phone": "+47 55 00 00 00",
}
type As = Callable[[Actor], Browser]


@pytest.fixture
def as_(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> As:
    """The browser of whoever is named."""

    def signed_in(actor: Actor) -> Browser:
        def actor_of(_: Request) -> Actor:
            return actor

        monkeypatch.setattr(endpoint, "actor_of", actor_of)
        return browser

    return signed_in


@pytest.fixture
def operator(as_: As) -> Browser:
    return as_(OPERATOR)


def create(browser: Browser, name: str = HOSPITAL, **given: object) -> Answer:
    return browser.post("/organizations", {"name": name} | given)


def patch(browser: Browser, organization: str, **given: object) -> Answer:
    return browser.ask("PATCH", f"/organizations/{organization}", given, CSRF)


def names(browser: Browser, query: str = "") -> list[str]:
    answer = browser.get(f"/organizations{query}")
    assert answer.status == 200, answer.body
    return [item["name"] for item in answer.json["items"]]


def test_two_fields_are_enough(operator: Browser) -> None:  # E2
    created = create(operator, dicom_url="https://pacs.example.org/dicom-web")

    assert created.status == 201
    assert (created.json["display_name"], created.json["status"]) == (HOSPITAL, "active")
    assert created.json["source"]["url"] == "https://pacs.example.org/dicom-web"
    assert operator.get(f"/organizations/{HOSPITAL}").json == created.json


def test_without_an_address_studies_live_in_the_archive(operator: Browser) -> None:
    assert create(operator).json["source"]["type"] == "archive"


def test_all_that_is_written_is_kept(operator: Browser) -> None:  # E2
    created = operator.post("/organizations", ALL_FIELDS).json

    for field in ("name", "display_name", "website", "address", "phone"):
        assert created[field] == ALL_FIELDS[field]
    assert created["source"]["url"] == "https://pacs.example.org/dicom-web"
    assert created["email"] == "desk@clinic.example.org"
    assert created["created_at"] == "2026-03-04T12:00:00Z"


def test_fields_that_a_form_leaves_empty_are_not_given(operator: Browser) -> None:
    empty = dict.fromkeys(("display_name", "dicom_url", "website", "email", "address", "phone"), "")

    created = create(operator, **empty).json
    assert (created["website"], created["phone"], created["source"]["type"]) == (None, None, "archive")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("abc", "A name has at least 4 characters."),
        ("a" * 64, "A name has at most 63 characters."),
        ("Abcd", "A name has no capital letters."),
        ("1abc", "A name does not begin with a digit."),
        ("_abc", "A name neither begins nor ends with an underscore."),
        ("abcd_", "A name neither begins nor ends with an underscore."),
        ("ab-c", "A name is made of the letters a to z, digits and underscores."),
        ("abcd\n", "A name is made of the letters a to z, digits and underscores."),
    ],
)
def test_each_rule_of_a_name_has_its_own_sentence(operator: Browser, name: str, sentence: str) -> None:  # E3
    answer = create(operator, name)

    assert (answer.status, answer.json["errors"]) == (422, [{"field": "name", "message": sentence}])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("dicom_url", "ftp://pacs"),
        ("website", "javascript:alert(1)"),
        ("email", "nobody"),
        ("phone", "call me"),
        ("display_name", "a\nb"),
        ("address", "x" * 501),
        ("secret", "x"),
    ],
)
def test_what_is_none_of_its_kind_is_refused_by_its_name(operator: Browser, field: str, value: str) -> None:
    answer = create(operator, **{field: value})

    assert (answer.status, [error["field"] for error in answer.json["errors"]]) == (422, [field])
    assert names(operator) == []


@pytest.mark.usefixtures("operator")
def test_of_twenty_who_take_a_name_at_once_one_gets_it(world: World) -> None:  # E4
    with ThreadPoolExecutor(20) as people:
        answers = list(people.map(create, [Browser() for _ in range(20)]))

    assert sorted(answer.status for answer in answers) == [201, *[409] * 19]
    refused = next(answer for answer in answers if answer.status == 409)
    assert refused.json["detail"] == f"There is an organization named {HOSPITAL} already."
    assert world.store.count(ORGANIZATIONS, "organization") == 1


def test_a_list_comes_page_by_page(operator: Browser) -> None:  # E1
    for number in range(12):
        create(operator, f"clinic_{number:02}")

    first = operator.get("/organizations").json
    assert (first["total"], len(first["items"])) == (12, 10)
    assert names(operator, "?offset=10&limit=10") == ["clinic_10", "clinic_11"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?sort=name", ["east", "north", "west"]),
        ("?sort=name&descending=true", ["west", "north", "east"]),
        ("?sort=display_name", ["west", "east", "north"]),
        ("?sort=created_at&descending=true", ["west", "east", "north"]),
        ("?search=HOUSE", ["west"]),
        ("?search=EAST", ["east"]),
        ("?search=%25", []),
        ("?search=nobody", []),
    ],
)
def test_the_server_sorts_and_searches(
    operator: Browser, world: World, query: str, expected: list[str]
) -> None:  # E1
    for name, shown in (("north", "Ward C"), ("east", "Ward B"), ("west", "A house")):
        create(operator, name, display_name=shown)
        world.time.passes(days=1)

    assert names(operator, query) == expected
    assert operator.get(f"/organizations{query}").json["total"] == len(expected)


def test_a_search_finds_organizations_that_were_stored_before_there_was_one(
    operator: Browser, world: World
) -> None:
    old: dict[str, Any] = {
        "id": HOSPITAL,
        "display_name": "Old",
        "language": "en",
        "source": {"type": "archive"},
    }
    world.store.commit(ORGANIZATIONS, [Change("add", "organization", HOSPITAL, old)])
    assert names(operator) == [HOSPITAL]

    patch(operator, HOSPITAL, phone="12345")
    assert names(operator, "?search=old") == [HOSPITAL]


@pytest.mark.parametrize("query", ["?sort=colour", "?limit=0", "?limit=201", "?offset=-1", "?page=2"])
def test_a_list_that_cannot_be_given_is_refused(operator: Browser, query: str) -> None:
    assert operator.get(f"/organizations{query}").status == 422


def test_an_organizations_admin_edits_it_and_what_is_not_named_stays(as_: As) -> None:  # E9
    create(as_(OPERATOR), display_name="Old", phone="123", website="https://old.example.org")
    changes: dict[str, Any] = {"display_name": "New", "language": "es", "retention_days": 90, "website": None}

    edited = patch(as_(HEAD), HOSPITAL, **changes)

    assert edited.status == 200, edited.body
    assert {field: edited.json[field] for field in changes} == changes
    assert edited.json["phone"] == "123"
    assert as_(HEAD).get(f"/organizations/{HOSPITAL}").json == edited.json


def test_an_edit_is_found_by_its_new_name_and_audited(operator: Browser, world: World) -> None:
    create(operator, display_name="Old")
    patch(operator, HOSPITAL, display_name="Saint Mary", phone="123")

    assert names(operator, "?search=mary") == [HOSPITAL]
    [line] = world.of(AuditLine, ORGANIZATIONS).all(Condition("action", "is", "organization.edit"))
    assert (line.actor_name, line.target, line.detail) == ("Root", HOSPITAL, "display_name, phone")


@pytest.mark.parametrize(
    "given", [{"name": "another"}, {"status": "suspended"}, {"retention_days": 0}, {"language": "fr"}]
)
def test_what_an_edit_cannot_change_is_refused(operator: Browser, given: dict[str, object]) -> None:
    create(operator)

    assert patch(operator, HOSPITAL, **given).status == 422


def test_another_organization_is_not_found_by_an_organizations_admin(as_: As) -> None:
    create(as_(OPERATOR), CLINIC)

    assert as_(HEAD).get(f"/organizations/{CLINIC}").status == 404
    assert patch(as_(HEAD), CLINIC, display_name="Mine").status == 404
    assert as_(OPERATOR).get(f"/organizations/{CLINIC}").json["display_name"] == CLINIC


def test_a_password_that_is_not_given_again_is_kept_for_the_same_server_only(operator: Browser) -> None:  # E6
    create(operator)
    pacs = {"url": "https://pacs.example.org/dicom-web", "auth": "basic", "username": "imagini"}

    def configured(**given: str) -> bool:
        return operator.put(f"/organizations/{HOSPITAL}/source", pacs | given).json["has_secret"]

    assert configured() is False
    assert configured(secret="hunter2") is True
    assert configured(url="https://pacs.example.org/other") is True
    assert configured(url="https://thief.example.org/dicom-web") is False
    assert b"hunter2" not in operator.get(f"/organizations/{HOSPITAL}").body


def suspend(as_: As, name: str = HOSPITAL) -> None:
    answer = as_(OPERATOR).post(f"/organizations/{name}/suspension")
    assert (answer.status, answer.json["status"]) == (200, "suspended")


def test_suspending_and_reinstating_twice_is_as_good_as_once(as_: As) -> None:
    create(as_(OPERATOR))
    for _ in range(2):
        suspend(as_)
    for _ in range(2):
        answer = as_(OPERATOR).ask("DELETE", f"/organizations/{HOSPITAL}/suspension", headers=CSRF)
        assert answer.json["status"] == "active"


def test_nobody_works_in_a_suspended_organization_and_who_signs_in_is_told(
    ada: Browser, world: World
) -> None:
    world.send(SuspendOrganization(organization_id=HOSPITAL), PLATFORM)

    assert ada.get("/me").status == 401
    answer = sign_in(Browser())
    assert answer.status == 403
    assert answer.json["detail"] == "Your organization is suspended. Ask whoever runs imagini for you."

    world.send(ReinstateOrganization(organization_id=HOSPITAL), PLATFORM)
    assert ada.get("/me").json["organization"]["id"] == HOSPITAL
    assert sign_in(Browser()).status == 200


def test_who_works_elsewhere_too_signs_in_there(world: World) -> None:
    world.employ()
    world.send(CreateOrganization(name=CLINIC), PLATFORM)
    elsewhere = Membership(organization_id=CLINIC, role=Role.MEMBER)
    person = {"email": EMAIL, "first_name": "Ada", "last_name": "Lovelace", "membership": elsewhere}
    world.send(RegisterUser.model_validate(person), PLATFORM)
    world.send(SuspendOrganization(organization_id=HOSPITAL), PLATFORM)

    assert sign_in(Browser()).json["organization"]["id"] == CLINIC


def sign_in(browser: Browser) -> Answer:
    return browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD})
