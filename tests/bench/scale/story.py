"""The life of one study, taken step by step through the real use cases: what Meter counts."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from pydantic import SecretStr

from infra.phantoms import demo
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.decide_finding import DecideFinding
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.log_audit import LogAudit
from shared.application.commands.mark_reported import MarkReported
from shared.application.commands.open_study import OpenStudy
from shared.application.commands.record_result import ResultReady
from shared.application.commands.save_report import SaveReport
from shared.application.commands.sign_in import SignIn
from shared.application.commands.sign_report import SignReport
from shared.application.dicom.source import InstanceFile
from shared.application.models.inference import InferSeries
from shared.application.models.report_view import NEW
from shared.application.ports import Blobs, Inbox, ModelCatalogue, Queue, RecordStore
from shared.application.queries.find_patients import FindPatients
from shared.application.queries.get_report import GetReport
from shared.application.queries.get_worklist import GetWorklist
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.list_patient_studies import ListPatientStudies
from shared.application.queries.list_series import ListSeries
from shared.application.queries.resolve_session import ResolveSession
from shared.core.container import singleton
from shared.core.mediator import Task
from shared.domain.access import ANONYMOUS, PLATFORM
from shared.domain.report import Sections
from shared.inference.job import Job
from shared.inference.reader import ModelReader
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.models.catalogue import FolderCatalogue
from shared.infrastructure.queue.inbox import AzureInbox
from shared.infrastructure.queue.queue import AzureQueue
from tests.bench.scale.counting import Meter
from tests.builders import HOSPITAL, MRN, STUDY, series_row, study_row
from tests.servers.azurite import azurite
from tests.servers.cosmos import cosmos
from tests.world import EMAIL, PASSWORD, World

SOON = timedelta(seconds=120)
ROOT = Path(__file__).parents[3]
LINES = (  # a report in four savings, as the editor saves every few seconds
    "The heart is of normal size.",
    "The heart is of normal size. Opacity in the right lower field.",
    "The heart is of normal size. Opacity in the right lower field, faint.",
    "The heart is of normal size. Opacity in the right lower field, faint. No effusion.",
)


class AzureWorld(World):
    """The world of the tests, on the adapters that Azure gets."""

    def __init__(self, folder: Path, storage: str, records: str) -> None:
        super().__init__(folder)
        self._storage, self._cosmos = storage, records
        self.catalogue = FolderCatalogue(ROOT / "shared" / "inference" / "models")

    @singleton
    def records(self) -> RecordStore:
        return CosmosRecordStore.connect(self._cosmos)

    @singleton
    def blobs(self) -> Blobs:
        return AzureBlobs.connect(self._storage)

    @singleton
    def queue(self) -> Queue:
        return AzureQueue.connect(self._storage)

    @singleton
    def inbox(self) -> Inbox:
        return AzureInbox.connect(self._storage)

    @singleton
    def models(self) -> ModelCatalogue:
        return self.catalogue


def count(progress: Callable[[str], None]) -> Meter:
    """What each step of one chest X-ray's life has asked for."""
    progress("starting Azurite and a Cosmos emulator")
    with _world() as (world, meter):
        _warm(world)
        with meter.attached():
            progress("counting what an analysis asks of Azure")
            _analysed(world, meter)
            progress("counting what reading asks of Azure")
            _read(world, meter)
    return meter


@contextmanager
def _world() -> Generator[tuple[AzureWorld, Meter]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        for name in ("azurite", "cosmos"):
            (folder / name).mkdir()
        storage = stack.enter_context(azurite(folder / "azurite"))
        records = stack.enter_context(cosmos(folder / "cosmos"))
        yield AzureWorld(folder, storage, records), Meter(_queue_port(storage))


def _queue_port(storage: str) -> int:
    parts = dict(part.split("=", 1) for part in storage.split(";") if part)
    return urlsplit(parts["QueueEndpoint"]).port or 0


def _warm(world: AzureWorld) -> None:
    """What is asked once for a process, and not for a study."""
    [file] = demo.study_files(demo.FINDINGS.uid)
    image = InstanceFile("1.2.3.4.5", "1.2.840.10008.5.1.4.1.1.1.1", "1.2.840.10008.1.2.1", 1, file)
    world.source.keep(study_row(), [series_row()], [image])
    world.employ()
    world.blobs().put("warm", b"up")
    for task in (FetchStudy, IndexStudy, LogAudit, ResultReady, InferSeries):
        world.queue().put(task.queue, "{}")
        while delivery := world.inbox().take(task.queue, SOON):
            world.inbox().done(task.queue, delivery)


def _analysed(world: AzureWorld, meter: Meter) -> None:
    study = {"organization_id": HOSPITAL, "study_uid": STUDY}
    with meter.step("order"):
        world.send(AnalyseStudy.model_validate(study))
    _work(world, meter, FetchStudy, "fetch")
    with meter.step("infer"):
        Job(
            world.inbox(), world.queue(), world.blobs(), lambda: ModelReader(world.catalogue, world.blobs())
        ).drain()
    _work(world, meter, ResultReady, "result")
    _listed(world, meter)


def _read(world: AzureWorld, meter: Meter) -> None:
    """What a radiologist does with it; each request of the portal's first finds out who asks."""
    study = {"organization_id": HOSPITAL, "study_uid": STUDY}
    token = world.send(SignIn(email=EMAIL, password=SecretStr(PASSWORD)), ANONYMOUS).token
    _work(world, meter, LogAudit, "sign-in")  # once a day, and of no study
    with meter.step("session"):
        world.send(ResolveSession(token=token), ANONYMOUS)
    with meter.step("dashboard"):
        world.send(GetWorklist(organization_id=HOSPITAL))
    with meter.step("dashboard again"):
        world.send(GetWorklist(organization_id=HOSPITAL))
    with meter.step("progress"):
        world.send(ListAnalyses.model_validate(study))
    with meter.step("progress again"):
        world.send(ListAnalyses.model_validate(study))
    with meter.step("read"):
        world.send(FindPatients(organization_id=HOSPITAL, mrn=MRN))
        world.send(ListPatientStudies(organization_id=HOSPITAL, mrn=MRN))
        world.send(ListSeries.model_validate(study))
        world.send(OpenStudy.model_validate(study))
        found = world.send(ListFindings.model_validate(study))
        world.send(GetReport.model_validate(study))
        for one in found:
            world.send(DecideFinding(organization_id=HOSPITAL, finding_id=one.id, decision="approve"))
        version = NEW
        for line in LINES:
            report = {**study, "version": version, "sections": Sections(findings=line, impression=line)}
            version = world.send(SaveReport.model_validate(report)).etag
        world.send(SignReport.model_validate(study))
    _listed(world, meter)


def _listed(world: AzureWorld, meter: Meter) -> None:
    """The worklist and the audit catch up."""
    _work(world, meter, IndexStudy, "worklist")
    _work(world, meter, LogAudit, "audit")


def _work(world: AzureWorld, meter: Meter, task: type[Task], name: str) -> None:
    """As the functions host does: take, handle, delete."""
    while delivery := world.inbox().take(task.queue, SOON):
        with meter.step(name):
            meter.taken(name)
            message = task.model_validate_json(delivery.message)
            world.send(message, PLATFORM)
            if isinstance(message, IndexStudy):
                world.send(MarkReported(**message.model_dump(exclude={"version"})), PLATFORM)
            world.inbox().done(task.queue, delivery)
