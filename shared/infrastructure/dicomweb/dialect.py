"""How one PACS is to be asked: what its connection check found, and what is learnt of it on the way.

What it does not search by is left out of what it is asked, and looked at here.
"""

from shared.application.dicom.attributes import (
    BY_KEYWORD,
    BY_TAG,
    EVERYTHING,
    SERIES,
    STUDY,
    UP_TO,
    Attribute,
)
from shared.application.dicom.matching import WILD, matches
from shared.application.dicom.source import DicomJson, Search
from shared.domain.errors import Unavailable
from shared.domain.source_check import Capabilities

WILDCARDS = frozenset({"LO", "SH", "PN", "CS"})  # value representations
NO_TEXT = Attribute("", "")
ANYTHING = frozenset({"", "*"})
CORE = frozenset(  # what every server searches by (PS3.18 table 10.6.1-5)
    STUDY[keyword].tag
    for keyword in ("StudyDate", "AccessionNumber", "PatientName", "PatientID", "StudyInstanceUID")
) | {SERIES["Modality"].tag, SERIES["SeriesInstanceUID"].tag, "00080018"}


class Dialect:
    def __init__(self, known: Capabilities | None = None) -> None:
        """None, here and below: not known yet."""
        self.wildcards = known.wildcard if known else None
        self.pages = known.paging if known else None
        self.sizes_pictures: bool | None = None
        self._gives_all = True  # to who asks for that in one word
        self._declined: set[tuple[str, str]] = set()  # levels, and tags that are not searched by there

    def split(self, search: Search) -> tuple[Search, dict[str, str]]:
        """What the PACS is asked, and the filters that are kept here, by tag."""
        tagged = {tag_of(spelt): spelt for spelt in search.filters}
        kept = {
            tag: search.filters[spelt] for tag, spelt in tagged.items() if self._is_kept(search, tag, spelt)
        }
        sent = {spelt: search.filters[spelt] for tag, spelt in tagged.items() if tag not in kept}
        names = any(BY_TAG.get(tag_of(spelt), NO_TEXT).vr == "PN" for spelt in sent)
        include = tuple(dict.fromkeys((*self._included(search), *kept)))
        return search._replace(filters=sent, include=include, fuzzy=search.fuzzy and names), kept

    def _included(self, search: Search) -> tuple[str, ...]:
        """Everything is also named: what servers take it for differs."""
        if EVERYTHING not in search.include:
            return search.include
        named = (attribute.tag for attribute in UP_TO[search.level].values())
        told = (tag for tag in search.include if tag != EVERYTHING or self._gives_all)
        return *told, *named

    def _is_kept(self, search: Search, tag: str, spelt: str) -> bool:
        wanted, kind = search.filters[spelt], BY_TAG.get(tag, NO_TEXT).vr
        if (search.level, tag) in self._declined:
            return True
        if self.wildcards is not False:
            return False
        if kind in WILDCARDS:
            return wanted in ANYTHING or bool(WILD.search(wanted)) or (kind == "PN" and search.fuzzy)
        return kind == "UI" and bool(set(",\\") & set(wanted))

    def decline(self, sent: Search) -> bool:
        """The PACS refuses this search: whether it is to be asked for less."""
        if EVERYTHING in sent.include and self._gives_all:
            self._gives_all = False
            return True
        extra = {tag for spelt in sent.filters if (tag := tag_of(spelt)) not in CORE and tag in BY_TAG}
        self._declined |= {(sent.level, tag) for tag in extra}
        return bool(extra)


def tag_of(spelt: str) -> str:
    return BY_KEYWORD[spelt].tag if spelt in BY_KEYWORD else spelt.upper()


def has_wildcards(search: Search) -> bool:
    return any(
        BY_TAG.get(tag_of(spelt), NO_TEXT).vr in WILDCARDS and WILD.search(wanted) and wanted not in ANYTHING
        for spelt, wanted in search.filters.items()
    )


def meets(row: DicomJson, filters: dict[str, str], fuzzy: bool) -> bool:
    """Filters by tag. Raises Unavailable where the PACS does not tell what is searched by."""
    for tag, wanted in filters.items():
        if tag not in BY_TAG or wanted in ANYTHING:
            continue
        if tag not in row and tag not in CORE:
            raise Unavailable(f"The PACS cannot be searched by {_name(tag)}.")
        if not matches(row, BY_TAG[tag], wanted, fuzzy):
            return False
    return True


def _name(tag: str) -> str:
    return next(keyword for keyword, attribute in BY_KEYWORD.items() if attribute.tag == tag)
