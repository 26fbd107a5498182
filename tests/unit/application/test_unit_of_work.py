"""One use case, one commit: all of it, or nothing. # B7"""

import pytest

from shared.application.commands.fetch_study import FetchStudy
from shared.application.outbox import Outgoing
from shared.application.ports import Condition
from shared.domain.entity import Entity
from shared.domain.errors import Conflict, NotFound, Stale
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL, STUDY, organization, user
from tests.world import World

TASK = FetchStudy(organization_id=HOSPITAL, study_uid=STUDY, analysis_id="a")


def names(world: World) -> list[str]:
    return [one.id for one in world.of(Organization, ORGANIZATIONS).all()]


def test_what_is_committed_is_there(world: World) -> None:
    world.keep(ORGANIZATIONS, organization(CLINIC), organization(HOSPITAL))

    assert names(world) == [HOSPITAL, CLINIC]


def test_nothing_leaves_before_the_commit(world: World) -> None:
    uow = world.unit_of_work()
    uow.of(Organization, ORGANIZATIONS).add(organization())
    uow.then(TASK)

    assert names(world) == []
    assert world.queues.length(TASK.queue) == 0


def test_a_commit_that_fails_leaves_nothing_and_sends_nothing(world: World) -> None:
    world.keep(ORGANIZATIONS, organization(HOSPITAL))
    uow = world.unit_of_work()
    for name in (CLINIC, HOSPITAL):
        uow.of(Organization, ORGANIZATIONS).add(organization(name))
    uow.then(TASK)

    with pytest.raises(Conflict):
        uow.commit()

    assert names(world) == [HOSPITAL]
    assert world.queues.length(TASK.queue) == 0
    assert world.store.scan(Outgoing.kind) == []


def test_one_commit_cannot_change_two_partitions(world: World) -> None:
    uow = world.unit_of_work()
    uow.of(Organization, ORGANIZATIONS).add(organization())
    uow.of(User, USERS).add(user())

    with pytest.raises(RuntimeError, match="exactly one partition"):
        uow.commit()

    assert names(world) == []


def test_a_commit_of_nothing_is_a_mistake(world: World) -> None:
    with pytest.raises(RuntimeError):
        world.unit_of_work().commit()


def test_an_entity_can_be_changed_again_after_its_commit(world: World) -> None:
    uow, ward = world.unit_of_work(), organization()
    uow.of(Organization, ORGANIZATIONS).add(ward)
    uow.commit()

    ward.display_name = "Changed"
    uow.of(Organization, ORGANIZATIONS).save(ward)
    uow.commit()

    assert world.of(Organization, ORGANIZATIONS).get(ward.id).display_name == "Changed"


@pytest.mark.parametrize("verb", ["save", "remove"])
def test_what_somebody_else_has_changed_meanwhile_is_stale(world: World, verb: str) -> None:
    world.keep(ORGANIZATIONS, organization())
    mine, theirs = world.unit_of_work(), world.unit_of_work()
    read = mine.of(Organization, ORGANIZATIONS).get(HOSPITAL)
    theirs.of(Organization, ORGANIZATIONS).save(theirs.of(Organization, ORGANIZATIONS).get(HOSPITAL))
    theirs.commit()

    getattr(mine.of(Organization, ORGANIZATIONS), verb)(read)
    with pytest.raises(Stale):
        mine.commit()


def test_what_is_removed_is_gone(world: World) -> None:
    world.keep(ORGANIZATIONS, organization())
    uow = world.unit_of_work()
    organizations = uow.of(Organization, ORGANIZATIONS)
    organizations.remove(organizations.get(HOSPITAL))
    uow.commit()

    with pytest.raises(NotFound, match="no such organization"):
        world.of(Organization, ORGANIZATIONS).get(HOSPITAL)


def test_only_what_an_entity_declares_can_be_searched_by(world: World) -> None:
    with pytest.raises(LookupError, match="language"):
        list(world.of(Organization, ORGANIZATIONS).all(Condition("language", "is", "en")))
    with pytest.raises(LookupError, match="source"):
        list(world.of(Organization, ORGANIZATIONS).all(order="source"))


def kinds_of(entity: type[Entity]) -> list[type[Entity]]:
    return [kind for child in entity.__subclasses__() for kind in (child, *kinds_of(child))]


def test_two_kinds_of_entities_never_share_a_name() -> None:
    kinds = [entity.kind for entity in kinds_of(Entity)]

    assert sorted(kinds) == sorted(set(kinds))
