"""Answers with pixels: whole, in part, or not again; streamed ones are closed when nobody listens."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from functions.support.delivery import delivered
from shared.application.dicom.source import Answer, ByteStream, Piece, Whole

WHOLE = Whole("image/jls", {"ETag": '"v1"'}, (b"--head\r\n", memoryview(b"0123456789"), b"\r\n--tail"))
BODY = b"".join(WHOLE.pieces)


def ask(answer: Answer, **headers: str) -> tuple[int, dict[str, str], bytes]:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "headers": raw,
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    async def exchange() -> None:
        response = delivered(Request(scope), answer, {"Cache-Control": "private, max-age=3600"})
        await response(scope, receive, send)

    asyncio.run(exchange())
    said = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], said, b"".join(bytes(one["body"]) for one in sent[1:])


def test_an_answer_at_hand_says_how_long_it_is() -> None:
    status, headers, body = ask(WHOLE)
    assert (status, body) == (200, BODY)
    assert headers["content-length"] == str(len(BODY))
    assert (headers["etag"], headers["accept-ranges"]) == ('"v1"', "bytes")


@pytest.mark.parametrize("held", ['"v1"', 'W/"v1"', '"v0", "v1"', "*"])
def test_what_the_caller_holds_is_not_sent_again(held: str) -> None:
    status, headers, body = ask(WHOLE, if_none_match=held)
    assert (status, body) == (304, b"")
    assert headers["etag"] == '"v1"'
    assert headers["cache-control"] == "private, max-age=3600"
    assert "content-length" not in headers


def test_what_the_caller_holds_of_another_version_is_sent_anew() -> None:
    assert ask(WHOLE, if_none_match='"v0"')[0] == 200


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_range_is_cut_out_across_pieces(first: int, last: int) -> None:
    status, headers, body = ask(WHOLE, range=f"bytes={first}-{last}")
    if first > last or first >= len(BODY):
        assert status == 416
        assert headers["content-range"] == f"bytes */{len(BODY)}"
    else:
        assert (status, body) == (206, BODY[first : last + 1])
        end = min(last, len(BODY) - 1)
        assert headers["content-range"] == f"bytes {first}-{end}/{len(BODY)}"


@pytest.mark.parametrize(
    ("asked", "given"), [("bytes=20-", BODY[20:]), ("bytes=-5", BODY[-5:]), ("bytes=-500", BODY)]
)
def test_a_range_may_be_open(asked: str, given: bytes) -> None:
    assert ask(WHOLE, range=asked)[::2] == (206, given)


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=0-1,5-6", "frames=1-2", "bytes=x-3"])
def test_a_range_that_is_not_understood_gives_everything(asked: str) -> None:
    assert ask(WHOLE, range=asked)[::2] == (200, BODY)


def test_a_range_of_another_version_gives_everything() -> None:
    assert ask(WHOLE, range="bytes=0-3", if_range='"v0"')[::2] == (200, BODY)
    assert ask(WHOLE, range="bytes=0-3", if_range='"v1"')[::2] == (206, BODY[:4])


def test_what_may_be_other_bytes_the_next_time_is_known_again_and_has_no_parts() -> None:
    weak = WHOLE._replace(headers={"ETag": 'W/"v1"'})
    assert ask(weak, if_none_match='W/"v1"')[0] == 304
    status, headers, body = ask(weak, range="bytes=2-3", if_range='W/"v1"')
    assert (status, body, "accept-ranges" in headers) == (200, BODY, False)


def test_an_answer_without_a_version_has_no_parts() -> None:
    status, headers, _ = ask(WHOLE._replace(headers={}), range="bytes=0-3")
    assert status == 200
    assert "accept-ranges" not in headers


class Source:
    """Chunks until it is closed."""

    def __init__(self) -> None:
        self.closed = False

    async def chunks(self) -> AsyncGenerator[Piece]:
        try:
            while True:
                yield b"pixels"
                await asyncio.sleep(0)
        finally:
            self.closed = True


def test_a_stream_is_closed_when_the_client_has_gone() -> None:
    source = Source()

    async def exchange() -> None:
        async def receive() -> dict[str, Any]:
            await asyncio.sleep(0.01)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None: ...

        scope: dict[str, Any] = {"type": "http", "method": "GET", "headers": []}
        stream = ByteStream("multipart/related", {}, source.chunks())
        await asyncio.wait_for(delivered(Request(scope), stream, {})(scope, receive, send), 5)

    asyncio.run(exchange())
    assert source.closed


def test_a_stream_that_breaks_off_is_not_ended_as_if_it_were_whole() -> None:
    async def chunks() -> AsyncGenerator[Piece]:
        yield b"pix"
        raise ConnectionError("the PACS has gone")

    with pytest.raises(ConnectionError):
        ask(ByteStream("multipart/related", {}, chunks()))
