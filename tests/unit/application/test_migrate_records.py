"""What nobody has touched since its shape changed is rewritten, once. # B8"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from shared.application.commands.migrate_records import MigrateRecords
from shared.application.ports import Change, Record
from shared.application.services import scanning
from shared.domain.access import PLATFORM, Role
from shared.domain.entity import Body, Entity
from shared.domain.errors import Forbidden
from tests.builders import RADIOLOGIST
from tests.world import World


def beds_are_counted(body: Body) -> Body:
    return body | {"beds": len(body.pop("bed_names"))}


class Room(Entity):
    kind = "room-of-a-test"
    upgrades = (beds_are_counted,)

    beds: int


MIGRATE = MigrateRecords(kinds=(Room.kind,))
NEW: Body = {"beds": 9, "schema_version": 2}
OLD: Body = {"bed_names": ["a", "b"], "schema_version": 1}


def add(world: World, partition: str, id: str) -> None:
    world.store.commit(partition, [Change("add", Room.kind, id, OLD | {"id": id})])


def test_old_records_of_every_partition_are_rewritten_in_todays_shape(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "BATCH", 2)
    for number in range(5):
        add(world, f"ward-{number % 2}", f"room-{number}")

    assert world.send(MIGRATE, PLATFORM) == {Room.kind: 5}
    assert [record.body for record in world.store.scan(Room.kind)] == [
        {"id": f"room-{number}", "beds": 2, "schema_version": 2} for number in (0, 2, 4, 1, 3)
    ]


def test_a_second_run_finds_nothing_to_do(world: World) -> None:
    add(world, "ward", "room")
    world.send(MIGRATE, PLATFORM)

    assert world.send(MIGRATE, PLATFORM) == {Room.kind: 0}


def test_an_old_record_is_read_in_todays_shape_before_it_is_rewritten(world: World) -> None:
    add(world, "ward", "room")

    assert world.of(Room, "ward").get("room").beds == 2


def test_what_somebody_saves_meanwhile_is_left_to_them(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    add(world, "ward", "room")
    read = world.store.scan

    def saved_meanwhile(kind: str, *, after: tuple[str, str], limit: int) -> Sequence[Record]:
        found = read(kind, after=after, limit=limit)
        for record in found:
            world.store.commit(
                record.partition, [Change("replace", kind, record.id, NEW | {"id": record.id}, record.etag)]
            )
        return found

    monkeypatch.setattr(world.store, "scan", saved_meanwhile)

    assert world.send(MIGRATE, PLATFORM) == {Room.kind: 0}
    assert world.of(Room, "ward").get("room").beds == 9


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ORG_ADMIN])
def test_only_those_who_run_the_platform_migrate_it(world: World, role: Role) -> None:
    with pytest.raises(Forbidden):
        world.send(MIGRATE, replace(RADIOLOGIST, role=role))
