"""Unique identifiers, as PS3.5 9.1 writes them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from shared.domain.values import DicomUid

UID = TypeAdapter[str](DicomUid)


@pytest.mark.parametrize(
    "uid", ["1.2.840.10008.1.2", "2.25.329800735698586629295641978511506172918", "1" * 64]
)
def test_a_uid_is_digits_and_dots(uid: str) -> None:
    assert UID.validate_python(uid) == uid


@pytest.mark.parametrize(
    "text",
    ["", ".", "1.", ".1", "1..2", "1.2a", "1.2 ", "1.2\n", "1.2/../3", "1.2%2e3", "\u0661.2", "1" * 65],
)
def test_what_could_leave_a_path_or_a_query_is_no_uid(text: str) -> None:
    with pytest.raises(ValidationError):
        UID.validate_python(text)
