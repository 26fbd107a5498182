"""The static site answers nobody but our Front Door. # J3"""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from infra.cloud.site import assemble
from infra.cloud.smoke import smoke

PAGES = {"/": b"<html>", "/viewer/": b"<html>", "/api/health": b'{"status": "ok"}'}


def built(web: Path) -> Path:
    for file in (
        "out/index.html",
        "out/index.html.gz",
        "viewer/dist/index.html",
        "viewer/dist/static/a.js.br",
    ):
        (web / file).parent.mkdir(parents=True, exist_ok=True)
        (web / file).write_text("<html>")
    (web / "out/staticwebapp.config.json").write_text(json.dumps({"routes": [{"route": "/viewer/*"}]}))
    return web


def test_portal_and_viewer_become_one_site_behind_one_front_door(tmp_path: Path) -> None:
    site = assemble(tmp_path / "site", "1234", "https://imagini.example.org", built(tmp_path / "web"))
    config = json.loads((site / "staticwebapp.config.json").read_text())

    assert {p.relative_to(site).as_posix() for p in site.rglob("*.html")} == {
        "index.html",
        "viewer/index.html",
    }
    assert not [p for p in site.rglob("*") if p.suffix in (".gz", ".br")]
    assert config["routes"] == [{"route": "/viewer/*"}]
    assert config["networking"] == {"allowedIpRanges": ["AzureFrontDoor.Backend"]}
    assert config["forwardingGateway"]["requiredHeaders"] == {"X-Azure-FDID": "1234"}
    assert config["forwardingGateway"]["allowedForwardedHosts"] == ["imagini.example.org"]


class Deployment(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: ARG002
        return


def test_a_deployment_is_asked_for_portal_viewer_and_api() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Deployment)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"

    assert smoke(url, patience=0, pause=0) == ""
    PAGES["/api/health"] = b'{"status": "degraded"}'
    assert smoke(url, patience=0, pause=0) == f"{url}/api/health does not answer as it should."
    server.shutdown()
    server.server_close()
    assert smoke(url, patience=0, pause=0).startswith(f"{url}/: ")
