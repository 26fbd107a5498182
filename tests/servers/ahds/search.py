"""QIDO-RS: exact matches, newest first, at most 200 at a time; 204 for nothing."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.servers.ahds.asked import LEVELS, Asked
from tests.servers.ahds.attributes import (
    COUNTED,
    DEFAULT,
    FUZZY,
    MODALITIES,
    OTHER,
    RANGED,
    SERIES_COUNT,
    STUDY_COUNT,
)
from tests.servers.ahds.holdings import Held, Holdings, Json
from tests.servers.ahds.refusal import not_acceptable

JSON = "application/dicom+json"
UID_OF = {"studies": "0020000D", "series": "0020000E", "instances": "00080018"}


async def answer(request: Request, holdings: Holdings) -> Response:
    if request.headers.get("accept", "*/*") not in (JSON, "*/*"):
        raise not_acceptable()
    asked = Asked.of(request)
    found = [row for row in _rows(asked, holdings.newest_first()) if _meets(row, asked)]
    page = found[asked.offset : asked.offset + asked.limit]
    if not page:
        return Response(status_code=204)
    return JSONResponse([_shown(row, asked) for row in page], media_type=JSON)


def _rows(asked: Asked, held: list[Held]) -> Iterator[Json]:
    """Each thing of the level once, as its newest instance describes it."""
    groups: dict[tuple[str, ...], list[Held]] = {}
    for one in held:
        if all(one.text(tag) == uid for tag, uid in asked.within.items()):
            names = (UID_OF[level] for level in LEVELS[: LEVELS.index(asked.level) + 1])
            groups.setdefault(tuple(one.text(tag) for tag in names), []).append(one)
    for group in groups.values():
        modalities = sorted({one.text("00080060") for one in group})
        yield group[0].metadata | {
            MODALITIES: {"vr": "CS", "Value": modalities},
            STUDY_COUNT: {"vr": "IS", "Value": [len(group)]},
            SERIES_COUNT: {"vr": "IS", "Value": [len(group)]},
        }


def _meets(row: Json, asked: Asked) -> bool:
    return all(_matches(row.get(tag, {}), tag, wanted, asked.fuzzy) for tag, wanted in asked.filters.items())


def _matches(element: Json, tag: str, wanted: str, fuzzy: bool) -> bool:
    for value in element.get("Value", ()):
        if tag in RANGED:
            low, dash, high = wanted.partition("-")
            if (value == low) if not dash else (low or "0") <= value <= (high or "9"):
                return True
        elif element["vr"] == "PN":
            name = _plain(value.get("Alphabetic", ""))
            words = name.replace("^", " ").replace("=", " ").split()
            if fuzzy and tag in FUZZY:
                return all(any(w.startswith(part) for w in words) for part in _plain(wanted).split())
            return name == _plain(wanted)
        elif str(value).casefold() == wanted.casefold():
            return True
    return False


def _plain(name: str) -> str:
    """Without case and accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _shown(row: Json, asked: Asked) -> dict[str, Any]:
    given = set(asked.filters) | set(asked.within)
    for level in asked.levels:
        others = OTHER[level] | COUNTED[asked.level]
        given |= DEFAULT[level] | (others if "all" in asked.include else others & asked.include)
    return {tag: element for tag, element in row.items() if tag in given}
