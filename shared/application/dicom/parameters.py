"""The query parameters of DICOMweb (PS3.18 8.3), read with suspicion."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from shared.application.dicom.attributes import BY_KEYWORD, EVERYTHING
from shared.application.dicom.source import Rendering, Search
from shared.domain.errors import RuleBroken

TAG = re.compile(r"[0-9A-Fa-f]{8}", re.ASCII)
KEYWORD = re.compile(r"[A-Z][0-9A-Za-z]{1,63}", re.ASCII)
NATURAL = re.compile(r"[0-9]{1,9}", re.ASCII)
BEST = 100  # quality of a JPEG
HUGE = 1e9  # no window is as wide
LONGEST = 1024  # characters of a value
LARGEST_SIDE = 8192  # pixels of a picture
IGNORED = frozenset({"accept", "charset", "emptyvaluematching"})
PAGING = frozenset({"limit", "offset"})
type Level = Literal["studies", "series", "instances"]


def search_of(
    level: Level,
    given: Iterable[tuple[str, str]],
    study_uid: str | None = None,
    series_uid: str | None = None,
) -> Search:
    """Raises RuleBroken."""
    filters: dict[str, str] = {}
    include: list[str] = []
    paging: dict[str, int] = {}
    fuzzy = False
    for name, value in given:
        if len(value) > LONGEST or not value.isprintable():
            raise RuleBroken(f"The value of {name[:64]} cannot be searched for.")
        if name in PAGING:
            paging[name] = _natural(name, value)
        elif name == "fuzzymatching":
            fuzzy = value.lower() == "true"
        elif name == "includefield":
            include += [_included(field) for field in value.split(",") if field]
        elif name.lower() not in IGNORED:
            filters[_field(name)] = value
    found = Search(level, filters, study_uid, series_uid, tuple(include), fuzzy)
    return found._replace(offset=paging.get("offset", 0), limit=paging.get("limit"))


def rendering_of(given: Mapping[str, str]) -> Rendering:
    """Raises RuleBroken."""
    viewport, window = given.get("viewport"), given.get("window")
    quality = _natural("quality", given.get("quality", "90"))
    if not 1 <= quality <= BEST:
        raise RuleBroken("The quality of a picture goes from 1 to 100.")
    return Rendering(_viewport(viewport) if viewport else None, _window(window) if window else None, quality)


def _viewport(given: str) -> tuple[int, int]:
    width, _, height = given.partition(",")
    sides = _natural("viewport", width), _natural("viewport", height.partition(",")[0])
    if not all(1 <= side <= LARGEST_SIDE for side in sides):
        raise RuleBroken(f"The sides of a picture go from 1 to {LARGEST_SIDE} pixels.")
    return sides


def _window(given: str) -> tuple[float, float]:
    centre, _, rest = given.partition(",")
    try:
        window = float(centre), float(rest.partition(",")[0])
    except ValueError as error:
        raise RuleBroken("A window is a centre and a width: window=40,400,linear") from error
    if not (abs(window[0]) < HUGE and 0 < window[1] < HUGE):  # also refuses "nan"
        raise RuleBroken("A window is a centre and a width: window=40,400,linear")
    return window


def _natural(name: str, given: str) -> int:
    if not NATURAL.fullmatch(given):
        raise RuleBroken(f"{name} has to be a number.")
    return int(given)


def _included(spelt: str) -> str:
    return EVERYTHING if spelt.lower() == EVERYTHING else _field(spelt)


def _field(spelt: str) -> str:
    """As a tag, where it is known; servers disagree on keywords."""
    if spelt in BY_KEYWORD:
        return BY_KEYWORD[spelt].tag
    if TAG.fullmatch(spelt):
        return spelt.upper()
    if KEYWORD.fullmatch(spelt):
        return spelt
    raise RuleBroken(f"{spelt[:64]!r} is no attribute that can be searched by.")
