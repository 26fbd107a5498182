"""The main job again, on a real PACS: Orthanc holds the images, and imagini asks it for them."""

import secrets
import subprocess
import sys
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

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
from tests.servers.imagini import ROOT, Running
from tests.servers.orthanc import Orthanc

HOSPITAL = "orthanc_hospital"
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
def account(imagini: Running, pacs: Orthanc) -> dict[str, Any]:
    """A radiologist of a hospital that has this PACS."""
    mediator = Mediator(Imagini(Settings(data=str(imagini.data))))
    mediator.send(CreateOrganization(name=HOSPITAL), PLATFORM)
    point = ["pacs", HOSPITAL, pacs.dicomweb, "--data", str(imagini.data)]
    subprocess.run([sys.executable, "-m", "infra.local", *point], check=True, cwd=ROOT)
    account = {"email": "orthanc.reader@example.org", "password": secrets.token_urlsafe()}
    membership = Membership(organization_id=HOSPITAL, role=Role.MEMBER)
    names = {"first_name": "Rita", "last_name": "Sato"}
    mediator.send(RegisterUser.model_validate({**account, **names, "membership": membership}), PLATFORM)
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


def test_an_mr_study_opens(arrive: Arrive, imagini: Running, account: dict[str, Any]) -> None:
    radiologist = arrive().sign_in(account)
    radiologist.patient.open("EX-31886", imagini.study("EX-31886", "MR"))
    radiologist.viewer.wait_for_image()
    assert radiologist.viewer.picture().shows_something
