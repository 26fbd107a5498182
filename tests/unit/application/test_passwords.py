"""Changing a password, and choosing another when it was forgotten. # C3"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from pydantic import SecretStr

from shared.application.commands.change_password import ChangePassword
from shared.application.commands.forgot_password import ForgotPassword
from shared.application.commands.reset_password import ResetPassword
from shared.application.commands.send_email import SendEmail
from shared.application.commands.sign_in import SignIn
from shared.application.outbox import Outgoing
from shared.application.queries.resolve_session import ResolveSession
from shared.domain.access import ANONYMOUS, Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError, Forbidden, NotFound, RuleBroken, TooMany, Unauthenticated
from shared.domain.partitions import USERS, sessions_of
from shared.domain.password_reset import PasswordReset
from shared.domain.session import Session, Token
from shared.domain.throttle import ACCOUNT, ASKING
from shared.domain.user import Credential, User
from tests.world import EMAIL, PASSWORD, World

BETTER = "seven quiet pianos in a row"
HOME = replace(ANONYMOUS, address="198.51.100.7")


@pytest.fixture(autouse=True)
def ada(world: World) -> User:
    return world.employ()


def sign_in(world: World, password: str = PASSWORD) -> Token:
    return world.send(SignIn(email=EMAIL, password=SecretStr(password)), HOME).token


def who_is(world: World, token: Token) -> Actor:
    return world.send(ResolveSession(token=token), ANONYMOUS)


def change(world: World, token: Token, current: str = PASSWORD, new: str = BETTER) -> Token:
    command = ChangePassword(current=SecretStr(current), new=SecretStr(new))
    actor = replace(who_is(world, token), address=HOME.address)
    return world.send(command, actor).token


def forgot(world: World, email: str = EMAIL) -> None:
    world.send(ForgotPassword(email=email), HOME)


def reset(world: World, token: str, password: str = BETTER) -> None:
    world.send(ResetPassword(token=SecretStr(token), password=SecretStr(password)), HOME)


def mails(world: World) -> list[tuple[str, str]]:
    """Subject and text of what was sent."""
    world.work(SendEmail)
    files = sorted((world.folder / "mail").glob("*.eml"))
    letters = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    return [(str(one["Subject"]), one.get_body(("plain",)).get_content()) for one in letters]  # type: ignore[union-attr]


def link(world: World) -> str:
    """The token in the mail that came last."""
    [text] = [text for subject, text in mails(world) if subject.startswith("Choose")][-1:]
    return text.partition("/auth/reset-password/#")[2].split()[0]


def test_a_changed_password_opens_and_the_old_one_does_not(world: World) -> None:
    change(world, sign_in(world))

    assert sign_in(world, BETTER)
    with pytest.raises(Unauthenticated):
        sign_in(world)


def test_a_changed_password_ends_every_session_but_this(world: World, ada: User) -> None:
    here, there = sign_in(world), sign_in(world)
    world.time.passes(seconds=1)

    renewed = change(world, here)

    assert who_is(world, there) == who_is(world, here) == ANONYMOUS
    assert who_is(world, renewed).name == "Ada Lovelace"
    assert world.store.count(sessions_of(ada.id), Session.kind) == 1


def test_whoever_finds_a_browser_open_cannot_change_the_password_nor_guess_it(world: World) -> None:
    token = sign_in(world)
    world.hasher.asked.clear()
    for _ in range(100):
        with pytest.raises((Forbidden, TooMany)):
            change(world, token, current="a lucky guess")

    assert len(world.hasher.asked) == ACCOUNT.free
    assert sign_in(world)  # elsewhere, the owner is not in the way of it


def test_a_password_that_is_not_good_enough_changes_nothing(world: World) -> None:
    token = sign_in(world)

    for bad in ("short", "passwordpassword", EMAIL):
        with pytest.raises(RuleBroken):
            change(world, token, new=bad)

    assert who_is(world, token).name == "Ada Lovelace"
    assert sign_in(world)
    assert mails(world) == []


def test_the_owner_and_the_audit_are_told_of_a_change(world: World, ada: User) -> None:
    change(world, sign_in(world))

    [(subject, _)] = mails(world)
    [line] = world.of(AuditLine, USERS).all()
    assert subject == "Your password for imagini has changed"
    assert (line.action, line.actor_name, line.target) == ("password.replace", "Ada Lovelace", ada.id)
    assert line.address == HOME.address


def test_a_forgotten_password_is_chosen_anew_with_the_link_from_the_mail(world: World) -> None:
    before = sign_in(world)
    world.time.passes(seconds=1)
    forgot(world)

    reset(world, link(world))

    assert sign_in(world, BETTER)
    assert who_is(world, before) == ANONYMOUS


def test_asking_for_a_link_changes_nothing(world: World) -> None:
    token = sign_in(world)
    forgot(world)

    assert who_is(world, token).name == "Ada Lovelace"


def test_a_link_works_once(world: World) -> None:
    forgot(world)
    token = link(world)
    reset(world, token)

    with pytest.raises(NotFound, match="used already"):
        reset(world, token, "another long password")

    assert sign_in(world, BETTER)


def test_of_many_who_use_a_link_at_once_one_succeeds(world: World) -> None:
    forgot(world)
    token = link(world)

    def attempt(n: int) -> str | None:
        try:
            reset(world, token, f"{BETTER} {n}")
        except DomainError as error:
            return str(error)
        return None

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, range(50)))

    assert outcomes.count(None) == 1
    assert all("used already" in outcome for outcome in outcomes if outcome)


def test_a_link_lasts_an_hour(world: World) -> None:
    forgot(world)
    token = link(world)
    world.time.passes(hours=1)

    with pytest.raises(NotFound, match="too old"):
        reset(world, token)


def test_a_bad_password_does_not_use_the_link_up(world: World) -> None:
    forgot(world)
    token = link(world)
    with pytest.raises(RuleBroken, match="at least 15"):
        reset(world, token, "short")

    reset(world, token)


@pytest.mark.parametrize("token", ["", "guessed", "x" * 10_000])
def test_a_made_up_link_opens_nothing(world: World, token: str) -> None:
    forgot(world)

    with pytest.raises(NotFound, match="used already"):
        reset(world, token)


def test_only_the_hash_of_a_link_is_kept_once_the_mail_is_out(world: World) -> None:
    forgot(world)
    token = link(world)

    [kept] = world.of(PasswordReset, USERS).all()
    assert token not in kept.model_dump_json()
    assert kept.id == PasswordReset.id_of(token)


def test_an_unknown_address_takes_the_same_work_and_gets_no_mail(world: World) -> None:
    forgot(world, "nobody@example.org")

    assert world.store.count(USERS, PasswordReset.kind) == 1
    assert len(world.queues.messages(SendEmail.queue)) == 1
    assert mails(world) == []
    assert world.store.count(USERS, Outgoing.kind) == 0


def test_nobody_gets_more_than_a_few_mails_that_others_ask_for(world: World) -> None:
    for _ in range(100):
        forgot(world)

    assert len(mails(world)) == ASKING.free


def test_links_that_nobody_used_are_forgotten(world: World) -> None:
    forgot(world, "nobody@example.org")
    world.time.passes(hours=2)
    forgot(world)

    assert [kept.email for kept in world.of(PasswordReset, USERS).all()] == [EMAIL]


def test_who_was_kept_waiting_by_guessers_gets_in_after_a_reset(world: World) -> None:
    for _ in range(20):
        with pytest.raises((Unauthenticated, TooMany)):
            sign_in(world, "an unlucky guess")
    forgot(world)
    reset(world, link(world))

    assert sign_in(world, BETTER)


def test_somebody_without_a_password_gets_no_link(world: World) -> None:
    uow = world.unit_of_work()
    credentials = uow.of(Credential, USERS)
    credentials.remove(credentials.get(EMAIL))
    uow.commit()

    forgot(world)

    assert mails(world) == []
