"""Saving measurements: into one's own studies, under one's own name. # A2 G12"""

from io import BytesIO
from typing import Any, cast

import pytest
from pydicom import Dataset, dcmread

from shared.application.commands.store_instances import StoreInstances
from shared.application.dicom.multipart import Part
from shared.application.dicom.source import Stored
from shared.application.ports import Condition
from shared.domain import partitions
from shared.domain.access import Actor, Role
from shared.domain.audit import AuditLine
from shared.infrastructure.archive.source import ArchiveSource
from tests.builders import HOSPITAL
from tests.dicom_files import ct_slice
from tests.viewer_report import viewer_report
from tests.world import World

STUDY, MRN = "1.2.3", "IYET5.0"
PARTITION, STORED = partitions.study(HOSPITAL, STUDY), Condition("action", "is", "images.store")


@pytest.fixture
def ada(world: World) -> Actor:
    """A radiologist whose hospital keeps one study in our archive."""
    archive: Any = ArchiveSource(HOSPITAL, world.store, world.kept)
    world.pacs.put(HOSPITAL, archive)
    user = world.employ()
    actor = Actor(id=user.id, name=user.name, role=Role.MEMBER, organization_id=HOSPITAL)
    store(world, actor, ct_slice(STUDY, f"{STUDY}.1"))
    return actor


def store(world: World, actor: Actor, *files: bytes) -> list[Stored]:
    parts = [Part({"content-type": "application/dicom"}, file) for file in files]
    return world.send(StoreInstances(organization_id=HOSPITAL, parts=parts), actor)


def kept(world: World, study: str = STUDY) -> list[Dataset]:
    """The reports that are stored."""
    archive = cast(ArchiveSource, world.pacs.of(HOSPITAL))
    return [dcmread(BytesIO(one.data)) for one in archive.instances(study, f"{study}.9")]


def audited(world: World, study: str = STUDY) -> list[tuple[str, str, str]]:
    saved = Condition("action", "is", "measurements.save")
    lines = world.of(AuditLine, partitions.study(HOSPITAL, study)).all(saved)
    return [(line.actor_name, line.action, line.detail) for line in lines]


def test_saved_measurements_carry_the_name_of_who_is_signed_in(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report(STUDY))
    [report] = kept(world)
    assert result.failure is None
    assert str(report.AuthorObserverSequence[0].PersonName) == "Lovelace^Ada"


def test_who_saved_what_is_written_down(world: World, ada: Actor) -> None:
    store(world, ada, viewer_report(STUDY))
    assert audited(world) == [("Ada Lovelace", "measurements.save", f"{STUDY}.9.1")]
    assert [line.detail for line in world.of(AuditLine, PARTITION).all(STORED)] == ["1", "1"]


def test_measurements_go_only_into_a_study_that_is_there(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report("1.2.4"))
    assert result.comment == "These measurements belong to a study that is not here."
    assert audited(world, "1.2.4") == []


def test_measurements_of_another_patient_are_refused(world: World, ada: Actor) -> None:
    [result] = store(world, ada, viewer_report(STUDY, mrn="SOMEBODY ELSE"))
    assert result.comment == "These measurements belong to another patient than their study."


def test_what_the_source_refuses_is_not_written_down(world: World, ada: Actor) -> None:
    store(world, ada, viewer_report(STUDY))
    [result] = store(world, ada, viewer_report(STUDY, SeriesDescription="Another, under the same UID"))
    assert result.failure is not None
    assert len(audited(world)) == 1


def test_a_report_that_others_wrote_is_stored_as_it_is(world: World, ada: Actor) -> None:
    theirs = viewer_report(STUDY, Manufacturer="Siemens")
    store(world, ada, theirs)
    archive = cast(ArchiveSource, world.pacs.of(HOSPITAL))
    [instance] = archive.instances(STUDY, f"{STUDY}.9")
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
