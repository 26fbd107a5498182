"""What administrators and the invited do, in these tests."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any, Literal

from shared.application.commands.register_user import RegisterUser
from shared.application.commands.send_email import SendEmail
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.membership import Membership
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.world import PASSWORD, World

HEAD = replace(RADIOLOGIST, id="grace", name="Grace Hopper", role=Role.ORG_ADMIN)
OPERATOR = Actor(id="root", name="Root", role=Role.APP_ADMIN)
EVA, EVAS_PASSWORD = "eva@example.org", "nine blue herons upstream"
EVAS = {"first_name": "Eva", "last_name": "Mora", "password": EVAS_PASSWORD}
THERE = f"/organizations/{HOSPITAL}/invitations"
type Place = tuple[str, Literal[Role.MEMBER, Role.ORG_ADMIN]]


class Caller:
    actor: Actor = HEAD


def register(world: World, name: str, *places: Place, **given: Any) -> User:
    """`name`: first and last."""
    first, last = name.split()
    person = {"email": f"{first}@example.org", "first_name": first, "last_name": last} | given
    user = world.send(RegisterUser.model_validate(person), PLATFORM)
    for organization_id, role in places:
        membership = Membership(organization_id=organization_id, role=role)
        user = world.send(RegisterUser.model_validate(person | {"membership": membership}), PLATFORM)
    return user


def staff(world: World, *names: str) -> list[User]:
    return [register(world, name, (HOSPITAL, Role.MEMBER)) for name in names]


def stored(world: World, user: User) -> User:
    return world.of(User, USERS).get(user.id)


def sign_in(browser: Browser, user: User) -> Answer:
    return browser.post("/auth/sign-in", {"email": user.email, "password": PASSWORD})


def names(answer: Answer) -> list[str]:
    assert answer.status == 200
    return [row["first_name"] for row in answer.json["items"]]


def change(browser: Browser, user: User, organization: str = HOSPITAL, **given: object) -> Answer:
    path = f"/organizations/{organization}/members/{user.id}"
    return browser.ask("PATCH", path, given, CSRF)


def remove(browser: Browser, user: User, organization: str = HOSPITAL) -> Answer:
    return browser.ask("DELETE", f"/organizations/{organization}/members/{user.id}", headers=CSRF)


def invite(browser: Browser, email: str = EVA, organization: str = HOSPITAL, **given: str) -> Answer:
    return browser.post(f"/organizations/{organization}/invitations", {"email": email} | given)


def waiting(browser: Browser, query: str = "") -> list[Any]:
    """The invitations that the caller is shown."""
    answer = browser.get(f"/invitations{query}")
    assert answer.status == 200
    return answer.json["items"]


def mails(world: World) -> Iterator[Any]:
    world.work(SendEmail)
    for file in sorted((world.folder / "mail").glob("*.eml")):
        yield message_from_bytes(file.read_bytes(), policy=policy.default)


def link(world: World) -> str:
    """The token in the newest mail."""
    text: str = list(mails(world))[-1].get_body(("plain",)).get_content()
    return next(word for word in text.split() if "/invitation/#" in word).partition("#")[2]


def accept(browser: Browser, token: str, **given: str) -> Answer:
    return browser.post(f"/invitations/{token}/acceptance", given)


def why(answer: Answer) -> str:
    """What a page goes by to say it in its reader's language; only of what is gone."""
    assert answer.status == 410
    return answer.json["type"]
