"""An organization keeps an administrator, whoever leaves, and however. # F10"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.remove_member import RemoveMember
from shared.application.ports import Condition
from shared.domain.access import PLATFORM, Role
from shared.domain.errors import DomainError
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import HEAD, change, register, remove, stored
from tests.world import World


@pytest.mark.parametrize("changes", [{"role": "member"}, {"active": False}, {}])
def test_the_last_administrator_stays(world: World, head: Browser, changes: dict[str, Any]) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN))
    away = register(world, "Away Already", (HOSPITAL, Role.ORG_ADMIN))
    assert change(head, away, active=False).status == 200  # counts no more

    refused = change(head, ada, **changes) if changes else remove(head, ada)
    assert (refused.status, "at least one administrator" in refused.json["detail"]) == (422, True)
    assert stored(world, ada).acting_in(HOSPITAL).role is Role.ORG_ADMIN


def test_two_administrators_who_remove_each_other_at_once_leave_one(world: World) -> None:
    for number in range(10):
        organization = f"clinic_{number}x"
        world.send(CreateOrganization(name=organization), PLATFORM)
        pair = [register(world, f"A{number}{one} Admin", (organization, Role.ORG_ADMIN)) for one in "ab"]

        def leave(user: User, organization: str = organization) -> bool:
            command = RemoveMember(organization_id=organization, user_id=user.id)
            try:
                world.send(command, replace(HEAD, organization_id=organization))
            except DomainError:
                return False
            return True

        with ThreadPoolExecutor(2) as threads:
            left = list(threads.map(leave, pair))

        assert sorted(left) == [False, True]
        assert world.store.count(USERS, User.kind, [Condition("organization_ids", "has", organization)]) == 1
