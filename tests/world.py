"""The whole application without a network: records in SQLite, all else in memory, time standing still."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.record_result import ResultReady
from shared.application.commands.register_user import RegisterUser
from shared.application.dicom.source import DicomSources
from shared.application.models.inference import InferSeries, SeriesResult
from shared.application.ports import (
    Blobs,
    Clock,
    Inbox,
    ModelCatalogue,
    PasswordHasher,
    Queue,
    QueueWatch,
    RecordStore,
    Secrets,
)
from shared.application.services.audit_key import AuditKey
from shared.application.unit_of_work import Repository
from shared.composition import Imagini
from shared.core.container import singleton
from shared.core.mediator import Mediator, Message, Task
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.entity import Entity
from shared.domain.membership import Membership
from shared.domain.model_manifest import ModelManifest
from shared.domain.user import User
from shared.infrastructure.measured.sources import MeasuredSources
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.memory.queue import MemoryQueue
from shared.settings import Settings
from tests.builders import HOSPITAL, NOON, RADIOLOGIST, manifest
from tests.memory_source import MemorySource, MemorySources

EMAIL, PASSWORD = "ada@example.org", "correct horse battery staple"
SOON = timedelta(seconds=30)


class StandingClock:
    """Time passes only when told to."""

    def __init__(self, at: datetime = NOON) -> None:
        self._now = at

    def now(self) -> datetime:
        return self._now

    def passes(self, **time: float) -> None:
        self._now += timedelta(**time)


class PlainHasher:
    """Hashes nothing, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str | None, str]] = []

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def verify(self, hash: str | None, password: str) -> bool:
        self.asked.append((hash, password))
        return hash == self.hash(password)


class Models:
    def __init__(self, *manifests: ModelManifest) -> None:
        self.manifests = manifests

    def all(self) -> tuple[ModelManifest, ...]:
        return self.manifests


class FixedKey(AuditKey):
    """Needs no file."""

    @property
    def value(self) -> bytes:
        return b"the key of a test"

    @property
    def made_at(self) -> datetime:
        return NOON


class World(Imagini):
    def __init__(self, folder: Path) -> None:
        super().__init__(Settings(data=str(folder), local=True))
        self.folder = folder
        self.time, self.hasher, self.pacs = StandingClock(), PlainHasher(), MemorySources()
        self.kept = MemoryBlobs()
        self.queues = MemoryQueue(seconds=lambda: self.time.now().timestamp())
        self.installed = Models(manifest())

    @singleton
    def clock(self) -> Clock:
        return self.time

    @singleton
    def passwords(self) -> PasswordHasher:
        return self.hasher

    @singleton
    def audit_key(self) -> AuditKey:
        return FixedKey(self.get(RecordStore), self.get(Secrets), self.time)

    @singleton
    def blobs(self) -> Blobs:
        return self.kept

    @singleton
    def queue(self) -> Queue:
        return self.queues

    @singleton
    def inbox(self) -> Inbox:
        return self.queues

    @singleton
    def queue_watch(self) -> QueueWatch:
        return self.queues

    @singleton
    def models(self) -> ModelCatalogue:
        return self.installed

    @singleton
    def sources(self) -> DicomSources:
        return MeasuredSources(self.pacs, self.store, self.kept)

    @property
    def store(self) -> RecordStore:
        return self.get(RecordStore)

    @property
    def source(self) -> MemorySource:
        """Where the hospital's studies live."""
        return self.pacs.of(HOSPITAL)

    def send[R](self, message: Message[R], actor: Actor = RADIOLOGIST) -> R:
        return Mediator(self).send(message, actor)

    def of[E: Entity](self, entity: type[E], partition: str) -> Repository[E]:
        """What is stored, to look at."""
        return self.unit_of_work().of(entity, partition)

    def keep(self, partition: str, *entities: Entity) -> None:
        """Put records where a use case would have put them."""
        uow = self.unit_of_work()
        for entity in entities:
            uow.of(type(entity), partition).add(entity)
        uow.commit()

    def employ(self, **given: Any) -> User:
        """The hospital, and somebody who works there."""
        self.send(CreateOrganization(name=HOSPITAL, display_name="General Hospital"), PLATFORM)
        work = Membership(organization_id=HOSPITAL, role=Role.MEMBER)
        person = {"email": EMAIL, "first_name": "Ada", "last_name": "Lovelace", "password": PASSWORD}
        return self.send(RegisterUser.model_validate(person | {"membership": work} | given), PLATFORM)

    def work(self, task: type[Task]) -> None:
        """Handle what lies in the task's queue, as the functions host does; what fails comes back later."""
        while delivery := self.queues.take(task.queue, SOON):
            self.send(task.model_validate_json(delivery.message), PLATFORM)
            self.queues.done(task.queue, delivery)

    def models_answer(self, answer: SeriesResult) -> list[ResultReady]:
        """What the inference job does: it empties its queue, and says the same of every series."""
        told: list[ResultReady] = []
        while delivery := self.queues.take(InferSeries.queue, SOON):
            task = InferSeries.model_validate_json(delivery.message)
            told.append(self._told(task, answer))
            self.queues.put(ResultReady.queue, told[-1].model_dump_json())
            self.queues.done(InferSeries.queue, delivery)
        return told

    def _told(self, task: InferSeries, answer: SeriesResult) -> ResultReady:
        blob = f"{task.index}.{task.model_id}.json"
        self.kept.put(blob, answer.model_dump_json().encode())
        asked = task.model_dump(exclude={"index", "thresholds"})
        return ResultReady(**asked, model_version=answer.model.version, result=blob)
