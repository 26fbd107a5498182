"""Whether a row meets a query (PS3.4 C.2.2.2): exact, wildcard, range, list of UIDs, and names."""

import re

from shared.application.dicom.attributes import Attribute
from shared.application.dicom.source import DicomJson
from shared.application.models.dicom_rows import name, values

RANGED = frozenset({"DA", "TM", "DT"})
WILD = re.compile(r"[*?]")


def matches(row: DicomJson, attribute: Attribute, wanted: str, fuzzy: bool = False) -> bool:
    """An empty query matches everything; a missing value, nothing else."""
    if wanted in ("", "*"):
        return True
    tag, vr = attribute
    if vr == "PN":
        return _matches_name(name(row, tag), wanted, fuzzy)
    found = [str(value).strip() for value in values(row, tag)]
    if vr in RANGED:
        return any(_in_range(value, wanted) for value in found)
    if vr == "UI":
        return not set(uids(wanted)).isdisjoint(found)
    return any(_like(wanted).fullmatch(value) for value in found)


def uids(wanted: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,\\]", wanted)]


def literal(wanted: str) -> str:
    """The longest part of a query that every match contains."""
    return max(WILD.split(wanted), key=len)


def is_plain(wanted: str) -> bool:
    return bool(wanted) and not WILD.search(wanted)


def earliest(wanted: str) -> str:
    """The lower end of a query for a date; empty where it has none."""
    return wanted.partition("-")[0]


def _in_range(value: str, wanted: str) -> bool:
    low, dash, high = wanted.partition("-")
    if not value:
        return False
    if not dash:
        return value.startswith(wanted)
    return (not low or value >= low) and (not high or value[: len(high)] <= high)


def _like(wanted: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Between stars the shortest match is as good as any, so none is tried twice: "*a*a*a*b" is quick."""
    first, *others = (
        "".join("." if letter == "?" else re.escape(letter) for letter in part) for part in wanted.split("*")
    )
    middle = "".join(f"(?>.*?{part})" for part in others[:-1])
    last = f".*{others[-1]}" if others else ""
    return re.compile(first + middle + last, flags | re.DOTALL)


def _matches_name(found: str, wanted: str, fuzzy: bool) -> bool:
    """Case does not count. Fuzzy: every word begins some part of the name."""
    if not found:
        return False
    if fuzzy:
        parts = re.split(r"[\^\s,]+", found.lower())
        words = [word for word in re.split(r"[\^\s,*]+", wanted.lower()) if word]
        return all(any(part.startswith(word) for part in parts) for word in words)
    return bool(_like(wanted.rstrip("^"), re.IGNORECASE).fullmatch(found.rstrip("^")))
