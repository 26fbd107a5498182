"""Smaller forms of frames: made in the background, the same pixels, given to who can read them."""

from io import BytesIO
from pathlib import Path

import jpeg_ls
import numpy as np
import pytest
from pydicom import dcmread

from shared.application.dicom.accept import DICOM, EXPLICIT_LITTLE, OCTETS
from shared.application.dicom.multipart import parameter
from shared.application.dicom.source import Resource
from shared.imaging.smaller import smaller
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.packs.lighter import Lighter
from shared.infrastructure.packs.near import Near
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.dicom_sources import ANY, JPEG_LS, fetch_parts
from tests.dicom_files import ct_slice, pixels, saved

STUDY, SERIES = "1.2.3", "1.2.3.4"
FRAME = Resource(STUDY, SERIES, f"{SERIES}.1", (1,))
NATIVE = f"multipart/related; type={OCTETS}; transfer-syntax={EXPLICIT_LITTLE}"


class Archive:
    def __init__(self, folder: Path) -> None:
        self.records, self.blobs = SqliteRecordStore(folder / "records.sqlite"), MemoryBlobs()

    def process(self) -> ArchiveSource:
        self.lighter = Lighter()
        return ArchiveSource("clinic", self.records, self.blobs, Near(self.blobs), self.lighter)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def smooth(number: int = 1, size: int = 256) -> bytes:
    """An image that shrinks, as those of people do; frames of 128 KB."""
    dataset = dcmread(BytesIO(ct_slice(STUDY, SERIES, number, size=size)))
    dataset.PixelData = _ramp(size).tobytes()
    return saved(dataset)


def _ramp(size: int = 256) -> np.ndarray:
    return np.add.outer(np.arange(size), np.arange(size)).astype("<u2")


def syntax_of(part_headers: dict[str, str]) -> str | None:
    return parameter(part_headers["content-type"], "transfer-syntax")


def test_a_frame_that_was_opened_is_smaller_the_next_time_and_holds_the_same_pixels(archive: Archive) -> None:
    source = archive.process()
    source.store([smooth(), smooth(2)])
    [first] = fetch_parts(source, FRAME, ANY)
    assert (syntax_of(first.headers), first.body) == (EXPLICIT_LITTLE, _ramp().tobytes())
    archive.lighter.wait()
    for again in (source, archive.process()):
        [part] = fetch_parts(again, FRAME, ANY)
        assert syntax_of(part.headers) == JPEG_LS
        assert len(part.body) < len(first.body) / 4
        assert bytes(jpeg_ls.decode_buffer(part.body)[0]) == first.body


def test_who_wants_the_pixels_or_the_file_as_they_are_gets_them(archive: Archive) -> None:
    source, file = archive.process(), smooth()
    source.store([file])
    fetch_parts(source, FRAME, ANY)
    archive.lighter.wait()
    for accept in (NATIVE, f"multipart/related; type={OCTETS}", "*/*"):
        [part] = fetch_parts(source, FRAME, accept)
        assert (syntax_of(part.headers), part.body) == (EXPLICIT_LITTLE, _ramp().tobytes()), accept
    [whole] = fetch_parts(source, FRAME._replace(frames=()), f'multipart/related; type="{DICOM}"')
    assert whole.body == file


def test_a_series_that_grows_keeps_what_was_made_of_it(archive: Archive) -> None:
    source = archive.process()
    source.store([smooth()])
    fetch_parts(source, FRAME, ANY)
    archive.lighter.wait()
    source.store([smooth(2)])
    source = archive.process()
    second = FRAME._replace(sop_uid=f"{SERIES}.2")
    assert [syntax_of(fetch_parts(source, frame, ANY)[0].headers) for frame in (FRAME, second)] == [
        JPEG_LS,
        EXPLICIT_LITTLE,
    ]
    archive.lighter.wait()
    assert syntax_of(fetch_parts(source, second, ANY)[0].headers) == JPEG_LS


def test_small_images_and_compressed_ones_stay_as_they_are(archive: Archive) -> None:
    source = archive.process()
    source.store([ct_slice(STUDY, SERIES), ct_slice(STUDY, SERIES, 2, size=256, syntax="jpeg-ls")])
    fetch_parts(source, FRAME, ANY)
    archive.lighter.wait()
    before = archive.blobs.names()
    assert len([name for name in before if name.endswith(".pack")]) == 1
    assert fetch_parts(source, FRAME, ANY)[0].body == pixels(1)


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        ({}, _ramp()),
        ({"PixelRepresentation": 1}, (_ramp().astype(np.int32) - 200).astype("<i2")),
        ({}, _ramp() & 0xFF),
        ({}, _ramp() * 128),
    ],
    ids=["12 bits", "signed", "words that would fit into bytes", "16 bits"],
)
def test_every_word_comes_back_as_it_was(changes: dict[str, int], values: np.ndarray) -> None:
    dataset = dcmread(BytesIO(ct_slice(STUDY, SERIES, size=256)))
    dataset.update({})
    for keyword, value in changes.items():
        setattr(dataset, keyword, value)
    dataset.PixelData = values.tobytes()
    file = saved(dataset)
    [made] = smaller(file, [[file.rindex(values.tobytes()), values.nbytes]])
    decoded, header = jpeg_ls.decode_buffer(made)
    assert bytes(decoded) == values.tobytes()
    assert header["bits_per_sample"] > 8  # viewers take fewer bits for bytes


@pytest.mark.parametrize("file", [b"", b"no DICOM file", smooth()[:500]])
def test_what_cannot_be_made_smaller_is_left_as_it_is(file: bytes) -> None:
    assert smaller(file, [[0, 100], [100, 100]]) == [b"", b""]


def test_noise_is_left_as_it_is() -> None:
    file = ct_slice(STUDY, SERIES, size=64)
    noise = np.random.default_rng(7).integers(0, 1 << 16, (64, 64), dtype=np.uint16).tobytes()
    file = file.replace(pixels(1, size=64), noise)
    assert smaller(file, [[file.rindex(noise), len(noise)]]) == [b""]
