"""One's sessions: in use, elsewhere, in another organization, and stolen. # C11 C12"""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from shared.application.commands.change_organization_status import ChangeOrganizationStatus
from shared.application.commands.choose_organization import ChooseOrganization
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.end_other_sessions import EndOtherSessions
from shared.application.commands.end_session import EndSession
from shared.application.commands.end_stolen_session import EndStolenSession
from shared.application.commands.note_session import NoteSession
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.sign_in import SignIn
from shared.application.commands.sign_out import SignOut
from shared.application.models.me import OpenSession
from shared.application.ports import Condition
from shared.application.queries.list_sessions import ListSessions
from shared.application.queries.resolve_session import ResolveSession
from shared.domain.access import ANONYMOUS, PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Forbidden, NotFound
from shared.domain.membership import Membership
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import GRACE, IDLE, Session, Token
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL
from tests.world import EMAIL, PASSWORD, World


@pytest.fixture
def ada(world: World) -> User:
    """Who works at the hospital, and heads the clinic."""
    ada = world.employ()
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)
    heads = Membership(organization_id=CLINIC, role=Role.ORG_ADMIN)
    return world.send(
        RegisterUser(email=EMAIL, first_name=ada.first_name, last_name=ada.last_name, membership=heads),
        PLATFORM,
    )


def sign_in(world: World, address: str = "198.51.100.7", remember: bool = False) -> Token:
    command = SignIn(email=EMAIL, password=SecretStr(PASSWORD), remember=remember)
    return world.send(command, replace(ANONYMOUS, address=address)).token


def who_is(world: World, token: Token) -> Actor:
    return world.send(ResolveSession(token=token), ANONYMOUS)


def sessions(world: World, token: Token) -> list[OpenSession]:
    return world.send(ListSessions(), who_is(world, token))


@pytest.mark.usefixtures("ada")
def test_a_person_sees_where_they_are_signed_in(world: World) -> None:
    there = sign_in(world, "203.0.113.9", remember=True)
    world.time.passes(minutes=5)
    here = sign_in(world)

    latest, other = sessions(world, here)

    assert (latest.current, latest.address, latest.remember) == (True, "198.51.100.7", False)
    assert (other.current, other.address, other.remember) == (False, "203.0.113.9", True)
    assert there.session_id not in other.model_dump_json()


@pytest.mark.usefixtures("ada")
def test_a_session_ended_from_elsewhere_is_over_at_once(world: World) -> None:
    here, there = sign_in(world), sign_in(world)
    [other] = [session for session in sessions(world, here) if not session.current]

    world.send(EndSession(session_id=other.id), who_is(world, here))

    assert who_is(world, there) == ANONYMOUS
    assert [session.current for session in sessions(world, here)] == [True]


@pytest.mark.usefixtures("ada")
def test_a_person_recognizes_the_browser_that_they_left_open(world: World) -> None:
    firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
    command = SignIn(email=EMAIL, password=SecretStr(PASSWORD))
    token = world.send(command, replace(ANONYMOUS, user_agent=firefox)).token

    [seen] = sessions(world, world.send(ChooseOrganization(id=CLINIC), who_is(world, token)).token)
    assert (seen.browser, seen.system) == ("Firefox", "Linux")


@pytest.mark.usefixtures("ada")
def test_one_signs_out_everywhere_else_at_once(world: World) -> None:
    elsewhere = [sign_in(world) for _ in range(3)]
    world.time.passes(seconds=1)
    here = sign_in(world, remember=True)
    world.time.passes(seconds=1)

    renewed = world.send(EndOtherSessions(), who_is(world, here))

    assert [who_is(world, token) for token in (*elsewhere, here)] == [ANONYMOUS] * 4
    [left] = sessions(world, renewed.token)
    assert (left.current, left.remember, renewed.remember) == (True, True, True)


@pytest.mark.usefixtures("ada")
def test_nobody_ends_the_session_of_somebody_else(world: World) -> None:
    token = sign_in(world)
    [session] = sessions(world, token)

    with pytest.raises(NotFound):
        world.send(EndSession(session_id=session.id), replace(who_is(world, token), id="eve"))

    assert who_is(world, token).name == "Ada Lovelace"


def test_a_session_in_use_is_noted_once_a_minute(world: World, ada: User) -> None:
    token = sign_in(world)
    etags: set[str | None] = set()
    for _ in range(120):
        if (actor := who_is(world, token)).unnoted:
            world.send(NoteSession(token=token), actor)
        world.time.passes(seconds=1)
        etags.add(world.of(Session, sessions_of(ada.id)).get(token.session_id).etag)

    assert len(etags) == 2


@pytest.mark.usefixtures("ada")
def test_a_session_that_nobody_uses_is_over_and_no_longer_listed(world: World) -> None:
    forgotten = sign_in(world)
    world.time.passes(seconds=IDLE.total_seconds())

    assert who_is(world, forgotten) == ANONYMOUS
    assert len(sessions(world, sign_in(world))) == 1


def test_what_has_ended_is_forgotten_at_the_next_sign_in(world: World, ada: User) -> None:
    for _ in range(3):
        sign_in(world)
    world.time.passes(days=1)
    sign_in(world)

    assert world.store.count(sessions_of(ada.id), Session.kind) == 1


@pytest.mark.usefixtures("ada")
def test_a_person_works_in_another_of_their_organizations(world: World) -> None:  # C12
    chosen = world.send(ChooseOrganization(id=CLINIC), who_is(world, sign_in(world)))

    actor = who_is(world, chosen.token)
    assert (actor.organization_id, actor.role) == (CLINIC, Role.ORG_ADMIN)
    assert chosen.me.organization
    assert chosen.me.organization.id == CLINIC


@pytest.mark.usefixtures("ada")
def test_nobody_works_where_they_do_not_belong(world: World) -> None:
    world.send(CreateOrganization(name="third_place", display_name="Third Place"), PLATFORM)
    token = sign_in(world)

    for name in ("third_place", "no_such_place", ""):
        with pytest.raises(NotFound, match="no such organization"):
            world.send(ChooseOrganization(id=name), who_is(world, token))

    assert who_is(world, token).organization_id == HOSPITAL


@pytest.mark.usefixtures("ada")
def test_nobody_chooses_an_organization_that_is_suspended(world: World) -> None:
    world.send(ChangeOrganizationStatus(organization_id=CLINIC, status="suspended"), PLATFORM)

    with pytest.raises(Forbidden, match="suspended"):
        world.send(ChooseOrganization(id=CLINIC), who_is(world, sign_in(world)))


@pytest.mark.usefixtures("ada")
def test_a_replaced_secret_serves_its_own_organization_until_what_is_under_way_is_done(world: World) -> None:
    old = sign_in(world)
    world.send(ChooseOrganization(id=CLINIC), who_is(world, old))

    assert who_is(world, old).organization_id == HOSPITAL
    world.time.passes(seconds=GRACE.total_seconds())
    assert who_is(world, old) == ANONYMOUS


def test_a_replaced_secret_shown_again_ends_the_session_for_owner_and_thief(world: World, ada: User) -> None:
    old, elsewhere = sign_in(world), sign_in(world)
    new = world.send(ChooseOrganization(id=CLINIC), who_is(world, old)).token
    world.time.passes(seconds=GRACE.total_seconds())

    world.send(EndStolenSession(token=old), replace(ANONYMOUS, address="6.6.6.6"))

    assert who_is(world, new) == ANONYMOUS
    assert who_is(world, elsewhere).name == "Ada Lovelace"
    [line] = world.of(AuditLine, sessions_of(ada.id)).all(Condition("action", "is", "session.end_stolen"))
    assert (line.action, line.target) == ("session.end_stolen", ada.id)


@pytest.mark.usefixtures("ada")
def test_a_token_that_was_never_replaced_ends_nothing(world: World) -> None:
    token = sign_in(world)

    for shown in (token, Token(token.user_id, "guessed"), Token("nobody", token.secret)):
        world.send(EndStolenSession(token=shown), ANONYMOUS)

    assert who_is(world, token).name == "Ada Lovelace"


@pytest.mark.usefixtures("ada")
def test_signing_out_ends_the_replaced_secret_too(world: World) -> None:
    old = sign_in(world)
    new = world.send(ChooseOrganization(id=CLINIC), who_is(world, old)).token

    world.send(SignOut(token=new), ANONYMOUS)

    assert who_is(world, old) == who_is(world, new) == ANONYMOUS


def test_what_ends_all_sessions_ends_them_at_the_next_request(world: World, ada: User) -> None:
    token = sign_in(world)
    world.time.passes(seconds=1)
    users = (uow := world.unit_of_work()).of(User, USERS)
    stored = users.get(ada.id)
    stored.end_sessions(world.time.now())
    users.save(stored)
    uow.commit()

    assert who_is(world, token) == ANONYMOUS
    assert len(sessions(world, sign_in(world))) == 1
