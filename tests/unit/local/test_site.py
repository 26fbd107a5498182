import asyncio
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from infra.local.host.site import Site

CONFIG = {
    "globalHeaders": {"X-Frame-Options": "DENY", "Cache-Control": "no-store"},
    "mimeTypes": {".glb": "model/gltf-binary"},
    "routes": [
        {"route": "/_next/static/*", "headers": {"Cache-Control": "public, max-age=31536000, immutable"}},
        {"route": "/viewer/*.{js,css}", "headers": {"X-Frame-Options": "SAMEORIGIN"}},
        {"route": "/old", "redirect": "/auth/signin", "statusCode": 301},
    ],
}


class Answer:
    def __init__(self) -> None:
        self.status, self.headers, self.body = 0, dict[str, str](), b""

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = int(message["status"])
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.body += message["body"]


@pytest.fixture
def static_web(tmp_path: Path) -> Path:
    files = {
        "out/index.html": "<h1>portal</h1>",
        "out/404.html": "<h1>not here</h1>",
        "out/auth/signin.html": "<h1>sign in</h1>",
        "out/patients/index.html": "<h1>patients</h1>",
        "out/_next/static/app.js": "portal()",
        "out/model.glb": "glb",
        "out/.imagini-stamp": "secret",
        "out/staticwebapp.config.json": json.dumps(CONFIG),
        "viewer/dist/index.html": "<h1>viewer</h1>",
        "viewer/dist/app.js": "viewer()",
        "staticwebapp.config.json": json.dumps(CONFIG),
        "package.json": "{}",
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (tmp_path / "viewer/dist/app.js.gz").write_bytes(gzip.compress(b"viewer()"))
    (tmp_path / "viewer/dist/app.js.br").write_bytes(b"brotli")
    return tmp_path


def get(static_web: Path, path: str, method: str = "GET", **headers: str) -> Answer:
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "raw_path": path.encode(), "headers": sent}
    answer = Answer()

    async def nothing() -> Any:
        return {"type": "http.disconnect"}

    asyncio.run(Site(static_web)(scope, nothing, answer.send))
    return answer


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/", b"<h1>portal</h1>"),
        ("/auth/signin", b"<h1>sign in</h1>"),
        ("/auth/signin/", b"<h1>sign in</h1>"),
        ("/patients", b"<h1>patients</h1>"),
        ("/viewer/", b"<h1>viewer</h1>"),
        ("/viewer/app.js", b"viewer()"),
        ("/viewer/viewer", b"<h1>viewer</h1>"),
    ],
)
def test_addresses_lead_to_pages(static_web: Path, path: str, body: bytes) -> None:
    answer = get(static_web, path)
    assert (answer.status, answer.body) == (200, body)


@pytest.mark.parametrize(
    "path",
    [
        "/staticwebapp.config.json",
        "/nowhere",
        "/nowhere.js",
        "/.imagini-stamp",
        "/%2e%2e/package.json",
        "/..%2fpackage.json",
        "/a%00b",
    ],
)
def test_what_is_not_there_is_404_with_the_portals_page(static_web: Path, path: str) -> None:
    answer = get(static_web, path)
    assert (answer.status, answer.body) == (404, b"<h1>not here</h1>")


def test_a_missing_file_of_the_viewer_is_never_answered_with_its_index(static_web: Path) -> None:
    assert get(static_web, "/viewer/gone.js").status == 404


def test_nobody_remembers_for_a_year_that_a_file_was_missing(static_web: Path) -> None:
    there, gone = (get(static_web, f"/_next/static/{name}.js") for name in ("app", "gone"))
    assert (there.status, "immutable" in there.headers["cache-control"]) == (200, True)
    assert (gone.status, gone.headers["cache-control"]) == (404, "no-cache")


def test_the_viewer_has_one_address(static_web: Path) -> None:
    answer = get(static_web, "/viewer")
    assert (answer.status, answer.headers["location"]) == (308, "/viewer/")


def test_redirects_of_the_configuration_are_followed(static_web: Path) -> None:
    answer = get(static_web, "/old")
    assert (answer.status, answer.headers["location"]) == (301, "/auth/signin")


def test_the_smallest_accepted_encoding_is_sent(static_web: Path) -> None:
    plain, gz, br = (
        get(static_web, "/viewer/app.js", accept_encoding=accepted)
        for accepted in ("identity", "gzip", "gzip, br")
    )
    assert plain.body == gzip.decompress(gz.body) == b"viewer()"
    assert br.body == b"brotli"
    assert [one.headers.get("content-encoding") for one in (plain, gz, br)] == [None, "gzip", "br"]
    assert {one.headers["content-type"] for one in (plain, gz, br)} == {"text/javascript; charset=utf-8"}


def test_headers_come_from_the_configuration(static_web: Path) -> None:
    page, script, viewer = (
        get(static_web, path).headers for path in ("/", "/_next/static/app.js", "/viewer/app.js")
    )
    assert (page["x-frame-options"], page["cache-control"]) == ("DENY", "no-store")
    assert script["cache-control"] == "public, max-age=31536000, immutable"
    assert viewer["x-frame-options"] == "SAMEORIGIN"
    assert get(static_web, "/model.glb").headers["content-type"] == "model/gltf-binary"


def test_a_configuration_written_by_the_build_goes_before_ours(static_web: Path) -> None:
    built = {**CONFIG, "globalHeaders": {"X-Frame-Options": "SAMEORIGIN"}}
    (static_web / "out/staticwebapp.config.json").write_text(json.dumps(built))
    assert get(static_web, "/").headers["x-frame-options"] == "SAMEORIGIN"


def test_an_unchanged_file_is_not_sent_again(static_web: Path) -> None:
    etag = get(static_web, "/viewer/app.js", accept_encoding="br").headers["etag"]
    again = get(static_web, "/viewer/app.js", accept_encoding="br", if_none_match=etag)
    assert (again.status, again.body) == (304, b"")
    assert get(static_web, "/viewer/app.js", if_none_match=etag).status == 200


def test_head_tells_the_size_and_sends_nothing(static_web: Path) -> None:
    answer = get(static_web, "/viewer/app.js", method="HEAD")
    assert (answer.status, answer.headers["content-length"], answer.body) == (200, "8", b"")


def test_a_page_takes_no_post(static_web: Path) -> None:
    assert get(static_web, "/", method="POST").status == 405


def test_before_the_first_build_the_site_says_so(tmp_path: Path) -> None:
    assert get(tmp_path, "/").body == b"The portal is not built yet: ./imagini up builds it."
