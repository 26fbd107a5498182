"""What a PACS answers with fills no memory and keeps nobody busy: it is refused in a sentence. # threat 14"""

import asyncio
import gzip
import json
from fnmatch import fnmatchcase
from io import BytesIO
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from functions.support import streaming
from shared.application.dicom.attributes import attribute
from shared.application.dicom.matching import matches
from shared.application.dicom.multipart import Malformed, MultipartReader
from shared.application.dicom.repair import repaired
from shared.application.dicom.source import Rendering, Resource, Search
from shared.application.models.dicom_rows import number
from shared.domain.errors import Unavailable
from shared.imaging.limits import MAX_DEPTH
from shared.infrastructure.dicomweb import client, lists, retrieval
from shared.infrastructure.dicomweb.lists import data_sets
from tests.dicom_files import ct_slice
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.unit.dicomweb.test_pacs_failures import RELATED, always, multipart, pacs, series_answers

NO_LIST = "does not speak DICOMweb"
TOO_MUCH = "sent more than imagini can take at once"
STUDIES = Search("studies", {})


def nested(depth: int) -> bytes:
    opened = b'[{"00400555":{"vr":"SQ","Value":'
    return opened * depth + b"[]" + b"}}]" * depth


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b'{"a":' * 100_000, NO_LIST),
        (nested(MAX_DEPTH + 2), NO_LIST),
        (b'[{"00100010":{"vr":"PN","Value":' + b"[" * 500 + b"]" * 500 + b"}}]", NO_LIST),
        (b'[{"00091001":{"vr":"UN","InlineBinary":' + b"[" * 500 + b"]" * 500 + b"}}]", NO_LIST),
        (b'[{"00081190":{"vr":"UR","Value":["\\ud800"]}}]', NO_LIST),
        (b'[{"00201209":{"vr":"IS","Value":[' + b"9" * 5000 + b"]}}]", NO_LIST),
        (gzip.compress(bytes(10 << 20)), NO_LIST),
        (b"[" + b"{}," * lists.MOST + b"{}]", TOO_MUCH),
    ],
    ids=["depth", "sequences", "values", "binary", "half a letter", "digits", "gzip", "many"],
)
def test_lists_that_explode_are_refused(body: bytes, sentence: str) -> None:
    with pytest.raises(Unavailable, match=sentence):
        data_sets(body)


def test_a_list_longer_than_any_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST_LIST", 1000)
    with pacs_double(always(Answer(body=b" " * 1001))) as double, pytest.raises(Unavailable, match=TOO_MUCH):
        pacs(double.url).search(STUDIES)


def test_what_is_nested_as_deep_as_files_are_is_taken() -> None:
    assert len(data_sets(nested(MAX_DEPTH + 1))) == 1
    assert data_sets(b'[{"00100010":{"vr":"PN","Value":[{"Alphabetic":"A"}]}}]')


def test_what_is_no_number_in_json_is_nothing() -> None:
    assert data_sets(b'[{"00180050":{"vr":"DS","Value":[NaN,1]}}]') == [
        {"00180050": {"vr": "DS", "Value": [None, 1]}}
    ]


def test_an_answer_that_is_compressed_unasked_is_never_inflated() -> None:
    bomb = Answer(body=gzip.compress(bytes(10 << 20)), headers=(("Content-Encoding", "gzip"),))
    with pacs_double(always(bomb)) as double:
        with pytest.raises(Unavailable, match=NO_LIST):
            pacs(double.url).search(STUDIES)
        assert [asked.headers["accept-encoding"] for asked in double.asked] == ["identity"]


@pytest.mark.parametrize(
    "value",
    ["../../users", -5, {"Alphabetic": "1.2"}, "1.2/../3"],
    ids=["path", "number", "name", "climbing"],
)
def test_a_study_that_is_called_by_no_uid_has_no_address(value: Any) -> None:
    row = repaired({"0020000D": {"vr": "UI", "Value": [value]}}, "studies")
    assert row["00081190"]["Value"] == ["/api/dicomweb"]


def test_a_count_beyond_all_numbers_is_none() -> None:
    assert number({"00201209": {"vr": "IS", "Value": ["1e999"]}}, "00201209") is None


@pytest.mark.parametrize("length", ["9" * 15, "9" * 5000, "-1", "0x10"])
def test_a_part_is_not_as_long_as_it_says(length: str) -> None:
    body = multipart([ct_slice("1.2", "1.2.3")], lengths=False)
    lying = body.replace(
        b"application/dicom\r\n", f"application/dicom\r\nContent-Length: {length}\r\n".encode(), 1
    )
    with pacs_double(series_answers(lying, 1)) as double:
        source = pacs(double.url)
        if len(length) == 15:
            with pytest.raises(Unavailable, match=TOO_MUCH):
                list(source.instances("1.2", "1.2.3"))
        else:
            assert len(list(source.instances("1.2", "1.2.3"))) == 1


def test_a_part_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "LARGEST", 1 << 20)
    endless = series_answers(multipart([bytes(2 << 20)], lengths=False), 1)
    with pacs_double(endless) as double, pytest.raises(Unavailable, match=TOO_MUCH):
        list(pacs(double.url).instances("1.2", "1.2.3"))


def test_a_picture_that_is_larger_than_life_is_one_made_here() -> None:
    """Whether a PACS keeps to a size is found out by a picture, of which the beginning is looked at."""
    out = BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    huge = out.getvalue()[:16] + b"\xff\xff\xff\xff" * 2 + out.getvalue()[24:]
    file = ct_slice("1.2", "1.2.3")

    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("/rendered"):
            return Answer(200, "image/jpeg", huge + bytes(4 << 20))
        return Answer(200, RELATED, multipart([file]))

    shown: Literal["rendered"] = "rendered"
    named = Resource("1.2", "1.2.3", "1.2.3.1", variant=shown, rendering=Rendering((8, 8)))
    with pacs_double(answer) as double, pytest.raises(Unavailable, match="not a picture"):
        asyncio.run(pacs(double.url).open(named, "image/jpeg"))


def test_an_upload_has_a_last_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_FILES", 3)
    body = b"--b\r\n\r\n\r\n" * 4 + b"--b--\r\n"

    class Request:
        async def stream(self) -> Any:
            yield body

    async def received() -> list[Any]:
        return [part async for part in streaming._received(Request(), MultipartReader("b"))]  # pyright: ignore

    with pytest.raises(Malformed, match="At most 3 files"):
        asyncio.run(received())


def test_stars_without_end_are_compared_once() -> None:
    row = {"00081030": {"vr": "LO", "Value": ["a" * 5000]}}
    assert not matches(row, attribute("StudyDescription"), "*a" * 500 + "*b")


@given(st.text("ab*?", max_size=12), st.text("ab\n", max_size=12))
def test_stars_mean_what_they_always_meant(wanted: str, found: str) -> None:
    row = {"00081030": {"vr": "LO", "Value": [f"x{found}x"]}}
    assert matches(row, attribute("StudyDescription"), f"x{wanted}x") == fnmatchcase(
        f"x{found}x", f"x{wanted}x"
    )


def test_what_is_said_of_stored_files_may_be_anything() -> None:
    for said in (b"[" * 100_000, b'{"00081198":{"Value":[{"00081155":{"Value":[]}}]}}', b"\xff"):
        with pacs_double(always(Answer(200, body=said))) as double:
            [told] = pacs(double.url).store([ct_slice("1.2", "1.2.3")])
            assert told.failure is None, json.dumps(said.decode("latin-1"))
