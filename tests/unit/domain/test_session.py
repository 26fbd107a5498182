"""Sessions and their tokens."""

from datetime import timedelta

import pytest

from shared.domain.session import Session, Token
from tests.builders import NOON


def open_session(remember: bool = False) -> tuple[Session, Token]:
    return Session.open("ada", "general_hospital", remember, NOON)


def test_a_token_survives_the_cookie() -> None:
    _, token = open_session()

    assert Token.parse(str(token)) == token


def test_the_session_keeps_the_hash_of_the_secret_and_never_the_secret() -> None:
    session, token = open_session()

    assert session.id == token.session_id
    assert token.secret not in session.model_dump_json()


def test_two_sessions_share_no_secret() -> None:
    assert open_session()[1].secret != open_session()[1].secret


def test_a_secret_cannot_be_guessed() -> None:
    assert len(open_session()[1].secret) >= 43  # 256 bits in base64


@pytest.mark.parametrize(
    ("remember", "lifetime"), [(False, timedelta(hours=12)), (True, timedelta(days=30))]
)  # C2
def test_a_session_ends_when_its_time_is_up(remember: bool, lifetime: timedelta) -> None:
    session, _ = open_session(remember)

    assert session.is_live(NOON + lifetime - timedelta(seconds=1))
    assert not session.is_live(NOON + lifetime)


@pytest.mark.parametrize("cookie", ["", "~", "ada", "ada~", "~~~"])
def test_a_broken_cookie_is_a_token_that_opens_nothing(cookie: str) -> None:
    session, _ = open_session()

    assert Token.parse(cookie).session_id != session.id
