"""The list of organizations: paged, sorted and searched by the server. # E1"""

from typing import Any

import pytest

from shared.application.ports import Change
from shared.domain.partitions import ORGANIZATIONS
from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import create, names, patch
from tests.world import World


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
