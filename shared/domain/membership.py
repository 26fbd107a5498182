"""That somebody works in an organization, and as what."""

from typing import Literal

from shared.domain.access import Role
from shared.domain.entity import Value


class Membership(Value):
    organization_id: str
    role: Literal[Role.MEMBER, Role.ORG_ADMIN]
    active: bool = True  # not: deactivated, and remembered
