"""The static site, as Azure Static Web Apps serves it: `/` is the portal, `/viewer/` the viewer.

A missing file is 404 and never a page in disguise; only an address without a file ending may fall back to the
viewer's index, where its own router takes over.
"""

import asyncio
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

from starlette.types import Receive, Scope, Send

from infra.local.host.reply import Headers, reply
from infra.local.host.request import header
from infra.local.host.site_config import Route, SiteConfig
from infra.local.host.site_files import Folder, Found, found

CHUNK = 256 * 1024  # bytes


class Site:
    """An ASGI application. Refused when the site's configuration cannot be understood."""

    def __init__(self, static_web: Path) -> None:
        portal = static_web / "out"
        self._viewer = Folder("/viewer/", static_web / "viewer" / "dist")
        self._portal = Folder("/", portal)
        self._config = SiteConfig.read(portal, static_web)

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        path = unquote(scope["raw_path"].decode("latin-1"))
        if scope["method"] not in ("GET", "HEAD"):
            return await reply(send, 405, "Only GET and HEAD.", [(b"allow", b"GET, HEAD")])
        route = self._config.route(path)
        target = route.redirect if route and route.redirect else "/viewer/" if path == "/viewer" else None
        if target:
            status = route.status_code if route and route.redirect else HTTPStatus.PERMANENT_REDIRECT
            return await reply(send, status, headers=[(b"location", target.encode())])
        file = self._file(route.rewrite if route and route.rewrite else path) or self._fallback(path)
        if file:
            return await self._send(found(file, *self._wishes(scope)), route, scope, send)
        return await self._missing(route, scope, send)

    def _folder(self, path: str) -> Folder:
        return self._viewer if path.startswith(self._viewer.address) else self._portal

    def _file(self, path: str) -> Path | None:
        return self._folder(path).file(path)

    def _fallback(self, path: str) -> Path | None:
        """The index of the viewer's own routes, or what navigationFallback says for the rest."""
        if "." in path.rpartition("/")[2]:
            return None
        if path.startswith(self._viewer.address):
            return self._file(self._viewer.address)
        fallback = self._config.navigation_fallback
        return self._file(fallback.rewrite) if fallback and self._within(fallback.rewrite, path) else None

    def _within(self, rewrite: str, path: str) -> bool:
        """A fallback below /viewer/ is not the portal's."""
        fallback = self._config.navigation_fallback
        return self._folder(rewrite) is self._folder(path) and bool(fallback and fallback.covers(path))

    def _wishes(self, scope: Scope) -> tuple[str, dict[str, str]]:
        return header(scope, b"accept-encoding"), self._config.mime_types

    async def _missing(self, route: Route | None, scope: Scope, send: Send) -> None:
        if not self._portal.root.is_dir():
            await reply(send, 503, "The portal is not built yet: ./imagini up builds it.")
        elif page := self._portal.file("/404"):
            await self._send(found(page, *self._wishes(scope)), route, scope, send, HTTPStatus.NOT_FOUND)
        else:
            await reply(send, 404, "There is no such page.", self._headers(route, HTTPStatus.NOT_FOUND))

    def _headers(self, route: Route | None, status: HTTPStatus = HTTPStatus.OK) -> Headers:
        headers = {"cache-control": "no-cache", **self._config.headers(route)}
        if status == HTTPStatus.NOT_FOUND:  # may be there tomorrow: a browser must not keep it for a year
            headers["cache-control"] = "no-cache"
        return [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]

    async def _send(
        self, file: Found, route: Route | None, scope: Scope, send: Send, status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        headers = [
            *self._headers(route, status),
            (b"etag", file.etag.encode()),
            (b"vary", b"accept-encoding"),
        ]
        if status == HTTPStatus.OK and file.etag in header(scope, b"if-none-match"):
            return await send_head(send, HTTPStatus.NOT_MODIFIED, headers)
        headers += [(b"content-type", file.media_type.encode()), (b"content-length", str(file.size).encode())]
        if file.encoding:
            headers.append((b"content-encoding", file.encoding.encode()))
        if scope["method"] == "HEAD":
            return await send_head(send, status, headers)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        return await send_body(send, file.path)


async def send_head(send: Send, status: HTTPStatus, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def send_body(send: Send, path: Path) -> None:
    """The file in pieces, read beside the event loop."""
    with path.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, CHUNK):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
