"""A clinic with all that an organization can have, in an installation whose stores are the real ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from infra.phantoms import demo
from infra.tenants.stores import Stores
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.change_member import ChangeMember
from shared.application.commands.create_client import CreateClient
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.decide_finding import DecideFinding
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.invite_user import InviteUser
from shared.application.commands.log_audit import LogAudit
from shared.application.commands.open_patient import OpenPatient
from shared.application.commands.open_study import OpenStudy
from shared.application.commands.record_result import ResultReady
from shared.application.commands.register_patient import RegisterPatient
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.save_report import SaveReport
from shared.application.commands.sign_report import SignReport
from shared.application.commands.store_instances import StoreInstances
from shared.application.dicom.multipart import Part
from shared.application.dicom.source import DicomSources
from shared.application.holdings import BlobHoldings
from shared.application.models.inference import InferSeries
from shared.application.ports import Blobs, Inbox, ModelCatalogue, Queue, Record
from shared.application.queries.get_report import GetReport
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.verify_audit import Verified, VerifyAudit
from shared.composition import Imagini
from shared.core.container import singleton
from shared.core.mediator import Mediator, Message, Task
from shared.domain.access import PLATFORM, Actor, Permission, Role
from shared.domain.membership import Membership
from shared.domain.report import Sections
from shared.domain.user import User
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.blob.holdings import AzureBlobHoldings
from shared.infrastructure.memory.queue import MemoryQueue
from shared.settings import Settings
from tests.builders import manifest, result, seen
from tests.viewer_report import viewer_report
from tests.world import SOON, Models

CLINIC, NEIGHBOUR = "north_clinic", "north_clinic_two"  # one name begins with the other
STUDY, MRN = demo.FINDINGS.uid, "IYET5.0"
PASSWORD = "correct horse battery staple"
PICTURE = b"\x89PNG a heat map"
TASKS = (LogAudit, IndexStudy, FetchStudy, ResultReady)


class Site(Imagini):
    """An installation of its own in the same Azurite: SQLite in a folder, or Cosmos; blobs in a container."""

    def __init__(self, folder: Path, azurite: str, cosmos: str | None = None) -> None:
        super().__init__(Settings(data=str(folder), storage=azurite, cosmos_url=cosmos, local=True))
        self._where, self._container, self._queues = azurite, folder.name, MemoryQueue()

    @singleton
    def blobs(self) -> Blobs:
        return AzureBlobs.connect(self._where, self._container)

    @singleton
    def blob_holdings(self) -> BlobHoldings:
        return AzureBlobHoldings.connect(self._where, self._container)

    @singleton
    def queue(self) -> Queue:
        return self._queues

    @singleton
    def inbox(self) -> Inbox:
        return self._queues

    @singleton
    def models(self) -> ModelCatalogue:
        return Models(manifest())

    @property
    def stores(self) -> Stores:
        return Stores.of(self)

    def send[R](self, message: Message[R], actor: Actor = PLATFORM) -> R:
        return Mediator(self).send(message, actor)

    def work(self, *tasks: type[Task]) -> None:
        """Until nothing waits any more."""
        for task in tasks:
            while delivery := self._queues.take(task.queue, SOON):
                self.send(task.model_validate_json(delivery.message))
                self._queues.done(task.queue, delivery)

    def answer(self) -> None:
        """As the inference job does."""
        while delivery := self._queues.take(InferSeries.queue, SOON):
            task = InferSeries.model_validate_json(delivery.message)
            picture = f"{CLINIC}/heatmaps/{task.study_uid}/{task.series_uid}/1.png"
            self.get(Blobs).put(picture, PICTURE, "image/png")
            answer = result(seen(heatmap=picture)).model_dump_json().encode()
            self.get(Blobs).put(task.answer_name, answer, "application/json")
            asked = task.model_dump(exclude={"index", "thresholds"})
            ready = ResultReady(**asked, model_version="1", result=task.answer_name)
            self._queues.put(ResultReady.queue, ready.model_dump_json())
            self._queues.done(InferSeries.queue, delivery)

    def verified(self) -> Verified:
        self.work(LogAudit)
        return self.send(VerifyAudit())

    def records_of(self, name: str) -> dict[tuple[str, str, str], dict[str, Any]]:
        return {(r.partition, r.kind, r.id): r.body for r in self._all(name)}

    def _all(self, name: str) -> Iterator[Record]:
        return self.stores.all_records.under(f"{name}~")

    def blobs_of(self, name: str) -> dict[str, tuple[bytes, str]]:
        blobs = self.get(Blobs)
        found = {blob: blobs.stat(blob) for blob in self.stores.all_blobs.under(f"{name}/")}
        return {blob: (blobs.get(blob), info.content_type) for blob, info in found.items() if info}

    def images(self) -> list[bytes]:
        source = self.get(DicomSources).of(CLINIC)
        [series] = {uid for _, kind, uid in self.records_of(CLINIC) if kind == "archived_series"} or {""}
        return [file.data for file in source.instances(STUDY, series)]


def employ(site: Site, name: str, organization: str, role: Any = Role.MEMBER) -> User:
    person = RegisterUser(
        email=f"{name}@example.org",
        first_name=name.capitalize(),
        last_name="Vega",
        membership=Membership(organization_id=organization, role=role),
        password=SecretStr(PASSWORD),
    )
    return site.send(person)


def fill(site: Site) -> Actor:
    """The radiologist who has signed the report."""
    for name in (CLINIC, NEIGHBOUR):
        site.send(CreateOrganization(name=name, display_name=name.title()))
    reader = employ(site, "ada", CLINIC).acting_in(CLINIC)
    employ(site, "ada", NEIGHBOUR, Role.ORG_ADMIN)
    admin = employ(site, "omar", CLINIC, Role.ORG_ADMIN).acting_in(CLINIC)
    rests = employ(site, "rosa", CLINIC)
    employ(site, "noor", NEIGHBOUR)
    site.send(ChangeMember(organization_id=CLINIC, user_id=rests.id, active=False), admin)
    site.send(InviteUser(organization_id=CLINIC, email="new@example.org"), admin)
    site.send(CreateClient(organization_id=CLINIC, name="RIS", scopes=[Permission.READ_PATIENTS]), admin)
    site.send(RegisterPatient(organization_id=CLINIC, mrn="N1", name="Vega, Sol"), admin)
    site.get(DicomSources).of(CLINIC).store(demo.study_files(STUDY))
    _read(site, reader)
    site.work(*TASKS)
    return reader


def _read(site: Site, reader: Actor) -> None:
    site.send(OpenPatient(organization_id=CLINIC, mrn=MRN), reader)
    site.send(OpenStudy(organization_id=CLINIC, study_uid=STUDY), reader)
    site.send(AnalyseStudy(organization_id=CLINIC, study_uid=STUDY), reader)
    site.work(*TASKS)
    site.answer()
    site.work(*TASKS)
    [finding] = site.send(ListFindings(organization_id=CLINIC, study_uid=STUDY), reader)
    site.send(DecideFinding(organization_id=CLINIC, finding_id=finding.id, decision="approve"), reader)
    draft = site.send(GetReport(organization_id=CLINIC, study_uid=STUDY), reader)
    words = Sections(impression="Opacity of the right lung. Ñandú.")
    site.send(SaveReport(organization_id=CLINIC, study_uid=STUDY, version=draft.etag, sections=words), reader)
    site.send(SignReport(organization_id=CLINIC, study_uid=STUDY), reader)
    measured = [Part({}, viewer_report(STUDY, MRN))]
    site.send(StoreInstances(organization_id=CLINIC, parts=measured), reader)
