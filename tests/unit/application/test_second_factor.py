"""Signing in with a second factor, from setting it up to losing the phone. # C11"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pydantic import SecretStr
from pyotp.totp import TOTP

from shared.application.commands.begin_second_factor import BeginSecondFactor
from shared.application.commands.confirm_second_factor import ConfirmSecondFactor
from shared.application.commands.remove_second_factor import RemoveSecondFactor
from shared.application.commands.sign_in import SignIn
from shared.application.models.second_factor import SecondFactorView
from shared.application.queries.get_second_factor import GetSecondFactor
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import CodeNeeded, Conflict, DomainError, Forbidden, TooMany, Unauthenticated
from shared.domain.partitions import USERS, sessions_of
from shared.domain.second_factor import RECOVERY_CODES, SecondFactor
from shared.domain.session import Session, Token
from shared.domain.throttle import ACCOUNT
from shared.domain.user import Credential
from tests.builders import RADIOLOGIST
from tests.world import EMAIL, PASSWORD, World


class Phone:
    """An authenticator app: pyotp, as its users have it."""

    def __init__(self, secret: str, world: World) -> None:
        self._totp, self._world = TOTP(secret), world

    def shows(self, seconds_off: int = 0) -> str:
        return self._totp.at(int(self._world.time.now().timestamp()) + seconds_off)


@pytest.fixture
def ada(world: World) -> Actor:
    return replace(RADIOLOGIST, id=world.employ().id, session_id="here")


def set_up(world: World, ada: Actor) -> Phone:
    setup = world.send(BeginSecondFactor(password=SecretStr(PASSWORD)), ada)
    assert setup.address.startswith("otpauth://totp/imagini:ada%40example.org?")
    return Phone(setup.secret, world)


@pytest.fixture
def codes(world: World, ada: Actor, phone: Phone) -> list[str]:
    """The recovery codes; the second factor is on, and a new code is shown."""
    confirmed = world.send(ConfirmSecondFactor(code=phone.shows()), ada)
    world.time.passes(seconds=60)
    return confirmed.recovery_codes


@pytest.fixture
def phone(world: World, ada: Actor) -> Phone:
    return set_up(world, ada)


def sign_in(world: World, code: str = "", password: str = PASSWORD) -> Token:
    return world.send(SignIn(email=EMAIL, password=SecretStr(password), code=code), RADIOLOGIST).token


@pytest.mark.usefixtures("phone")
def test_nothing_is_asked_before_the_app_is_confirmed(world: World, ada: Actor) -> None:
    assert sign_in(world)
    assert world.send(GetSecondFactor(), ada) == SecondFactorView(
        is_on=False, recovery_codes_left=0, has_password=True
    )


@pytest.mark.usefixtures("codes")
def test_the_right_password_alone_is_told_what_is_missing(world: World) -> None:
    with pytest.raises(CodeNeeded, match="authenticator app"):
        sign_in(world)


@pytest.mark.usefixtures("codes")
def test_a_wrong_password_learns_nothing_of_a_second_factor(world: World, phone: Phone) -> None:
    with pytest.raises(Unauthenticated, match="e-mail address or the password") as caught:
        sign_in(world, phone.shows(), "an unlucky guess")

    assert not isinstance(caught.value, CodeNeeded)


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("seconds_off", [-30, 0, 30])
def test_the_code_that_the_app_shows_opens_with_a_clock_half_a_minute_off(
    world: World, phone: Phone, seconds_off: int
) -> None:
    assert sign_in(world, phone.shows(seconds_off))


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("seconds_off", [-60, 60, 3600])
def test_an_older_or_a_later_code_does_not_open(world: World, phone: Phone, seconds_off: int) -> None:
    with pytest.raises(Unauthenticated, match="code is not right"):
        sign_in(world, phone.shows(seconds_off))


@pytest.mark.usefixtures("codes")
def test_a_code_read_over_a_shoulder_opens_nothing_more(world: World, phone: Phone) -> None:
    code = phone.shows()
    sign_in(world, code)

    with pytest.raises(Unauthenticated, match="code is not right"):
        sign_in(world, code)


@pytest.mark.usefixtures("ada")
def test_of_many_with_one_code_at_once_one_gets_in(world: World, codes: list[str]) -> None:
    def attempt(_: int) -> bool:
        try:
            return bool(sign_in(world, codes[0]))
        except DomainError:
            return False

    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(attempt, range(ACCOUNT.free))).count(True) == 1


@pytest.mark.usefixtures("codes")
def test_codes_are_guessed_no_faster_than_passwords(world: World) -> None:
    refused: list[type[DomainError]] = []
    for n in range(100):
        with pytest.raises((Unauthenticated, TooMany)) as caught:
            sign_in(world, f"{n:06}")
        refused.append(type(caught.value))

    assert refused.count(Unauthenticated) == ACCOUNT.free


def test_without_the_phone_a_recovery_code_opens_once(world: World, ada: Actor, codes: list[str]) -> None:
    assert sign_in(world, codes[3].upper())

    with pytest.raises(Unauthenticated):
        sign_in(world, codes[3])
    left = world.send(GetSecondFactor(), ada).recovery_codes_left
    assert left == RECOVERY_CODES - 1


def test_after_the_last_recovery_code_somebody_is_told_so_and_not_that_it_is_wrong(
    world: World, codes: list[str]
) -> None:
    for code in codes[:-1]:
        assert sign_in(world, code)
    with pytest.raises(Unauthenticated) as wrong:
        sign_in(world, codes[0])
    assert wrong.value.reason == "code-wrong"
    assert sign_in(world, codes[-1])

    with pytest.raises(Unauthenticated) as used_up:
        sign_in(world, codes[-1])
    with pytest.raises(Unauthenticated) as mistyped:
        sign_in(world, "000000")  # of the app

    assert used_up.value.reason == "no-recovery-left"
    assert mistyped.value.reason == "code-wrong"


def test_a_wrong_first_code_switches_nothing_on(world: World, ada: Actor, phone: Phone) -> None:
    with pytest.raises(Forbidden, match="clock"):
        world.send(ConfirmSecondFactor(code=phone.shows(3600)), ada)

    assert sign_in(world)


@pytest.mark.usefixtures("codes")
def test_a_second_factor_is_not_replaced_while_it_is_on(world: World, ada: Actor) -> None:
    with pytest.raises(Conflict, match="on already"):
        world.send(BeginSecondFactor(password=SecretStr(PASSWORD)), ada)


def test_whoever_finds_a_browser_open_sets_nothing_up(world: World, ada: Actor) -> None:
    with pytest.raises(Forbidden, match="password is not right"):
        world.send(BeginSecondFactor(password=SecretStr("an unlucky guess")), ada)


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("code", ["", "000000", "nonsense"])
def test_a_second_factor_is_not_switched_off_without_a_code(world: World, ada: Actor, code: str) -> None:
    with pytest.raises(Forbidden, match="code is not right"):
        world.send(RemoveSecondFactor(password=SecretStr(PASSWORD), code=code), ada)

    assert world.send(GetSecondFactor(), ada).is_on


def test_a_second_factor_is_switched_off_with_password_and_code(
    world: World, ada: Actor, codes: list[str]
) -> None:
    world.send(RemoveSecondFactor(password=SecretStr(PASSWORD), code=codes[0]), ada)

    assert sign_in(world)
    actions = [line.action for line in world.of(AuditLine, USERS).all(order="at")]
    assert actions == ["second_factor.on", "second_factor.off"]
    with pytest.raises(Conflict, match="off already"):
        world.send(RemoveSecondFactor(password=SecretStr(PASSWORD), code=codes[1]), ada)


def test_the_record_does_not_hold_the_apps_secret(world: World, ada: Actor) -> None:
    setup = world.send(BeginSecondFactor(password=SecretStr(PASSWORD)), ada)

    assert setup.secret not in world.of(SecondFactor, USERS).get(ada.id).model_dump_json()


def without_password(world: World, ada: Actor) -> Actor:
    """As somebody is who signs in with Microsoft alone, at this moment."""
    uow = world.unit_of_work()
    uow.of(Credential, USERS).remove(uow.of(Credential, USERS).get(EMAIL))
    uow.commit()
    session, _ = Session.open(ada.id, None, remember=False, now=world.time.now())
    uow.of(Session, sessions_of(ada.id)).add(session)
    uow.commit()
    return replace(ada, session_id=session.id)


def test_who_has_no_password_proves_themselves_by_having_just_signed_in(world: World, ada: Actor) -> None:
    fresh = without_password(world, ada)

    assert not world.send(GetSecondFactor(), fresh).has_password
    assert world.send(BeginSecondFactor(password=SecretStr("")), fresh).secret


def test_a_browser_left_open_proves_nothing_of_who_has_no_password(world: World, ada: Actor) -> None:
    fresh = without_password(world, ada)
    world.time.passes(minutes=10)

    for actor in (fresh, replace(fresh, session_id="elsewhere")):
        with pytest.raises(Forbidden, match="Sign in again"):
            world.send(BeginSecondFactor(password=SecretStr("")), actor)
