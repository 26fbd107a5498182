"""Signing in with a Microsoft account that is linked, and what is refused. # C1, threats 5, 9 and 22"""

from pathlib import Path
from urllib.parse import quote

import pytest

from shared.application.commands.forget_departures import ForgetDepartures
from shared.application.ports import Condition
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.departure import Departure
from shared.domain.identity import Identity
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS, accesses, sessions_of
from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.entra import (
    COOKIE,
    DEPARTURE,
    OTHER_TENANT,
    TENANT,
    FederatedWorld,
    account,
    come_back,
    link,
    sign_in,
    state_in,
)
from tests.world import EMAIL


@pytest.fixture
def world(tmp_path: Path) -> FederatedWorld:
    return FederatedWorld(tmp_path)


@pytest.fixture
def linked(ada: Browser) -> Browser:
    """Ada has linked her account, and has another browser before her."""
    assert link(ada).headers["location"] == "/profile"
    return Browser()


def allow(world: FederatedWorld, *tenants: str) -> None:
    organizations = (uow := world.unit_of_work()).of(Organization, ORGANIZATIONS)
    hospital = organizations.get(HOSPITAL)
    hospital.allowed_tenants = list(tenants)
    organizations.save(hospital)
    uow.commit()


def test_a_linked_account_opens_a_session_like_any_other(linked: Browser, world: FederatedWorld) -> None:
    answer = sign_in(linked, "?remember=true&next=/patient?mrn=1")

    assert (answer.status, answer.headers["location"]) == (302, "/patient?mrn=1")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "SameSite=Strict; Max-Age=2592000" in answer.headers["set-cookie"]
    assert set(linked.cookies) == {COOKIE}
    me = linked.get("/me").json
    assert (me["user"]["email"], me["organization"]["id"]) == (EMAIL, HOSPITAL)
    lines = world.of(AuditLine, sessions_of(me["user"]["id"])).all(Condition("action", "is", "session.open"))
    assert sorted((line.actor_name, line.detail) for line in lines) == [
        ("Ada Lovelace", "microsoft"),
        ("Ada Lovelace", "password"),
    ]


def test_it_is_offered_where_it_is_set_up(browser: Browser) -> None:
    assert browser.get("/auth/options").json == {"microsoft": True}


@pytest.mark.usefixtures("in_azure")
def test_neither_scripts_nor_other_sites_get_hold_of_what_the_browser_brings_back(browser: Browser) -> None:
    cookie = browser.get("/auth/microsoft").headers["set-cookie"]

    assert cookie.startswith("__Host-imagini-departure=")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure")


@pytest.mark.parametrize(
    "stranger",
    [account(8, shown_as=EMAIL), account(7, OTHER_TENANT, shown_as=EMAIL)],
    ids=["another object", "another tenant"],
)
def test_an_account_that_shows_somebodys_address_is_not_that_person(
    linked: Browser, world: FederatedWorld, stranger: object
) -> None:
    """Known as nOAuth: in Entra, anybody may write anybody's address into their own account."""
    vars(world.entra)["next"] = stranger

    assert sign_in(linked).headers["location"] == "/auth/signin?problem=microsoft-unknown"
    assert COOKIE not in linked.cookies
    assert refusals(world) == [("unknown", "", "microsoft-unknown")]


def refusals(world: FederatedWorld) -> list[tuple[str, str, str]]:
    denied = Condition("outcome", "is", "denied")
    lines = world.of(AuditLine, accesses(None, world.time.now())).all(denied, order="number")
    return [(line.actor_id, line.actor_name, line.detail) for line in lines]


def test_who_is_refused_is_on_record_and_a_flood_of_them_is_not(
    linked: Browser, world: FederatedWorld
) -> None:
    """Where the platform's administrators read it; of what Microsoft says, not a word is kept."""
    allow(world, OTHER_TENANT)
    for _ in range(3):
        assert sign_in(linked).headers["location"] == "/auth/signin?problem=microsoft-tenant"
    come_back(Browser(), "made-up")  # has never left: nobody's sign-in
    user_id = linked_user(world)
    assert refusals(world) == [(user_id, "Ada Lovelace", "microsoft-tenant")]

    world.time.passes(minutes=6)
    sign_in(linked)

    assert refusals(world) == [(user_id, "Ada Lovelace", "microsoft-tenant")] * 2


def linked_user(world: FederatedWorld) -> str:
    [identity] = world.of(Identity, USERS).all()
    return identity.user_id


def test_an_answer_is_taken_from_the_browser_that_left_and_from_no_other(linked: Browser) -> None:
    """Otherwise a link could sign somebody in as the one who made it."""
    state = state_in(linked.get("/auth/microsoft").headers["location"])
    victim = Browser()

    assert come_back(victim, state).headers["location"] == "/auth/signin?problem=microsoft-expired"
    assert not victim.cookies
    victim.get("/auth/microsoft")
    assert come_back(victim, state).headers["location"] == "/auth/signin?problem=microsoft-expired"
    assert not victim.cookies


def test_an_answer_is_taken_once(linked: Browser) -> None:
    state = state_in(linked.get("/auth/microsoft").headers["location"])
    copied = Browser()
    copied.cookies = dict(linked.cookies)

    assert come_back(linked, state).headers["location"] == "/"
    assert come_back(copied, state).headers["location"] == "/auth/signin?problem=microsoft-expired"
    assert COOKIE not in copied.cookies


def test_who_takes_longer_than_ten_minutes_begins_again(linked: Browser, world: FederatedWorld) -> None:
    state = state_in(linked.get("/auth/microsoft").headers["location"])
    world.time.passes(minutes=10)

    assert come_back(linked, state).headers["location"] == "/auth/signin?problem=microsoft-expired"
    assert DEPARTURE not in linked.cookies
    assert not world.store.scan(Departure.kind)


def test_journeys_that_nobody_came_back_from_are_forgotten(browser: Browser, world: FederatedWorld) -> None:
    browser.get("/auth/microsoft")
    world.time.passes(minutes=9)
    browser.get("/auth/microsoft")
    assert world.send(ForgetDepartures(), PLATFORM) == 0

    world.time.passes(minutes=1)

    assert world.send(ForgetDepartures(), PLATFORM) == 1
    assert len(world.store.scan(Departure.kind)) == 1


def test_only_tenants_that_the_organization_allows_are_let_in(linked: Browser, world: FederatedWorld) -> None:
    assert sign_in(linked).headers["location"] == "/"

    allow(world, OTHER_TENANT)

    assert linked.get("/me").status == 401  # at once
    assert sign_in(linked).headers["location"] == "/auth/signin?problem=microsoft-tenant"
    allow(world, OTHER_TENANT, TENANT)
    assert sign_in(linked).headers["location"] == "/"


def test_a_password_goes_on_working_whatever_tenants_are_allowed(
    ada: Browser, linked: Browser, world: FederatedWorld
) -> None:
    sign_in(linked)
    allow(world, OTHER_TENANT)

    assert (ada.get("/me").status, linked.get("/me").status) == (200, 401)


@pytest.mark.parametrize("page", ["//evil.example", "https://evil.example", "/\\evil.example", "/\tx", "x"])
def test_the_way_back_leads_to_pages_of_ours_only(linked: Browser, page: str) -> None:
    assert sign_in(linked, f"?next={quote(page)}").headers["location"] == "/"


def test_microsoft_being_down_is_said_on_the_sign_in_page(browser: Browser, world: FederatedWorld) -> None:
    world.entra.is_down = True

    answer = browser.get("/auth/microsoft")

    assert (answer.status, answer.headers["location"]) == (302, "/auth/signin?problem=microsoft-unavailable")
