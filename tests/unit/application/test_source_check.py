"""What a connection check found out is kept with the organization, until its source changes. # E5"""

import json

import pytest
from pydantic import SecretStr

from functions.support.live import ended
from shared.application.commands.check_source import CheckSource
from shared.application.commands.configure_source import ConfigureSource
from shared.application.commands.create_organization import CreateOrganization
from shared.application.models.organizations import OrganizationView
from shared.application.ports import Condition
from shared.application.queries.get_organization import GetOrganization
from shared.application.queries.try_source import TrySource
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Forbidden, NotFound, RuleBroken
from shared.domain.partitions import ORGANIZATIONS
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.world import World

HEAD = Actor(id="grace", name="Grace Hopper", role=Role.ORG_ADMIN, organization_id=HOSPITAL)
CHECK = CheckSource(organization_id=HOSPITAL)


def empty(asked: Asked) -> Answer:
    """A PACS that holds nothing and takes no files; it opens with a password."""
    if asked.headers.get("authorization") != "Basic aW1hZ2luaTpodW50ZXIy":
        return Answer(401)
    return Answer(204, body=b"") if asked.method == "GET" else Answer(405)


def configure(world: World, url: str | None) -> None:
    command = ConfigureSource(
        organization_id=HOSPITAL, url=url, auth="basic", username="imagini", secret=SecretStr("hunter2")
    )
    world.send(command, HEAD)


def shown(world: World) -> OrganizationView:
    return world.send(GetOrganization(organization_id=HOSPITAL), HEAD)


@pytest.fixture(autouse=True)
def hospital(world: World) -> None:
    world.send(CreateOrganization(name=HOSPITAL), PLATFORM)


def test_what_a_pacs_can_do_is_kept_and_audited(world: World) -> None:
    with pacs_double(empty) as double:
        configure(world, double.url)
        assert shown(world).source.capabilities is None
        check = ended(world.send(CHECK, HEAD))

    assert check.works
    kept = shown(world).source.capabilities
    assert kept == check.capabilities
    assert kept
    assert (kept.checked_at, kept.store, kept.retrieve) == (world.time.now(), False, None)
    [line] = world.of(AuditLine, ORGANIZATIONS).all(Condition("action", "is", "source.check"))
    assert (line.actor_name, line.target, line.detail) == ("Grace Hopper", HOSPITAL, "failed: stow")


def test_what_was_found_out_of_one_pacs_is_not_said_of_another(world: World) -> None:
    with pacs_double(empty) as double:
        configure(world, double.url)
        ended(world.send(CHECK, HEAD))
        configure(world, f"{double.url}/other")

    assert shown(world).source.capabilities is None


def test_a_pacs_that_has_stopped_working_loses_its_profile(world: World) -> None:
    with pacs_double(empty) as double:
        configure(world, double.url)
        ended(world.send(CHECK, HEAD))
    check = ended(world.send(CHECK, HEAD))

    assert not check.works
    assert shown(world).source.capabilities is None


def test_a_pacs_is_tried_before_it_is_anybodys_and_nothing_is_kept(world: World) -> None:
    with pacs_double(empty) as double:
        right = TrySource(url=double.url, auth="basic", username="imagini", secret=SecretStr("hunter2"))
        assert ended(world.send(right, HEAD)).works
        assert not ended(world.send(right.model_copy(update={"secret": SecretStr("guess")}), HEAD)).works

    assert shown(world).source.type == "archive"


def test_the_kept_password_is_never_shown_to_an_address_that_is_only_tried(world: World) -> None:
    with pacs_double(empty) as double:
        configure(world, double.url)
    with pacs_double(empty) as thief:
        ended(world.send(TrySource(url=thief.url, auth="basic", username="imagini"), HEAD))
        assert not any("authorization" in asked.headers for asked in thief.asked)


def test_no_answer_holds_the_password(world: World) -> None:
    with pacs_double(empty) as double:
        configure(world, double.url)
        check = ended(world.send(CHECK, HEAD))

    assert "hunter2" not in json.dumps([check.model_dump(mode="json"), shown(world).model_dump(mode="json")])


def test_the_archive_needs_no_check(world: World) -> None:
    with pytest.raises(RuleBroken, match="built-in archive"):
        ended(world.send(CHECK, HEAD))


@pytest.mark.parametrize(
    ("organization_id", "actor", "refusal"), [(HOSPITAL, RADIOLOGIST, Forbidden), (CLINIC, HEAD, NotFound)]
)
def test_a_connection_is_checked_by_the_organizations_own_admin(
    world: World, organization_id: str, actor: Actor, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        world.send(CheckSource(organization_id=organization_id), actor)
