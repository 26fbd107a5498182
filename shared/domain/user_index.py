"""What lists of people are searched, filtered and sorted by: it follows from the person, stored with them."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from shared.domain.access import RANKS, Role
from shared.domain.membership import Membership

SORTS = ("first_name", "last_name", "email", "role", "organization")
FIELDS = frozenset(
    {f"index.{sort}" for sort in SORTS}
    | {"index.words", "index.organizations", "index.roles", "index.places", "index.concealed"}
)


def folded(text: str) -> str:
    """Without case and accents: Álvarez is found by alvarez, and stands among the As."""
    plain = unicodedata.normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def place(organization_id: str, role: Role) -> str:
    """To search for a role in an organization."""
    return f"{organization_id}/{role}"


def index_of(
    first_name: str, last_name: str, email: str, platform_role: Role | None, memberships: Sequence[Membership]
) -> dict[str, Any]:
    roles: list[Role] = [m.role for m in memberships]
    first = platform_role or next(iter(roles), Role.MEMBER)
    organizations = [m.organization_id for m in memberships]
    return {
        "words": folded(f"{first_name} {last_name} {email}"),
        "first_name": folded(first_name),
        "last_name": folded(last_name),
        "email": email,
        "role": RANKS.index(first),
        "organization": next(iter(organizations), ""),
        "organizations": organizations,
        "roles": sorted({*roles, *([platform_role] if platform_role else [])}),
        "places": [place(m.organization_id, m.role) for m in memberships],
        "concealed": platform_role is Role.SUPER_ADMIN,
    }
