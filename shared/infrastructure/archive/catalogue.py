"""Searches in the archive (PS3.18 10.6)."""

from collections.abc import Iterable, Iterator
from itertools import islice

from shared.application.dicom.attributes import INSTANCE, SERIES, STUDY, Attribute, attribute
from shared.application.dicom.matching import earliest, is_plain, literal, matches, uids
from shared.application.dicom.source import DicomJson, Search
from shared.application.models.dicom_rows import number, text
from shared.application.ports import Condition, Record, RecordStore
from shared.domain import partitions
from shared.infrastructure.archive import rows
from shared.infrastructure.archive.more import More
from shared.infrastructure.packs.instance import StoredInstance, order_of

PAGE = 200
STUDY_DATE, STUDY_UID, MODALITIES = (STUDY[k] for k in ("StudyDate", "StudyInstanceUID", "ModalitiesInStudy"))
EXACT = {STUDY["PatientID"]: "mrn", STUDY["AccessionNumber"]: "accession_number"}
HOLDING = {STUDY["PatientName"]: "patient_name", STUDY["StudyDescription"]: "description"}
type Filters = dict[Attribute, str]


class Catalogue:
    def __init__(self, organization_id: str, records: RecordStore) -> None:
        self.organization_id, self._records = organization_id, records
        self._list = rows.list_of(organization_id)
        self._more = More(organization_id, records)

    def search(self, search: Search) -> list[DicomJson]:
        """Raises RuleBroken for an attribute that cannot be searched by."""
        filters = {attribute(spelt): wanted for spelt, wanted in search.filters.items()}
        if search.study_uid:
            filters[STUDY_UID] = search.study_uid
        if search.series_uid:
            filters[SERIES["SeriesInstanceUID"]] = search.series_uid
        found = {"studies": self._studies, "series": self._series, "instances": self._instances}
        end = None if search.limit is None else search.offset + search.limit
        page = islice(found[search.level](filters, search.fuzzy), search.offset, end)
        return list(self._more.given(page, search))

    def instances(self, study_uid: str, series_uid: str) -> list[StoredInstance]:
        """In the order of their numbers."""
        partition = partitions.study(self.organization_id, study_uid)
        of_series = [Condition("series_uid", "is", series_uid)]
        found = [rows.instance_of(record) for record in self._all(partition, rows.INSTANCE, of_series)]
        return sorted(found, key=order_of)

    def series(self, study_uid: str) -> list[Record]:
        """In the order of their numbers."""
        partition = partitions.study(self.organization_id, study_uid)
        return sorted(self._all(partition, rows.SERIES), key=_series_order)

    def _studies(self, filters: Filters, fuzzy: bool) -> Iterator[DicomJson]:
        mine = _of_level(filters, STUDY)
        since = earliest(mine.get(STUDY_DATE, ""))
        for record in self._candidates(mine, fuzzy):
            row: DicomJson = record.body["attributes"]  # pyright: ignore[reportAssignmentType]
            if since and text(row, STUDY_DATE.tag) < since:
                return  # newest come first
            if _meets(row, mine, fuzzy):
                yield row

    def _series(self, filters: Filters, fuzzy: bool) -> Iterator[DicomJson]:
        mine = _of_level(filters, SERIES)
        for study in self._studies(filters, fuzzy):
            for record in self.series(text(study, STUDY_UID.tag)):
                attributes: DicomJson = record.body["attributes"]  # pyright: ignore[reportAssignmentType]
                count = {"00201209": {"vr": "IS", "Value": [record.body["instances"]]}}
                row = study | attributes | count
                if _meets(row, mine, fuzzy):
                    yield row

    def _instances(self, filters: Filters, fuzzy: bool) -> Iterator[DicomJson]:
        mine = _of_level(filters, INSTANCE)
        for series in self._series(filters, fuzzy):
            for instance in self.instances(text(series, STUDY_UID.tag), text(series, "0020000E")):
                metadata = rows.unpack(instance.metadata)
                row = series | {tag: metadata[tag] for tag, _ in INSTANCE.values() if tag in metadata}
                if _meets(row, mine, fuzzy):
                    yield row

    def _candidates(self, filters: Filters, fuzzy: bool) -> Iterable[Record]:
        """Rows of the list that may meet the query, newest first."""
        if wanted := filters.get(STUDY_UID):
            found = (self._records.get(self._list, rows.LISTED, uid) for uid in dict.fromkeys(uids(wanted)))
            return sorted(filter(None, found), key=lambda record: str(record.body["newest"]), reverse=True)
        conditions = [Condition(EXACT[a], "is", w) for a, w in filters.items() if a in EXACT and is_plain(w)]
        if not fuzzy:
            conditions += [
                Condition(HOLDING[a], "contains", part)
                for a, w in filters.items()
                if a in HOLDING and (part := literal(w).rstrip("^"))
            ]
        if is_plain(wanted := filters.get(MODALITIES, "")):
            conditions.append(Condition("modalities", "has", wanted))
        return self._all(self._list, rows.LISTED, conditions, "newest", descending=True)

    def _all(
        self,
        partition: str,
        kind: str,
        where: Iterable[Condition] = (),
        order: str = "id",
        descending: bool = False,
    ) -> Iterator[Record]:
        offset, conditions = 0, list(where)
        while True:
            page = self._records.find(
                partition, kind, conditions, order=order, descending=descending, offset=offset, limit=PAGE
            )
            yield from page
            if len(page) < PAGE:
                return
            offset += PAGE


def _of_level(filters: Filters, level: dict[str, Attribute]) -> Filters:
    attributes = set(level.values())
    return {attribute: wanted for attribute, wanted in filters.items() if attribute in attributes}


def _meets(row: DicomJson, filters: Filters, fuzzy: bool) -> bool:
    return all(matches(row, attribute, wanted, fuzzy) for attribute, wanted in filters.items())


def _series_order(record: Record) -> tuple[bool, int, str]:
    attributes: DicomJson = record.body["attributes"]  # pyright: ignore[reportAssignmentType]
    stated = number(attributes, "00200011")
    return stated is None, stated or 0, record.id
