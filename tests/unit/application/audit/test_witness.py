"""Nobody sees a patient's data before it is on record that they do. # threat 17"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from threading import Thread

import pytest

from shared.application.dicom.source import Resource, Search
from shared.application.queries.find_patients import FindPatients
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.list_patient_studies import ListPatientStudies
from shared.application.queries.open_dicom import OpenDicom
from shared.application.queries.search_dicom import SearchDicom
from shared.application.services.audit_chains import AuditChains
from shared.application.services.witness import MOST_REFUSED
from shared.domain import partitions
from shared.domain.access import ANONYMOUS, Actor, Role
from shared.domain.audit import AuditLine, Disclosure
from shared.domain.errors import NotFound, Unavailable
from tests.builders import CLINIC, HOSPITAL, IMAGE, MRN, NOON, RADIOLOGIST, SERIES, STUDY
from tests.world import World

BESIDE, ELSEWHERE = partitions.study(HOSPITAL, STUDY), partitions.accesses(HOSPITAL, NOON)
LOOK = ListFindings(organization_id=HOSPITAL, study_uid=STUDY)
FRAME = Resource(STUDY, SERIES, IMAGE, (1,))


def lines(world: World, partition: str = BESIDE) -> list[tuple[str, str, str]]:
    found = world.of(AuditLine, partition).all(order="number")
    return [(line.action, line.actor_name, line.patient) for line in found]


def open_frame(world: World, actor: Actor = RADIOLOGIST) -> bytes:
    async def read() -> bytes:
        opened = await world.send(OpenDicom(organization_id=HOSPITAL, resource=FRAME, accept="*/*"), actor)
        return b"".join([bytes(chunk) async for chunk in opened.chunks])

    return asyncio.run(read())


def test_who_saw_what_of_whom_stands_beside_the_study(chest: World) -> None:
    chest.send(LOOK, replace(RADIOLOGIST, address="203.0.113.9"))

    [line] = chest.of(AuditLine, BESIDE).all()
    assert (line.actor_id, line.actor_role, line.address) == ("ada", Role.MEMBER, "203.0.113.9")
    assert (line.action, line.patient, line.study_uid) == ("findings.view", MRN, STUDY)
    assert (line.organization_id, line.outcome, line.at) == (HOSPITAL, "granted", NOON)


def test_a_search_for_a_patient_is_on_record(chest: World) -> None:
    chest.send(FindPatients(organization_id=HOSPITAL, mrn=MRN))
    chest.send(ListPatientStudies(organization_id=HOSPITAL, mrn=MRN))
    chest.send(SearchDicom(organization_id=HOSPITAL, search=Search("studies", {"00100020": MRN})))

    assert lines(chest, ELSEWHERE) == [
        ("patient.search", "Ada Lovelace", MRN),
        ("patient.studies", "Ada Lovelace", MRN),
        ("images.search", "Ada Lovelace", MRN),
    ]


def test_hundreds_of_images_are_one_line_in_five_minutes(chest: World) -> None:
    for _ in range(300):
        open_frame(chest)
    assert lines(chest) == [("images.view", "Ada Lovelace", MRN)]

    chest.time.passes(minutes=5)
    open_frame(chest)
    assert len(lines(chest)) == 2


def test_whoever_comes_at_the_same_moment_waits_for_the_one_line(chest: World) -> None:
    threads = [Thread(target=chest.send, args=(LOOK,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(lines(chest)) == 1


def test_each_person_and_each_session_has_a_line_of_its_own(chest: World) -> None:
    for actor in (RADIOLOGIST, replace(RADIOLOGIST, session_id="b"), replace(RADIOLOGIST, id="eva")):
        chest.send(LOOK, actor)

    assert len(lines(chest)) == 3


def look(world: World) -> object:
    return world.send(LOOK)


@pytest.mark.parametrize("see", [look, open_frame])
def test_what_cannot_be_put_on_record_is_not_shown(
    chest: World, monkeypatch: pytest.MonkeyPatch, see: Callable[[World], object]
) -> None:
    def down(*_: object) -> None:
        raise Unavailable("The record store does not answer.")

    see(chest)
    chest.time.passes(minutes=5)
    monkeypatch.setattr(AuditChains, "commit", down)

    with pytest.raises(Unavailable):
        see(chest)


def test_what_was_on_record_a_moment_ago_is_shown_through_an_outage(
    chest: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object) -> None:
        raise Unavailable("The record store does not answer.")

    first = open_frame(chest)
    monkeypatch.setattr(AuditChains, "commit", down)

    assert open_frame(chest) == first


def test_what_is_refused_is_on_record_once_and_not_beside_the_study(chest: World) -> None:
    stranger = replace(RADIOLOGIST, id="eve", name="Eve", organization_id=CLINIC)
    elsewhere = ListFindings(organization_id=CLINIC, study_uid=STUDY)
    for _ in range(3):
        with pytest.raises(NotFound):
            chest.send(elsewhere, stranger)

    [line] = chest.of(AuditLine, partitions.accesses(CLINIC, NOON)).all()
    assert (line.outcome, line.study_uid, line.organization_id) == ("denied", STUDY, CLINIC)
    assert lines(chest) == []


def test_a_flood_of_refusals_does_not_fill_the_audit(chest: World) -> None:
    for number in range(MOST_REFUSED + 100):
        with pytest.raises(NotFound):
            chest.send(ListFindings(organization_id=HOSPITAL, study_uid=f"9.{number}"))

    assert chest.of(AuditLine, ELSEWHERE).count() == MOST_REFUSED


def test_strangers_are_counted_by_their_network_and_leave_no_patient_behind(chest: World) -> None:
    witness = chest.witness()
    for last in range(5):
        stranger = replace(ANONYMOUS, address=f"203.0.113.{last}")
        witness.refused(stranger, Disclosure("patient.search", mrn=MRN), "Please sign in.")

    assert lines(chest, partitions.accesses(None, NOON)) == [("patient.search", "", "")]
