"""What Application Insights is sent: envelopes of Microsoft's exporter, received by a server of ours. # J2"""

import gzip
import json
import logging
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from shared.core import telemetry
from shared.core.measures import CACHE, QUEUE_AGE, QUEUE_OLDEST
from shared.core.receiving import received
from shared.domain.errors import Unavailable
from shared.infrastructure.opentelemetry.destinations import to_application_insights
from tests.builders import NOON

PARENT = f"00-{'ab' * 16}-{'cd' * 8}-01"
TELLTALES = ("Zebra", "ada@example.org", "1.2.840.10008.5.1.4.1.1.2")


class Ingestion(ThreadingHTTPServer):
    """Stands where https://REGION.in.applicationinsights.azure.com stands."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.paths: list[str] = []
        self.envelopes: list[dict[str, Any]] = []
        self.complaints = Complaints(logging.WARNING)

    @property
    def connection(self) -> str:
        key = "00000000-0000-0000-0000-000000000001"
        return f"InstrumentationKey={key};IngestionEndpoint=http://127.0.0.1:{self.server_address[1]}/"

    def told(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.envelopes if one["data"]["baseType"] == kind]


class Complaints(logging.Handler):
    """Of the exporter, about what it is given and where it sends it."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _Handler(BaseHTTPRequestHandler):
    server: Ingestion  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        sent = json.loads(body)
        self.server.paths.append(self.path)
        self.server.envelopes += sent
        answer = json.dumps({"itemsReceived": len(sent), "itemsAccepted": len(sent), "errors": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None: ...


def fail() -> None:
    with received("infer", "infer", PARENT, 1, NOON) as told:
        told.note(model="chest", remark=f"{TELLTALES[1]} and {TELLTALES[2]}")
        with telemetry.span("PACS studies", "called", call="studies"):
            telemetry.measured(CACHE, 2, cache="kept", outcome="hit")
            telemetry.measured(QUEUE_OLDEST, 61.0, queue="infer")
            raise Unavailable(f"{TELLTALES[0]} is not to be told.")


@pytest.fixture(scope="module")
def ingestion() -> Generator[Ingestion]:
    """After one try at a message that fails, within a trace that began elsewhere."""
    server = Ingestion()
    logging.getLogger("azure.monitor").addHandler(server.complaints)
    Thread(target=server.serve_forever, daemon=True).start()
    told_to = to_application_insights(server.connection, "inference", 1.0, with_identity=False)
    telemetry.listen(told_to)
    try:
        with pytest.raises(Unavailable):
            fail()
        telemetry.close()
        yield server
    finally:
        telemetry.listen(None)
        logging.getLogger("azure.monitor").removeHandler(server.complaints)
        server.shutdown()
        server.server_close()


def test_what_is_received_arrives_as_a_request_of_the_trace_that_its_message_carries(
    ingestion: Ingestion,
) -> None:
    [request] = ingestion.told("RequestData")

    assert request["tags"]["ai.operation.id"] == "ab" * 16
    assert request["tags"]["ai.operation.parentId"] == "cd" * 8
    assert request["tags"]["ai.cloud.role"] == "imagini.inference"
    said = request["data"]["baseData"]
    assert (said["name"], said["success"]) == ("infer", False)
    assert said["properties"]["imagini.queue"] == "infer"
    assert said["properties"]["imagini.error"] == "Unavailable"


def test_a_call_of_a_pacs_arrives_as_a_dependency_of_it(ingestion: Ingestion) -> None:
    [request] = ingestion.told("RequestData")
    [call] = ingestion.told("RemoteDependencyData")

    assert call["data"]["baseData"]["name"] == "PACS studies"
    assert call["tags"]["ai.operation.parentId"] == request["data"]["baseData"]["id"]


def test_measurements_arrive_under_the_names_that_the_alerts_ask_for(ingestion: Ingestion) -> None:
    measured = {
        metric["name"]: metric | envelope["data"]["baseData"]["properties"]
        for envelope in ingestion.told("MetricData")
        for metric in envelope["data"]["baseData"]["metrics"]
    }

    assert measured[QUEUE_OLDEST.name]["value"] == 61.0
    assert measured[QUEUE_OLDEST.name]["queue"] == "infer"
    assert measured[CACHE.name]["value"] == 2
    assert measured[QUEUE_AGE.name]["count"] == 1


def test_the_exporter_has_nothing_to_complain_of(ingestion: Ingestion) -> None:
    assert ingestion.complaints.lines == []


def test_nothing_of_what_must_not_be_told_arrives(ingestion: Ingestion) -> None:
    everything = json.dumps(ingestion.envelopes)

    assert {path.lstrip("/") for path in ingestion.paths} == {"v2.1/track"}
    assert [word for word in TELLTALES if word in everything] == []
