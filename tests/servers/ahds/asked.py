"""What a search asks for, read strictly."""

import re
from typing import NamedTuple

from pydicom.datadict import tag_for_keyword
from starlette.requests import Request

from tests.servers.ahds.attributes import RANGED, SEARCHED
from tests.servers.ahds.refusal import bad

MOST, USUAL = 200, 100
LEVELS = ("studies", "series", "instances")
TAG = re.compile(r"[0-9A-Fa-f]{8}")
DAY = re.compile(r"\d{8}")


class Asked(NamedTuple):
    level: str
    levels: tuple[str, ...]  # whose attributes are given and searched by
    within: dict[str, str]  # what the path names
    filters: dict[str, str]
    include: frozenset[str]
    fuzzy: bool
    limit: int
    offset: int

    @classmethod
    def of(cls, request: Request) -> "Asked":
        level = request.url.path.rpartition("/")[2]
        named = request.path_params
        levels = LEVELS[sum(key in named for key in ("study", "series")) : LEVELS.index(level) + 1]
        filters, once, include = dict[str, str](), dict[str, str](), set[str]()
        for key, value in request.query_params.multi_items():
            if key == "includefield":
                include |= {"all"} if value == "all" else {_tag(one) for one in value.split(",")}
            elif key in once or key in filters:
                raise bad(f"The query parameter {key} is given twice.")
            elif key in ("limit", "offset", "fuzzymatching"):
                once[key] = value
            else:
                filters[_searched(_tag(key), value, levels)] = value
        if once.get("fuzzymatching", "false").lower() not in ("true", "false"):
            raise bad("fuzzymatching is true or false.")
        within = {{"study": "0020000D", "series": "0020000E"}[key]: uid for key, uid in named.items()}
        limit = _number(once.get("limit", str(USUAL)), 1, MOST)
        offset = _number(once.get("offset", "0"), 0, 2**31)
        fuzzy = once.get("fuzzymatching", "").lower() == "true"
        return cls(level, levels, within, filters, frozenset(include), fuzzy, limit, offset)


def _tag(spelt: str) -> str:
    if TAG.fullmatch(spelt):
        return spelt.upper()
    if (tag := tag_for_keyword(spelt)) is None:
        raise bad(f"{spelt} is no attribute.")
    return f"{tag:08X}"


def _searched(tag: str, value: str, levels: tuple[str, ...]) -> str:
    if not any(tag in SEARCHED[level] for level in levels):
        raise bad(f"The query parameter {tag} isn't supported for this resource.")
    if not value:
        raise bad("Searching for an empty text isn't supported.")
    if tag in RANGED:
        days = value.split("-")
        if len(days) > 2 or not any(days) or not all(DAY.fullmatch(day) for day in days if day):
            raise bad(f"{value} is no date, and no range of dates.")
    return tag


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise bad(f"{text} isn't between {least} and {most}.")
    return int(text)
