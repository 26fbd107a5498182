"""Versions of a study's measurements: nobody's are lost, one is current, and that one is published. # G12"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from shared.application.commands.choose_measurements import ChooseMeasurements
from shared.application.dicom.source import Search
from shared.application.models.dicom_rows import text
from shared.application.ports import Condition
from shared.domain.access import Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken, Stale
from tests.builders import HOSPITAL
from tests.unit.application.measuring import (
    FIRST,
    HERE,
    PARTITION,
    SECOND,
    STUDY,
    THIRD,
    gateway,
    kept,
    measurements,
    pacs,
    publish,
    save,
    store,
)
from tests.viewer_report import viewer_report
from tests.world import World


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
