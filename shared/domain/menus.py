"""What the sidebar offers to whom, read off the policy table. The server refuses the rest in any case."""

from typing import Literal, NamedTuple

from shared.domain.access import Actor, Permission


class Menu(NamedTuple):
    id: str
    permission: Permission
    place: Literal["at work", "platform", "own"]  # own: the organization that one administers, and no other


MENUS = (
    Menu("dashboard", Permission.READ_PATIENTS, "at work"),
    Menu("patients", Permission.READ_PATIENTS, "at work"),
    Menu("users", Permission.MANAGE_PLATFORM, "platform"),
    Menu("organizations", Permission.MANAGE_PLATFORM, "platform"),
    Menu("system", Permission.MANAGE_PLATFORM, "platform"),
    Menu("emergency", Permission.OPEN_EMERGENCY, "platform"),
    Menu("journal", Permission.MANAGE_PLATFORM, "platform"),
    Menu("members", Permission.MANAGE_PEOPLE, "own"),
    Menu("organization", Permission.CONFIGURE_ORGANIZATION, "own"),
    Menu("clients", Permission.CONFIGURE_ORGANIZATION, "own"),
    Menu("audit", Permission.READ_AUDIT, "own"),
)


def menus_of(actor: Actor) -> list[str]:
    there = {
        "at work": actor.organization_id is not None,
        "platform": True,
        "own": actor.confined_to is not None,
    }
    return [menu.id for menu in MENUS if menu.permission in actor.granted and there[menu.place]]
