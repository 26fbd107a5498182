"""Studies and series, as their source describes them. # G1 G4 G5"""

from datetime import date, time
from typing import Any

import pytest

from shared.application.queries.get_study import GetStudy
from shared.application.queries.list_latest_studies import ListLatestStudies
from shared.application.queries.list_patient_studies import ListPatientStudies
from shared.application.queries.list_series import ListSeries
from shared.core.mediator import Message
from shared.domain.errors import NotFound
from tests.builders import CLINIC, HOSPITAL, MRN, STRANGER, STUDY, series_row, study_row
from tests.world import World


def test_the_studies_of_a_patient_come_newest_first(world: World) -> None:
    for uid, day, hour in [
        ("1.1", "20040304", "0900"),
        ("1.2", "20240101", ""),
        ("1.3", "20040304", "101500"),
    ]:
        world.source.keep(study_row(uid, day=day, t00080030=hour))
    world.source.keep(study_row("1.4", day=""))
    world.source.keep(study_row("1.5", mrn="SOMEBODY ELSE"))

    studies = world.send(ListPatientStudies(organization_id=HOSPITAL, mrn=MRN))

    assert [study.study_instance_uid for study in studies] == ["1.2", "1.3", "1.1", "1.4"]


def test_the_latest_studies_are_as_many_as_asked_for(world: World) -> None:
    for number in range(5):
        world.source.keep(study_row(f"1.{number}", day=f"2024010{number + 1}"))

    studies = world.send(ListLatestStudies(organization_id=HOSPITAL, limit=2))

    assert [study.date for study in studies] == [date(2024, 1, 5), date(2024, 1, 4)]


def test_a_study_reads_as_people_write_it(world: World) -> None:
    world.source.keep(study_row(t00080030="101500.25"))

    study = world.send(GetStudy(organization_id=HOSPITAL, study_uid=STUDY))

    assert (study.date, study.time) == (date(2004, 3, 4), time(10, 15))
    assert (study.referring_physician, study.modalities) == ("Dr. Grace Hopper", ("DX",))
    assert (study.series_count, study.instance_count) == (1, 1)


@pytest.mark.parametrize(
    ("stated", "read"),
    [("10", time(10)), ("1015", time(10, 15)), ("10:15:07", time(10, 15, 7)), ("2515", None), ("", None)],
)
def test_a_time_is_read_as_far_as_it_is_stated(world: World, stated: str, read: time | None) -> None:
    world.source.keep(study_row(t00080030=stated))

    assert world.send(GetStudy(organization_id=HOSPITAL, study_uid=STUDY)).time == read


def test_a_study_that_says_almost_nothing_is_shown_all_the_same(world: World) -> None:
    world.source.keep({"0020000D": {"vr": "UI", "Value": [STUDY]}, "00080061": {"vr": "CS"}})

    study = world.send(GetStudy(organization_id=HOSPITAL, study_uid=STUDY))

    assert (study.date, study.modalities, study.patient.name, study.series_count) == (None, (), "", 0)


def test_series_come_in_order_of_their_numbers_and_those_without_one_last(world: World) -> None:
    rows = [series_row(f"1.2.{n}", t00200011=number) for n, number in enumerate([10, None, 2])]
    world.source.keep(study_row(), rows)

    series = world.send(ListSeries(organization_id=HOSPITAL, study_uid=STUDY))

    assert [one.number for one in series] == [2, 10, None]


def test_a_series_is_described_as_its_source_describes_it(world: World) -> None:
    world.source.keep(
        study_row(), [series_row(modality="CT", t0008103E="CT HEAD/NECK 5.0 B30s", t00201209="64")]
    )

    [series] = world.send(ListSeries(organization_id=HOSPITAL, study_uid=STUDY))

    assert (series.modality, series.description, series.instance_count) == ("CT", "CT HEAD/NECK 5.0 B30s", 64)
    assert series.body_part == "CHEST"


ELSEWHERE: list[Message[Any]] = [
    GetStudy(organization_id=CLINIC, study_uid=STUDY),
    ListSeries(organization_id=CLINIC, study_uid=STUDY),
]


@pytest.mark.parametrize("query", ELSEWHERE, ids=lambda query: type(query).__name__)
def test_a_study_of_another_organization_does_not_exist(world: World, query: Message[Any]) -> None:
    world.source.keep(study_row(), [series_row()])

    with pytest.raises(NotFound, match="no such study"):
        world.send(query, STRANGER)
