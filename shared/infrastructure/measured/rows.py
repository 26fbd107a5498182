"""Measurements in the answers to searches: their series and instance, and what the study counts."""

from shared.application.dicom.attributes import BY_KEYWORD, INSTANCE, SERIES, STUDY, Attribute, attribute
from shared.application.dicom.matching import matches
from shared.application.dicom.source import DicomJson, Search
from shared.application.models.dicom_rows import number, text, values
from shared.domain.measurements import MeasuredStudy

LEVELS = {"studies": STUDY, "series": STUDY | SERIES, "instances": STUDY | SERIES | INSTANCE}
SERIES_UID, SOP_UID = "0020000E", "00080018"
MODALITIES, SERIES_COUNT, COUNT = (
    BY_KEYWORD[keyword].tag
    for keyword in ("ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances")
)
REPORT = "SR"


def merged(rows: list[DicomJson], metadata: DicomJson, search: Search) -> list[DicomJson]:
    """All rows of a study's series or instances, with the current report instead of any of its versions."""
    series_uid = text(metadata, SERIES_UID)
    others = [row for row in rows if text(row, SERIES_UID) != series_uid]
    ours = _row(metadata, search)
    found = [*others, ours] if _meets(ours | metadata, search) else others
    end = None if search.limit is None else search.offset + search.limit
    return found[search.offset : end]


def counted(row: DicomJson, measured: MeasuredStudy) -> DicomJson:
    """A study's row, with one series of one report, whatever of it the source counts itself."""
    modalities = sorted({*map(str, values(row, MODALITIES)), REPORT})
    row[MODALITIES] = {"vr": "CS", "Value": modalities}
    more = {SERIES_COUNT: 0 if measured.published else 1, COUNT: 1 - measured.published}
    for tag, by in more.items():
        if (count := number(row, tag)) is not None:
            row[tag] = {"vr": "IS", "Value": [count + by]}
    return row


def _row(metadata: DicomJson, search: Search) -> DicomJson:
    above = {attribute.tag for attribute in LEVELS[search.level].values()}
    below = {attribute.tag for attribute in BY_KEYWORD.values()} - above
    told = {tag for tag in search.include if tag not in below} | above
    row = {tag: metadata[tag] for tag in sorted(told) if tag in metadata}
    row[BY_KEYWORD["NumberOfSeriesRelatedInstances"].tag] = {"vr": "IS", "Value": [1]}
    return row


def _meets(row: DicomJson, search: Search) -> bool:
    filters = {attribute(spelt): wanted for spelt, wanted in search.filters.items()}
    if search.series_uid:
        filters[Attribute(SERIES_UID, "UI")] = search.series_uid
    return all(matches(row, asked, wanted, search.fuzzy) for asked, wanted in filters.items())
