"""Takes the measurements that our viewer saves into the study's set, under the name of who saved them."""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from shared.application.commands.index_study import IndexStudy
from shared.application.dicom.measurements import Draft, MeasurementReports, Place
from shared.application.dicom.source import Stored
from shared.application.dicom.store_answer import Failure
from shared.application.ports import Blobs, Clock
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, NotFound, RuleBroken
from shared.domain.measurements import MeasurementSet, MeasurementVersion
from shared.domain.user import User
from shared.domain.values import PersonName

NO_STUDY = "These measurements belong to a study that is not here."
OTHER_STUDY = "This image belongs to another study than the one it was sent to."
OTHER_PATIENT = "These measurements belong to another patient than their study."
OTHER_CONTENT = "Another image with the same SOP Instance UID is already stored."
TOO_MANY = "Too many people save measurements of this study at once; save again."
ATTEMPTS = 10  # of a commit, while others save too

type Begin = Callable[[], UnitOfWork]


class MeasurementDesk:
    def __init__(
        self, reports: MeasurementReports, studies: StudyDirectory, begin: Begin, blobs: Blobs, clock: Clock
    ) -> None:
        self._reports, self._studies, self._begin = reports, studies, begin
        self._blobs, self._clock = blobs, clock

    def take(
        self, organization_id: str, study_uid: str | None, actor: Actor, files: Iterable[bytes]
    ) -> Iterator[bytes | Stored]:
        """The files as they come; instead of measurements, what became of them."""
        for file in files:
            draft = self._reports.draft(file)
            if draft is None:
                yield file
            elif study_uid not in (None, draft.study_uid):
                yield draft.refused(OTHER_STUDY)
            else:
                yield self._keep(organization_id, actor, draft, file)

    def _keep(self, organization_id: str, actor: Actor, draft: Draft, file: bytes) -> Stored:
        try:
            study = self._studies.get(organization_id, draft.study_uid)
        except NotFound:
            return draft.refused(NO_STUDY)
        if study.patient.mrn != draft.mrn:
            return draft.refused(OTHER_PATIENT)
        for _ in range(ATTEMPTS):
            try:
                return self._add(organization_id, actor, draft, file)
            except RuleBroken as error:
                return draft.refused(str(error), Failure.NOT_UNDERSTOOD)
            except Conflict:  # somebody saved at the same moment: theirs comes before this one
                continue
        raise Conflict(TOO_MANY)

    def _add(self, organization_id: str, actor: Actor, draft: Draft, file: bytes) -> Stored:
        uow, partition = self._begin(), partitions.study(organization_id, draft.study_uid)
        sets, versions = uow.of(MeasurementSet, partition), uow.of(MeasurementVersion, partition)
        if known := versions.find(draft.sop_uid):
            same = known.draft == _sha256(file)
            return draft.stored() if same else draft.refused(OTHER_CONTENT, Failure.DUPLICATE)
        measured = sets.find(draft.study_uid)
        place = _next(measured, draft) if measured else self._first(organization_id, draft)
        version = self._written(organization_id, actor, draft, file, place)
        versions.add(version)
        if measured:
            measured.add(version)
        sets.save(measured or MeasurementSet.begin(draft.study_uid, version))
        line = AuditLine.of(actor, "measurements.save", draft.study_uid, version.saved_at, version.id)
        uow.of(AuditLine, partition).add(line)
        uow.then(IndexStudy(organization_id=organization_id, study_uid=draft.study_uid))
        uow.commit()
        return draft.stored()

    def _first(self, organization_id: str, draft: Draft) -> Place:
        """A series of its own: never one of the study's images, nor a report's that others wrote."""
        series = self._studies.series(organization_id, draft.study_uid)
        taken = {one.series_instance_uid for one in series}
        digest = hashlib.sha256(draft.sop_uid.encode()).digest()
        new = f"2.25.{UUID(bytes=digest[:16], version=5).int}"  # PS3.5 B.2
        return Place(new if draft.series_uid in taken else draft.series_uid, 1)

    def _written(
        self, organization_id: str, actor: Actor, draft: Draft, file: bytes, place: Place
    ) -> MeasurementVersion:
        """Its bytes first; a commit names them."""
        signed = self._reports.signed(file, self._author(actor), place)
        told, digest = self._reports.described(signed), _sha256(signed)
        name = f"{organization_id}/measurements/{draft.study_uid}/{digest}"
        self._blobs.put(f"{name}.dcm", signed, "application/dicom")
        self._blobs.put(f"{name}.json.gz", gzip.compress(json.dumps([told.metadata]).encode(), mtime=0))
        return MeasurementVersion(
            id=draft.sop_uid,
            number=place.number,
            series_uid=place.series_uid,
            series_number=told.series_number,
            sop_class_uid=draft.sop_class_uid,
            transfer_syntax_uid=told.transfer_syntax_uid,
            draft=_sha256(file),
            digest=digest,
            size=len(signed),
            blob=f"{name}.dcm",
            metadata=f"{name}.json.gz",
            count=told.measurements,
            author=actor.name,
            saved_at=self._clock.now(),
            based_on=place.predecessors or (),
        )

    def _author(self, actor: Actor) -> PersonName:
        user = self._begin().of(User, partitions.USERS).get(actor.id)
        return PersonName(family=user.last_name, given=user.first_name)


def _next(measured: MeasurementSet, draft: Draft) -> Place:
    """Of what the viewer says that it continues, only versions of this set count."""
    before = tuple(uid for uid in dict.fromkeys(draft.predecessors) if uid in measured.versions)
    return Place(measured.series_uid, len(measured.versions) + 1, measured.series_number, before)


def _sha256(file: bytes) -> str:
    return hashlib.sha256(file).hexdigest()
