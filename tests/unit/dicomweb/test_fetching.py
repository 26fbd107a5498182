"""A series arrives whole: what one answer lacks is asked for, and only what was asked for is taken. # A4"""

import json
from collections.abc import Callable

import pytest

from shared.application.dicom.source import DicomSource
from shared.domain.errors import Unavailable
from tests.builders import row
from tests.dicom_files import changed, ct_slice
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.unit.dicomweb.test_pacs_failures import FILES, RELATED, multipart, pacs

UIDS = ["1.2.3.1", "1.2.3.2", "1.2.3.3"]


def holding(series: Answer, count: int | None = 3, held: list[bytes] = FILES) -> Callable[[Asked], Answer]:
    """A PACS of one series of three images, which answers so when it is asked for all of it."""

    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("/series"):
            return Answer(body=json.dumps([row({"0020000E": "1.2.3", "00201209": count})]).encode())
        if asked.path.endswith("/instances"):
            return Answer(body=json.dumps([row({"00080018": uid}) for uid in UIDS]).encode())
        if "/instances/" in asked.path:
            return Answer(200, RELATED, multipart([held[UIDS.index(asked.path.rpartition("/")[2])]]))
        return series

    return answer


def fetched(source: DicomSource) -> list[bytes]:
    return [one.data for one in source.instances("1.2", "1.2.3")]


def related(body: bytes, stated: int | None = None) -> Answer:
    return Answer(200, RELATED, body, stated=stated)


@pytest.mark.parametrize(
    "series",
    [
        related(multipart(FILES[:1])),
        related(multipart(FILES)[: 2 * len(FILES[0])]),
        related(multipart(FILES), stated=10 * len(FILES[0])),
        related(multipart(FILES, lengths=False)[: 2 * len(FILES[0])]),
        related(multipart([FILES[0], FILES[0], FILES[0]])),
    ],
    ids=["too few", "cut", "cut, said to be longer", "cut, no lengths", "one of them thrice"],
)
def test_what_does_not_come_with_the_series_is_asked_for_one_by_one(series: Answer) -> None:
    with pacs_double(holding(series)) as double:
        assert fetched(pacs(double.url)) == FILES


def test_a_series_that_nobody_counted_is_compared_with_the_list_of_its_images() -> None:
    with pacs_double(holding(related(multipart(FILES[:2])), count=None)) as double:
        assert fetched(pacs(double.url)) == FILES


def test_nothing_more_is_asked_for_where_the_series_came_whole() -> None:
    with pacs_double(holding(related(multipart(FILES)))) as double:
        assert fetched(pacs(double.url)) == FILES
        assert len(double.asked) == 2


@pytest.mark.parametrize(
    "foreign",
    [ct_slice("1.2", "1.2.4", 2), changed(FILES[1], StudyInstanceUID="1.9")],
    ids=["of another series", "of another study"],
)
def test_an_image_that_was_not_asked_for_is_refused(foreign: bytes) -> None:
    with pacs_double(holding(related(multipart([FILES[0], foreign, FILES[2]])))) as double:
        arriving = pacs(double.url).instances("1.2", "1.2.3")
        assert next(arriving).data == FILES[0]
        with pytest.raises(Unavailable, match="another series than it was asked for"):
            next(arriving)


def test_another_image_than_the_missing_one_does_not_take_its_place() -> None:
    mixed = [FILES[0], FILES[2], FILES[1]]
    with (
        pacs_double(holding(related(multipart(FILES[:1])), held=mixed)) as double,
        pytest.raises(Unavailable, match="another series than it was asked for"),
    ):
        fetched(pacs(double.url))
