"""Parts pass through with new headers, however they are cut up on the way."""

import asyncio
from collections.abc import AsyncGenerator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.application.dicom.multipart import MultipartReader
from shared.application.dicom.relabel import relabel, relabelled
from shared.domain.errors import Unavailable

BODIES = st.lists(st.binary(min_size=1, max_size=80) | st.just(b"\r\n--b"), min_size=1, max_size=4)
CUTS = st.lists(st.integers(0, 600), max_size=20)


def passed(data: bytes, cuts: list[int]) -> bytes:
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]

    async def chunks() -> AsyncGenerator[bytes]:
        for start, end in pairwise(edges):
            yield data[start:end]

    async def read() -> bytes:
        return b"".join(
            [chunk async for chunk in relabel(chunks(), "b7", lambda headers: f"new/{len(headers)}")]
        )

    return asyncio.run(read())


HEAD = b"--b7\r\nContent-Type: old/type\r\nContent-Location: http://pacs\r\n"


def message(bodies: list[bytes], lengths: bool) -> bytes:
    def part(body: bytes) -> bytes:
        length = f"Content-Length: {len(body)}\r\n" if lengths else ""
        return HEAD + length.encode() + b"\r\n" + body + b"\r\n"

    return b"".join(map(part, bodies)) + b"--b7--\r\n"


@given(BODIES, CUTS, st.booleans())
def test_bodies_are_untouched_and_headers_are_new(
    bodies: list[bytes], cuts: list[int], lengths: bool
) -> None:
    reader = MultipartReader("b7")
    parts = list(reader.feed(passed(message(bodies, lengths), cuts)))
    assert [part.body for part in parts] == bodies
    assert {part.headers["content-type"] for part in parts} == {"new/3" if lengths else "new/2"}
    assert all("content-location" not in part.headers for part in parts)
    assert reader.closed


@given(BODIES, st.integers(5, 40), st.booleans())
def test_an_answer_that_ends_early_is_an_error(bodies: list[bytes], missing: int, lengths: bool) -> None:
    with pytest.raises(Unavailable):
        passed(message(bodies, lengths)[:-missing], [])


@given(BODIES, st.booleans())
def test_an_answer_at_hand_is_given_the_same_headers_at_once(bodies: list[bytes], lengths: bool) -> None:
    given = bytearray(message(bodies, lengths))
    pieces = relabelled(given, "b7", lambda headers: f"new/{len(headers)}")
    reader = MultipartReader("b7")
    parts = list(reader.feed(b"".join(pieces)))
    assert [part.body for part in parts] == bodies
    assert {part.headers["content-type"] for part in parts} == {"new/3" if lengths else "new/2"}
    assert [int(part.headers["content-length"]) for part in parts] == [len(body) for body in bodies]
    assert all("content-location" not in part.headers for part in parts)
    assert reader.closed


@given(BODIES, st.integers(5, 40), st.booleans())
def test_an_answer_at_hand_that_ends_early_is_an_error(
    bodies: list[bytes], missing: int, lengths: bool
) -> None:
    with pytest.raises(Unavailable):
        relabelled(bytearray(message(bodies, lengths)[:-missing]), "b7", str)
