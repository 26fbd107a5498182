"""The local Functions host, on Microsoft's worker library and Azurite, with an app that asks for it all."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

import pytest

from infra.local.stack.ports import free
from infra.local.stack.process import Process
from tests.integration.running_host import APP, MEGABYTE, PATIENCE, ROOT, RunningHost, until


@pytest.fixture(scope="module")
def host(azurite: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[RunningHost]:
    running = RunningHost(APP, azurite, tmp_path_factory.mktemp("host") / "host.log")
    running.jobs.create_queue()
    running.start()
    yield running
    running.process.stop(within=5)


def test_a_synchronous_function_gets_the_whole_request(host: RunningHost) -> None:
    status, body = host.ask("/api/echo/a%20b%2Fc?x=1&x=2", Cookie="taste=sweet")
    answer = json.loads(body)
    assert status == 201
    assert (answer["method"], answer["name"], answer["cookie"]) == ("GET", "a b%2Fc", "sweet")
    assert answer["query"] == [["x", "1"], ["x", "2"]]
    assert "ThreadPoolExecutor" in answer["thread"]


def test_a_caller_cannot_choose_the_invocation(host: RunningHost) -> None:
    forged = str(uuid4())
    _, body = host.ask("/api/echo/me", **{"x-ms-invocation-id": forged})
    assert json.loads(body)["invocation"] != forged


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/api/nowhere", "GET", 404),
        ("/api/up", "GET", 404),
        ("/api/down/many", "GET", 404),
        ("/api/echo/..%2f..%2fadmin", "GET", 400),
        ("/api/broken", "GET", 500),
        ("/", "GET", 503),
    ],
)
def test_what_does_not_fit_is_answered_as_on_azure(
    host: RunningHost, path: str, method: str, status: int
) -> None:
    assert host.ask(path, method)[0] == status


def test_64_megabytes_stream_down_without_being_held(host: RunningHost) -> None:
    host.ask("/api/down/1")
    before = host.memory()
    with urllib.request.urlopen(f"http://127.0.0.1:{host.port}/api/down/64") as answer:
        size = sum(len(chunk) for chunk in iter(lambda: answer.read(MEGABYTE), b""))
    assert size == 64 * MEGABYTE
    assert host.memory() - before < 32 * MEGABYTE


def test_64_megabytes_stream_up_in_chunks_without_being_held(host: RunningHost) -> None:
    def blocks() -> Iterator[bytes]:
        yield from (bytes(MEGABYTE) for _ in range(64))

    before = host.memory()
    connection = HTTPConnection("127.0.0.1", host.port, timeout=PATIENCE)
    connection.request(
        "POST", "/api/up", blocks(), encode_chunked=True, headers={"Transfer-Encoding": "chunked"}
    )
    assert connection.getresponse().read() == str(64 * MEGABYTE).encode()
    connection.close()
    assert host.memory() - before < 32 * MEGABYTE


def test_a_body_beyond_the_limit_is_refused_before_it_is_sent(host: RunningHost) -> None:
    connection = HTTPConnection("127.0.0.1", host.port, timeout=PATIENCE)
    connection.putrequest("POST", "/api/up")
    connection.putheader("Content-Length", str(101 * MEGABYTE))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_thousands_of_requests_leave_nothing_behind(host: RunningHost) -> None:
    connection = HTTPConnection("127.0.0.1", host.port, timeout=PATIENCE)

    def things_kept() -> int:
        """Once so many have been answered."""
        for _ in range(500):
            connection.request("GET", "/api/seen?by=nobody")
            connection.getresponse().read()
        connection.request("GET", "/api/things")
        return int(connection.getresponse().read())

    before, after = things_kept(), things_kept()
    connection.close()
    assert after - before < 250  # the unrepaired worker keeps several of each


def test_a_function_that_runs_too_long_is_cut_off(host: RunningHost) -> None:
    assert host.ask("/api/sleepy")[0] == 500


def test_a_message_runs_its_function_once(host: RunningHost) -> None:
    host.put("hello")
    until(lambda: any(one["text"] == "hello" for one in host.seen("work")))
    time.sleep(1.5)
    assert [one["count"] for one in host.seen("work") if one["text"] == "hello"] == [1]


def test_a_message_that_fails_is_tried_again_and_then_buried(host: RunningHost) -> None:
    host.put("fail")
    until(lambda: any(one["text"] == "fail" for one in host.seen("bury")))
    assert [one["count"] for one in host.seen("work") if one["text"] == "fail"] == [1, 2, 3]


def test_a_message_that_cannot_be_decoded_is_buried_unread(host: RunningHost) -> None:
    host.jobs.send_message("not base64!")
    poison = f"{host.queue}-poison"
    until(lambda: f"cannot be decoded: moved to {poison}" in host.process.log.read_text())
    assert all("not base64!" not in one["text"] for one in host.seen("work"))


def test_a_timer_fires_when_it_is_due(host: RunningHost) -> None:
    started, first = time.monotonic(), len(host.seen("tick"))
    until(lambda: len(host.seen("tick")) >= first + 2)
    assert len(host.seen("tick")) - first <= time.monotonic() - started + 2  # each second once


def test_a_queue_function_can_be_run_by_hand(host: RunningHost) -> None:
    body = json.dumps({"input": "by hand"})
    status, _ = host.ask("/admin/functions/work", "POST", body, **{"Content-Type": "application/json"})
    assert status == 202
    until(lambda: any(one["text"] == "by hand" for one in host.seen("work")))


def test_the_hosts_own_addresses_are_for_this_machine_only(host: RunningHost) -> None:
    assert host.ask("/admin/host/status", Host="imagini.example.org")[0] == 403
    assert (
        host.ask("/admin/functions/work", "POST", '{"input": "x"}', **{"Content-Type": "text/plain"})[0]
        == 415
    )
    assert json.loads(host.ask("/admin/host/status")[1])["functions"]["broken"]["failed"] >= 0


def start_refused(app: Path) -> str:
    command = [sys.executable, "-m", "infra.local", "host", "--app", str(app), "--port", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    return done.stderr


def test_an_app_with_a_hidden_route_does_not_start(tmp_path: Path) -> None:
    (tmp_path / "host.json").write_text('{"version": "2.0"}')
    (tmp_path / "function_app.py").write_text(
        """
import azure.functions as func
from functions.support.streaming_http import PlainTextResponse, Request, Response

app = func.FunctionApp()

@app.route("patients/{mrn}")
def a_patient(req: Request) -> Response:
    return PlainTextResponse("one")

@app.route("patients/search")
def search(req: Request) -> Response:
    return PlainTextResponse("many")
"""
    )
    assert "search ('patients/search') can never run: a_patient" in start_refused(tmp_path)


def test_an_app_that_cannot_be_imported_does_not_start(tmp_path: Path) -> None:
    (tmp_path / "host.json").write_text('{"version": "2.0"}')
    (tmp_path / "function_app.py").write_text("import nowhere_to_be_found")
    assert "No module named 'nowhere_to_be_found'" in start_refused(tmp_path)


def test_it_stops_though_a_function_still_runs(azurite: str, tmp_path: Path) -> None:
    hour = {"AzureFunctionsJobHost__functionTimeout": "01:00:00"}
    running = RunningHost(APP, azurite, tmp_path / "host.log", **hour)
    running.start()
    connection = HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
    connection.request("GET", "/api/sleepy")
    until(lambda: running.seen("sleepy"))
    running.process.ask_to_stop()
    until(lambda: not running.process.running)
    connection.close()
    assert running.process.code in (0, -signal.SIGTERM)


def test_the_server_that_this_host_leaves_out_works_as_azure_needs_it(tmp_path: Path) -> None:
    port, log = free(), tmp_path / "log"
    code = f"""
import asyncio
from functions.support.streaming_http import PlainTextResponse, WebApp, WebServer

async def hello(request):
    return PlainTextResponse(request.url.path)

app = WebApp()
app.route(hello)
asyncio.run(WebServer("127.0.0.1", {port}, app).serve())
"""
    server = Process("worker's server", [sys.executable, "-c", code], log, {}, ROOT)
    server.start()
    answers: list[bytes] = []

    def answered() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/me", timeout=5) as answer:
                answers.append(answer.read())
        except OSError:
            assert server.running, log.read_text()
        return bool(answers)

    until(answered)
    server.stop(within=2)
    assert answers == [b"/api/me"]
