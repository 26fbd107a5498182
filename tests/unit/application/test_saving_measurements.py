"""Saving measurements: into one's own studies, under one's own name, over nobody else's. # A2 G12"""

import gzip
import json
from io import BytesIO
from typing import Any

import pytest
from pydicom import Dataset, dcmread

from shared.application.commands.index_study import IndexStudy
from shared.application.commands.list_measured import ListMeasured
from shared.application.dicom.multipart import MultipartReader, boundary_of
from shared.application.dicom.source import Resource, Search, Whole
from shared.application.models.dicom_rows import number, text, values
from shared.domain.access import PLATFORM, Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound
from tests.dicom_files import ct_slice
from tests.unit.application.measuring import (
    FIRST,
    HERE,
    PARTITION,
    SECOND,
    STORED,
    STUDY,
    audited,
    gateway,
    kept,
    opened,
    pacs,
    publish,
    save,
    store,
)
from tests.viewer_report import viewer_report
from tests.world import World


def test_saved_measurements_carry_the_name_of_who_is_signed_in(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report(STUDY))
    [report] = kept(world)
    assert result.failure is None
    assert str(report.AuthorObserverSequence[0].PersonName) == "Lovelace^Ada"


def test_who_saved_what_is_written_down(world: World, ada: Actor) -> None:
    store(world, ada, viewer_report(STUDY))
    assert audited(world) == [("Ada Lovelace", "measurements.save", f"{STUDY}.9.1")]
    assert [line.detail for line in world.of(AuditLine, PARTITION).all(STORED)] == ["1"]


def test_measurements_go_only_into_a_study_that_is_there(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report("1.2.4"))
    assert result.comment == "These measurements belong to a study that is not here."
    assert audited(world, "1.2.4") == []


def test_measurements_of_another_patient_are_refused(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report(STUDY, mrn="SOMEBODY ELSE"))
    assert result.comment == "These measurements belong to another patient than their study."


def test_what_is_refused_is_not_written_down(world: World, ada: Actor) -> None:
    store(world, ada, viewer_report(STUDY))
    [result] = store(world, ada, viewer_report(STUDY, SeriesDescription="Another, under the same UID"))
    assert result.failure is not None
    assert len(audited(world)) == 1


def test_a_report_that_others_wrote_is_stored_as_it_is(world: World, ada: Actor) -> None:
    theirs = viewer_report(STUDY, Manufacturer="Siemens")
    store(world, ada, theirs)
    [instance] = pacs(world).instances(STUDY, f"{STUDY}.9")
    assert instance.data == theirs
    assert audited(world) == []


def test_good_and_refused_files_of_one_request_are_told_apart(world: World, ada: Actor) -> None:
    results = store(
        world, ada, viewer_report("1.2.4"), viewer_report(STUDY), ct_slice(STUDY, f"{STUDY}.1", 2)
    )
    assert {one.sop_instance_uid for one in results if one.failure is None} == {
        f"{STUDY}.9.1",
        f"{STUDY}.1.2",
    }
    assert {one.study_uid for one in results if one.failure is not None} == {"1.2.4"}


def test_nothing_reaches_the_pacs_before_it_is_published_and_everybody_here_sees_it(
    world: World, ada: Actor
) -> None:
    save(world, ada, FIRST)
    with pytest.raises(NotFound):
        list(pacs(world).instances(STUDY, f"{STUDY}.9"))
    [series] = gateway(world).search(Search("series", {"Modality": "SR"}, STUDY))
    [instance] = gateway(world).search(Search("instances", {}, STUDY, text(series, "0020000E")))
    assert (text(instance, "00080018"), number(series, "00201209")) == (FIRST, 1)


def test_measurements_take_their_place_among_the_series(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    found = gateway(world).search(Search("series", {}, STUDY))
    assert [text(row, "00080060") for row in found] == ["CT", "SR"]
    paged = Search("series", {}, STUDY, offset=1, limit=1)
    assert [text(row, "00080060") for row in gateway(world).search(paged)] == ["SR"]
    assert [
        text(row, "00080060") for row in gateway(world).search(Search("series", {"Modality": "CT"}, STUDY))
    ] == ["CT"]


def test_a_study_counts_them_once_published_or_not(world: World, ada: Actor) -> None:
    def counted() -> tuple[list[str], int | None, int | None]:
        world.work(IndexStudy)
        world.send(ListMeasured(**HERE), PLATFORM)
        [row] = gateway(world).search(Search("studies", {"StudyInstanceUID": STUDY}))
        return values(row, "00080061"), number(row, "00201206"), number(row, "00201208")

    assert counted() == (["CT"], 1, 1)
    save(world, ada, FIRST)
    assert counted() == (["CT", "SR"], 2, 2)
    publish(world, ada, 1)
    assert counted() == (["CT", "SR"], 2, 2)
    save(world, ada, SECOND, FIRST)
    publish(world, ada, 2)
    assert counted() == (["CT", "SR"], 2, 2)


def test_metadata_and_files_are_those_of_the_current_version(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    series = Resource(STUDY, f"{STUDY}.9")
    first, packed = opened(world, series._replace(variant="metadata"))
    save(world, ada, SECOND, FIRST)
    second, packed = opened(world, series._replace(variant="metadata"))
    [told] = json.loads(gzip.decompress(packed))
    assert isinstance(first, Whole)
    assert first.headers["ETag"] != second.headers["ETag"]
    assert (text(told, "00080018"), number(told, "00200013")) == (SECOND, 2)
    assert told["0040A730"]["Value"]  # the measurements themselves

    uids = [str(one.SOPInstanceUID) for one in files(*opened(world, Resource(STUDY)))]
    assert uids == [f"{STUDY}.1.1", SECOND]
    [older] = files(*opened(world, Resource(STUDY, f"{STUDY}.9", FIRST)))
    assert older.InstanceNumber == 1


def files(answer: Any, body: bytes) -> list[Dataset]:
    reader = MultipartReader(boundary_of(answer.content_type))
    return [dcmread(BytesIO(part.body)) for part in reader.feed(body)]
