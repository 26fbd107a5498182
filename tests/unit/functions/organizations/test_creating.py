"""Organizations come into being: two fields are enough, and a name is taken once. # E2 E3 E4"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.domain.partitions import ORGANIZATIONS
from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import create, names
from tests.world import World

ALL_FIELDS = {
    "name": "north_clinic",
    "display_name": "North Clinic",
    "dicom_url": "https://pacs.example.org/dicom-web/",
    "website": "https://clinic.example.org",
    "email": "Desk@Clinic.example.org",
    "address": "1 Harbour Street\nBergen",
    "phone": "+47 55 00 00 00",
}


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
        ("auth", "magic"),
        ("logo", "x"),
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
