"""Patients in an organization's register: by hand, or from the images that somebody opens. # B15"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.edit_patient import EditPatient
from shared.application.commands.open_patient import OpenPatient
from shared.application.commands.register_patient import RegisterPatient
from shared.application.commands.remove_patient import RemovePatient
from shared.application.commands.save_report import SaveReport
from shared.application.models.patients import PatientPage, PatientRow
from shared.application.queries.find_patients import FindPatients
from shared.application.queries.get_patient import GetPatient
from shared.application.queries.list_patient_studies import ListPatientStudies
from shared.application.queries.list_patients import ListPatients
from shared.domain import partitions
from shared.domain.access import Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, Forbidden, NotFound, RuleBroken
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.report import Sections
from tests.builders import CLINIC, HOSPITAL, MRN, RADIOLOGIST, STRANGER, STUDY, study_row
from tests.world import World

HEAD = replace(RADIOLOGIST, role=Role.ORG_ADMIN)
JANE: dict[str, Any] = {"mrn": "J-1", "name": "Jane Doe", "birth_date": date(1980, 3, 5), "sex": "F"}


def register(world: World, **given: Any) -> PatientRow:
    return world.send(RegisterPatient.model_validate({"organization_id": HOSPITAL} | JANE | given), HEAD)


def listed(world: World, **given: Any) -> PatientPage:
    return world.send(ListPatients.model_validate({"organization_id": HOSPITAL} | given))


def mrns(page: PatientPage) -> list[str]:
    return [row.patient.mrn for row in page.items]


def test_a_registered_patient_is_found_by_mrn_and_has_no_studies(world: World) -> None:
    registered = register(world)

    [found] = world.send(FindPatients(organization_id=HOSPITAL, mrn="J-1"))
    assert found == registered.patient
    assert (found.name, found.age and found.age.value) == ("Jane Doe", 45)  # on the eve of her birthday
    assert world.send(ListPatientStudies(organization_id=HOSPITAL, mrn="J-1")) == []
    [line] = world.of(AuditLine, partitions.patients(HOSPITAL)).all()
    assert (line.action, line.patient, line.actor_name) == ("patient.register", "J-1", "Ada Lovelace")
    assert "Jane" not in line.model_dump_json()


def test_an_mrn_is_taken_once_however_many_ask_at_the_same_moment(world: World) -> None:
    def attempt(number: int) -> bool:
        try:
            register(world, name=f"Jane {number}")
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(attempt, range(20)))

    assert won.count(True) == 1
    assert listed(world).total == 1


def test_the_mrn_of_a_patient_with_images_is_taken(chest: World) -> None:
    with pytest.raises(Conflict, match="this MRN already"):
        register(chest, mrn=MRN)


@pytest.mark.parametrize(
    "wrong",
    [{"mrn": "*"}, {"mrn": ""}, {"name": " "}, {"birth_date": date(2999, 1, 1)}, {"sex": "X"}],
    ids=str,
)
def test_what_no_patient_can_be_is_refused(world: World, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        register(world, **wrong)


def test_a_patient_who_is_opened_enters_the_register_as_the_images_say_and_follows_them(world: World) -> None:
    world.source.keep(study_row())
    opening = OpenPatient(organization_id=HOSPITAL, mrn=MRN)
    for _ in range(2):
        world.send(opening)
    [row] = listed(world).items
    assert (row.patient.name, row.origin, row.registered_by) == ("COMUNIX", "images", "Ada Lovelace")

    world.source.forget(STUDY)
    world.source.keep(study_row(t00100010={"Alphabetic": "Comunix^Ana"}))
    world.send(opening)

    [row] = listed(world).items
    assert row.patient.name == "Ana Comunix"


def test_images_that_come_later_are_the_truth(world: World) -> None:
    register(world, mrn=MRN)
    world.source.keep(study_row())

    seen = world.send(GetPatient(organization_id=HOSPITAL, mrn=MRN))
    assert (seen.patient.name, seen.origin) == ("COMUNIX", "images")
    with pytest.raises(RuleBroken, match="Correct it in the PACS"):
        world.send(EditPatient(organization_id=HOSPITAL, mrn=MRN, name="Somebody Else"), HEAD)


def test_opening_who_is_nobody_enters_nobody(world: World) -> None:
    with pytest.raises(NotFound):
        world.send(OpenPatient(organization_id=HOSPITAL, mrn="J-1"))

    assert listed(world).total == 0


def test_a_correction_changes_what_it_names(world: World) -> None:
    register(world)

    corrected = world.send(EditPatient(organization_id=HOSPITAL, mrn="J-1", name="Jane Roe"), HEAD)

    assert (corrected.patient.name, corrected.patient.birth_date) == ("Jane Roe", date(1980, 3, 5))
    assert world.send(GetPatient(organization_id=HOSPITAL, mrn="J-1")).patient == corrected.patient
    assert mrns(listed(world, search="roe")) == ["J-1"]


def test_a_patient_is_removed_unless_somebody_has_worked_on_their_studies(chest: World) -> None:
    register(chest)
    chest.send(OpenPatient(organization_id=HOSPITAL, mrn=MRN))
    chest.send(RemovePatient(organization_id=HOSPITAL, mrn="J-1"), HEAD)
    with pytest.raises(NotFound):
        chest.send(FindPatients(organization_id=HOSPITAL, mrn="J-1"))

    sections = Sections(impression="Clear.")
    chest.send(SaveReport(organization_id=HOSPITAL, study_uid=STUDY, version="new", sections=sections))

    with pytest.raises(RuleBroken, match="analyses or reports"):
        chest.send(RemovePatient(organization_id=HOSPITAL, mrn=MRN), HEAD)


def test_an_analysis_keeps_a_patient_too(chest: World) -> None:
    chest.send(OpenPatient(organization_id=HOSPITAL, mrn=MRN))
    chest.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))

    with pytest.raises(RuleBroken):
        chest.send(RemovePatient(organization_id=HOSPITAL, mrn=MRN), HEAD)


def test_the_register_is_searched_sorted_and_paged(world: World) -> None:
    for number, name in enumerate(("Zoë Álvarez", "Ana Ruiz", "Bo Alvar")):
        world.time.passes(minutes=1)
        register(world, mrn=f"J-{number}", name=name)

    assert mrns(listed(world, search="alvar", sort="name")) == ["J-2", "J-0"]
    assert mrns(listed(world, search="j-1")) == ["J-1"]
    assert mrns(listed(world, sort="registered_at", descending=True, limit=2)) == ["J-2", "J-1"]
    assert mrns(listed(world, sort="mrn", offset=2)) == ["J-2"]
    assert listed(world, search="alvar").total == 2


@pytest.mark.parametrize(
    "command",
    [
        RegisterPatient.model_validate({"organization_id": HOSPITAL} | JANE),
        EditPatient(organization_id=HOSPITAL, mrn="J-1", name="Jane Roe"),
        RemovePatient(organization_id=HOSPITAL, mrn="J-1"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_who_only_reads_changes_nobody(world: World, command: RegisterPatient) -> None:
    with pytest.raises(Forbidden):
        world.send(command, RADIOLOGIST)


def test_another_organization_has_patients_of_its_own(world: World) -> None:
    register(world)
    stranger = replace(STRANGER, role=Role.ORG_ADMIN)

    assert world.send(ListPatients(organization_id=CLINIC), stranger).total == 0
    with pytest.raises(NotFound):
        world.send(GetPatient(organization_id=CLINIC, mrn="J-1"), stranger)
    with pytest.raises(NotFound):
        world.send(RemovePatient(organization_id=CLINIC, mrn="J-1"), stranger)
    world.send(RegisterPatient.model_validate(JANE | {"organization_id": CLINIC}), stranger)
    assert world.of(RegisteredPatient, partitions.patients(HOSPITAL)).count() == 1
