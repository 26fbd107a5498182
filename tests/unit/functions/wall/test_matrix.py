"""The matrix: every operation, asked by everybody about everybody's things. # C7 C8 C9 C10 E10 F8 threat 1

Real sign-ins, a real archive of images, real records behind it. A new operation is refused here until
somebody has written down in expectations.py who may do what with it.
"""

import pytest

from functions.support.openapi import document
from tests.unit.functions.index import HTTP, HttpFunction
from tests.unit.functions.wall.asking import EVERYWHERE, is_about_something, question
from tests.unit.functions.wall.expectations import EXPECTED, LINKS, PEOPLE
from tests.unit.functions.wall.installation import Installation
from tests.unit.functions.wall.marking import mark, seen
from tests.unit.functions.wall.things import Things

SAFE = frozenset({"GET", "OPTIONS"})
OURS, THEIRS = ("member", "admin", "system"), ("their_member", "their_admin")
NESTED = [  # what belongs to somebody stands below whose it is
    function for function in HTTP if sum(f"{{{name}}}" in function.route for name in EVERYWHERE) > 1
]


def test_the_table_has_a_row_for_each_operation_of_the_document_and_no_other() -> None:
    described = [o["operationId"] for path in document()["paths"].values() for o in path.values()]

    assert sorted(described) == sorted(EXPECTED)
    assert sorted(described) == [function.name for function in HTTP]


@pytest.mark.parametrize("function", HTTP, ids=lambda function: function.name)
def test_everybody_is_answered_as_the_table_says(installation: Installation, function: HttpFunction) -> None:
    asked = [installation.ours, installation.theirs, installation.missing]
    things = asked if is_about_something(function) else asked[:1]

    answered = {who: "".join(_mark(installation, who, function, one) for one in things) for who in PEOPLE}

    assert answered == EXPECTED[function.name]


def _mark(installation: Installation, who: str, function: HttpFunction, things: Things) -> str:
    """What was changed is undone; and what was refused has changed nothing."""
    if function.method in SAFE:
        return mark(installation.people[who].ask(*question(function, things)))
    before = installation.state()
    answered = mark(installation.people[who].ask(*question(function, things)))
    if answered == "+":
        installation.restore()
    else:
        assert installation.state() == before
    return answered


@pytest.mark.parametrize("name", sorted(EXPECTED.keys() - LINKS))
def test_nobody_may_more_with_a_foreign_thing_than_with_one_that_is_nowhere(name: str) -> None:
    """The table itself keeps the wall."""
    for who, foreign in [*((who, 1) for who in OURS), *((who, 0) for who in THEIRS)]:
        cell = EXPECTED[name][who]
        assert len(cell) == 1 or cell[foreign] == cell[2]


@pytest.mark.parametrize(
    "function", [f for f in HTTP if is_about_something(f) and f.name not in LINKS], ids=lambda f: f.name
)
def test_a_foreign_thing_is_answered_exactly_as_one_that_is_nowhere(
    installation: Installation, function: HttpFunction
) -> None:
    for who in ("anonymous", *OURS):
        assert _told(installation, who, function, installation.theirs) == _told(
            installation, who, function, installation.missing
        )


def _told(installation: Installation, who: str, function: HttpFunction, things: Things) -> object:
    answer = installation.people[who].ask(*question(function, things))
    if mark(answer) == "+" and function.method not in SAFE:
        installation.restore()
    return seen(answer, things)


@pytest.mark.parametrize("function", NESTED, ids=lambda function: function.name)
def test_a_foreign_thing_is_nowhere_below_what_is_one_s_own(
    installation: Installation, function: HttpFunction
) -> None:
    """As in /organizations/{mine}/members/{theirs}."""
    ours, theirs, missing = installation.ours, installation.theirs, installation.missing
    names = [name for name in EVERYWHERE if f"{{{name}}}" in function.route]
    outer = min(names, key=lambda name: function.route.index(f"{{{name}}}"))
    mine = {outer: EVERYWHERE[outer](ours)}

    for who in ("admin", "app_admin", "app_admin*", "super_admin*"):
        person = installation.people[who]
        foreign = person.ask(*question(function, theirs, **mine))
        assert seen(foreign, theirs) == seen(person.ask(*question(function, missing, **mine)), missing)
        assert foreign.status in (403, 404) or foreign.body == b"[]"  # what a search has not found
