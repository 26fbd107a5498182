"""/dev/mail: the mails that an embedded installation has put into its folder, newest first.

They open doors, so only a browser on this machine may read them, as with /admin; Azure has no such page.
"""

import html
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from infra.local.host.admin import LOOPBACK
from infra.local.host.reply import Headers, reply
from infra.local.host.request import header

ADDRESS, MOST = "/dev/mail", 100
NAME = re.compile(r"[0-9A-Za-z.-]+\.eml")
HEADERS: Headers = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]
PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>Mail</title><h1>Mail</h1>{}</html>"


class MailPage:
    """An ASGI application before another one, which answers every other address."""

    def __init__(self, folder: Path, rest: ASGIApp) -> None:
        self._folder, self._rest = folder, rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope["path"])
        if path.rstrip("/") != ADDRESS and not path.startswith(f"{ADDRESS}/"):
            return await self._rest(scope, receive, send)
        if not LOOPBACK.fullmatch(header(scope, b"host")):
            return await reply(send, 403, "Only for this machine.")
        name = path.removeprefix(ADDRESS).strip("/")
        text = self._mail(name) if name else self._list()
        return await reply(send, 200 if text else 404, text or "There is no such mail.", HEADERS)

    def _list(self) -> str:
        files = sorted(self._folder.glob("*.eml"), reverse=True)[:MOST]
        lines = "".join(_line(file) for file in files)
        return PAGE.format(f"<ul>{lines}</ul>" if lines else "<p>None has been sent yet.</p>")

    def _mail(self, name: str) -> str | None:
        file = self._folder / name
        if not NAME.fullmatch(name) or not file.is_file():
            return None
        body = _read(file).get_body(("html", "plain"))
        return body.get_content() if body else None


def _read(file: Path) -> EmailMessage:
    return message_from_bytes(file.read_bytes(), policy=policy.default)


def _line(file: Path) -> str:
    mail = _read(file)
    said = html.escape(f"{mail['Date']} · {mail['To']} · {mail['Subject']}")
    return f'<li><a href="{ADDRESS}/{html.escape(file.name)}">{said}</a></li>'
