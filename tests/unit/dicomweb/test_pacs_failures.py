"""A PACS that is late, wrong, or stops early is said to be so; nothing short passes for whole."""

import asyncio
import json
from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest

from shared.application.dicom.source import Answer as Given
from shared.application.dicom.source import Resource, Search
from shared.application.models.dicom_rows import text
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from tests.dicom_files import ct_slice
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double

STUDIES = Search("studies", {})
FRAME = Resource("1.2", "1.2.3", "1.2.3.1", (1,))
RELATED = 'multipart/related; type="application/dicom"; boundary=b'
INCOMPLETE = "The PACS broke off in the middle of its answer: it is incomplete."


def pacs(url: str, timeout: float = 60) -> PacsSource:
    headers = {"Authorization": "Bearer of-the-organization"}
    return PacsSource(locate(url, Places.here()), headers, today=lambda: date(2026, 11, 22), timeout=timeout)


def always(answer: Answer) -> Callable[[Asked], Answer]:
    return lambda _: answer


def row(study: int, day: str = "20260101") -> dict[str, object]:
    return {
        "0020000D": {"vr": "UI", "Value": [f"1.2.{study}"]},
        "00080020": {"vr": "DA", "Value": [day]},
    }


def series_answers(parts: bytes, count: int) -> Callable[[Asked], Answer]:
    """One series, said to have so many instances."""
    listed = [{"0020000E": {"vr": "UI", "Value": ["1.2.3"]}, "00201209": {"vr": "IS", "Value": [count]}}]

    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("/series"):
            return Answer(body=json.dumps(listed).encode())
        return Answer(200, RELATED, parts)

    return answer


def multipart(files: list[bytes], lengths: bool = True, last: bytes = b"--b--\r\n") -> bytes:
    heads = (f"Content-Length: {len(file)}\r\n" if lengths else "" for file in files)
    return (
        b"".join(
            b"--b\r\nContent-Type: application/dicom\r\n" + head.encode() + b"\r\n" + file + b"\r\n"
            for head, file in zip(heads, files, strict=True)
        )
        + last
    )


def test_redirections_are_not_followed() -> None:
    with pacs_double(always(Answer())) as canary:
        moved = Answer(302, headers=(("Location", canary.url),))
        with pacs_double(always(moved)) as double:
            with pytest.raises(Unavailable, match="does not follow"):
                pacs(double.url).search(STUDIES)
            with pytest.raises(Unavailable, match="does not follow"):
                asyncio.run(pacs(double.url).open(FRAME, "*/*"))
        assert canary.asked == []


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(401), "The PACS refused imagini's user name, password or token."),
        (Answer(403), "The PACS refused imagini's user name, password or token."),
        (Answer(404), "does not speak DICOMweb"),
        (Answer(500), "The PACS failed to answer \\(HTTP 500\\)."),
        (Answer(429), "The PACS is busy."),
        (Answer(200, "text/html", b"<html>"), "does not speak DICOMweb"),
        (Answer(200, body=b'{"error": 1}'), "does not speak DICOMweb"),
        (Answer(200, body=b"[" * 100_000), "does not speak DICOMweb"),
        (Answer(200, body=b"[]", stated=20), INCOMPLETE),
        (Answer(delay=30), "The PACS did not answer within 0.3 s."),
    ],
)
def test_each_failure_has_its_sentence(answer: Answer, sentence: str) -> None:
    with pacs_double(always(answer)) as double, pytest.raises(Unavailable, match=sentence):
        pacs(double.url, timeout=0.3 if answer.delay else 60).search(STUDIES)


@pytest.mark.parametrize("cap", [7, 10, 37, 200])
def test_a_server_that_gives_few_rows_at_a_time_is_asked_until_it_has_no_more(cap: int) -> None:
    studies = [row(n) for n in range(450)]

    def answer(asked: Asked) -> Answer:
        start = int(asked.query["offset"][0])
        page = studies[start : start + min(cap, int(asked.query["limit"][0]))]
        return Answer(body=json.dumps(page).encode()) if page else Answer(204, body=b"")

    with pacs_double(answer) as double:
        assert len(pacs(double.url).search(STUDIES)) == 450


def bulk_data(value: bytes, boundary: str) -> Answer:
    head = f"--{boundary}\r\nContent-Type: application/octet-stream\r\n\r\n".encode()
    kind = f'multipart/related; type="application/octet-stream"; boundary={boundary}'
    return Answer(200, kind, head + value + f"\r\n--{boundary}--\r\n".encode())


def test_the_same_bulk_data_and_pictures_have_the_same_version() -> None:
    answers = iter([bulk_data(b"one", "a1"), bulk_data(b"one", "b22"), bulk_data(b"two", "b22")])
    pictures = iter([Answer(200, "image/jpeg", b"one"), Answer(200, "image/jpeg", b"two")])
    instance = Resource("1.2", "1.2.3", "1.2.3.1")

    def answer(asked: Asked) -> Answer:
        return next(pictures) if asked.path.endswith("rendered") else next(answers)

    def version(variant: Literal["rendered", "bulkdata"]) -> str:
        named = instance._replace(variant=variant, bulkdata="00281201" if variant == "bulkdata" else "")
        return asyncio.run(source.open(named, "*/*")).headers["ETag"]

    with pacs_double(answer) as double:
        source = pacs(double.url)
        first, again, other = (version("bulkdata") for _ in range(3))
        assert first == again != other
        assert version("rendered") != version("rendered")


def test_pages_of_any_length_are_asked_for_until_one_is_empty() -> None:
    studies = [row(n) for n in range(40)]
    lengths = {0: 3, 3: 9, 12: 1, 13: 8, 21: 2, 23: 17}

    def answer(asked: Asked) -> Answer:
        start = int(asked.query["offset"][0])
        return Answer(body=json.dumps(studies[start : start + lengths.get(start, 0)]).encode())

    with pacs_double(answer) as double:
        assert len(pacs(double.url).search(STUDIES)) == 40


@pytest.mark.parametrize(
    ("search", "total"), [(STUDIES, "3"), (Search("studies", {"StudyInstanceUID": "1.2.0"}), None)]
)
def test_a_list_that_is_known_to_be_whole_is_asked_for_once(search: Search, total: str | None) -> None:
    rows = [row(n) for n in range(3 if total else 1)]
    counts = {"00201206": {"vr": "IS", "Value": [1]}, "00201208": {"vr": "IS", "Value": [1]}}
    body = json.dumps([one | counts | {"00080061": {"vr": "CS", "Value": ["CT"]}} for one in rows]).encode()
    headers = (("X-Total-Count", total),) if total else ()
    with pacs_double(always(Answer(body=body, headers=headers))) as double:
        assert len(pacs(double.url).search(search)) == len(rows)
        assert len(double.asked) == 1


def test_a_number_of_rows_that_is_not_reached_is_not_believed() -> None:
    studies = [row(n) for n in range(6)]

    def answer(asked: Asked) -> Answer:
        start = int(asked.query["offset"][0])
        body = json.dumps(studies[start : start + 4]).encode()
        return Answer(body=body, headers=(("X-Total-Count", "99"),))

    with pacs_double(answer) as double:
        assert len(pacs(double.url).search(STUDIES)) == 6


def test_a_server_that_gives_its_last_page_for_ever_ends() -> None:
    studies = [row(n) for n in range(25)]

    def answer(asked: Asked) -> Answer:
        start = min(int(asked.query["offset"][0]), 15)
        return Answer(body=json.dumps(studies[start : start + 10]).encode())

    with pacs_double(answer) as double:
        assert len(pacs(double.url).search(STUDIES)) == 25


def test_rows_that_come_twice_count_once_and_a_server_that_knows_no_pages_ends() -> None:
    body = json.dumps([row(n) for n in range(30)] * 2).encode()
    with pacs_double(always(Answer(body=body))) as double:
        assert len(pacs(double.url).search(STUDIES)) == 30
        assert len(double.asked) == 4


def test_the_newest_of_a_very_long_list_are_found_without_reading_all_of_it() -> None:
    studies = [row(n, f"20{n % 26:02}0101") for n in range(5000)] + [row(9999, "20261120")]

    def answer(asked: Asked) -> Answer:
        start, since = int(asked.query["offset"][0]), asked.query.get("StudyDate", [""])[0].rstrip("-")
        found = [study for study in studies if text(study, "00080020") >= since]
        return Answer(body=json.dumps(found[start : start + 200]).encode())

    with pacs_double(answer) as double:
        [newest] = pacs(double.url).search(STUDIES._replace(limit=1))
        assert text(newest, "0020000D") == "1.2.9999"
        assert len(double.asked) < 10


def test_a_filter_that_a_server_ignores_is_kept_here() -> None:
    body = json.dumps([row(1), row(2)]).encode()
    with pacs_double(always(Answer(body=body))) as double:
        [found] = pacs(double.url).search(Search("studies", {"StudyInstanceUID": "1.2.2"}))
    assert text(found, "0020000D") == "1.2.2"


FILES = [ct_slice("1.2", "1.2.3", number) for number in (1, 2, 3)]


@pytest.mark.parametrize("lengths", [True, False])
def test_a_series_comes_whole_with_or_without_lengths(lengths: bool) -> None:
    with pacs_double(series_answers(multipart(FILES, lengths), 3)) as double:
        assert [one.data for one in pacs(double.url).instances("1.2", "1.2.3")] == FILES


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (multipart(FILES, last=b""), INCOMPLETE),
        (multipart(FILES, lengths=False, last=b""), INCOMPLETE),
        (multipart(FILES)[:-500], INCOMPLETE),
        (multipart(FILES, lengths=False)[:-500], INCOMPLETE),
        (multipart(FILES).replace(b"Content-Length: ", b"Content-Length: 1"), INCOMPLETE),
        (multipart(FILES[:2]), "The PACS sent 2 of 3 images of this series: it is incomplete."),
        (multipart([b"<html>"]), "not a DICOM file"),
    ],
    ids=["no end", "no end, no lengths", "cut", "cut, no lengths", "lying length", "too few", "no DICOM"],
)
def test_a_series_that_stops_early_is_never_a_short_series(parts: bytes, sentence: str) -> None:
    with pacs_double(series_answers(parts, 3)) as double, pytest.raises(Unavailable, match=sentence):
        list(pacs(double.url).instances("1.2", "1.2.3"))


def frame(url: str, timeout: float = 60) -> tuple[Given, bytes]:
    async def read() -> tuple[Given, bytes]:
        stream = await pacs(url, timeout).open(FRAME, "*/*")
        return stream, b"".join([chunk async for chunk in stream.chunks])

    return asyncio.run(read())


def test_nothing_of_the_pacs_but_its_pixels_reaches_the_browser() -> None:
    body = (
        b"--b\r\nContent-Type: application/octet-stream\r\nContent-Location: http://10.0.0.1/secret\r\n"
        b"Set-Cookie: a=b\r\n\r\npixels\r\n--b--\r\n"
    )
    cookie = (("Set-Cookie", "session=1"), ("Server", "pacs"), ("Location", "http://10.0.0.1"))
    with pacs_double(always(Answer(200, RELATED, body, cookie))) as double:
        stream, said = frame(double.url)
        [asked] = double.asked
    assert stream.headers == {}
    assert said == (
        b"--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n"
        b"Content-Length: 6\r\n\r\npixels\r\n--b--\r\n"
    )
    assert asked.headers["authorization"] == "Bearer of-the-organization"
    assert set(asked.headers) == {"host", "authorization", "accept"}


def test_a_frame_in_one_piece_becomes_a_part() -> None:
    with pacs_double(always(Answer(200, "application/octet-stream", b"pixels"))) as double:
        stream, said = frame(double.url)
    assert stream.content_type.startswith('multipart/related; type="application/octet-stream"; boundary=')
    assert b"transfer-syntax=1.2.840.10008.1.2.1\r\nContent-Length: 6\r\n\r\npixels\r\n--" in said


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, RELATED, b"--b\r\nContent-Type: image/jls\r\n\r\npix"),
        Answer(200, RELATED, b"--b\r\nContent-Type: image/jls\r\n\r\npix", stated=5000),
        Answer(200, "application/octet-stream", b"pix", stated=5000),
    ],
    ids=["no end", "cut", "one piece, cut"],
)
def test_a_frame_that_breaks_off_ends_in_an_error(answer: Answer) -> None:
    with pacs_double(always(answer)) as double, pytest.raises(Unavailable):
        frame(double.url)


def test_a_frame_that_never_comes_is_given_up() -> None:
    with pacs_double(always(Answer(delay=30))) as double, pytest.raises(Unavailable, match=r"within 0\.3 s"):
        frame(double.url, timeout=0.3)
