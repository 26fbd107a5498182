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
    MANAGE_PATIENTS = "patients.manage"
    MANAGE_PEOPLE = "people.manage"
    CONFIGURE_ORGANIZATION = "organization.configure"
    MANAGE_PLATFORM = "platform.manage"
    OPEN_EMERGENCY = "emergency.open"
    READ_AUDIT = "audit.read"
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
CLINICAL = frozenset(
    {
        Permission.READ_PATIENTS,
        Permission.STORE_STUDIES,
        Permission.RUN_ANALYSES,
        Permission.DECIDE_FINDINGS,
        Permission.WRITE_REPORTS,
    }
)
READING = SIGNED_IN | CLINICAL
ADMINISTRATION = {Permission.CONFIGURE_ORGANIZATION, Permission.MANAGE_PEOPLE, Permission.READ_AUDIT}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ANONYMOUS: EVERYBODY,
    Role.MEMBER: READING,
    Role.ORG_ADMIN: READING | ADMINISTRATION | {Permission.MANAGE_PATIENTS},
    Role.APP_ADMIN: SIGNED_IN | ADMINISTRATION | {Permission.MANAGE_PLATFORM, Permission.OPEN_EMERGENCY},
    Role.SUPER_ADMIN: frozenset(Permission)
    - CLINICAL
    - {Permission.MANAGE_PATIENTS, Permission.WORK_IN_BACKGROUND},
    Role.PLATFORM: frozenset(Permission),
}
IN_EMERGENCY: dict[Role, frozenset[Permission]] = {  # more, while they have emergency access
    Role.APP_ADMIN: frozenset({Permission.READ_PATIENTS}),
    Role.SUPER_ADMIN: CLINICAL,
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
    emergency: bool = False  # they have emergency access to the organization they are at work in
    scopes: frozenset[Permission] | None = None  # of a partner's system: no more than these; None: a person
    owes_second_factor: bool = False  # an administrator where one is asked for, without
    device: str = field(default="", repr=False)  # the secret that their browser is recognized by
    user_agent: str = field(default="", repr=False)  # what their browser calls itself

    @property
    def public_name(self) -> str:
        """As those who receive something see it: who runs the whole platform is not shown to its users."""
        return PLATFORM.name if self.role is Role.SUPER_ADMIN else self.name

    def must(self, permission: Permission, organization_id: str | None) -> None:
        """Raise unless this actor holds the permission, and holds it in that organization."""
        if permission not in self.granted:
            if self.role is Role.ANONYMOUS:
                raise Unauthenticated("Please sign in.")
            raise Forbidden("Your role does not allow this.")
        if self.owes_second_factor and permission not in SIGNED_IN:
            raise Forbidden(
                "Your organization asks its administrators for a second factor. Set yours up first.",
                "second-factor-needed",
            )
        if organization_id not in (None, self.organization_id) and not self._reaches_others(permission):
            raise NotFound("There is no such organization.")  # not found and not yours are the same answer

    @property
    def granted(self) -> frozenset[Permission]:
        more = IN_EMERGENCY.get(self.role) if self.emergency else None
        granted = GRANTS[self.role] | (more or frozenset())
        return granted if self.scopes is None else granted & (self.scopes | EVERYBODY)

    def _reaches_others(self, permission: Permission) -> bool:
        """Patients' data of one organization open nobody another's."""
        return self.role is Role.PLATFORM or (self.role in UNBOUND and permission not in CLINICAL)

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
