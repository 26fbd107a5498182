"""A store that does not answer says so, in a few seconds, and in words of the domain."""

import json
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from shared.domain.errors import Unavailable
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.queue.queue import AzureQueue
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.changes import add
from tests.servers.azurite import ACCOUNT, KEY

DEAD = "http://127.0.0.1:9"  # the port of "discard", where nobody listens
STORAGE = (
    f"AccountName={ACCOUNT};AccountKey={KEY};BlobEndpoint={DEAD}/{ACCOUNT};QueueEndpoint={DEAD}/{ACCOUNT}"
)
CALLS: dict[str, Callable[[], object]] = {
    "blobs": lambda: AzureBlobs.connect(STORAGE).stat("a"),
    "queue": lambda: AzureQueue.connect(STORAGE).put("infer", "{}"),
    "cosmos": lambda: CosmosRecordStore.connect(DEAD).get("p", "study", "1"),
}


@pytest.mark.parametrize("store", CALLS)
def test_a_dead_server_is_noticed_within_seconds(store: str) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable, match="does not answer"):
        CALLS[store]()
    assert time.monotonic() - start < 45  # left to itself the library tries for minutes


def test_a_file_that_cannot_be_opened_is_unavailable(tmp_path: Path) -> None:
    records = SqliteRecordStore(tmp_path)
    with pytest.raises(Unavailable):
        records.get("p", "study", "1")
    with pytest.raises(Unavailable):
        records.commit("p", [add("1")])


class Cosmos(ThreadingHTTPServer):
    """Answers as Cosmos does, with the given statuses for items, the last one for ever."""

    def __init__(self, statuses: list[int]) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.statuses, self.asked = statuses, 0

    def next_status(self) -> int:
        self.asked += 1
        return self.statuses[min(self.asked, len(self.statuses)) - 1]


class Answer(BaseHTTPRequestHandler):
    server: Cosmos  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_GET(self) -> None:
        account = {"id": "a", "writableLocations": [], "readableLocations": [], "_rid": "r"}
        thing = {"id": "x", "_rid": "r", "_self": "s", "partitionKey": {"paths": ["/pk"], "kind": "Hash"}}
        item = {"id": "study:1", "pk": "p", "kind": "study", "key": "1", "body": {}, "_etag": "e"}
        about_items = "/docs/" in self.path
        self._send(
            self.server.next_status() if about_items else 200,
            {**account, **thing, **(item if about_items else {})},
        )

    def _send(self, status: int, body: dict[str, object]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("x-ms-retry-after-ms", "20")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def cosmos_answering(*statuses: int) -> Generator[tuple[Cosmos, CosmosRecordStore]]:
    with Cosmos(list(statuses)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server, CosmosRecordStore.connect(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def test_a_busy_cosmos_is_asked_again() -> None:
    with cosmos_answering(429, 429, 200) as (server, records):
        assert records.get("p", "study", "1")
        assert server.asked == 3


def test_a_cosmos_that_stays_busy_is_unavailable() -> None:
    with cosmos_answering(429) as (server, records):
        with pytest.raises(Unavailable):
            records.get("p", "study", "1")
        assert server.asked == 6


def test_a_cosmos_that_fails_is_unavailable_and_one_that_refuses_us_is_too() -> None:
    for status in (503, 500, 403):
        with cosmos_answering(status) as (_, records), pytest.raises(Unavailable):
            records.get("p", "study", "1")
