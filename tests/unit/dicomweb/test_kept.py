"""Copies of a PACS's series: made when opened, good while the PACS says so, gone when unwanted."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from shared.application.dicom.accept import DICOM
from shared.application.dicom.source import DicomJson, InstanceFile, Resource, Search, Whole
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.kept.small import LARGEST, Small
from shared.infrastructure.kept.source import FRESH
from tests.contract.dicom_sources import fetch, fetch_parts
from tests.dicom_files import changed, ct_slice, pixels
from tests.unit.dicomweb.copying_clinic import FRAME, METADATA, SERIES, STUDY, Clinic


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_a_series_that_was_opened_is_served_without_its_pixels_being_asked_for_again(clinic: Clinic) -> None:
    source = clinic.opened_once()
    [part] = fetch_parts(source, FRAME)
    assert part.body == pixels(2)
    assert fetch(source, METADATA) == fetch(clinic.pacs, METADATA)
    files = [part.body for part in fetch_parts(source, Resource(STUDY, SERIES))]
    assert files == [ct_slice(STUDY, SERIES, n) for n in (1, 2, 3)]
    [one] = fetch_parts(source, Resource(STUDY, SERIES, f"{SERIES}.3"), f'multipart/related; type="{DICOM}"')
    assert one.body == files[2]
    assert (clinic.pacs.opened, clinic.pacs.copied) == (1, 1)  # the metadata compared with, above


SMALL = {
    "a picture of an image": FRAME._replace(variant="rendered"),
    "a picture of a series": Resource(STUDY, SERIES, variant="thumbnail"),
    "bulk data": Resource(STUDY, SERIES, f"{SERIES}.2", variant="bulkdata", bulkdata="7FE00010"),
}


@pytest.mark.parametrize("resource", SMALL.values(), ids=SMALL)
def test_what_is_small_is_asked_for_again_only_where_the_pacs_says_something_else(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, resource: Resource
) -> None:
    source = clinic.process()
    first, again = fetch(source, resource), fetch(source, resource)
    assert (first, clinic.pacs.opened) == (again, 1)

    late = monotonic() + FRESH
    monkeypatch.setattr("shared.infrastructure.kept.source.monotonic", lambda: late)
    fetch(source, resource)
    assert clinic.pacs.opened == 1

    clinic.pacs.lies = {"00100020": {"vr": "LO", "Value": ["SOMEBODY ELSE"]}}
    monkeypatch.setattr("shared.infrastructure.kept.source.monotonic", lambda: late + FRESH)
    fetch(source, resource)
    assert clinic.pacs.opened == 2


def test_no_more_pictures_are_held_than_there_is_room_for() -> None:
    small = Small(most=100)
    for number in range(5):
        small.keep(number, Whole.of(bytes(30), "image/jpeg"))
    small.keep(9, Whole.of(bytes(LARGEST + 1), "image/jpeg"))
    assert [number for number in (*range(5), 9) if small.find(number)] == [2, 3, 4]


def test_another_process_finds_the_copy(clinic: Clinic) -> None:
    clinic.opened_once()
    [part] = fetch_parts(clinic.process(), FRAME)
    assert part.body == pixels(2)
    assert (clinic.pacs.opened, clinic.pacs.copied) == (0, 1)


def test_metadata_alone_makes_no_copy(clinic: Clinic) -> None:
    source = clinic.process()
    fetch(source, METADATA)
    clinic.shelf.wait()
    assert (clinic.pacs.copied, clinic.blobs.names()) == (0, [])


def test_a_series_that_has_grown_is_copied_anew(clinic: Clinic) -> None:
    clinic.opened_once()
    before = clinic.blobs.names()
    clinic.pacs.store([ct_slice(STUDY, SERIES, 4)])
    source = clinic.process()
    fetch(source, FRAME)
    clinic.shelf.wait()
    clinic.pacs.opened = 0
    [part] = fetch_parts(source, FRAME._replace(sop_uid=f"{SERIES}.4"))
    assert (part.body, clinic.pacs.opened) == (pixels(4), 0)
    assert set(before).isdisjoint(clinic.blobs.names())  # nothing is left of the old copy


def test_a_patient_who_was_renamed_in_the_pacs_is_not_shown_by_the_old_name(clinic: Clinic) -> None:
    clinic.opened_once()
    clinic.pacs.lies = {"00100010": {"vr": "PN", "Value": [{"Alphabetic": "Other^Name"}]}}
    fetch(clinic.process(), METADATA)
    assert clinic.pacs.opened == 1


def test_what_comes_into_the_study_besides_leaves_the_copy_good(clinic: Clinic) -> None:
    clinic.opened_once()
    clinic.pacs.store([ct_slice(STUDY, "1.2.3.2")])
    fetch(clinic.process(), FRAME)
    assert clinic.pacs.opened == 0


def test_what_the_pacs_no_longer_has_is_not_found(clinic: Clinic) -> None:
    source = clinic.opened_once()
    with pytest.raises(NotFound):
        fetch(source, Resource(STUDY, "1.2.3.9", "1.2.3.9.1", (1,)))
    with pytest.raises(NotFound):
        fetch(source, FRAME._replace(sop_uid=f"{SERIES}.9"))
    with pytest.raises(NotFound):
        fetch(source, FRAME._replace(frames=(2,)))


def test_a_copy_that_broke_off_leaves_nothing_and_is_tried_again(clinic: Clinic) -> None:
    clinic.pacs.breaks_off = True
    clinic.opened_once()
    assert (clinic.kept, clinic.blobs.names()) == (None, [])
    clinic.pacs.breaks_off = False
    source = clinic.opened_once()
    fetch(source, FRAME)
    assert clinic.pacs.opened == 0


def test_a_series_that_cannot_be_indexed_is_left_to_the_pacs(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def instances(*_: str) -> Iterator[InstanceFile]:
        yield InstanceFile(f"{SERIES}.9", "1.1", "1.2.840.10008.1.2.1.99", 9, b"no DICOM file")

    monkeypatch.setattr(clinic.pacs, "instances", instances)
    clinic.opened_once()
    assert clinic.kept
    assert (clinic.kept.status, clinic.blobs.names()) == ("unfit", [])
    source = clinic.process()
    [part] = fetch_parts(source, FRAME)
    clinic.shelf.wait()
    assert (part.body, clinic.pacs.opened) == (pixels(2), 1)


def test_many_who_open_a_series_at_once_have_it_copied_once(clinic: Clinic) -> None:
    source = clinic.process()

    async def all_at_once() -> None:
        await asyncio.gather(*(source.open(FRAME, "*/*") for _ in range(20)))

    asyncio.run(all_at_once())
    clinic.shelf.wait()
    assert clinic.pacs.copied == 1


def test_nobody_waits_while_the_pacs_is_asked_again_about_what_is_being_read(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, late = clinic.opened_once(), monotonic() + FRESH / 2 + 1
    answered = threading.Event()
    search = clinic.pacs.search

    def slow(asked: Search) -> list[DicomJson]:
        answered.wait(5)
        return search(asked)

    async def read() -> None:
        monkeypatch.setattr(clinic.pacs, "search", slow)
        monkeypatch.setattr("shared.infrastructure.kept.source.monotonic", lambda: late)
        await source.open(FRAME, "*/*")
        assert not answered.is_set()
        clinic.pacs.lies = {"00100020": {"vr": "LO", "Value": ["SOMEBODY ELSE"]}}
        answered.set()
        while source._asking:  # pyright: ignore[reportPrivateUsage]
            await asyncio.sleep(0.01)

    asyncio.run(read())
    fetch(source, FRAME)
    assert clinic.pacs.opened == 1  # what was heard meanwhile counts


def test_a_pacs_that_was_down_is_asked_again(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    source = clinic.process()

    def down(_: Search) -> list[DicomJson]:
        raise Unavailable("The PACS cannot be reached.")

    with monkeypatch.context() as patch:
        patch.setattr(clinic.pacs, "search", down)
        with pytest.raises(Unavailable):
            fetch(source, FRAME)
    [part] = fetch_parts(source, FRAME)
    assert part.body == pixels(2)


def test_a_copy_whose_blobs_are_gone_is_no_reason_to_show_nothing(clinic: Clinic) -> None:
    clinic.opened_once()
    for name in clinic.blobs.names():
        clinic.blobs.remove(name)
    source = clinic.opened_once()
    [part] = fetch_parts(source, FRAME)
    assert (part.body, clinic.pacs.opened, clinic.pacs.copied) == (pixels(2), 0, 2)


def test_what_was_stored_in_the_pacs_is_seen_at_once(clinic: Clinic) -> None:
    source = clinic.opened_once()
    source.store([changed(ct_slice(STUDY, SERIES, 4), SeriesDescription="CT HEAD/NECK 5.0 B30s")])
    [part] = fetch_parts(source, FRAME._replace(sop_uid=f"{SERIES}.4"))
    assert (part.body, clinic.pacs.opened) == (pixels(4), 1)
