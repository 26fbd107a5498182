"""What the application needs from the outside, and nothing about who provides it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, Protocol

from pydantic import JsonValue

from shared.application.models.report_view import ReportView
from shared.domain.model_manifest import ModelManifest


class Record(NamedTuple):
    partition: str
    kind: str
    id: str
    body: dict[str, JsonValue]
    etag: str


class Change(NamedTuple):
    action: Literal["add", "replace", "remove"]
    kind: str
    id: str
    body: dict[str, JsonValue]
    etag: str | None = None


class Condition(NamedTuple):
    """`is`: equal; `has`: a list field holds the value; `contains`: a text field holds it, case ignored;
    `among`: equal to one of several; `from` and `before`: a text in order, as dates are."""

    field: str
    test: Literal["is", "has", "contains", "among", "from", "before"]
    value: str | int | bool | tuple[str, ...]


class RecordStore(Protocol):
    """JSON records in partitions. One commit touches one partition, all or nothing."""

    def get(self, partition: str, kind: str, id: str) -> Record | None: ...

    def find(
        self,
        partition: str,
        kind: str,
        where: Sequence[Condition] = (),
        *,
        order: str = "id",
        descending: bool = False,
        offset: int = 0,
        limit: int = 50,
    ) -> Sequence[Record]: ...

    def count(self, partition: str, kind: str, where: Sequence[Condition] = ()) -> int: ...

    def scan(self, kind: str, *, after: tuple[str, str] = ("", ""), limit: int = 100) -> Sequence[Record]:
        """Records of a kind in every partition, in order of (partition, id), behind `after`. For sweeps."""
        ...

    def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:
        """The new etags, in the order of the changes ("" for a removal).

        Raises Conflict, changing nothing, if a record to add exists already, or Stale if one to replace or
        remove has another etag or is gone; Unavailable if the store does not answer.
        """
        ...


class BlobInfo(NamedTuple):
    size: int  # bytes
    etag: str
    content_type: str


class Blobs(Protocol):
    """Named bytes. A name is a path like `orthanc_demo/1.2.3/1.2.3.4/series.json`."""

    def put(
        self, name: str, data: bytes | Iterable[bytes], content_type: str = "application/octet-stream"
    ) -> None:
        """Write or overwrite, visible only when complete."""
        ...

    def get(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        """Raises NotFound."""
        ...

    def stream(self, name: str, offset: int = 0, length: int | None = None) -> Iterator[bytes]:
        """Raises NotFound, before the first chunk."""
        ...

    def stat(self, name: str) -> BlobInfo | None: ...

    def remove(self, name: str) -> None:
        """Nothing happens where there is none."""
        ...


class Queue(Protocol):
    def put(self, queue: str, message: str) -> None:
        """At least once delivery of a JSON text, at most 48 KB."""
        ...


class Delivery(NamedTuple):
    id: str
    message: str
    attempts: int  # 1 the first time
    receipt: str
    since: datetime | None = None  # when it was put; None: whoever delivers does not say


class Inbox(Protocol):
    """The other end of a queue, for a process that pulls (the inference job)."""

    def take(self, queue: str, hidden_for: timedelta) -> Delivery | None: ...

    def extend(self, queue: str, delivery: Delivery, hidden_for: timedelta) -> Delivery: ...

    def done(self, queue: str, delivery: Delivery) -> None: ...

    def bury(self, queue: str, delivery: Delivery) -> None:
        """Move it to `<queue>-poison`."""
        ...

    def length(self, queue: str) -> int: ...


class QueueLook(NamedTuple):
    length: int
    oldest: datetime | None  # when what has waited longest came; None where nothing waits that could be taken


class QueueWatch(Protocol):
    """How much waits in a queue, and since when, without touching it."""

    def look(self, queue: str) -> QueueLook: ...


class ModelCatalogue(Protocol):
    def all(self) -> Sequence[ModelManifest]:
        """The models that are switched on, in a stable order."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """In UTC."""
        ...


class PasswordHasher(Protocol):
    def hash(self, password: str) -> str: ...

    def verify(self, hash: str | None, password: str) -> bool:
        """False, after the same work, where there is no hash."""
        ...


class Secrets(Protocol):
    """Credentials of organizations' sources: written by people, read by adapters only."""

    def put(self, name: str, value: str) -> None: ...

    def get(self, name: str) -> str | None: ...

    def remove(self, name: str) -> None:
        """Nothing happens where there is none."""
        ...


class OneTimeCodes(Protocol):
    """What authenticator apps show."""

    def new_secret(self) -> str: ...

    def address(self, secret: str, account: str) -> str:
        """For an app to scan: otpauth://totp/…"""
        ...

    def step_of(self, secret: str, code: str, at: datetime) -> int | None:
        """Which step of time the code belongs to, if it is about now; None for any other code."""
        ...


class Letter(NamedTuple):
    subject: str
    html: str
    text: str


class Letters(Protocol):
    def write(self, template: str, language: Literal["en", "es"], values: Mapping[str, str]) -> Letter:
        """Raises LookupError for a value that the template needs and nobody gave."""
        ...


class Mailer(Protocol):
    def deliver(self, to: str, letter: Letter) -> None:
        """Hand it to whoever carries mail. Raises Unavailable."""
        ...


class ReportPrinter(Protocol):
    def pdf(self, report: ReportView, letterhead: str, language: Literal["en", "es"]) -> bytes: ...
