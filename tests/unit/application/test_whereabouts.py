"""Where sign-ins come from, where whoever runs the platform asks: noted, and told if unusual. # D11"""

from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from shared.application.commands.locate_sign_in import LocateSignIn
from shared.application.commands.sign_in import SignIn
from shared.application.locations import Location, Locations
from shared.application.ports import Condition
from shared.core.container import singleton
from shared.domain.access import ANONYMOUS, PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.mail import Mail
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session
from tests.world import EMAIL, PASSWORD, World

MADRID, SEVILLE, LIMA = "81.32.0.1", "81.33.0.1", "200.48.0.1"


class Atlas:
    """Knows three addresses. While it is lost, it knows none."""

    is_on = True

    def __init__(self) -> None:
        self.is_lost = False
        self.asked: list[str] = []

    def locate(self, address: str) -> Location | None:
        self.asked.append(address)
        places = {
            MADRID: Location("Madrid", "Madrid", "ES"),
            SEVILLE: Location("Sevilla", "Andalucía", "ES"),
            LIMA: Location("Lima", "Lima", "PE"),
        }
        return None if self.is_lost else places.get(address)


class LocatedWorld(World):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.atlas = Atlas()

    @singleton
    def locations(self) -> Locations:
        return self.atlas


@pytest.fixture
def world(tmp_path: Path) -> LocatedWorld:
    world = LocatedWorld(tmp_path)
    world.employ(language="es")
    return world


def sign_in(world: World, address: str) -> str:
    """The id of the person."""
    here = replace(ANONYMOUS, address=address)
    return world.send(SignIn(email=EMAIL, password=SecretStr(PASSWORD)), here).me.user.id


def come(world: World, *addresses: str) -> None:
    for address in addresses:
        sign_in(world, address)
        world.work(LocateSignIn)
        world.time.passes(days=1)


def notices(world: World) -> list[dict[str, str]]:
    return [m.values for m in world.of(Mail, USERS).all() if m.template == "unusual_location"]


def located(world: World) -> list[tuple[str, str, str]]:
    lines = world.of(AuditLine, USERS).all(Condition("action", "is", "session.locate"), order="at")
    return [(line.address, line.location, line.detail) for line in lines]


def test_the_audit_says_where_a_sign_in_came_from(world: LocatedWorld) -> None:
    come(world, MADRID, LIMA)

    assert located(world) == [(MADRID, "Madrid, ES", "usual"), (LIMA, "Lima, PE", "unusual")]


def test_nobody_is_told_of_the_first_place_nor_of_the_usual_country(world: LocatedWorld) -> None:
    come(world, MADRID, SEVILLE, MADRID)

    assert notices(world) == []


def test_another_country_is_told_once(world: LocatedWorld) -> None:
    come(world, MADRID, LIMA, LIMA, MADRID)

    [notice] = notices(world)
    assert (notice["place"], notice["when"]) == ("Lima, PE", "2026-03-05 12:00 UTC")


def test_a_country_is_forgotten_after_ninety_days(world: LocatedWorld) -> None:
    come(world, LIMA, MADRID)
    for _ in range(3):
        world.time.passes(days=29)
        come(world, MADRID)
    assert len(notices(world)) == 1  # of Madrid, the first time

    come(world, LIMA)

    assert len(notices(world)) == 2


def test_the_sign_in_asks_nobody_and_a_message_that_comes_twice_is_one_notice(world: LocatedWorld) -> None:
    come(world, MADRID)
    world.atlas.asked.clear()
    user_id = sign_in(world, LIMA)
    assert world.atlas.asked == []

    newest = max(world.of(Session, sessions_of(user_id)).all(), key=lambda one: one.opened_at)
    for _ in range(2):
        world.send(LocateSignIn(user_id=user_id, session_id=newest.id), PLATFORM)

    assert len(notices(world)) == 1
    assert len(located(world)) == 2


def test_who_cannot_be_located_signs_in_all_the_same(world: LocatedWorld) -> None:
    world.atlas.is_lost = True
    come(world, MADRID, LIMA)

    assert located(world) == []
    assert notices(world) == []


def test_a_session_that_has_ended_meanwhile_is_not_located(world: LocatedWorld) -> None:
    world.send(LocateSignIn(user_id=sign_in(world, MADRID), session_id="gone"), PLATFORM)

    assert located(world) == []


def test_nothing_is_looked_at_where_it_is_switched_off(world: LocatedWorld) -> None:
    world.atlas.is_on = False
    sign_in(world, MADRID)

    assert world.queues.take(LocateSignIn.queue, world.time.now() - world.time.now()) is None
