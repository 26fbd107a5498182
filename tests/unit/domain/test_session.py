"""Sessions and their tokens."""

from datetime import timedelta

import pytest

from shared.domain.session import GRACE, IDLE, Session, Token
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
    session.seen_at = NOON + lifetime - timedelta(minutes=1)  # it was used all the time

    assert session.is_live(NOON + lifetime - timedelta(seconds=1))
    assert not session.is_live(NOON + lifetime)


@pytest.mark.parametrize("cookie", ["", "~", "ada", "ada~", "~~~"])
def test_a_broken_cookie_is_a_token_that_opens_nothing(cookie: str) -> None:
    session, _ = open_session()

    assert Token.parse(cookie).session_id != session.id


def test_a_session_that_nobody_uses_ends_unless_it_is_remembered() -> None:  # C2
    (forgotten, _), (remembered, _) = open_session(), open_session(remember=True)

    assert forgotten.is_live(NOON + IDLE - timedelta(seconds=1))
    assert not forgotten.is_live(NOON + IDLE)
    assert remembered.is_live(NOON + IDLE)


def test_a_new_secret_makes_no_session_last_longer() -> None:
    old, _ = open_session()
    later = NOON + timedelta(minutes=20)

    new, token = old.renew("other_clinic", later)

    assert new.id == token.session_id != old.id
    assert (new.expires_at, new.opened_at, new.family) == (old.expires_at, NOON, old.family)
    assert (new.organization_id, old.organization_id) == ("other_clinic", "general_hospital")


def test_a_replaced_secret_serves_what_is_under_way_and_no_more() -> None:
    old, _ = open_session()
    new, _ = old.renew(None, NOON)

    assert old.is_live(NOON + GRACE - timedelta(seconds=1))
    assert not old.is_current(NOON)
    assert not old.is_live(NOON + GRACE)
    assert new.is_live(NOON + GRACE)


def test_a_session_of_an_older_release_is_read() -> None:
    body = open_session()[0].body() | {"schema_version": 1}
    for field in ("issued_at", "seen_at", "family", "replaced_at", "address"):
        del body[field]

    session = Session.restore(body, "etag")

    assert session.seen_at == session.issued_at == NOON
    assert session.family == session.id
