"""What a PACS says of a series, as one short text: while it says the same, a copy is good."""

import json
from hashlib import sha256

from shared.application.dicom.source import DicomJson, DicomSource, Search
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import NotFound

INCLUDED = ("00081030", "00080050", "00080090", "00100010", "00100020", "00100030", "00100040")
OF_OTHERS = frozenset({"00080056", "00080061", "00081190", "00201206", "00201208"})  # also change without it
COUNT = "00201209"


def state_of(source: DicomSource, study_uid: str, series_uid: str) -> str | None:
    """None where the PACS does not say how many images there are. Blocks. Raises NotFound."""
    studies = source.search(Search("studies", {"0020000D": study_uid}, include=INCLUDED))
    series = source.search(Search("series", {"0020000E": series_uid}, study_uid, include=(COUNT, *INCLUDED)))
    rows = _row(studies, "0020000D", study_uid), _row(series, "0020000E", series_uid)
    if number(rows[1], COUNT) is None:
        return None
    said = [{tag: row[tag] for tag in sorted(row) if tag not in OF_OTHERS} for row in rows]
    return sha256(json.dumps(said).encode()).hexdigest()[:32]


def _row(rows: list[DicomJson], tag: str, uid: str) -> DicomJson:
    for row in rows:
        if text(row, tag) == uid:  # some servers ignore a filter they do not know
            return row
    raise NotFound("The PACS has no such series.")
