"""The composition root: the services over the adapters, and the mediator that reaches all of them."""

from functools import cache

from shared.adapters import Adapters
from shared.application.dicom.measurements import MeasurementReports
from shared.application.dicom.source import DicomSources
from shared.application.holdings import BlobHoldings
from shared.application.locations import Locations
from shared.application.ports import (
    Blobs,
    Clock,
    Inbox,
    ModelCatalogue,
    OneTimeCodes,
    PasswordHasher,
    Queue,
    RecordStore,
    Secrets,
)
from shared.application.services.access_recorder import AccessRecorder
from shared.application.services.audit_anchors import AuditAnchors
from shared.application.services.audit_chains import AuditChains
from shared.application.services.audit_key import AuditKey
from shared.application.services.entrance import Entrance
from shared.application.services.fetched_images import FetchedImages
from shared.application.services.health_check import HealthCheck
from shared.application.services.measurement_desk import MeasurementDesk
from shared.application.services.measurement_history import MeasurementHistory
from shared.application.services.newest_studies import NewestStudies
from shared.application.services.open_findings import OpenFindings
from shared.application.services.patient_images import PatientImages
from shared.application.services.progress import ProgressReporter
from shared.application.services.proof import Proof
from shared.application.services.report_desk import ReportDesk
from shared.application.services.second_step import SecondStep
from shared.application.services.study_directory import StudyDirectory
from shared.application.services.throttle import Throttle
from shared.application.services.witness import AuditWitness
from shared.application.unit_of_work import UnitOfWork
from shared.core.container import scoped, singleton
from shared.core.discretion import hush
from shared.core.mediator import Mediator, Witness
from shared.settings import Settings


class Imagini(Adapters):
    @singleton
    def studies(self) -> StudyDirectory:
        return StudyDirectory(self.get(DicomSources), self.get(Clock))

    @singleton
    def audit_key(self) -> AuditKey:
        return AuditKey(self.get(RecordStore), self.get(Secrets), self.get(Clock))

    @singleton
    def audit_chains(self) -> AuditChains:
        return AuditChains(self.get(RecordStore), self.get(AuditKey))

    @singleton
    def audit_anchors(self) -> AuditAnchors:
        return AuditAnchors(lambda: (self.get(Blobs), self.get(BlobHoldings)), self.get(AuditKey))

    @singleton
    def witness(self) -> Witness:
        chains, studies, clock = self.get(AuditChains), self.get(StudyDirectory), self.get(Clock)
        return AuditWitness(AccessRecorder(self.unit_of_work, chains, studies, clock), clock)

    @singleton
    def patient_images(self) -> PatientImages:
        return PatientImages(self.get(DicomSources), self.get(Clock))

    @scoped
    def unit_of_work(self) -> UnitOfWork:
        return UnitOfWork(self.get(RecordStore), self.get(Queue), self.get(Clock), self.get(AuditChains))

    @scoped
    def fetched_images(self) -> FetchedImages:
        return FetchedImages(self.get(RecordStore), self.get(Blobs), self.get(Clock))

    @scoped
    def progress(self) -> ProgressReporter:
        return ProgressReporter(self.get(RecordStore), self.get(Clock))

    @scoped
    def measurement_desk(self) -> MeasurementDesk:
        reports, studies = self.get(MeasurementReports), self.get(StudyDirectory)
        return MeasurementDesk(reports, studies, self.unit_of_work, self.get(Blobs), self.get(Clock))

    @scoped
    def measurement_history(self) -> MeasurementHistory:
        return MeasurementHistory(self.unit_of_work())

    @scoped
    def health_check(self) -> HealthCheck:
        stores = self.get(RecordStore), self.get(Blobs), self.get(Inbox)
        return HealthCheck(*stores, self.get(ModelCatalogue), self.get(Secrets))

    @scoped
    def newest_studies(self) -> NewestStudies:
        return NewestStudies(self.unit_of_work(), self.get(StudyDirectory))

    @scoped
    def open_findings(self) -> OpenFindings:
        return OpenFindings(self.unit_of_work(), self.get(Clock))

    @singleton
    def entrance(self) -> Entrance:
        return Entrance(self.get(Locations), self.get(Clock))

    @singleton
    def throttle(self) -> Throttle:
        return Throttle(self.get(RecordStore), self.get(Clock))

    @scoped
    def second_step(self) -> SecondStep:
        codes, secrets = self.get(OneTimeCodes), self.get(Secrets)
        return SecondStep(self.unit_of_work(), codes, secrets, self.get(Clock))

    @scoped
    def proof(self) -> Proof:
        return Proof(self.unit_of_work(), self.get(Throttle), self.get(PasswordHasher), self.get(Clock))

    @scoped
    def report_desk(self) -> ReportDesk:
        return ReportDesk(self.unit_of_work(), self.get(StudyDirectory))


@cache
def settings() -> Settings:
    return Settings.from_environment()


@cache
def mediator() -> Mediator:
    hush()
    return Mediator(Imagini(settings()))
