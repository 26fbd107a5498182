"""Guessing passwords: how few are looked at, and who still gets in. # C1"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from pydantic import SecretStr

from shared.application.commands.forget_attempts import ForgetAttempts
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.reset_password import ResetPassword
from shared.application.commands.sign_in import SignedIn, SignIn
from shared.domain.access import ANONYMOUS, PLATFORM, Actor
from shared.domain.errors import DomainError, TooMany, Unauthenticated
from shared.domain.partitions import USERS
from shared.domain.password_reset import PasswordReset
from shared.domain.throttle import ACCOUNT, NETWORK, Attempts
from shared.domain.user import User
from tests.world import EMAIL, PASSWORD, World

HOME, ELSEWHERE = (replace(ANONYMOUS, address=a) for a in ("198.51.100.7", "203.0.113.9"))
WRONG, BETTER = "an unlucky guess", "seven quiet pianos in a row"
GRACE = "grace@example.org"
QUARTER = 15 * 60  # seconds


@pytest.fixture(autouse=True)
def employed(world: World) -> None:
    world.employ()
    world.hasher.asked.clear()


def attempt(world: World, actor: Actor, password: str = WRONG, email: str = EMAIL) -> SignedIn:
    return world.send(SignIn(email=email, password=SecretStr(password)), actor)


def refusal(world: World, actor: Actor, password: str = WRONG, email: str = EMAIL) -> DomainError:
    with pytest.raises((TooMany, Unauthenticated)) as caught:
        attempt(world, actor, password, email)
    return caught.value


def hire_grace(world: World) -> None:
    grace = RegisterUser(email=GRACE, first_name="Grace", last_name="Hopper", password=SecretStr(PASSWORD))
    world.send(grace, PLATFORM)


def reset_password(world: World) -> None:
    uow = world.unit_of_work()
    reset, token = PasswordReset.issue(EMAIL, next(world.of(User, USERS).all()).id, world.time.now())
    uow.of(PasswordReset, USERS).add(reset)
    uow.commit()
    world.send(ResetPassword(token=SecretStr(token), password=SecretStr(BETTER)), HOME)


def addresses() -> Iterator[Actor]:
    """As many networks as a guesser may want."""
    for n in range(1_000_000):
        yield replace(ANONYMOUS, address=f"{11 + n // 65536}.{n // 256 % 256}.{n % 256}.1")


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_of_a_thousand_guesses_in_a_quarter_of_an_hour_ten_are_looked_at(world: World, email: str) -> None:
    for guesser in islice(addresses(), 1000):
        refusal(world, guesser, email=email)
        world.time.passes(seconds=QUARTER / 1000)

    assert 5 <= len(world.hasher.asked) <= 10


def test_guesses_at_once_are_no_better(world: World) -> None:
    def guess(guesser: Actor) -> DomainError:
        return refusal(world, guesser)

    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(guess, islice(addresses(), 200)))) == 200

    assert len(world.hasher.asked) <= ACCOUNT.free


def test_a_refused_guess_says_how_long_to_wait(world: World) -> None:
    for _ in range(ACCOUNT.free):
        assert isinstance(refusal(world, ELSEWHERE), Unauthenticated)

    too_many = refusal(world, ELSEWHERE, PASSWORD)
    assert isinstance(too_many, TooMany)
    assert too_many.wait.total_seconds() == 15


def test_the_wait_over_the_right_password_opens_and_forgives(world: World) -> None:
    for _ in range(ACCOUNT.free):
        refusal(world, ELSEWHERE)
    world.time.passes(seconds=15)

    attempt(world, ELSEWHERE, PASSWORD)
    assert isinstance(refusal(world, ELSEWHERE), Unauthenticated)


def test_the_owner_gets_in_from_a_known_browser_while_others_guess(world: World) -> None:
    known = replace(HOME, device=attempt(world, HOME, PASSWORD).device)
    for guesser in islice(addresses(), 50):
        refusal(world, guesser)
    assert isinstance(refusal(world, HOME, PASSWORD), TooMany)  # in a browser that is not known

    assert attempt(world, known, PASSWORD).me.user.email == EMAIL
    assert isinstance(refusal(world, ELSEWHERE), TooMany)  # which is no help to who guesses


def test_a_known_browser_may_guess_no_more_than_another(world: World) -> None:
    thief = replace(HOME, device=attempt(world, HOME, PASSWORD).device)
    world.hasher.asked.clear()

    for _ in range(100):
        refusal(world, thief)

    assert len(world.hasher.asked) == ACCOUNT.free


def test_a_browser_is_known_no_more_once_the_password_was_reset(world: World) -> None:
    thief = replace(HOME, device=attempt(world, HOME, PASSWORD).device)
    world.time.passes(seconds=1)
    reset_password(world)
    for guesser in islice(addresses(), 20):
        refusal(world, guesser)

    assert isinstance(refusal(world, thief), TooMany)  # counted with everybody else's guesses


def test_a_browser_that_was_forgotten_is_known_again_with_the_new_password(world: World) -> None:
    device = attempt(world, HOME, PASSWORD).device
    world.time.passes(seconds=1)
    reset_password(world)
    again = attempt(world, replace(HOME, device=device), BETTER)
    for guesser in islice(addresses(), 20):
        refusal(world, guesser)

    assert again.device == device
    assert attempt(world, replace(HOME, device=device), BETTER).me.user.email == EMAIL


def test_a_browser_known_to_one_is_not_known_to_another(world: World) -> None:
    hire_grace(world)
    known_to_ada = replace(HOME, device=attempt(world, HOME, PASSWORD).device)
    for guesser in islice(addresses(), 20):
        refusal(world, guesser, email=GRACE)

    assert isinstance(refusal(world, known_to_ada, PASSWORD, GRACE), TooMany)


def test_a_browser_keeps_its_secret_when_a_second_person_signs_in(world: World) -> None:
    hire_grace(world)
    secret = attempt(world, HOME, PASSWORD).device

    again = attempt(world, replace(HOME, device=secret), PASSWORD, GRACE)

    assert again.device == secret


@pytest.mark.parametrize("made_up", ["x", "a" * 5000, "../" * 15])
def test_a_made_up_secret_is_replaced(world: World, made_up: str) -> None:
    assert attempt(world, replace(HOME, device=made_up), PASSWORD).device != made_up


def test_one_network_cannot_try_one_password_on_everybody(world: World) -> None:
    for n in range(1000):
        neighbour = replace(ANONYMOUS, address=f"203.0.113.{n % 256}")
        refusal(world, neighbour, email=f"user{n}@example.org")

    assert len(world.hasher.asked) == NETWORK.free


def test_signing_in_never_counts_against_a_network(world: World) -> None:
    for _ in range(2 * NETWORK.free):
        attempt(world, HOME, PASSWORD)


def test_processes_count_together(world: World) -> None:
    another = World(Path(world.settings.data))
    for _ in range(ACCOUNT.free):
        refusal(world, ELSEWHERE)

    assert isinstance(refusal(another, ELSEWHERE, PASSWORD), TooMany)


def test_what_failed_long_ago_is_swept_away_and_what_counts_is_kept(world: World) -> None:
    for n in range(NETWORK.free):
        refusal(world, HOME, email=f"user{n}@example.org")
    world.time.passes(days=1)
    refusal(world, ELSEWHERE)

    assert world.send(ForgetAttempts(), PLATFORM) == NETWORK.free + 1  # each account, and the network
    assert world.send(ForgetAttempts(), PLATFORM) == 0
    assert len(world.store.scan(Attempts.kind)) == 2
