"""Takes DICOM files into the archive: bytes first, then the records that name them."""

import hashlib
from collections.abc import Iterable

from shared.application.dicom.attributes import SERIES, STUDY
from shared.application.dicom.source import DicomJson, Stored
from shared.application.dicom.store_answer import Failure
from shared.application.ports import Blobs, RecordStore
from shared.infrastructure.archive.ledger import Entry, Ledger
from shared.infrastructure.archive.rows import pack
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.writer import PackWriter
from shared.infrastructure.part10.dicom_json import attributes_of, metadata_of
from shared.infrastructure.part10.file_meta import TOO_LARGE, Refused
from shared.infrastructure.part10.instance import Instance, inspect

FLUSH = 64  # files between two commits
LARGEST_METADATA = 200_000  # bytes, packed
LARGEST_TEXT = 4 << 20  # bytes of a header that are looked at for it
OTHER_STUDY = "This image belongs to another study than the one it was sent to."
OTHER_PATIENT = "The study of this image is already stored, but for another Patient ID."
OTHER_CONTENT = "Another image with the same SOP Instance UID is already stored."
NO_METADATA = "The file cannot be read: its contents are damaged, or nested too deeply."


class Ingest:
    """One STOW request."""

    def __init__(self, organization_id: str, records: RecordStore, blobs: Blobs) -> None:
        self._organization_id, self._records, self._packs = organization_id, records, PackWriter(blobs)
        self._results: list[Stored] = []
        self._waiting: dict[str, dict[str, tuple[int, Entry]]] = {}  # study, then instance: not yet committed
        self._ledgers: dict[str, Ledger] = {}

    def store(self, parts: Iterable[bytes], study_uid: str | None) -> list[Stored]:
        try:
            with self._packs:
                for data in parts:
                    found = inspect(data)
                    result = found if isinstance(found, Stored) else self._take(found, study_uid)
                    self._results.append(result)
                    if sum(map(len, self._waiting.values())) >= FLUSH:
                        self._flush()
                self._flush()
        finally:
            for ledger in self._ledgers.values():  # also after a transfer that was cut short
                ledger.list_study()
        return self._results

    def _take(self, instance: Instance, study_uid: str | None) -> Stored:
        if study_uid not in (None, instance.study_uid):
            return instance.stored(Failure.MISMATCH, OTHER_STUDY)
        ledger = self._ledger(instance.study_uid)
        waiting = self._waiting.setdefault(instance.study_uid, {})
        mrn = ledger.mrn() or next((entry.mrn for _, entry in waiting.values()), None)
        if mrn not in (None, instance.text("PatientID")):
            return instance.stored(Failure.MISMATCH, OTHER_PATIENT)
        digest = hashlib.sha256(instance.data).hexdigest()
        _, mate = waiting.get(instance.sop_uid, (None, None))
        if known := mate.row if mate else ledger.find(instance.sop_uid):
            same = known.digest == digest
            return instance.stored() if same else instance.stored(Failure.DUPLICATE, OTHER_CONTENT)
        try:
            metadata, packed = _described(instance)
        except Refused as refused:
            return instance.stored(refused.failure, refused.comment)
        waiting[instance.sop_uid] = len(self._results), self._entry(instance, metadata, packed, digest)
        return instance.stored()

    def _entry(self, instance: Instance, metadata: DicomJson, packed: str, digest: str) -> Entry:
        folder = f"{self._organization_id}/archive/{instance.study_uid}/{instance.series_uid}"
        blob, offset = self._packs.add(folder, instance.data)  # what lost a race overwrites nothing
        row = StoredInstance(
            sop_uid=instance.sop_uid,
            series_uid=instance.series_uid,
            sop_class_uid=instance.text("SOPClassUID"),
            transfer_syntax_uid=instance.meta.transfer_syntax_uid,
            number=instance.number("InstanceNumber"),
            blob=blob,
            size=len(instance.data),
            digest=digest,
            frames=instance.frames,
            metadata=packed,
            offset=offset,
        )
        study = attributes_of(metadata, STUDY.values())
        series = attributes_of(metadata, SERIES.values())
        return Entry(instance.text("PatientID"), study, series, instance.text("Modality"), row)

    def _flush(self) -> None:
        self._packs.flush()
        for study_uid, waiting in self._waiting.items():
            for sop_uid in self._ledgers[study_uid].add([entry for _, entry in waiting.values()]):
                at, _ = waiting[sop_uid]
                refused = self._results[at]._replace(failure=Failure.DUPLICATE, comment=OTHER_CONTENT)
                self._results[at] = refused
        self._waiting.clear()

    def _ledger(self, study_uid: str) -> Ledger:
        if study_uid not in self._ledgers:
            self._ledgers[study_uid] = Ledger(self._organization_id, study_uid, self._records)
        return self._ledgers[study_uid]


def _described(instance: Instance) -> tuple[DicomJson, str]:
    """Its metadata, and the same packed. Raises Refused."""
    if instance.text_size > LARGEST_TEXT:
        raise Refused(Failure.OUT_OF_RESOURCES, TOO_LARGE)
    try:
        metadata = metadata_of(instance)
    except Exception as error:  # a value that the parser refuses only when it is looked at
        raise Refused(Failure.NOT_UNDERSTOOD, NO_METADATA) from error
    packed = pack(metadata)
    if len(packed) > LARGEST_METADATA:
        raise Refused(Failure.OUT_OF_RESOURCES, TOO_LARGE)
    return metadata, packed
