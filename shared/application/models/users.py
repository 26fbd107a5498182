"""People, as those who administer them see them."""

from typing import Literal

from shared.domain.access import Role
from shared.domain.entity import Value


class MembershipView(Value):
    organization_id: str
    organization_name: str
    role: Role
    status: Literal["active", "deactivated"]


class UserRow(Value):
    """`role` and `organization` are what the table shows; `memberships` all that the asker may know of.

    `status`: whether they may work there; `account`: whether they may sign in at all.
    """

    id: str
    first_name: str
    last_name: str
    email: str
    role: Role
    organization_id: str | None
    organization_name: str | None
    status: Literal["active", "deactivated"]
    account: Literal["active", "deactivated"]
    memberships: list[MembershipView]


class UserPage(Value):
    items: list[UserRow]
    total: int
