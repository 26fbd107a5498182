"""Multipart bodies, however the network cuts them up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.application.dicom.multipart import Malformed, MultipartReader, Part, boundary_of, parameter

BODIES = st.lists(
    st.binary(max_size=60) | st.sampled_from([b"\r\n--", b"\r\n--b", b"--b--", b"\r\n\r\n"]), max_size=5
)
CUTS = st.lists(st.integers(0, 400), max_size=12)


def message(bodies: list[bytes], preamble: bytes = b"") -> bytes:
    parts = b"".join(b"--b7\r\nContent-Type: application/dicom\r\n\r\n" + body + b"\r\n" for body in bodies)
    return preamble + parts + b"--b7--\r\n"


def read(data: bytes, cuts: list[int], largest: int = 1 << 20) -> tuple[list[Part], MultipartReader]:
    reader = MultipartReader("b7", largest)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    parts = [part for start, end in pairwise(edges) for part in reader.feed(data[start:end])]
    return parts, reader


@given(BODIES, CUTS)
def test_parts_come_out_as_they_went_in(bodies: list[bytes], cuts: list[int]) -> None:
    parts, reader = read(message(bodies), cuts)
    assert [part.body for part in parts] == bodies
    assert all(part.headers == {"content-type": "application/dicom"} for part in parts)
    assert reader.closed
    assert list(reader.close()) == []


@given(st.binary(max_size=2000), CUTS)
def test_rubbish_does_no_harm(data: bytes, cuts: list[int]) -> None:
    parts, reader = read(data, cuts)
    assert parts == []
    assert len(list(reader.close())) == 1


@given(st.integers(1, 200))
def test_a_body_that_ends_early_says_so(missing: int) -> None:
    whole = message([b"x" * 100, b"y" * 100])
    parts, reader = read(whole[:-missing], [])
    unfinished = list(reader.close())
    if missing > len("--\r\n"):
        assert [part.problem for part in unfinished] == ["The transfer ended before this file did."]
        assert len(parts) < 2 or missing < len("\r\n--b7--\r\n")


def test_a_part_that_is_too_large_is_passed_over_and_not_kept() -> None:
    reader = MultipartReader("b7", largest=1 << 20)
    kept: list[Part] = []
    chunk = b"z" * 65536
    for data in (b"--b7\r\n\r\n", *[chunk] * 64, b"\r\n--b7\r\n\r\nsmall\r\n--b7--"):
        kept += reader.feed(data)
        assert len(reader._buffer) < 2 << 20  # pyright: ignore[reportPrivateUsage]
    large, small = kept
    assert (large.body, large.problem) == (b"", "This file is larger than 1 MB, the most that is accepted.")
    assert small.body == b"small"


def test_headers_without_end_are_refused() -> None:
    with pytest.raises(Malformed):
        read(b"--b7\r\n" + b"X: y\r\n" * 5000, [])


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [
        ("multipart/related; boundary=abc", "abc"),
        ('Multipart/Related; type="application/dicom"; Boundary="a b=c"', "a b=c"),
    ],
)
def test_the_boundary_is_read(content_type: str, boundary: str) -> None:
    assert boundary_of(content_type) == boundary


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain; boundary=a",
        "multipart/related",
        'multipart/related; boundary=""',
        'multipart/related; boundary="a\r\nb"',
        f"multipart/related; boundary={'x' * 71}",
    ],
)
def test_what_has_no_boundary_is_no_multipart(content_type: str) -> None:
    with pytest.raises(Malformed):
        boundary_of(content_type)


def test_a_parameter_inside_another_is_found() -> None:
    orthanc = 'multipart/related; type="application/octet-stream; transfer-syntax=1.2.840"; boundary=x'
    assert parameter(orthanc, "transfer-syntax") == "1.2.840"
