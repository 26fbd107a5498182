"""What was stored in an older shape is read in today's. # B8"""

from typing import Any

import pytest
from pydantic import ValidationError

from shared.domain.entity import Body, Entity
from shared.domain.errors import Unavailable


def name_in_two_parts(body: Body) -> Body:
    first, _, last = body.pop("name").partition(" ")
    return body | {"first": first, "last": last}


def beds_are_counted(body: Body) -> Body:
    return body | {"beds": len(body.pop("bed_names"))}


class Ward(Entity):
    """As it is since its third version."""

    kind = "ward-of-a-test"
    upgrades = (name_in_two_parts, beds_are_counted)

    first: str
    last: str
    beds: int


TODAY = Ward(id="w", first="Ada", last="Lovelace", beds=2)
FIRST: dict[str, Any] = {"id": "w", "name": "Ada Lovelace", "bed_names": ["a", "b"]}
SECOND: dict[str, Any] = {"id": "w", "first": "Ada", "last": "Lovelace", "bed_names": ["a", "b"]}


def test_todays_version_is_one_more_than_the_upgrades() -> None:
    assert Ward.schema_version() == 3
    assert TODAY.body()["schema_version"] == 3


@pytest.mark.parametrize(
    "stored",
    [FIRST, FIRST | {"schema_version": 1}, SECOND | {"schema_version": 2}, TODAY.body()],
    ids=["before versions", "first", "second", "today"],
)
def test_every_version_is_read_as_todays(stored: dict[str, Any]) -> None:
    assert Ward.restore(stored, "etag").body() == TODAY.body()


def test_reading_leaves_the_stored_body_alone() -> None:
    stored = FIRST | {}
    Ward.restore(stored, "etag")

    assert stored == FIRST


def test_a_version_from_the_future_is_not_misread() -> None:
    with pytest.raises(Unavailable, match="newer version"):
        Ward.restore(TODAY.body() | {"schema_version": 4, "doors": 1}, "etag")


def test_the_etag_is_known_and_never_stored() -> None:
    restored = Ward.restore(TODAY.body(), "etag")

    assert restored.etag == "etag"
    assert "etag" not in restored.body()


def test_a_field_that_nobody_knows_is_a_mistake_and_not_dropped() -> None:
    with pytest.raises(ValidationError, match="doors"):
        Ward.restore(TODAY.body() | {"doors": 1}, "etag")
