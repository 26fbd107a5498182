"""What lists of people are searched, filtered and sorted by: it follows from the person, stored with them."""

import unicodedata
from typing import TYPE_CHECKING, Any

from shared.domain.access import RANKS, Role

if TYPE_CHECKING:
    from shared.domain.user import User

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


def index_of(user: "User") -> dict[str, Any]:
    roles = [m.role for m in user.memberships]
    first = user.platform_role or next(iter(roles), Role.MEMBER)
    organizations = [m.organization_id for m in user.memberships]
    return {
        "words": folded(f"{user.first_name} {user.last_name} {user.email}"),
        "first_name": folded(user.first_name),
        "last_name": folded(user.last_name),
        "email": user.email,
        "role": RANKS.index(first),
        "organization": next(iter(organizations), ""),
        "organizations": organizations,
        "roles": sorted({*roles, *([user.platform_role] if user.platform_role else [])}),
        "places": [place(m.organization_id, m.role) for m in user.memberships],
        "concealed": user.platform_role is Role.SUPER_ADMIN,
    }
