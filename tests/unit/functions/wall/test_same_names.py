"""Names of studies are no secrets, and two PACS may use the same: each organization has its own behind them.

# threat 2
"""

from dataclasses import replace

import pytest

from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.record_result import ResultReady
from tests.builders import result, seen
from tests.dicom_files import ct_slice
from tests.unit.functions.wall.asking import question
from tests.unit.functions.wall.installation import OURS, THEIRS, Installation
from tests.unit.functions.wall.recording import BY_EFFECT, held
from tests.unit.functions.wall.things import Things

UID = "1.2.777"


@pytest.fixture(autouse=True)
def things(installation: Installation) -> Things:
    """In both archives a chest of one patient each, under the same names, with other words and pixels."""
    for tenant, number in ((OURS, 1), (THEIRS, 2)):
        file = ct_slice(
            UID,
            f"{UID}.1",
            size=8,
            Modality="DX",
            BodyPartExamined="CHEST",
            PatientID="SAME",
            PatientName=f"{tenant.patients}^Rosa",
            StudyDescription=f"{tenant.patients} CHEST",
            WindowCenter=1000 * number,
        )
        [stored] = installation.world.archives.of(tenant.name).store([file])
        assert stored.failure is None
    return replace(installation.ours, study=UID, series=f"{UID}.1", image=f"{UID}.1.1", mrn="SAME")


def test_each_is_shown_its_own_whoever_asked_first(installation: Installation, things: Things) -> None:
    told = {"member": b"", "their_member": b""}
    for function in BY_EFFECT:
        if function.method == "GET" and ("{study_uid}" in function.route or "{mrn}" in function.route):
            for who in (*told, *reversed(told)):
                told[who] += installation.people[who].ask(*question(function, things)).body

    assert held(told["member"], OURS.canaries) != []
    assert held(told["their_member"], THEIRS.canaries) != []
    assert held(told["member"], THEIRS.canaries) == []
    assert held(told["their_member"], OURS.canaries) == []


def test_what_models_saw_in_one_is_not_found_in_the_other(installation: Installation) -> None:
    """Their findings would have the same names, too."""
    findings, world = f"/studies/{UID}/findings", installation.world
    ours, theirs = installation.people["member"], installation.people["their_member"]
    assert ours.ask("POST", f"/studies/{UID}/analyses").status == 202
    world.work(FetchStudy)
    world.models_answer(result(seen()))
    world.work(ResultReady)

    [finding] = ours.ask("GET", findings).json
    assert theirs.ask("GET", findings).json == []
    decision = f"/findings/{finding['id']}/decision"
    assert theirs.ask("POST", decision, {"decision": "approve"}).status == 404
    assert ours.ask("GET", findings).json == [finding]
