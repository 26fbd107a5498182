"""Every store of blobs keeps these promises."""

import gc
import resource
from collections.abc import Generator, Iterator
from itertools import repeat
from uuid import uuid4

import pytest

from shared.application.ports import Blobs
from shared.domain.errors import NotFound
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.memory.blobs import MemoryBlobs

MB = 1024 * 1024
ODD_NAMES = [
    "orthanc_demo/1.2.3/1.2.3.4/series.json",
    "año/Ñandú/日本.bin",
    "100 %/a+b/q?x=1#y&z.bin",
    "a~b/'quoted'/(1).bin",
]


@pytest.fixture(scope="module", params=["memory", "azurite"])
def blobs(request: pytest.FixtureRequest) -> Blobs:
    if request.param == "memory":
        return MemoryBlobs()
    return AzureBlobs.connect(request.getfixturevalue("azurite"))


@pytest.fixture
def name() -> str:
    return f"tests/{uuid4().hex}.bin"


def test_what_was_put_is_read_back(blobs: Blobs, name: str) -> None:
    blobs.put(name, b"\x00pixels\xff")
    assert blobs.get(name) == b"\x00pixels\xff"


def test_an_empty_blob_is_a_blob(blobs: Blobs, name: str) -> None:
    blobs.put(name, b"")
    assert blobs.get(name) == b""
    assert list(blobs.stream(name)) == []
    assert (found := blobs.stat(name))
    assert found.size == 0


@pytest.mark.parametrize("odd", ODD_NAMES)
def test_names_may_hold_any_letter(blobs: Blobs, odd: str) -> None:
    blobs.put(odd, odd.encode())
    assert blobs.get(odd) == odd.encode()
    blobs.remove(odd)
    assert blobs.stat(odd) is None


@pytest.mark.parametrize("bad", ["", "/a", "a//b", "a/../b", "a/./b", "a/", "a\\b", "a\nb", "x" * 1025])
def test_a_name_cannot_lead_elsewhere(blobs: Blobs, bad: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        blobs.put(bad, b"x")
    with pytest.raises(ValueError, match="cannot be the name"):
        blobs.get(bad)


def test_stat_tells_size_and_type_and_a_new_etag_after_each_put(blobs: Blobs, name: str) -> None:
    blobs.put(name, b"{}", "application/json")
    first = blobs.stat(name)
    blobs.put(name, b"[1]", "application/dicom+json")
    second = blobs.stat(name)
    assert first
    assert second
    assert (first.size, first.content_type) == (2, "application/json")
    assert (second.size, second.content_type) == (3, "application/dicom+json")
    assert first.etag != second.etag


def test_what_is_missing_is_not_found(blobs: Blobs, name: str) -> None:
    with pytest.raises(NotFound):
        blobs.get(name)
    with pytest.raises(NotFound):
        blobs.get(name, 0, 0)
    assert blobs.stat(name) is None


def test_a_stream_of_what_is_missing_fails_before_its_first_chunk(blobs: Blobs, name: str) -> None:
    with pytest.raises(NotFound):
        blobs.stream(name)


def test_removing_twice_is_no_error(blobs: Blobs, name: str) -> None:
    blobs.put(name, b"x")
    blobs.remove(name)
    blobs.remove(name)
    assert blobs.stat(name) is None


@pytest.mark.parametrize(
    ("offset", "length", "part"),
    [(0, 4, b"0123"), (3, 4, b"3456"), (6, None, b"6789"), (8, 100, b"89"), (10, 5, b""), (2, 0, b"")],
)
def test_a_range_is_read(blobs: Blobs, name: str, offset: int, length: int | None, part: bytes) -> None:
    blobs.put(name, b"0123456789")
    assert blobs.get(name, offset, length) == part
    assert b"".join(blobs.stream(name, offset, length)) == part


def test_a_put_that_breaks_off_leaves_what_was_there(blobs: Blobs, name: str) -> None:
    def breaking() -> Iterator[bytes]:
        yield from repeat(b"n" * MB, 20)
        raise ConnectionError("the PACS hung up")

    blobs.put(name, b"old")
    with pytest.raises(ConnectionError):
        blobs.put(name, breaking())
    assert blobs.get(name) == b"old"


def test_a_small_stream_in_uneven_chunks_is_put_whole(blobs: Blobs, name: str) -> None:
    blobs.put(name, (bytes([n]) * n for n in range(5)))
    assert blobs.get(name) == bytes([1, 2, 2, 3, 3, 3, 4, 4, 4, 4])


def test_a_large_blob_streams_through_little_memory(azurite: str, name: str) -> None:
    def pattern() -> Generator[bytes]:
        yield from (bytes([n % 251]) * (MB // 2) for n in range(512))

    blobs = AzureBlobs.connect(azurite)
    blobs.put(name, repeat(b"w" * MB, 48))  # warm: what the libraries keep is not counted
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blobs.put(name, pattern())
    expected, size = pattern(), 0
    rest = b""
    for chunk in blobs.stream(name):
        rest += chunk
        size += len(chunk)
        while len(rest) >= MB // 2:
            assert rest[: MB // 2] == next(expected)
            rest = rest[MB // 2 :]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert (size, rest) == (256 * MB, b"")
    assert grown < 64  # MB, of 256
    blobs.remove(name)
