"""Small files that explode are refused by what their headers say, before anything is decoded. # threat 14"""

from typing import Any

import pytest

from shared.imaging import limits, reader
from shared.imaging.errors import ImagingError, TooLarge, Truncated, Undecodable
from shared.imaging.picture import open_picture
from shared.imaging.reader import read_header
from tests.hostile_files import BOMBS

REFUSED: dict[str, type[ImagingError]] = {
    "nested": Undecodable,
    "nested with lengths": Undecodable,
    "nested implicit": Undecodable,
    "nested unknown": Undecodable,
    "endless items": TooLarge,
    "many private elements": TooLarge,
    "length beyond the file": Truncated,
    "endless meta": TooLarge,
    "deflated": TooLarge,
    "too large": TooLarge,
    "too large compressed": TooLarge,
    "endless fragments": TooLarge,
    "lying jpeg": Undecodable,
    "lying jpeg ls": Undecodable,
    "lying jpeg 2000": Undecodable,
    "lying rle": Undecodable,
    "no beginning": Undecodable,
}
IN_THE_HEADER = [name for name in REFUSED if name.startswith(("nested", "endless i", "many", "length"))]
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:pydicom")


@pytest.mark.parametrize("name", REFUSED)
def test_a_bomb_is_refused_by_what_is_wrong_with_it(name: str) -> None:
    with pytest.raises(REFUSED[name]) as refused:
        open_picture(BOMBS[name]())
    assert str(refused.value).startswith(("Instance 1.2.3.4.1 ", "The header of instance "))


def test_no_parser_has_seen_a_header_that_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def parse(*_: object, **how: object) -> None:
        parsed.append("meta" if how["stop_when"] is reader._after_meta else "header")  # pyright: ignore[reportPrivateUsage]
        return read_dataset(*_, **how)

    read_dataset: Any = reader.read_dataset
    monkeypatch.setattr(reader, "read_dataset", parse)
    for name in IN_THE_HEADER:
        with pytest.raises(REFUSED[name]):
            read_header(BOMBS[name]())
    assert set(parsed) == {"meta"}


def test_one_place_says_what_an_image_may_cost() -> None:
    assert limits.MAX_PIXELS * 16 <= limits.MEMORY  # as it came, as numbers, and once more
    assert limits.MAX_INFLATED + limits.MAX_DECODED <= limits.MEMORY
