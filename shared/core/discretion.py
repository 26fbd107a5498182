"""Logs hold no patient's data: no words of errors that nobody has foreseen, no remarks of libraries."""

import logging
import warnings

from shared.domain.errors import DomainError

REMARKING = "pydicom"  # says what is wrong in a file by quoting it


class Unforeseen(Exception):
    """An error by its kind alone; its traceback leads to where it happened."""


class Unreadable(ValueError):
    """A message that is none of ours."""


def wordless(error: Exception) -> Exception:
    """As it may be logged. What the house says itself, for people to read, stays as it is."""
    if isinstance(error, DomainError | Unreadable):
        return error
    return Unforeseen(type(error).__name__).with_traceback(error.__traceback__)


def hush() -> None:
    """Once a process, before it reads files."""
    logging.getLogger(REMARKING).disabled = True
    warnings.filterwarnings("ignore", category=UserWarning, module=rf"({REMARKING}|shared)\b")
