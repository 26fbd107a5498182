"""Where records live. A partition is the unit of a commit, so what changes together shares one.

docs/decisions/0001-one-partition-a-study.md says why a study, not a patient, is the unit of clinical work.
"""

from datetime import date, datetime

ORGANIZATIONS = "platform~organizations"
USERS = "platform~users"  # users, their credentials and invitations: unique e-mail addresses need one place
AUDIT_KEYS = "platform~audit-keys"
FAILURES = "platform~failures"  # what the background gave up, and who has seen to it


def sessions_of(user_id: str) -> str:
    """A person's sessions, and the browsers they are known in."""
    return f"sessions~{user_id}"


def clients(organization_id: str) -> str:
    """Partners' systems that work in an organization."""
    return f"{organization_id}~clients"


def attempts(key: str) -> str:
    """What has failed under one key; each has its own, so that no partition is hot."""
    return f"attempts~{key}"


def departure(id: str) -> str:
    """Somebody who is at Microsoft's sign-in page; each has their own."""
    return f"departures~{id}"


def study(organization_id: str, study_uid: str) -> str:
    """Analyses, findings, report and audit lines of one study."""
    return f"{organization_id}~study~{study_uid}"


def study_in(partition: str) -> tuple[str, str] | None:
    """The organization and the study whose partition this is."""
    organization_id, kind, study_uid = [*partition.split("~", 2), "", ""][:3]
    return (organization_id, study_uid) if kind == "study" else None


def accesses(organization_id: str | None, at: datetime) -> str:
    """Audit lines of a month that belong to no study: lists, searches, what was refused."""
    return f"{organization_id}~accesses~{at:%Y-%m}" if organization_id else f"platform~visits~{at:%Y-%m}"


def audit(organization_id: str | None, month: str) -> str:
    """All audit lines of a month ("2026-11"), to read; None: those that the platform's administrators read.

    The platform's is called by another word: an organization could be named "platform".
    """
    return f"{organization_id}~audit~{month}" if organization_id else f"platform~journal~{month}"


def brought(organization_id: str) -> str:
    """Audit lines that stood in chains of another installation's platform, before it was imported."""
    return f"{organization_id}~brought"


def worklist(organization_id: str) -> str:
    """The organization's studies that wait for something: as many as there is open work."""
    return f"{organization_id}~worklist"


def openings(organization_id: str, study_date: date | None) -> str:
    """Who opened which study first; one for each month of study dates, so that none grows for ever."""
    return (
        f"{organization_id}~openings~{study_date:%Y-%m}"
        if study_date
        else f"{organization_id}~openings~undated"
    )


def kept(organization_id: str) -> str:
    """What copies there are of an organization's series."""
    return f"{organization_id}~kept"


def measured(organization_id: str) -> str:
    """Which of an organization's studies have measurements: searches for studies count them."""
    return f"{organization_id}~measured"


def patients(organization_id: str) -> str:
    """Everybody whom an organization has registered or opened: an MRN is there once."""
    return f"{organization_id}~patients"
