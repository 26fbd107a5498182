"""Who did what to which patient's data: one append-only line, in the same commit as what it records.

The lines of a partition form a chain (audit_chain.py). docs/decisions/0006-the-audit.md says why, and which
copies there are.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal, NamedTuple

from shared.domain.access import Actor
from shared.domain.audit_actions import ABOUT_AN_ORGANIZATION, Group, group_of, thing_of
from shared.domain.entity import Body, Entity, Upgrade

type Outcome = Literal["granted", "denied"]


class Disclosure(NamedTuple):
    """What a message asks to see: the action's name, and whom it is about, where the message says so."""

    action: str
    study_uid: str = ""
    mrn: str = ""

    @classmethod
    def of(cls, action: str, fields: Mapping[str, Any]) -> "Disclosure":
        """By the names that messages and paths give to studies, patients and findings."""
        study = fields.get("study_uid") or str(fields.get("finding_id", "")).partition("_")[0]
        return cls(action, study, fields.get("mrn") or "")


def _lines_form_chains(body: Body) -> Body:
    action = body["action"]
    organization = body["target"] if thing_of(action) in ABOUT_AN_ORGANIZATION else None
    return body | {"group": group_of(action), "organization_id": organization}


class AuditLine(Entity):
    """Never changed once it is stored, not even into a newer shape: its seal would break."""

    kind: ClassVar[str] = "audit"
    is_rewritten: ClassVar[bool] = False
    searchable: ClassVar[frozenset[str]] = frozenset(
        {
            "at",
            "actor_id",
            "actor_name",
            "action",
            "group",
            "outcome",
            "patient",
            "emergency",
            "organization_id",
            "number",
        }
    )
    upgrades: ClassVar[tuple[Upgrade, ...]] = (_lines_form_chains,)

    at: datetime
    actor_id: str
    actor_name: str
    actor_role: str = ""
    organization_id: str | None = None  # whose audit it belongs to; None: the platform's
    action: str
    group: Group
    target: str
    detail: str = ""
    patient: str = ""  # the MRN, never a name
    study_uid: str = ""
    outcome: Outcome = "granted"
    emergency: bool = False  # done while emergency access was open
    address: str = ""  # the IP address they called from, where it is known
    location: str = ""  # and roughly where that is
    number: int = 0  # in its chain, from 1; 0: written before there were chains
    previous: str = ""  # the seal of the line before
    seal: str = ""

    @classmethod
    def of(
        cls, actor: Actor, action: str, target: str, at: datetime, detail: str = "", **more: Any
    ) -> "AuditLine":
        organization = target if thing_of(action) in ABOUT_AN_ORGANIZATION else actor.organization_id
        given: dict[str, Any] = {
            "organization_id": organization,
            "emergency": actor.emergency,
            "address": actor.address,
        }
        return cls(
            at=at,
            actor_id=actor.id,
            actor_name=actor.name,
            actor_role=actor.role,
            action=action,
            group=group_of(action),
            target=target,
            detail=detail,
            **(given | more),
        )


class AuditEntry(AuditLine):
    """A line as it is listed for its readers, copied from the chain that holds it. Its id is the line's."""

    kind: ClassVar[str] = "audit-entry"

    chain: str  # the partition of the line
