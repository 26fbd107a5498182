"""Organizations and people, as operators and seeds make them known."""

from collections.abc import Sequence

import pytest
from pydantic import SecretStr, ValidationError

from shared.application.commands.configure_source import ConfigureSource
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.sign_in import SignIn
from shared.application.models.organizations import OrganizationView
from shared.application.ports import Change, Condition, RecordStore, Secrets
from shared.domain.access import ANONYMOUS, PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, Forbidden, NotFound, Stale
from shared.domain.membership import Membership
from shared.domain.organization import Organization
from shared.domain.pacs import ArchiveSettings, PacsSettings
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import Credential, User
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST
from tests.world import EMAIL, PASSWORD, World

HEAD = Actor(id="grace", name="Grace Hopper", role=Role.ORG_ADMIN, organization_id=HOSPITAL)
PACS = ConfigureSource(
    organization_id=HOSPITAL,
    url="https://pacs.example.org/dicom-web/",
    auth="basic",
    username="imagini",
    secret=SecretStr("hunter2"),
)
NEW_PASSWORD = PACS.model_copy(update={"secret": SecretStr("hunter3")})


@pytest.fixture
def hospital(world: World) -> OrganizationView:
    return world.send(CreateOrganization(name=HOSPITAL, display_name="General Hospital"), PLATFORM)


def stored(world: World) -> Organization:
    return world.of(Organization, ORGANIZATIONS).get(HOSPITAL)


def pacs_of(world: World) -> PacsSettings:
    source = stored(world).source
    assert isinstance(source, PacsSettings)
    return source


def password(world: World) -> str | None:
    """That is shown to the PACS."""
    return world.get(Secrets).get(pacs_of(world).secret_name or "none")


def configured(world: World) -> AuditLine:
    [line] = world.of(AuditLine, ORGANIZATIONS).all(Condition("action", "is", "source.configure"))
    return line


def register(**given: object) -> RegisterUser:
    person: dict[str, object] = {"email": EMAIL, "first_name": "Ada", "last_name": "Lovelace"}
    return RegisterUser.model_validate(person | given)


@pytest.mark.usefixtures("hospital")
def test_a_name_is_taken_once(world: World) -> None:  # E4
    with pytest.raises(Conflict):
        world.send(CreateOrganization(name=HOSPITAL), PLATFORM)


def test_an_organization_without_a_display_name_is_shown_by_its_name(world: World) -> None:
    assert world.send(CreateOrganization(name=HOSPITAL), PLATFORM).display_name == HOSPITAL


def test_a_new_organization_reads_from_our_own_archive(world: World, hospital: OrganizationView) -> None:
    assert hospital.source.type == "archive"
    assert stored(world).source == ArchiveSettings()


def test_an_organization_admin_creates_no_organization(world: World) -> None:  # E10
    with pytest.raises(Forbidden):
        world.send(CreateOrganization(name="new_clinic"), HEAD)


@pytest.mark.usefixtures("hospital")
def test_an_organization_is_pointed_at_its_pacs(world: World) -> None:
    world.send(PACS, HEAD)

    source = pacs_of(world)
    assert source == PacsSettings(
        url="https://pacs.example.org/dicom-web",
        auth="basic",
        username="imagini",
        secret_name=source.secret_name,
    )
    assert password(world) == "hunter2"


class Died(BaseException):
    """The process, in the middle of it."""


@pytest.mark.usefixtures("hospital")
@pytest.mark.parametrize(("committed", "left"), [(False, "hunter2"), (True, "hunter3")])
def test_a_process_that_dies_over_a_new_password_leaves_one_that_fits_its_settings(
    world: World, monkeypatch: pytest.MonkeyPatch, committed: bool, left: str
) -> None:
    world.send(PACS, HEAD)
    store = world.get(RecordStore)
    commit = store.commit

    def dies(partition: str, changes: Sequence[Change]) -> Sequence[str]:
        if committed:
            commit(partition, changes)
        raise Died

    with monkeypatch.context() as dying:
        dying.setattr(store, "commit", dies)
        with pytest.raises(Died):
            world.send(NEW_PASSWORD, HEAD)

    assert password(world) == left
    world.send(NEW_PASSWORD, HEAD)
    assert password(world) == "hunter3"


@pytest.mark.usefixtures("hospital")
def test_a_password_that_another_has_replaced_is_gone(world: World) -> None:
    world.send(PACS, HEAD)
    first = pacs_of(world).secret_name or ""
    world.send(NEW_PASSWORD, HEAD)
    second = pacs_of(world).secret_name or ""
    world.send(ConfigureSource(organization_id=HOSPITAL), HEAD)

    assert [world.get(Secrets).get(name) for name in (first, second)] == [None, None]


@pytest.mark.usefixtures("hospital")
def test_whoever_comes_too_late_with_a_password_leaves_nothing_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.send(PACS, HEAD)
    secrets, written = world.get(Secrets), list[str]()
    put = secrets.put

    def overtaken(name: str, value: str) -> None:
        """By another administrator, who saves in the same moment."""
        put(name, value)
        if not written:
            written.append(name)
            world.send(NEW_PASSWORD, HEAD)

    monkeypatch.setattr(secrets, "put", overtaken)
    with pytest.raises(Stale):
        world.send(PACS, HEAD)

    assert (password(world), secrets.get(written[0])) == ("hunter3", None)


@pytest.mark.usefixtures("hospital")
def test_a_password_of_a_pacs_is_written_and_never_shown(world: World) -> None:  # E6
    answer = world.send(PACS, HEAD)

    line = configured(world)
    for shown in (
        answer.model_dump_json(),
        stored(world).model_dump_json(),
        line.model_dump_json(),
        repr(PACS),
    ):
        assert "hunter2" not in shown


@pytest.mark.usefixtures("hospital")
def test_the_way_back_is_our_own_archive(world: World) -> None:
    world.send(PACS, HEAD)
    world.send(ConfigureSource(organization_id=HOSPITAL), HEAD)

    assert stored(world).source == ArchiveSettings()


@pytest.mark.usefixtures("hospital")
def test_the_audit_names_who_pointed_it_where(world: World) -> None:
    world.send(PACS, HEAD)

    line = configured(world)
    assert (line.actor_name, line.action, line.target) == ("Grace Hopper", "source.configure", HOSPITAL)
    assert line.detail == PACS.url


@pytest.mark.usefixtures("hospital")
@pytest.mark.parametrize(
    ("organization_id", "actor", "refusal"), [(HOSPITAL, RADIOLOGIST, Forbidden), (CLINIC, HEAD, NotFound)]
)
def test_a_source_is_configured_by_the_organizations_own_admin(
    world: World, organization_id: str, actor: Actor, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        world.send(ConfigureSource(organization_id=organization_id), actor)


@pytest.mark.parametrize(
    "url", ["ftp://pacs", "pacs.example.org", "javascript:alert(1)", "file:///etc/passwd"]
)
def test_a_pacs_is_a_web_address(url: str) -> None:
    with pytest.raises(ValidationError):
        ConfigureSource(organization_id=HOSPITAL, url=url)


def test_somebody_registered_twice_is_one_person(world: World) -> None:  # B9
    once = world.send(register(password=PASSWORD), PLATFORM)
    again = world.send(register(email=EMAIL.upper(), first_name="Augusta", password=PASSWORD), PLATFORM)

    assert (again.id, again.first_name) == (once.id, "Augusta")
    assert world.store.count(USERS, User.kind) == world.store.count(USERS, Credential.kind) == 1


def test_a_registration_keeps_the_hash_of_the_password_only(world: World) -> None:
    world.send(register(password=PASSWORD), PLATFORM)

    credential = world.of(Credential, USERS).get(EMAIL)
    assert credential.password_hash == world.hasher.hash(PASSWORD)


def test_a_new_password_replaces_the_old_one(world: World) -> None:
    world.send(register(password="old"), PLATFORM)
    world.send(register(password="new"), PLATFORM)

    world.send(SignIn(email=EMAIL, password=SecretStr("new")), ANONYMOUS)
    assert world.of(Credential, USERS).get(EMAIL).password_hash == world.hasher.hash("new")


def test_memberships_add_up(world: World) -> None:  # C12
    for name in (HOSPITAL, CLINIC):
        world.send(register(membership=Membership(organization_id=name, role=Role.MEMBER)), PLATFORM)

    [ada] = world.of(User, USERS).all()
    assert ada.organization_ids == [HOSPITAL, CLINIC]


def test_somebody_can_be_known_without_a_password(world: World) -> None:
    world.send(register(), PLATFORM)

    assert world.store.count(USERS, Credential.kind) == 0
