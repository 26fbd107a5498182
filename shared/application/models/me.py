"""The signed-in person, as the portal needs them."""

from dataclasses import replace
from datetime import datetime
from typing import Literal, Self

from shared.application.models.emergency import EmergencyView
from shared.domain.access import Permission, Role
from shared.domain.entity import Value
from shared.domain.menus import menus_of
from shared.domain.organization import Organization
from shared.domain.user import User

INTENDED_USE = {
    "en": "imagini is not for primary diagnosis. AI findings are suggestions; a radiologist decides.",
    "es": "imagini no es para el diagnóstico primario. La IA solo sugiere hallazgos; decide un radiólogo.",
}


class Person(Value):
    id: str
    email: str
    first_name: str
    last_name: str
    initials: str
    language: Literal["en", "es"]


class Workplace(Value):
    id: str
    display_name: str
    role: Role


class OpenSession(Value):
    """A browser in which somebody is signed in."""

    id: str
    opened_at: datetime
    seen_at: datetime
    address: str
    browser: str
    system: str
    remember: bool
    current: bool


class Me(Value):
    user: Person
    platform_role: Role | None
    organization: Workplace | None  # where they work at the moment
    organizations: list[Workplace]
    menus: list[str]
    may: list[Permission]  # there; the portal shows no button that would only be refused
    second_factor_needed: bool  # before anything else is answered
    emergency: EmergencyView | None  # patients' data that are open to them for a while
    notice: str

    @classmethod
    def of(
        cls,
        user: User,
        current: str | None,
        organizations: list[Organization],
        second_factor_needed: bool,
        emergency: EmergencyView | None = None,
    ) -> Self:
        names = {organization.id: organization.display_name for organization in organizations}
        workplaces = [
            Workplace(
                id=m.organization_id,
                display_name=names.get(m.organization_id, m.organization_id),
                role=m.role,
            )
            for m in user.memberships
            if m.active
        ]
        actor = user.acting_in(current)
        here = next((w for w in workplaces if w.id == current), None)
        if emergency:
            actor = replace(actor, organization_id=emergency.organization_id, emergency=True)
            here = Workplace(
                id=emergency.organization_id, display_name=emergency.display_name, role=actor.role
            )
        return cls(
            user=Person(
                id=user.id,
                email=user.email,
                first_name=user.first_name,
                last_name=user.last_name,
                initials=user.initials,
                language=user.language,
            ),
            platform_role=user.platform_role,
            organization=here,
            organizations=workplaces,
            menus=menus_of(actor),
            may=sorted(actor.granted),
            second_factor_needed=second_factor_needed,
            emergency=emergency,
            notice=INTENDED_USE[user.language],
        )
