"""The mediator asks who may, then hands a message to its one handler. # B10"""

from dataclasses import replace
from typing import ClassVar

import pytest
from pydantic import ValidationError

from shared.core.container import Container, scoped
from shared.core.mediator import Handler, Mediator, Query, Send, Task, handlers, handles
from shared.domain.access import ANONYMOUS, Actor, Permission, Role
from shared.domain.errors import Forbidden, NotFound, Unauthenticated


class Tongue:
    """A port."""


class Mouth(Container):
    @scoped
    def tongue(self) -> Tongue:
        return Tongue()


class Greet(Query[str]):
    access = Permission.READ_PATIENTS

    organization_id: str
    name: str = "world"


def greet(query: Greet, *, tongue: Tongue, actor: Actor) -> str:
    assert isinstance(tongue, Tongue)
    return f"{actor.name} greets {query.name}."


ADA = Actor(id="ada", name="Ada", role=Role.MEMBER, organization_id="general_hospital")
GREET = Greet(organization_id="general_hospital")


@pytest.fixture
def mediator(monkeypatch: pytest.MonkeyPatch) -> Mediator:
    monkeypatch.setitem(handlers, Greet, Handler(greet))
    return Mediator(Mouth())


def test_a_message_reaches_its_handler_with_the_ports_it_names_and_the_actor(mediator: Mediator) -> None:
    assert mediator.send(GREET, ADA) == "Ada greets world."


def test_send_speaks_for_whoever_called(mediator: Mediator) -> None:
    assert Send(mediator, ADA)(GREET) == "Ada greets world."


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [
        (ANONYMOUS, Unauthenticated),
        (replace(ADA, role=Role.APP_ADMIN), Forbidden),
        (replace(ADA, organization_id="other_clinic"), NotFound),
    ],
    ids=["nobody", "wrong role", "elsewhere"],
)
def test_who_may_not_ask_does_not_reach_the_handler(
    mediator: Mediator, monkeypatch: pytest.MonkeyPatch, actor: Actor, refusal: type[Exception]
) -> None:
    def never(query: Greet) -> str:
        raise AssertionError(query)

    monkeypatch.setitem(handlers, Greet, Handler(never))
    with pytest.raises(refusal):
        mediator.send(GREET, actor)


def test_a_handler_needs_what_it_names_by_keyword() -> None:
    assert Handler(greet).needs == {"tongue": Tongue, "actor": Actor}


def test_naming_the_message_above_a_function_makes_it_the_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(handlers, Greet, Handler(greet))

    @handles(Greet)
    def shout(query: Greet) -> str:
        return query.name.upper()

    assert Mediator(Mouth()).send(GREET, ADA) == "WORLD"
    assert shout(GREET) == "WORLD"  # and stays a function that can be called


def test_a_message_cannot_be_changed_on_its_way() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        GREET.name = "moon"


def test_a_message_takes_nothing_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Greet.model_validate({"organization_id": "general_hospital", "role": "super_admin"})


def test_a_task_of_another_version_is_not_misread() -> None:
    class Wash(Task):
        queue: ClassVar[str] = "wash"

    assert Wash.model_validate_json('{"version": 1}').version == 1
    with pytest.raises(ValidationError):
        Wash.model_validate_json('{"version": 2}')
