"""Files that explode are not stored, and what is stored explodes in no parser. # threat 14"""

from pathlib import Path

import pytest

from shared.application.dicom.source import Resource, Stored
from shared.application.dicom.store_answer import Failure
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.part10.instance import described, inspect
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests import hostile_files
from tests.dicom_files import ct_slice
from tests.hostile_files import BOMBS, SERIES, STUDY

DEEP = "The file nests its contents too deeply."
HEADER = "The header of the file is too large."
CUT = "The file is cut short."
FRAMES = "The file has more frames than are stored here."
REFUSED = {
    "nested": DEEP,
    "nested with lengths": DEEP,
    "nested implicit": DEEP,
    "nested unknown": DEEP,
    "endless items": HEADER,
    "many private elements": HEADER,
    "length beyond the file": CUT,
    "endless meta": HEADER,
    "deflated": "Deflated DICOM files are not accepted.",
    "too large": "The pixel data of the file is cut short.",
    "endless fragments": FRAMES,
}
UNREADABLE = [name for name in REFUSED if name not in ("endless meta", "too large")]
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:pydicom")


def refused(file: bytes) -> Stored:
    found = inspect(file)
    assert isinstance(found, Stored), found
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_a_bomb_is_not_stored(name: str) -> None:
    assert refused(BOMBS[name]()).comment == REFUSED[name]


def test_frames_that_cannot_be_told_apart_are_not_stored() -> None:
    """Each of them would be all of the file."""
    told = refused(hostile_files.tables_that_go_back())
    assert told.comment == "The file does not say where its frames begin."


def test_nor_are_more_frames_than_an_index_holds() -> None:
    told = refused(hostile_files.many_frames())
    assert (told.failure, told.comment) == (Failure.OUT_OF_RESOURCES, FRAMES)


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_a_pacs_sends_is_named_without_a_parser_that_it_could_blow_up(name: str) -> None:
    found = described(BOMBS[name](), Resource(STUDY, SERIES))
    assert found.sop_instance_uid == f"{SERIES}.1"


def test_a_header_of_numbers_is_not_taken_apart_and_the_next_file_is_stored(tmp_path: Path) -> None:
    archive = ArchiveSource("clinic", SqliteRecordStore(tmp_path / "records.sqlite"), MemoryBlobs())
    told = archive.store([hostile_files.many_values(), ct_slice(STUDY, SERIES, 2)])
    assert [one.comment for one in told] == [HEADER, None]
