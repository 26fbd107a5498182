"""Where records live. A partition is the unit of a commit, so what changes together shares one.

docs/decisions/0001-one-partition-a-study.md says why a study, not a patient, is the unit of clinical work.
"""

ORGANIZATIONS = "platform~organizations"
USERS = "platform~users"  # users, their credentials and invitations: unique e-mail addresses need one place


def sessions_of(user_id: str) -> str:
    """A person's sessions, and the browsers they are known in."""
    return f"sessions~{user_id}"


def attempts(key: str) -> str:
    """What has failed under one key; each has its own, so that no partition is hot."""
    return f"attempts~{key}"


def study(organization_id: str, study_uid: str) -> str:
    """Analyses, findings, report and audit lines of one study."""
    return f"{organization_id}~study~{study_uid}"
