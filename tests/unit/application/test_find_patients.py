"""Typing an MRN finds the patient, in one's own organization only. # D2 G1 G2"""

import pytest

from shared.application.queries.find_patients import FindPatients
from shared.application.queries.list_patient_studies import ListPatientStudies
from shared.domain.age import Age
from shared.domain.errors import NotFound, Unavailable
from tests.builders import CLINIC, HOSPITAL, MRN, STRANGER, study_row
from tests.world import World

FIND = FindPatients(organization_id=HOSPITAL, mrn=MRN)


def test_a_patient_is_found_by_their_mrn(world: World) -> None:
    world.source.keep(study_row())

    [patient] = world.send(FIND)

    assert (patient.mrn, patient.name, patient.sex) == (MRN, "COMUNIX", "F")
    assert patient.age == Age(value=84, unit="years")  # today, 2026-03-04


def test_a_patient_with_many_studies_is_one_patient_with_the_newest_name(world: World) -> None:
    married = {"Alphabetic": "COMUNIX-LOVELACE"}
    world.source.keep(study_row("1.1", day="20040304"))
    world.source.keep(study_row("1.2", day="20240304", t00100010=married))

    assert [patient.name for patient in world.send(FIND)] == ["COMUNIX-LOVELACE"]


def test_an_unknown_mrn_is_said_to_be_unknown(world: World) -> None:
    with pytest.raises(NotFound, match=r"^No patient with this MRN\.$"):
        world.send(FIND)


def test_a_patient_of_another_organization_is_unknown(world: World) -> None:
    world.source.keep(study_row())

    with pytest.raises(NotFound, match="No patient with this MRN"):
        world.send(FindPatients(organization_id=CLINIC, mrn=MRN), STRANGER)


def test_another_organization_cannot_be_asked_about(world: World) -> None:
    world.source.keep(study_row())

    with pytest.raises(NotFound, match="no such organization"):
        world.send(FIND, STRANGER)


def test_a_source_that_answers_with_more_than_was_asked_is_not_believed(world: World) -> None:
    world.source.keep(study_row(mrn="IYET5.01"))
    world.source.obeys_filters = False

    with pytest.raises(NotFound):
        world.send(FIND)
    assert world.send(ListPatientStudies(organization_id=HOSPITAL, mrn=MRN)) == []


@pytest.mark.parametrize("born", ["", "1941", None])
def test_an_unknown_birth_date_leaves_the_age_unknown(world: World, born: str | None) -> None:
    world.source.keep(study_row(t00100030=born))

    [patient] = world.send(FIND)

    assert (patient.birth_date, patient.age) == (None, None)


def test_a_source_that_is_down_is_not_an_unknown_patient(world: World) -> None:
    world.source.trouble = "The PACS does not answer."

    with pytest.raises(Unavailable, match="The PACS does not answer"):
        world.send(FIND)
