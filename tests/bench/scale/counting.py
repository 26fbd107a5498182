"""What one study asks of Azure, counted: the real use cases and adapters, against the emulators.

Every HTTP request that the Azure SDKs send is one line here, as it would be one line of the bill.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from azure.core.pipeline.transport import RequestsTransport

from shared.application.outbox import Outgoing
from tests.bench.scale.units import delete_ru, query_ru, read_ru, write_ru

type Label = Callable[[], str]


@dataclass
class Counted:
    """Of one step of a study's life."""

    requests: Counter[str] = field(default_factory=Counter[str])  # by service
    operations: Counter[str] = field(default_factory=Counter[str])  # cosmos read, query, write, delete; …
    ru: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # by whose partition it is
    stored: int = 0  # bytes of records that were added
    blob_bytes: int = 0

    @property
    def total_ru(self) -> float:
        return sum(self.ru.values())


class Meter:
    """Sorts what passes by the step that is being taken."""

    def __init__(self, queue_port: int) -> None:
        self.steps: dict[str, Counted] = {}
        self.messages = Counter[str]()  # that were handled in a step
        self._queue_port = queue_port
        self._step: Counted | None = None

    @contextmanager
    def step(self, name: str) -> Generator[None]:
        before, self._step = self._step, self.steps.setdefault(name, Counted())
        yield
        self._step = before

    def taken(self, name: str) -> None:
        """A message, with one request; looks at an empty queue are no study's."""
        self.messages[name] += 1
        self.steps[name].requests["queue"] += 1

    @contextmanager
    def attached(self) -> Generator[None]:
        real = RequestsTransport.send

        def send(transport: RequestsTransport, request: Any, **given: Any) -> Any:
            response = real(transport, request, **given)
            if self._step is not None:
                self._note(self._step, request, response)
            return response

        with patch.object(RequestsTransport, "send", send):
            yield

    def _note(self, step: Counted, request: Any, response: Any) -> None:
        url = urlsplit(request.url)
        if "/docs" in url.path:
            _note_records(step, request, response)
        elif "/dbs" in url.path or url.path in ("", "/"):
            return  # what the client learns once about account and container
        elif url.port == self._queue_port:
            step.requests["queue"] += 1
            step.operations[f"queue {request.method}"] += 1
        else:
            step.requests["blob"] += 1
            step.operations[f"blob {request.method}"] += 1
            step.blob_bytes += int(request.headers.get("Content-Length") or 0)


def _note_records(step: Counted, request: Any, response: Any) -> None:
    step.requests["records"] += 1
    whose = _whose(request)
    body = request.data or b""
    headers = {name.lower(): value for name, value in request.headers.items()}
    if "x-ms-cosmos-is-batch-request" in headers:
        for one in json.loads(body):
            _note_change(step, whose, one)
    elif "x-ms-documentdb-isquery" in headers or "query" in headers.get("content-type", ""):
        step.operations["records query"] += 1
        step.ru[whose] += query_ru(len(response.body()))
    else:
        step.operations["records read"] += 1
        step.ru[whose] += read_ru(len(response.body()) if response.status_code == 200 else 0)


def _note_change(step: Counted, whose: str, change: dict[str, Any]) -> None:
    kind = change["operationType"].lower()
    step.operations[f"records {kind}"] += 1
    if kind == "delete":
        step.ru[whose] += delete_ru()
        return
    item = change["resourceBody"]
    size = len(json.dumps(item, separators=(",", ":")))
    step.ru[whose] += write_ru(size, _paths(item), replaces=kind == "replace")
    if kind == "create" and item["kind"] != Outgoing.kind:  # which goes once it is sent
        step.stored += size


def _paths(item: Any) -> int:
    """How many values the index holds of it; what container.json excludes is small."""
    if isinstance(item, dict):
        return sum(map(_paths, item.values()))
    return sum(map(_paths, item)) if isinstance(item, list) else 1


def _whose(request: Any) -> str:
    """The kind of the partition: `study`, `worklist`, `audit`, `users`, …"""
    key = json.loads(request.headers.get("x-ms-documentdb-partitionkey") or '[""]')[0]
    if key.startswith(("platform~", "sessions~")):
        return key.partition("~")[0] if key.startswith("sessions") else key.split("~")[1]
    return key.split("~")[1] if "~" in key else "everywhere"
