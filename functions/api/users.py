"""People and their work in organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.change_member import ChangeMember
    from shared.application.commands.change_user import ChangeUser
    from shared.application.commands.remove_member import RemoveMember
    from shared.application.models.users import UserPage, UserRow
    from shared.application.queries.list_users import ListUsers
    from shared.core.mediator import Send

users = Resource("users")


@users.get("users")
def list_users(message: ListUsers, send: Send) -> UserPage:
    """People, searched, filtered, sorted and page by page."""
    return send(message)


@users.patch("users/{user_id}")
def change_user(message: ChangeUser, send: Send) -> UserRow:
    """Deactivate somebody's account everywhere or reactivate it; have them run the platform, or no more."""
    return send(message)


@users.patch("organizations/{organization_id}/members/{user_id}")
def change_member(message: ChangeMember, send: Send) -> UserRow:
    """Give somebody another role in an organization, deactivate or reactivate them there."""
    return send(message)


@users.delete("organizations/{organization_id}/members/{user_id}")
def remove_member(message: RemoveMember, send: Send) -> None:
    """Take somebody out of an organization."""
    return send(message)
