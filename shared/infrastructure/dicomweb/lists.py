"""What a PACS answers with in JSON, mostly lists of data sets: neither too much of it nor too deep."""

import json
import re
from typing import Any

from shared.application.dicom.source import DicomJson
from shared.imaging.limits import MAX_DEPTH
from shared.infrastructure.dicomweb.remarks import trouble

JSON = "application/dicom+json"
NO_CONTENT = 204
MOST = 2_000_000  # lists, objects and what is in them; each takes a hundred bytes, whatever it took before
PLAIN = frozenset({str, int, float, bool, type(None)})
HALF_A_LETTER = re.compile(rb"\\u[dD][89a-fA-F]")


def parsed(body: bytes) -> Any:
    """Raises Unavailable for what is no JSON, or would fill the memory."""
    if sum(map(body.count, (b"{", b"[", b","))) > MOST:
        raise trouble("too-much")
    try:
        found = json.loads(body, parse_constant=_no_number)
        if HALF_A_LETTER.search(body):
            json.dumps(found, ensure_ascii=False).encode()  # raises UnicodeEncodeError for half a pair
    except (ValueError, RecursionError) as error:
        raise trouble("not-dicomweb") from error
    return found


def data_sets(body: bytes) -> list[DicomJson]:
    """Raises Unavailable for what is no list of data sets."""
    found = parsed(body) if body.strip() else []
    if not isinstance(found, list) or not all(_is_data_set(one, 0) for one in found):
        raise trouble("not-dicomweb")
    return found


def _no_number(_: str) -> None:
    """NaN and infinities are no JSON, and browsers refuse the whole for them."""


def _is_data_set(found: Any, depth: int) -> bool:
    return isinstance(found, dict) and all(_is_attribute(one, depth) for one in found.values())


def _is_attribute(found: Any, depth: int) -> bool:
    """Its values are plain, names of people, or data sets again; beside them nothing is nested."""
    if not isinstance(found, dict):
        return False
    values = found.get("Value") or ()
    if not isinstance(values, list | tuple):
        return False
    for value in values:
        if type(value) not in PLAIN and not _is_nested(found, value, depth):
            return False
    return all(type(part) in PLAIN for name, part in found.items() if name != "Value")


def _is_nested(attribute: dict[str, Any], value: Any, depth: int) -> bool:
    if attribute.get("vr") == "SQ":
        return depth < MAX_DEPTH and _is_data_set(value, depth + 1)
    return isinstance(value, dict) and all(type(part) in PLAIN for part in value.values())
