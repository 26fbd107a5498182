"""Which parts are up, for everybody to see. # C13"""

import pytest

from shared.application.queries.get_health import GetHealth, Health
from shared.domain.access import ANONYMOUS
from shared.domain.errors import Unavailable
from tests.builders import manifest
from tests.world import Models, World


def ask(world: World) -> Health:
    return world.send(GetHealth(), ANONYMOUS)


def test_a_healthy_platform_says_so_of_each_part(world: World) -> None:
    health = ask(world)

    assert health.status == "ok"
    assert [(part.name, part.status) for part in health.parts] == [
        ("records", "ok"),
        ("blobs", "ok"),
        ("queues", "ok"),
        ("models", "ok"),
    ]


def test_the_models_that_are_switched_on_are_named(world: World) -> None:
    world.installed = Models(manifest(), manifest(id="hand", version="2"))

    assert ask(world).parts[-1].detail == "chest 1, hand 2"


def test_one_part_that_is_down_degrades_the_whole_and_is_named(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(_: str) -> int:
        raise Unavailable("The queue service does not answer.")

    monkeypatch.setattr(world.queues, "length", down)

    health = ask(world)

    assert health.status == "degraded"
    assert [(p.name, p.detail) for p in health.parts if p.status == "down"] == [
        ("queues", "The queue service does not answer.")
    ]
