"""Who is asking, and what they may do: one policy table, deny by default."""

from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.errors import Forbidden, NotFound, Unauthenticated


class Permission(StrEnum):
    SIGN_IN = "session.open"
    READ_STATUS = "status.read"
    MANAGE_SELF = "self.manage"
    READ_PATIENTS = "patients.read"
    STORE_STUDIES = "studies.store"
    RUN_ANALYSES = "analyses.run"
    DECIDE_FINDINGS = "findings.decide"
    WRITE_REPORTS = "reports.write"
    ACCEPT_INVITATION = "invitation.accept"
    MANAGE_PEOPLE = "people.manage"
    CONFIGURE_ORGANIZATION = "organization.configure"
    MANAGE_PLATFORM = "platform.manage"
    WORK_IN_BACKGROUND = "background.work"


class Role(StrEnum):
    SUPER_ADMIN = "super_admin"
    APP_ADMIN = "app_admin"
    ORG_ADMIN = "org_admin"
    MEMBER = "member"
    ANONYMOUS = "anonymous"
    PLATFORM = "platform"


RANKS = (Role.ANONYMOUS, Role.MEMBER, Role.ORG_ADMIN, Role.APP_ADMIN, Role.SUPER_ADMIN, Role.PLATFORM)
EVERYBODY = frozenset({Permission.SIGN_IN, Permission.READ_STATUS, Permission.ACCEPT_INVITATION})
SIGNED_IN = EVERYBODY | {Permission.MANAGE_SELF}
READING = SIGNED_IN | {
    Permission.READ_PATIENTS,
    Permission.STORE_STUDIES,
    Permission.RUN_ANALYSES,
    Permission.DECIDE_FINDINGS,
    Permission.WRITE_REPORTS,
}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ANONYMOUS: EVERYBODY,
    Role.MEMBER: READING,
    Role.ORG_ADMIN: READING | {Permission.CONFIGURE_ORGANIZATION, Permission.MANAGE_PEOPLE},
    Role.APP_ADMIN: SIGNED_IN
    | {
        Permission.MANAGE_PLATFORM,
        Permission.CONFIGURE_ORGANIZATION,
        Permission.MANAGE_PEOPLE,
    },
    Role.SUPER_ADMIN: frozenset(Permission) - {Permission.WORK_IN_BACKGROUND},
    Role.PLATFORM: frozenset(Permission),
}
UNBOUND = frozenset({Role.APP_ADMIN, Role.SUPER_ADMIN, Role.PLATFORM})


@dataclass(frozen=True)
class Actor:
    """A person, a partner system, or the platform itself, at the moment of asking."""

    id: str
    name: str
    role: Role
    organization_id: str | None = None  # None: not at work in any organization
    session_id: str | None = None
    unnoted: bool = False  # nobody has written for a while that this session is in use
    address: str = ""  # the IP address they call from, where it is known
    owes_second_factor: bool = False  # an administrator where one is asked for, without
    device: str = field(default="", repr=False)  # the secret that their browser is recognized by

    def must(self, permission: Permission, organization_id: str | None) -> None:
        """Raise unless this actor holds the permission, and holds it in that organization."""
        if permission not in GRANTS[self.role]:
            if self.role is Role.ANONYMOUS:
                raise Unauthenticated("Please sign in.")
            raise Forbidden("Your role does not allow this.")
        if self.owes_second_factor and permission not in SIGNED_IN:
            raise Forbidden(
                "Your organization asks its administrators for a second factor. Set yours up first.",
                "second-factor-needed",
            )
        if organization_id not in (None, self.organization_id) and self.role not in UNBOUND:
            raise NotFound("There is no such organization.")  # not found and not yours are the same answer

    def must_reach(self, role: Role) -> None:
        """Raise Forbidden where somebody of this role stands above the actor."""
        if RANKS.index(role) > RANKS.index(self.role):
            raise Forbidden("This person's role is above yours.")

    @property
    def confined_to(self) -> str | None:
        """The one organization whose people this actor sees; None: everybody's."""
        return None if self.role in UNBOUND else self.organization_id


ANONYMOUS = Actor(id="anonymous", name="", role=Role.ANONYMOUS)
PLATFORM = Actor(id="platform", name="imagini", role=Role.PLATFORM)
