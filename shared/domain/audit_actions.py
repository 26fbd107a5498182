"""What the audit calls what people do. An action is `thing.deed`; the thing says which group it is in."""

from enum import StrEnum


class Group(StrEnum):
    PATIENTS = "patients"  # somebody's health: only the organization itself reads these
    PEOPLE = "people"
    SIGN_IN = "sign_in"
    ORGANIZATION = "organization"
    EMERGENCY = "emergency"
    AUDIT = "audit"


THINGS: dict[str, Group] = {
    "user": Group.PEOPLE,
    "invitation": Group.PEOPLE,
    "member": Group.PEOPLE,
    "session": Group.SIGN_IN,
    "password": Group.SIGN_IN,
    "second_factor": Group.SIGN_IN,
    "identity": Group.SIGN_IN,
    "organization": Group.ORGANIZATION,
    "source": Group.ORGANIZATION,
    "settings": Group.ORGANIZATION,
    "client": Group.ORGANIZATION,
    "system": Group.ORGANIZATION,
    "emergency": Group.EMERGENCY,
    "audit": Group.AUDIT,
}
ABOUT_AN_ORGANIZATION = frozenset(
    {"organization", "source", "settings", "client", "invitation", "member", "emergency"}
)


def thing_of(action: str) -> str:
    return action.partition(".")[0]


def group_of(action: str) -> Group:
    """Whatever is not known to be harmless is about patients."""
    return THINGS.get(thing_of(action), Group.PATIENTS)
