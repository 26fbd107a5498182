"""Logs hold no patient's data: no words of errors that nobody has foreseen, no remarks of libraries."""

import logging
import re
import warnings

from shared.domain.errors import DomainError

REMARKING = "pydicom"  # says what is wrong in a file by quoting it
CALLING = "azure"  # says what it asks for: names of blobs hold studies' UIDs
QUERY = re.compile(r"(?<=[\w/.])\?[\w%.-]+=[^\s\"'<>]*")  # of an address: a search names patients
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
UID = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+){5,}|2\.25\.\d{8,}(?:\.\d+)*)(?!\.?\w)")  # of a study, say
BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")


class Unforeseen(Exception):
    """An error by its kind alone; its traceback leads to where it happened."""


class Unreadable(ValueError):
    """A message that is none of ours."""


def wordless(error: Exception) -> Exception:
    """As it may be logged. What the house says itself, for people to read, stays as it is."""
    if told(error):
        return error
    return Unforeseen(type(error).__name__).with_traceback(error.__traceback__)


def kind_of(error: BaseException) -> str:
    return str(error) if isinstance(error, Unforeseen) else type(error).__name__


def told(error: BaseException) -> bool:
    """Whether its words are the house's own."""
    return isinstance(error, DomainError | Unreadable)


def discreet(text: str) -> str:
    """The last line of defence, for words of libraries: what is known by its shape is left out."""
    text = QUERY.sub("?…", text)
    text = BEARER.sub(r"\1 …", text)
    text = E_MAIL.sub("…@…", text)
    return UID.sub("(uid)", text)


def hush() -> None:
    """Once a process, before it reads files."""
    logging.getLogger(CALLING).setLevel(logging.WARNING)
    logging.getLogger(REMARKING).disabled = True
    warnings.filterwarnings("ignore", category=UserWarning, module=rf"({REMARKING}|shared)\b")
