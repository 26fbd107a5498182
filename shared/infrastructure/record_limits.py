"""What every record store refuses, so that the embedded one does not accept what Cosmos will not."""

import re
from collections.abc import Sequence

from shared.application.ports import Change

MAX_CHANGES = 100  # operations in one Cosmos transactional batch
_FIELD = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)


def check_changes(changes: Sequence[Change]) -> None:
    """Raises ValueError: a commit as large as this is a mistake in the program, not the user's."""
    if len(changes) > MAX_CHANGES:
        raise ValueError(f"One commit holds at most {MAX_CHANGES} changes, not {len(changes)}.")


def check_field(field: str) -> str:
    """A field name, dotted where it lies deeper, goes into the text of a query. Raises ValueError."""
    if not _FIELD.fullmatch(field):
        raise ValueError(f"{field!r} is no name of a field.")
    return field
