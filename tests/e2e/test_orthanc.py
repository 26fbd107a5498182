"""The main job again, on a real PACS: Orthanc holds the images, and imagini asks it for them."""

import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect
from pydicom import Dataset, dcmread

from infra.phantoms.demo import demo_studies, study_files
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM, Role
from shared.domain.membership import Membership
from shared.settings import Settings
from tests.e2e.conftest import Arrive
from tests.e2e.pages.findings import TWO_DECIMALS
from tests.e2e.pages.measurements import Measurements
from tests.e2e.person import Person
from tests.servers.imagini import ROOT, Running
from tests.servers.orthanc import Orthanc

HOSPITAL, MRN = "orthanc_hospital", "EX-31886"
SENT = ("DX", "MR")


@pytest.fixture(scope="module")
def pacs(orthanc: Orthanc) -> Orthanc:
    """With the demo's X-rays and its MR, sent there by the modalities."""
    for study in demo_studies():
        for file in study_files(study.study_uid) if study.modality in SENT else ():
            with urlopen(Request(f"{orthanc.url}/instances", data=file)) as answer:
                assert answer.status == 200
    return orthanc


@pytest.fixture(scope="module")
def hospital(imagini: Running, pacs: Orthanc) -> Mediator:
    """It has this PACS."""
    mediator = Mediator(Imagini(Settings(data=str(imagini.data))))
    mediator.send(CreateOrganization(name=HOSPITAL), PLATFORM)
    point = ["pacs", HOSPITAL, pacs.dicomweb, "--data", str(imagini.data)]
    subprocess.run([sys.executable, "-m", "infra.local", *point], check=True, cwd=ROOT)
    return mediator


@pytest.fixture(scope="module")
def account(hospital: Mediator) -> dict[str, Any]:
    return radiologist_of(hospital, "Rita", "Sato")


@pytest.fixture(scope="module")
def colleague(hospital: Mediator) -> dict[str, Any]:
    return radiologist_of(hospital, "Ben", "Okafor")


def radiologist_of(hospital: Mediator, first: str, last: str) -> dict[str, Any]:
    account = {"email": f"{first.lower()}@orthanc.example.org", "password": secrets.token_urlsafe()}
    membership = Membership(organization_id=HOSPITAL, role=Role.MEMBER)
    names = {"first_name": first, "last_name": last}
    hospital.send(RegisterUser.model_validate({**account, **names, "membership": membership}), PLATFORM)
    return account


def test_from_the_mrn_to_the_report(arrive: Arrive, imagini: Running, account: dict[str, Any]) -> None:
    """A4."""
    radiologist = arrive().sign_in(account)
    radiologist.shell.search("IYET5.0")
    expect(radiologist.patient.header).to_contain_text("COMUNIX")
    expect(radiologist.patient.studies).to_contain_text(["Jan 9, 2004", "Jun 16, 2003"])

    row = radiologist.patient.study(imagini.study_with_findings)
    row.load()
    radiologist.viewer.wait_for_image()
    assert radiologist.viewer.picture().shows_something
    row.analyse()
    expect(row.outcome("done")).to_contain_text("finding")

    card = radiologist.findings.card("Lung Opacity")
    expect(card.get_by_test_id("probability")).to_have_text(TWO_DECIMALS)
    card.get_by_role("button", name="Approve").click()
    expect(card.get_by_test_id("decision")).to_contain_text("Approved by Rita Sato")
    row.view_report()
    expect(radiologist.report.approved).to_contain_text(["Lung Opacity"])
    radiologist.report.write("impression", "Haze in the right lower zone.")
    expect(radiologist.report.saved).to_be_visible()


def test_measurements_are_the_hospitals_at_once_and_the_pacss_when_they_are_published(
    arrive: Arrive,
    imagini: Running,
    pacs: Orthanc,
    account: dict[str, Any],
    colleague: dict[str, Any],
    tmp_path: Path,
) -> None:
    """A2, G12."""
    study = imagini.study(MRN, "MR")
    rita, ben = arrive().sign_in(account), arrive().sign_in(colleague)
    hers = reading(rita, study)
    hers.draw_a_length(30)
    hers.save()

    his = reading(ben, study)
    expect(his.on_image).to_have_count(1)
    expect(his.message).to_contain_text("Saved by Rita Sato")
    his.draw_a_length(45)
    his.save()
    hers.draw_a_length(60)  # she has not seen his
    hers.save()
    expect(hers.message.filter(has_text="yours are kept as version 3")).to_contain_text("Ben Okafor")
    hers.message.get_by_role("button", name="Add theirs").click()
    expect(hers.on_image).to_have_count(3)
    hers.save()
    expect(hers.message.filter(has_text="Saved by Rita Sato")).to_be_visible()  # the viewer begins anew
    expect(hers.on_image).to_have_count(3)

    row = rita.patient.study(study)
    authors = ["Version 4 · Rita", "Version 3 · Rita", "Version 2 · Ben Okafor", "Version 1 · Rita"]
    expect(row.versions()).to_contain_text(authors)
    rita.page.keyboard.press("Escape")
    expect(row.measurements).to_contain_text("Not in the PACS")
    assert reports_in(pacs, study) == []
    row.publish_measurements()
    expect(row.measurements).to_contain_text("Published by Rita Sato")
    [file] = reports_in(pacs, study)
    report = dcmread(BytesIO(file))
    assert (report.InstanceNumber, str(report.AuthorObserverSequence[0].PersonName)) == (4, "Sato^Rita")
    assert len([name for name in names_in(report) if name == "Measurement Group"]) == 3
    (tmp_path / "report.dcm").write_bytes(file)
    assert faults_of(tmp_path / "report.dcm") == []


def reading(person: Person, study: str) -> Measurements:
    person.patient.open(MRN, study)
    person.viewer.wait_for_image()
    assert person.viewer.picture().shows_something
    return Measurements(person.page)


def reports_in(pacs: Orthanc, study: str) -> list[bytes]:
    """As Orthanc itself tells, through none of our code."""
    query = {"Level": "Instance", "Query": {"StudyInstanceUID": study, "Modality": "SR"}}
    with urlopen(Request(f"{pacs.url}/tools/find", data=json.dumps(query).encode())) as answer:
        found = json.load(answer)
    files: list[bytes] = []
    for one in found:
        with urlopen(f"{pacs.url}/instances/{one}/file") as answer:
            files.append(answer.read())
    return files


def names_in(item: Dataset) -> Iterator[str]:
    for child in item.get("ContentSequence") or ():
        yield from (str(name.CodeMeaning) for name in child.get("ConceptNameCodeSequence") or ())
        yield from names_in(child)


def faults_of(file: Path) -> list[str]:
    """dicom3tools, David Clunie's, as the judge."""
    said = subprocess.run(["dciodvfy", file], capture_output=True, text=True, check=False).stderr  # noqa: S607
    assert "EnhancedSR" in said
    return [line for line in said.splitlines() if line.startswith("Error")]
