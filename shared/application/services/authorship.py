"""Whoever saves measurements in the viewer is their author: the server says so, and writes it down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from shared.application.dicom.measurements import Draft, MeasurementReports
from shared.application.dicom.source import Stored
from shared.application.ports import Clock
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError, NotFound
from shared.domain.user import User
from shared.domain.values import PersonName

NO_STUDY = "These measurements belong to a study that is not here."
OTHER_PATIENT = "These measurements belong to another patient than their study."


class Authorship:
    """Of the files of one request."""

    def __init__(
        self, reports: MeasurementReports, studies: StudyDirectory, uow: UnitOfWork, clock: Clock
    ) -> None:
        self._reports, self._studies, self._uow, self._clock = reports, studies, uow, clock
        self._signed: list[Draft] = []

    def sign(
        self, organization_id: str, actor: Actor, files: Iterable[bytes], refused: list[Stored]
    ) -> Iterator[bytes]:
        """The files, unchanged but for drafts; what a draft may not be stored for is said in `refused`."""
        for file in files:
            draft = self._reports.draft(file)
            if draft is None:
                yield file
            elif objection := self._objection(organization_id, draft):
                refused.append(draft.refused(objection))
            else:
                self._signed.append(draft)
                yield self._reports.signed(file, self._name_of(actor))

    def record(self, organization_id: str, actor: Actor, stored: Iterable[Stored]) -> None:
        """For each study one line about what was stored, and one for each report."""
        kept: defaultdict[str, set[str | None]] = defaultdict(set)
        for one in stored:
            if one.failure is None and one.study_uid:
                kept[one.study_uid].add(one.sop_instance_uid)
        for study_uid, instances in sorted(kept.items()):
            lines = self._uow.of(AuditLine, partitions.study(organization_id, study_uid))
            now = self._clock.now()
            for draft in self._signed:
                if draft.study_uid == study_uid and draft.sop_uid in instances:
                    lines.add(AuditLine.of(actor, "measurements.save", study_uid, now, draft.sop_uid))
            patient = self._patient(organization_id, study_uid)
            line = AuditLine.of(actor, "images.store", study_uid, now, str(len(instances)), patient=patient)
            lines.add(line)
            self._uow.commit()

    def _patient(self, organization_id: str, study_uid: str) -> str:
        """Also where the source is slow to know what it has just taken."""
        try:
            return self._studies.get(organization_id, study_uid).patient.mrn
        except DomainError:
            return ""

    def _objection(self, organization_id: str, draft: Draft) -> str | None:
        try:
            study = self._studies.get(organization_id, draft.study_uid)
        except NotFound:
            return NO_STUDY
        return None if study.patient.mrn == draft.mrn else OTHER_PATIENT

    def _name_of(self, actor: Actor) -> PersonName:
        user = self._uow.of(User, partitions.USERS).get(actor.id)
        return PersonName(family=user.last_name, given=user.first_name)
