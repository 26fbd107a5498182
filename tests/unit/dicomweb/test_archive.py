"""The archive when several write at once, when it is interrupted, and when it is lied to."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.application.dicom.source import Resource, Search
from shared.application.dicom.store_answer import Failure
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import Unavailable
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.dicom_files import changed, ct_slice

STUDY, SERIES = "1.2.3", "1.2.3.4"
THIS = Search("studies", {"StudyInstanceUID": STUDY})


@pytest.fixture
def blobs() -> MemoryBlobs:
    return MemoryBlobs()


@pytest.fixture
def archive(tmp_path: Path, blobs: MemoryBlobs) -> ArchiveSource:
    return ArchiveSource("clinic", SqliteRecordStore(tmp_path / "records.sqlite"), blobs)


def test_many_uploads_into_one_series_at_once_are_all_kept(archive: ArchiveSource) -> None:
    files = [ct_slice(STUDY, SERIES, n, size=4) for n in range(1, 41)]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(archive.store, [[file] for file in files]))
    assert [one.failure for [one] in results] == [None] * 40
    [row] = archive.search(THIS)
    assert number(row, "00201208") == 40
    assert len(archive.metadata(Resource(STUDY, SERIES))) == 40


def test_the_same_file_sent_by_many_at_once_is_stored_once(archive: ArchiveSource) -> None:
    file = ct_slice(STUDY, SERIES)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(archive.store, [[file]] * 8))
    assert {one.failure for [one] in results} == {None}
    [row] = archive.search(THIS)
    assert number(row, "00201208") == 1


def test_other_content_under_a_known_uid_is_refused_and_overwrites_nothing(archive: ArchiveSource) -> None:
    file = ct_slice(STUDY, SERIES)
    other = changed(file, SeriesDescription="FORGED")
    archive.store([file])
    [result] = archive.store([other])
    assert result.failure == Failure.DUPLICATE
    assert [one.data for one in archive.instances(STUDY, SERIES)] == [file]
    fresh, twin = ct_slice(STUDY, SERIES, 2), changed(ct_slice(STUDY, SERIES, 2), SeriesDescription="X")
    assert [one.failure for one in archive.store([fresh, twin, fresh])] == [None, Failure.DUPLICATE, None]


def test_an_upload_that_is_cut_short_leaves_what_had_arrived_in_order(archive: ArchiveSource) -> None:
    def breaking() -> Iterator[bytes]:
        yield from (ct_slice(STUDY, SERIES, n, size=4) for n in range(1, 71))
        raise ConnectionError("the browser has gone")

    with pytest.raises(ConnectionError):
        archive.store(breaking())
    [row] = archive.search(THIS)
    kept = number(row, "00201208")
    assert kept
    assert kept == len(list(archive.instances(STUDY, SERIES))) == len(archive.metadata(Resource(STUDY)))
    archive.store([ct_slice(STUDY, SERIES, n, size=4) for n in range(1, 71)])
    [row] = archive.search(THIS)
    assert number(row, "00201208") == 70


def test_bytes_that_cannot_be_kept_are_named_by_no_record(
    archive: ArchiveSource, blobs: MemoryBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("The blob store does not answer.")

    with monkeypatch.context() as patch:
        patch.setattr(blobs, "put", full)
        with pytest.raises(Unavailable):
            archive.store([ct_slice(STUDY, SERIES)])
    assert archive.search(THIS) == []
    assert [one.failure for one in archive.store([ct_slice(STUDY, SERIES)])] == [None]


def test_two_organizations_may_hold_the_same_study_and_each_sees_its_own(
    tmp_path: Path, blobs: MemoryBlobs
) -> None:
    records = SqliteRecordStore(tmp_path / "records.sqlite")
    mine, theirs = (ArchiveSource(name, records, blobs) for name in ("clinic", "other"))
    file = ct_slice(STUDY, SERIES)
    mine.store([file])
    theirs.store([changed(file, PatientID="THEIRS", PatientName="Their^Patient")])
    assert [text(row, "00100020") for row in mine.search(THIS)] == ["IYET5.0"]
    assert [text(row, "00100020") for row in theirs.search(THIS)] == ["THEIRS"]
    assert mine.search(Search("studies", {"PatientID": "THEIRS"})) == []
    assert [one.data for one in mine.instances(STUDY, SERIES)] == [file]


def test_names_are_found_whatever_their_accents_and_case(archive: ArchiveSource) -> None:
    archive.store([ct_slice(STUDY, SERIES)])
    for wanted in ("NÚÑEZ^JOSÉ", "núñ*", "*josé"):
        assert archive.search(Search("studies", {"PatientName": wanted})), wanted
    assert archive.search(Search("studies", {"PatientName": "jos núñ"}, fuzzy=True))
    assert not archive.search(Search("studies", {"PatientName": "Nunez*"}))


def test_a_search_gives_what_it_names_beside_the_usual(archive: ArchiveSource) -> None:
    archive.store(ct_slice(STUDY, SERIES, n, size=n + 3, Manufacturer="Phantom") for n in (1, 2))
    made_by, columns = "00080070", "00280011"
    searches = (Search("studies", {}), Search("series", {}, STUDY), Search("instances", {}, STUDY, SERIES))
    for search in searches:
        assert made_by not in archive.search(search)[0]
        more = archive.search(search._replace(include=(made_by, columns)))
        assert {text(row, made_by) for row in more} == {"Phantom"}
    instances = archive.search(searches[2]._replace(include=(columns,)))
    assert [number(row, columns) for row in instances] == [4, 5]
    [study] = archive.search(searches[0]._replace(include=(columns,)))
    assert columns not in study  # instances of a study differ in it
