"""People, how they prove who they are, and where they work."""

from datetime import datetime
from typing import ClassVar, Literal, Self

from pydantic import Field

from shared.domain.access import Actor, Role
from shared.domain.entity import Entity, Value
from shared.domain.values import Email


class Membership(Value):
    organization_id: str
    role: Literal[Role.MEMBER, Role.ORG_ADMIN]


class User(Entity):
    kind: ClassVar[str] = "user"
    searchable: ClassVar[frozenset[str]] = frozenset({"email", "first_name", "last_name", "organization_ids"})

    email: Email
    first_name: str
    last_name: str
    language: Literal["en", "es"] = "en"
    platform_role: Literal[Role.APP_ADMIN, Role.SUPER_ADMIN] | None = None
    memberships: list[Membership] = Field(default_factory=list[Membership])
    organization_ids: list[str] = Field(default_factory=list[str])  # of the memberships, for searching
    sessions_from: datetime | None = None  # what was opened before has ended, wherever it is

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """One letter of each name, as the profile block shows them; any script."""
        return (
            "".join(name[0] for name in (self.first_name.strip(), self.last_name.strip()) if name).upper()
            or "?"
        )

    def join(self, organization_id: str, role: Literal[Role.MEMBER, Role.ORG_ADMIN]) -> Self:
        others = [m for m in self.memberships if m.organization_id != organization_id]
        self.memberships = [*others, Membership(organization_id=organization_id, role=role)]
        self.organization_ids = [m.organization_id for m in self.memberships]
        return self

    def end_sessions(self, now: datetime) -> None:
        """In the same commit as what is the reason: a new password, another role."""
        self.sessions_from = now

    def has_ended(self, issued_at: datetime) -> bool:
        return self.sessions_from is not None and issued_at < self.sessions_from

    def membership_in(self, organization_id: str | None) -> Membership | None:
        return next((m for m in self.memberships if m.organization_id == organization_id), None)

    def acting_in(self, organization_id: str | None) -> Actor:
        """This person at work in one of their organizations, or on the platform."""
        membership = self.membership_in(organization_id)
        role = self.platform_role or (membership.role if membership else None)
        return Actor(
            id=self.id,
            name=self.name,
            role=role or Role.MEMBER,
            organization_id=membership.organization_id if membership else None,
        )


class Credential(Entity):
    """A local password. The record's id is the e-mail address, which makes it unique."""

    kind: ClassVar[str] = "credential"

    user_id: str
    password_hash: str
