"""People, how they prove who they are, and where they work."""

from datetime import datetime
from typing import Any, ClassVar, Literal, Self

from pydantic import Field

from shared.domain.access import Actor, Role
from shared.domain.entity import Body, Entity, Upgrade
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.membership import Membership
from shared.domain.user_index import FIELDS, index_of
from shared.domain.values import Email


def _index_is_stored(body: Body) -> Body:
    """Saving writes the index; this has what was stored before rewritten."""
    return body


def _accounts_can_be_closed(body: Body) -> Body:
    """None is, yet."""
    return body


class User(Entity):
    kind: ClassVar[str] = "user"
    searchable: ClassVar[frozenset[str]] = frozenset({"email", "organization_ids"}) | FIELDS
    upgrades: ClassVar[tuple[Upgrade, ...]] = (_index_is_stored, _accounts_can_be_closed)

    email: Email
    first_name: str
    last_name: str
    language: Literal["en", "es"] = "en"
    platform_role: Literal[Role.APP_ADMIN, Role.SUPER_ADMIN] | None = None
    memberships: list[Membership] = Field(default_factory=list[Membership])
    organization_ids: list[str] = Field(default_factory=list[str])  # where they can work
    closed: bool = False  # the account: wherever they belong, they get in nowhere
    sessions_from: datetime | None = None  # what was opened before has ended, wherever it is
    devices_from: datetime | None = None  # browsers that were known before are so no more

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

    @classmethod
    def restore(cls, body: Body, etag: str) -> Self:
        return super().restore({name: body[name] for name in body if name != "index"}, etag)

    def body(self) -> Body:
        return super().body() | {
            "index": index_of(
                self.first_name, self.last_name, self.email, self.platform_role, self.memberships
            )
        }

    def join(self, organization_id: str, role: Literal[Role.MEMBER, Role.ORG_ADMIN]) -> Self:
        others = [m for m in self.memberships if m.organization_id != organization_id]
        return self._work_in([*others, Membership(organization_id=organization_id, role=role)])

    def change_membership(self, organization_id: str, now: datetime, **changes: Any) -> None:
        """Another role, or whether they may work there; raises NotFound for who does not belong there."""
        old = self.belonging_to(organization_id)
        new = Membership.model_validate(old.model_dump() | changes)
        if new != old:
            self._work_in([new if m is old else m for m in self.memberships])
            self.end_sessions(now)

    def leave(self, organization_id: str, now: datetime) -> None:
        """Raises NotFound for who does not belong there."""
        left = self.belonging_to(organization_id)
        self._work_in([m for m in self.memberships if m is not left])
        self.end_sessions(now)

    def _work_in(self, memberships: list[Membership]) -> Self:
        self.memberships = memberships
        self.organization_ids = [m.organization_id for m in memberships if m.active]
        return self

    def open(self, active: bool, now: datetime) -> None:
        """Or close the account; nothing of them is forgotten."""
        self.closed = not active
        if self.closed:
            self.end_sessions(now)

    def appoint(self, app_admin: bool, now: datetime) -> None:
        """To run the platform, or to do so no more. Raises RuleBroken for who stands above that."""
        if self.platform_role is Role.SUPER_ADMIN:
            raise RuleBroken("Super administrators are made and unmade with ./imagini admin only.")
        self.platform_role = Role.APP_ADMIN if app_admin else None
        self.end_sessions(now)

    @property
    def may_run_platform(self) -> bool:
        return self.platform_role is not None and not self.closed

    def end_sessions(self, now: datetime) -> None:
        """In the same commit as what is the reason: a new password, another role."""
        self.sessions_from = now

    def has_ended(self, issued_at: datetime) -> bool:
        return self.sessions_from is not None and issued_at < self.sessions_from

    def forget_devices(self, now: datetime) -> None:
        """In the same commit as the new password, after the old one was forgotten or found out."""
        self.devices_from = now

    def has_forgotten(self, first_seen_at: datetime) -> bool:
        return self.devices_from is not None and first_seen_at < self.devices_from

    def membership_in(self, organization_id: str | None) -> Membership | None:
        """Where they may work."""
        return next((m for m in self.memberships if m.organization_id == organization_id and m.active), None)

    def belongs_to(self, organization_id: str) -> bool:
        """Also while deactivated."""
        return any(m.organization_id == organization_id for m in self.memberships)

    def belonging_to(self, organization_id: str) -> Membership:
        for membership in self.memberships:
            if membership.organization_id == organization_id:
                return membership
        raise NotFound("There is no such user.")

    @property
    def is_deactivated(self) -> bool:
        """As a whole, or wherever they belong."""
        nowhere = bool(self.memberships) and not self.organization_ids and self.platform_role is None
        return self.closed or nowhere

    def is_hidden_from(self, actor: Actor) -> bool:
        return self.platform_role is Role.SUPER_ADMIN and actor.role not in (Role.SUPER_ADMIN, Role.PLATFORM)

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
