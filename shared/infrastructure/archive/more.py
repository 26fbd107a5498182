"""Attributes that a search names beside the usual ones (includefield, PS3.18 8.3.4.3)."""

from collections.abc import Iterable, Iterator

from shared.application.dicom.attributes import EVERYTHING, INSTANCE, SERIES, Attribute
from shared.application.dicom.source import DicomJson, Search
from shared.application.models.dicom_rows import text
from shared.application.ports import Condition, RecordStore
from shared.domain import partitions
from shared.infrastructure.archive import rows
from shared.infrastructure.archive.everything import everything

BELOW: dict[str, dict[str, Attribute]] = {"studies": SERIES | INSTANCE, "series": INSTANCE, "instances": {}}
STUDY_UID, SERIES_UID, SOP_UID = "0020000D", "0020000E", "00080018"


class More:
    def __init__(self, organization_id: str, records: RecordStore) -> None:
        self._organization_id, self._records = organization_id, records

    def given(self, found: Iterable[DicomJson], search: Search) -> Iterator[DicomJson]:
        """The rows, with what an instance of theirs says; nothing that differs from one to the next."""
        lower = {attribute.tag for attribute in BELOW[search.level].values()}
        wanted = [tag for tag in search.include if tag not in lower]
        for row in found:
            missing = [tag for tag in wanted if tag not in row]
            said = self._instance(row) if missing else {}
            if EVERYTHING in wanted:
                yield everything(said, search.level) | row
            else:
                yield row | {tag: said[tag] for tag in missing if tag in said}

    def _instance(self, row: DicomJson) -> DicomJson:
        """The one that the row is about, or one of its series or study."""
        where = [
            Condition(field, "is", uid)
            for field, tag in (("series_uid", SERIES_UID), ("sop_uid", SOP_UID))
            if (uid := text(row, tag))
        ]
        partition = partitions.study(self._organization_id, text(row, STUDY_UID))
        for record in self._records.find(partition, rows.INSTANCE, where, limit=1):
            return rows.unpack(str(record.body["metadata"]))
        return {}
