"""The organization is the caller's own, whatever the request says."""

import pytest

from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL, MRN, STUDY, series_row, study_row
from tests.unit.functions.browser import Browser
from tests.world import World


@pytest.fixture(autouse=True)
def studies_elsewhere(world: World) -> None:
    world.pacs.of(CLINIC).keep(study_row("9.9", mrn="THEIRS"), [series_row()])
    world.source.keep(study_row(), [series_row()])


@pytest.mark.parametrize("asked", [HOSPITAL, CLINIC])
def test_an_organization_in_the_query_is_ignored(ada: Browser, asked: str) -> None:
    assert ada.get(f"/patients?mrn={MRN}&organization_id={asked}").status == 200
    assert ada.get(f"/patients?mrn=THEIRS&organization_id={asked}").status == 404


def test_an_organization_is_ignored_even_where_none_is_needed(ada: Browser) -> None:
    assert ada.get(f"/me?organization_id={CLINIC}").json["organization"]["id"] == HOSPITAL


def test_an_organization_in_the_body_is_ignored(ada: Browser, world: World) -> None:
    assert ada.post(f"/studies/{STUDY}/analyses", {"organization_id": CLINIC}).status == 202
    assert ada.post("/studies/9.9/analyses", {"organization_id": CLINIC}).status == 404

    [message] = world.queues.messages("fetch-study")
    assert HOSPITAL in message


@pytest.mark.parametrize(
    "path",
    [
        "/patients?mrn=THEIRS",
        "/studies/9.9",
        "/studies/9.9/series",
        "/studies/9.9/findings",
        "/studies/9.9/analyses",
        "/studies/9.9/report",
        "/studies/9.9/report.pdf",
        "/dicomweb/studies/9.9",
        "/dicomweb/studies/9.9/metadata",
        "/dicomweb/studies/9.9/series",
    ],
)
def test_what_is_another_organizations_is_not_found(ada: Browser, path: str) -> None:
    assert ada.get(path).status == 404


def test_a_list_holds_ones_own_studies_only(ada: Browser) -> None:
    assert [study["study_instance_uid"] for study in ada.get("/studies").json] == [STUDY]


def test_a_field_of_the_path_cannot_be_overruled(ada: Browser) -> None:
    assert ada.post(f"/studies/{STUDY}/analyses", {"study_uid": "9.9"}).json["study_instance_uid"] == STUDY
    assert ada.get(f"/studies/{STUDY}?study_uid=9.9").json["study_instance_uid"] == STUDY


def test_somebody_without_an_organization_is_asked_to_choose_one(ada: Browser, world: World) -> None:
    uow = world.unit_of_work()
    users = uow.of(User, USERS)
    [user] = users.all()
    user.memberships, user.organization_ids = [], []
    users.save(user)
    uow.commit()

    for path in ("/studies", "/dicomweb/studies"):
        answer = ada.get(path)
        assert (answer.status, answer.json["detail"]) == (403, "Choose an organization first.")
