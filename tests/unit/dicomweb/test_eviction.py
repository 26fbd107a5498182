"""Copies of series go when they are too old, too many, or nobody's."""

from datetime import timedelta
from pathlib import Path

import pytest

from shared.application.dicom.source import Resource
from shared.application.ports import Change
from shared.domain import partitions
from shared.domain.kept_series import KeptSeries
from tests.contract.dicom_sources import fetch
from tests.dicom_files import ct_slice
from tests.unit.dicomweb.copying_clinic import FRAME, SERIES, STUDY, Clinic


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


@pytest.mark.parametrize(("days", "removed"), [(None, 0), (8, 0), (7, 1)])
def test_an_organization_says_how_long_copies_are_kept(
    clinic: Clinic, days: int | None, removed: int
) -> None:
    clinic.configure(days)
    clinic.opened_once()
    clinic.time += timedelta(days=7)
    assert clinic.evict() == removed
    assert bool(clinic.blobs.names()) == (removed == 0)
    source = clinic.opened_once()
    fetch(source, FRAME)
    assert clinic.pacs.opened == 0  # kept still, or again


def test_of_too_many_copies_the_least_used_go(clinic: Clinic) -> None:
    clinic.configure(None)
    clinic.opened_once()
    clinic.time += timedelta(days=1)
    second = "1.2.3.2"
    clinic.pacs.store([ct_slice(STUDY, second)])
    source = clinic.process()
    fetch(source, Resource(STUDY, second, f"{second}.1", (1,)))
    clinic.shelf.wait()
    assert clinic.evict(most=5000) == 1
    assert clinic.kept is None
    assert all(second in name for name in clinic.blobs.names())


def test_what_is_left_of_a_filling_that_nobody_ended_is_swept(clinic: Clinic) -> None:
    clinic.configure(None)
    left = KeptSeries.begin("clinic", STUDY, SERIES, "state", clinic.time)
    change = Change("add", left.kind, left.id, left.body())
    clinic.records.commit(partitions.kept("clinic"), [change])
    for number in (0, 1):
        clinic.blobs.put(left.name(number), b"files")
    assert clinic.evict() == 0  # perhaps it is still under way
    clinic.time += timedelta(hours=1)
    assert clinic.evict() == 1
    assert clinic.blobs.names() == []


def test_nothing_is_kept_of_an_organization_that_is_gone(clinic: Clinic) -> None:
    clinic.opened_once()
    assert clinic.evict() == 1
    assert clinic.blobs.names() == []
