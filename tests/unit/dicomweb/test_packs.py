"""Series as they are stored: files behind each other in few blobs, kept near while they are read."""

import gzip
import json

import pytest

from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.library import Library, name_in
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.writer import SEGMENT, PackWriter


def stored(number: int, frames: int = 1) -> StoredInstance:
    ranges = [[100 + at, 10] for at in range(frames)]
    return StoredInstance(
        f"1.2.{number}", "1.2", "1.1", "1.2.840.10008.1.2.1", number, "a.pack", 500, "ff", ranges
    )


@pytest.fixture
def blobs() -> MemoryBlobs:
    return MemoryBlobs()


def test_files_lie_behind_each_other_until_a_blob_is_full(blobs: MemoryBlobs) -> None:
    files = [bytes([n]) * (SEGMENT // 3) for n in range(7)]
    with PackWriter(blobs) as writer:
        places = [writer.add("clinic/1", file) for file in files]
        writer.flush()
    assert len(blobs.names()) == 3
    for (blob, at), file in zip(places, files, strict=True):
        assert blobs.get(blob, at, len(file)) == file


def test_a_file_larger_than_a_blob_has_one_of_its_own(blobs: MemoryBlobs) -> None:
    large = b"x" * (SEGMENT + 1)
    with PackWriter(blobs) as writer:
        places = [writer.add("clinic/1", file) for file in (b"before", large, b"behind")]
        writer.flush()
    assert [at for _, at in places] == [0, 0, 0]
    assert blobs.get(places[1][0]) == large


def test_series_do_not_share_a_blob(blobs: MemoryBlobs) -> None:
    with PackWriter(blobs) as writer:
        places = [writer.add(folder, b"file") for folder in ("clinic/1", "clinic/2")]
        writer.flush()
    assert [blob.rpartition("/")[0] for blob, _ in places] == ["clinic/1", "clinic/2"]


def test_what_could_not_be_written_is_known_before_anybody_names_it(
    blobs: MemoryBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("The blob store does not answer.")

    monkeypatch.setattr(blobs, "put", full)
    with PackWriter(blobs) as writer:
        writer.add("clinic/1", b"file")
        with pytest.raises(Unavailable):
            writer.flush()


def test_a_pack_is_read_as_it_was_written() -> None:
    pack = Pack.of("r1", [stored(2), stored(1, frames=3)], [{"a": "ä"}, {"b": 2}])
    assert Pack.unpacked(pack.packed()) == pack
    assert list(pack.instances) == ["1.2.1", "1.2.2"]
    assert json.loads(gzip.decompress(pack.metadata)) == [{"a": "ä"}, {"b": 2}]


@pytest.mark.parametrize("damaged", [b"", b"hello", b"r1" + b" " * 30 + b"99"])
def test_a_damaged_pack_is_as_good_as_none(blobs: MemoryBlobs, damaged: bytes) -> None:
    blobs.put(name_in("clinic/1"), damaged)
    assert Library(blobs).load("clinic/1", "r1") is None


def test_a_pack_of_another_state_of_the_series_is_not_given(blobs: MemoryBlobs) -> None:
    Library(blobs).keep("clinic/1", Pack.of("r1", [stored(1)], []))
    library = Library(blobs)
    assert library.load("clinic/1", "r2") is None
    assert library.load("clinic/1", "r1") is not None
    assert library.find("clinic/1") is not None


def test_a_process_remembers_a_bounded_number_of_packs(blobs: MemoryBlobs) -> None:
    library = Library(blobs, most=20_000)
    for n in range(40):
        library.keep(f"clinic/{n}", Pack.of("r1", [stored(1)], []))
    assert library.find("clinic/0") is None
    assert library.find("clinic/39") is not None
    assert library.load("clinic/0", "r1") is not None


def test_what_is_near_is_read_without_the_blob_store(blobs: MemoryBlobs) -> None:
    near = Near(blobs)
    blobs.put("a.pack", b"0123456789")
    assert near.find("a.pack") is None
    near.fetch("a.pack", 10)
    blobs.remove("a.pack")
    assert bytes(near.find("a.pack") or b"")[2:4] == b"23"


def test_the_least_used_goes_first_and_what_is_being_read_stays_whole(blobs: MemoryBlobs) -> None:
    near = Near(blobs, most=30)
    for name in ("a", "b", "c"):
        blobs.put(name, name.encode() * 10)
        near.fetch(name, 10)
    reading = near.find("a")
    blobs.put("d", b"d" * 10)
    near.fetch("d", 10)
    assert near.find("b") is None
    near.fetch("b", 10)
    near.fetch("c", 10)
    near.fetch("d", 10)
    assert near.find("a") is None
    assert bytes(reading or b"") == b"a" * 10


def test_what_is_too_large_is_not_brought_near(blobs: MemoryBlobs) -> None:
    assert Near(blobs, most=30).fetch("huge", 31) is None


def test_what_is_not_there_is_not_found(blobs: MemoryBlobs) -> None:
    with pytest.raises(NotFound):
        Near(blobs).fetch("nothing", 10)


def test_a_series_is_brought_near_in_the_background(blobs: MemoryBlobs) -> None:
    near = Near(blobs)
    names = [f"{n}.pack" for n in range(5)]
    for name in names:
        blobs.put(name, b"pixels")
    near.prefetch((name, 6) for name in names)
    near._background.shutdown()  # pyright: ignore[reportPrivateUsage]  waits for what is under way
    assert all(near.find(name) for name in names)
