"""Signing in, what a session opens, and how it ends. # C1 C2"""

import pytest
from pydantic import SecretStr

from shared.application.commands.change_me import ChangeMe
from shared.application.commands.note_session import NoteSession
from shared.application.commands.sign_in import SignedIn, SignIn
from shared.application.commands.sign_out import SignOut
from shared.application.queries.get_me import GetMe
from shared.application.queries.resolve_session import ResolveSession
from shared.domain.access import ANONYMOUS, Actor, Role
from shared.domain.errors import Unauthenticated
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User
from tests.builders import HOSPITAL
from tests.world import EMAIL, PASSWORD, World


@pytest.fixture
def ada(world: World) -> User:
    return world.employ()


def sign_in(world: World, email: str = EMAIL, password: str = PASSWORD, remember: bool = False) -> SignedIn:
    return world.send(SignIn(email=email, password=SecretStr(password), remember=remember), ANONYMOUS)


def use(world: World, token: Token) -> None:
    """As every request does."""
    world.send(NoteSession(token=token), who_is(world, token))


def who_is(world: World, token: Token) -> Actor:
    return world.send(ResolveSession(token=token), ANONYMOUS)


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper(), f"  {EMAIL} "])
def test_the_right_password_opens_a_session_at_work(world: World, email: str) -> None:
    signed_in = sign_in(world, email)

    actor = who_is(world, signed_in.token)
    assert (actor.name, actor.role, actor.organization_id) == ("Ada Lovelace", Role.MEMBER, HOSPITAL)
    assert signed_in.me.user.initials == "AL"


@pytest.mark.usefixtures("ada")
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(world: World) -> None:
    world.hasher.asked.clear()
    errors: list[str] = []
    for email, password in [(EMAIL, "wrong"), ("nobody@example.org", "wrong")]:
        with pytest.raises(Unauthenticated) as caught:
            sign_in(world, email, password)
        errors.append(str(caught.value))

    assert errors[0] == errors[1]
    # both reach the hasher, which takes the same time for somebody it does not know
    assert world.hasher.asked == [(world.hasher.hash(PASSWORD), "wrong"), (None, "wrong")]


@pytest.mark.usefixtures("ada")
def test_a_refused_sign_in_opens_nothing(world: World, ada: User) -> None:
    with pytest.raises(Unauthenticated):
        sign_in(world, password="wrong")

    assert world.store.count(sessions_of(ada.id), Session.kind) == 0


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("remember", "hours"), [(False, 12), (True, 24 * 30)])
def test_a_session_ends_by_itself(world: World, remember: bool, hours: int) -> None:
    token = sign_in(world, remember=remember).token

    for _ in range(3 * hours):
        use(world, token)
        world.time.passes(minutes=20)
    world.time.passes(seconds=-1)
    assert who_is(world, token).name == "Ada Lovelace"
    world.time.passes(seconds=1)
    assert who_is(world, token) == ANONYMOUS


@pytest.mark.usefixtures("ada")
def test_signing_out_ends_this_session_and_no_other(world: World) -> None:
    here, there = sign_in(world).token, sign_in(world).token

    world.send(SignOut(token=here), ANONYMOUS)

    assert who_is(world, here) == ANONYMOUS
    assert who_is(world, there).name == "Ada Lovelace"


@pytest.mark.usefixtures("ada")
def test_signing_out_twice_is_signing_out(world: World) -> None:
    token = sign_in(world).token

    world.send(SignOut(token=token), ANONYMOUS)
    world.send(SignOut(token=token), ANONYMOUS)

    assert who_is(world, token) == ANONYMOUS


@pytest.mark.usefixtures("ada")
def test_a_made_up_token_opens_nothing(world: World, ada: User) -> None:
    sign_in(world)

    assert who_is(world, Token(ada.id, "guessed")) == ANONYMOUS


@pytest.mark.usefixtures("ada")
def test_a_token_opens_nobody_elses_session(world: World) -> None:
    token = sign_in(world).token

    assert who_is(world, Token("grace", token.secret)) == ANONYMOUS


def test_who_loses_their_membership_loses_their_workplace_at_once(world: World, ada: User) -> None:
    token = sign_in(world).token
    users = (uow := world.unit_of_work()).of(User, USERS)
    stored = users.get(ada.id)
    stored.memberships, stored.organization_ids = [], []
    users.save(stored)
    uow.commit()

    assert who_is(world, token).organization_id is None


@pytest.mark.usefixtures("ada")
def test_a_person_sees_where_they_work_and_what_they_may_open(world: World) -> None:  # C10
    actor = who_is(world, sign_in(world).token)

    me = world.send(GetMe(), actor)

    assert me.organization
    assert (me.organization.id, me.organization.display_name, me.organization.role) == (
        HOSPITAL,
        "General Hospital",
        Role.MEMBER,
    )
    assert me.menus == ["dashboard", "patients"]
    assert "not for primary diagnosis" in me.notice  # A3


@pytest.mark.usefixtures("ada")
def test_a_language_is_kept(world: World) -> None:  # C4
    actor = who_is(world, sign_in(world).token)

    world.send(ChangeMe(language="es"), actor)

    assert sign_in(world).me.user.language == "es"
