"""Writes down who saw what, or was refused: a commit of its own, as reading has none."""

from collections.abc import Callable
from contextlib import suppress

from shared.application.ports import Clock
from shared.application.services.audit_chains import AuditChains
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor, Role
from shared.domain.audit import AuditLine, Disclosure
from shared.domain.errors import DomainError

type Begin = Callable[[], UnitOfWork]


class AccessRecorder:
    def __init__(self, begin: Begin, chains: AuditChains, studies: StudyDirectory, clock: Clock) -> None:
        self._begin, self._chains, self._studies, self._clock = begin, chains, studies, clock

    def granted(self, actor: Actor, disclosure: Disclosure) -> None:
        """Of a study: beside the study, so that its chain tells who has seen it."""
        organization = actor.organization_id
        if organization and disclosure.study_uid:
            partition = partitions.study(organization, disclosure.study_uid)
            self._write(actor, disclosure, partition, patient=self._patient(organization, disclosure))
        else:
            self._write(actor, disclosure, self._visits(organization), patient=disclosure.mrn)

    def denied(self, actor: Actor, disclosure: Disclosure, why: str) -> None:
        """Never beside the study: whoever tries a thousand of them would make a thousand partitions."""
        organization = None if actor.role is Role.ANONYMOUS else actor.organization_id
        tried = disclosure if organization else Disclosure(disclosure.action)  # the platform hears of no MRN
        more = {"patient": tried.mrn, "study_uid": tried.study_uid, "outcome": "denied", "detail": why}
        self._write(actor, tried, self._visits(organization), **more)

    def _write(self, actor: Actor, disclosure: Disclosure, partition: str, **more: str) -> None:
        target = disclosure.study_uid or disclosure.mrn
        line = AuditLine.of(actor, disclosure.action, target, self._clock.now(), **more)
        uow = self._begin()
        uow.of(AuditLine, partition).add(line)
        uow.commit()

    def _visits(self, organization_id: str | None) -> str:
        return partitions.accesses(organization_id, self._clock.now())

    def _patient(self, organization_id: str, disclosure: Disclosure) -> str:
        """Whose study it is. Where its source does not answer now, the chain may know."""
        known = self._studies.remembered(organization_id, disclosure.study_uid)
        if known is None and not self._head(organization_id, disclosure.study_uid):
            with suppress(DomainError):
                known = self._studies.get(organization_id, disclosure.study_uid)
        return known.patient.mrn if known else ""

    def _head(self, organization_id: str, study_uid: str) -> str:
        return self._chains.head(partitions.study(organization_id, study_uid)).patient
