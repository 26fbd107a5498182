"""Saving measurements: into one's own studies, under one's own name, over nobody else's. # A2 G12"""

import asyncio
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from typing import Any, cast

import pytest
from pydicom import Dataset, Sequence, dcmread

from shared.application.commands.choose_measurements import ChooseMeasurements
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.list_measured import ListMeasured
from shared.application.commands.publish_measurements import PublishMeasurements
from shared.application.commands.store_instances import StoreInstances
from shared.application.dicom.multipart import MultipartReader, Part, boundary_of
from shared.application.dicom.source import DicomSource, DicomSources, Resource, Search, Stored, Whole
from shared.application.models.dicom_rows import number, text, values
from shared.application.models.measurements import MeasurementsView
from shared.application.ports import Condition
from shared.application.queries.list_measurements import ListMeasurements
from shared.domain import partitions
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken, Stale
from shared.infrastructure.archive.source import ArchiveSource
from tests.builders import HOSPITAL
from tests.dicom_files import ct_slice
from tests.viewer_report import viewer_report
from tests.world import World

STUDY, MRN = "1.2.3", "IYET5.0"
FIRST, SECOND, THIRD = (f"{STUDY}.9.{number}" for number in (1, 2, 3))
HERE: dict[str, Any] = {"organization_id": HOSPITAL, "study_uid": STUDY}
PARTITION, STORED = partitions.study(HOSPITAL, STUDY), Condition("action", "is", "images.store")


@pytest.fixture
def ada(world: World) -> Actor:
    """A radiologist whose hospital keeps one study."""
    archive: Any = ArchiveSource(HOSPITAL, world.store, world.kept)
    world.pacs.put(HOSPITAL, archive)
    user = world.employ()
    actor = Actor(id=user.id, name=user.name, role=Role.MEMBER, organization_id=HOSPITAL)
    store(world, actor, ct_slice(STUDY, f"{STUDY}.1"))
    return actor


def store(world: World, actor: Actor, *files: bytes) -> list[Stored]:
    parts = [Part({"content-type": "application/dicom"}, file) for file in files]
    return world.send(StoreInstances(organization_id=HOSPITAL, parts=parts), actor)


def save(world: World, actor: Actor, sop_uid: str, *after: str, series: str = f"{STUDY}.9") -> None:
    """As the viewer does, which says what was open before."""
    told: dict[str, Any] = {"SOPInstanceUID": sop_uid, "SeriesInstanceUID": series}
    if after:
        told["PredecessorDocumentsSequence"] = before(*after)
    [stored] = store(world, actor, viewer_report(STUDY, **told))
    assert stored.failure is None


def before(*uids: str) -> Sequence:
    study, series = Dataset(), Dataset()
    study.StudyInstanceUID, study.ReferencedSeriesSequence = STUDY, [series]
    series.SeriesInstanceUID, series.ReferencedSOPSequence = "1.9", [Dataset() for _ in uids]
    for reference, uid in zip(series.ReferencedSOPSequence, uids, strict=True):
        reference.ReferencedSOPInstanceUID = uid
    return Sequence([study])


def gateway(world: World) -> DicomSource:
    """What viewers see."""
    return world.get(DicomSources).of(HOSPITAL)


def pacs(world: World) -> ArchiveSource:
    """What lies in the hospital's own source."""
    return cast(ArchiveSource, world.pacs.of(HOSPITAL))


def kept(world: World, study: str = STUDY) -> list[Dataset]:
    """The reports that a viewer is shown."""
    return [dcmread(BytesIO(one.data)) for one in gateway(world).instances(study, f"{study}.9")]


def measurements(world: World, actor: Actor) -> MeasurementsView:
    return world.send(ListMeasurements(**HERE), actor)


def publish(world: World, actor: Actor, version: int) -> MeasurementsView:
    return world.send(PublishMeasurements(**HERE, version=version), actor)


def opened(world: World, resource: Resource, accept: str = "*/*") -> tuple[Any, bytes]:
    async def read() -> tuple[Any, bytes]:
        answer = await gateway(world).open(resource, accept)
        return answer, b"".join([bytes(chunk) async for chunk in answer.chunks])

    return asyncio.run(read())


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


def test_each_save_is_a_version_of_one_set_with_its_author(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    world.time.passes(minutes=5)
    save(world, Actor(ada.id, "Grace Hopper", Role.MEMBER, HOSPITAL), SECOND, FIRST, series="1.2.3.77")
    view = measurements(world, ada)
    assert [(v.number, v.author, v.count, v.is_current) for v in view.versions] == [
        (2, "Grace Hopper", 1, True),
        (1, "Ada Lovelace", 1, False),
    ]
    [report] = kept(world)
    [study] = report.PredecessorDocumentsSequence
    [series] = study.ReferencedSeriesSequence
    assert (report.SeriesInstanceUID, series.SeriesInstanceUID) == (f"{STUDY}.9", f"{STUDY}.9")
    assert [str(one.ReferencedSOPInstanceUID) for one in series.ReferencedSOPSequence] == [FIRST]


def test_who_did_not_have_the_current_version_covers_nothing_and_loses_nothing(
    world: World, ada: Actor
) -> None:
    save(world, ada, FIRST)
    save(world, ada, SECOND, FIRST)
    save(world, ada, THIRD, FIRST)
    view = measurements(world, ada)
    assert [(v.sop_instance_uid, v.is_current) for v in view.versions] == [
        (THIRD, False),
        (SECOND, True),
        (FIRST, False),
    ]
    save(world, ada, f"{STUDY}.9.4", THIRD, SECOND)  # with the others' beside their own
    assert measurements(world, ada).versions[0].is_current


def test_another_version_can_be_made_the_current_one_by_who_has_seen_all(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    save(world, ada, SECOND)
    with pytest.raises(Stale):
        world.send(ChooseMeasurements(**HERE, version=2, seen=1), ada)
    view = world.send(ChooseMeasurements(**HERE, version=2, seen=2), ada)
    assert view.versions[0].is_current
    with pytest.raises(NotFound):
        world.send(ChooseMeasurements(**HERE, version=3, seen=2), ada)


def test_no_save_is_lost_however_many_save_at_once(world: World, ada: Actor) -> None:
    uids = [f"{STUDY}.9.{number}" for number in range(1, 7)]
    with ThreadPoolExecutor(len(uids)) as pool:
        list(pool.map(partial(save, world, ada), uids))
    versions = measurements(world, ada).versions
    assert [v.number for v in versions] == [6, 5, 4, 3, 2, 1]
    assert sorted(v.sop_instance_uid for v in versions) == uids
    assert [v.number for v in versions if v.is_current] == [1]


def test_saving_the_same_report_again_makes_no_version(world: World, ada: Actor) -> None:
    for _ in range(2):
        [stored] = store(world, ada, viewer_report(STUDY))
        assert stored.failure is None
    assert len(measurements(world, ada).versions) == 1


def test_measurements_never_stand_in_a_series_of_images(world: World, ada: Actor) -> None:
    save(world, ada, FIRST, series=f"{STUDY}.1")
    view = measurements(world, ada)
    assert str(view.series_instance_uid).startswith("2.25.")
    assert {text(row, "00080060") for row in gateway(world).search(Search("series", {}, STUDY))} == {
        "CT",
        "SR",
    }


def test_published_is_the_current_version_under_its_own_uids(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    view = publish(world, ada, 1)
    [instance] = pacs(world).instances(STUDY, f"{STUDY}.9")
    assert instance.sop_instance_uid == FIRST
    assert (view.state, view.versions[0].published_by) == ("published", "Ada Lovelace")
    world.time.passes(minutes=5)
    assert publish(world, ada, 1).versions == view.versions  # harmless
    save(world, ada, SECOND, FIRST)
    assert measurements(world, ada).state == "changed"
    lines = world.of(AuditLine, PARTITION).all(Condition("action", "is", "measurements.publish"))
    assert [line.detail for line in lines] == [FIRST, FIRST]


def test_only_what_is_current_is_published(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    save(world, ada, SECOND, FIRST)
    with pytest.raises(Stale, match="saved measurements of this study meanwhile"):
        publish(world, ada, 1)
    with pytest.raises(NotFound, match="no such version"):
        publish(world, ada, 3)


def test_what_the_pacs_refuses_stays_here_and_is_told(world: World, ada: Actor) -> None:
    save(world, ada, FIRST)
    [told] = pacs(world).store([viewer_report(STUDY, SeriesDescription="Another, under the same UID")])
    assert told.failure is None
    with pytest.raises(RuleBroken, match="same SOP Instance UID"):
        publish(world, ada, 1)
    assert measurements(world, ada).state == "unpublished"
