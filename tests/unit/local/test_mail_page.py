"""/dev/mail shows what was mailed, to this machine only."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from infra.local.host.mail_page import MailPage
from infra.local.host.reply import reply
from shared.application.ports import Letter
from shared.infrastructure.email.folder import FolderMailer


class Answer:
    def __init__(self) -> None:
        self.status, self.headers, self.body = 0, dict[bytes, bytes](), b""

    async def send(self, event: Any) -> None:
        self.status = event.get("status", self.status)
        self.headers |= dict(event.get("headers", []))
        self.body += event.get("body", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mailer = FolderMailer(tmp_path, "imagini <no-reply@example.org>")
    for subject in ("First", "<script>second</script>"):
        letter = Letter(subject, f"<p>{subject[:5]} letter</p>", "text")
        mailer.deliver("ada@example.org", letter)
    return tmp_path


async def portal(_scope: Scope, _receive: Receive, send: Send) -> None:
    await reply(send, 200, "portal")


def get(folder: Path, path: str, host: str = "localhost:7071") -> Answer:
    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"host", host.encode())]}
    answer = Answer()

    async def nothing() -> Any:
        return {"type": "http.disconnect"}

    asyncio.run(MailPage(folder, portal)(scope, nothing, answer.send))
    return answer


def test_the_newest_mail_comes_first_and_its_subject_stays_text(folder: Path) -> None:
    page = get(folder, "/dev/mail").body.decode()

    assert page.index("&lt;script&gt;second") < page.index("First")
    assert "<script" not in page


def test_a_mail_is_shown_as_it_was_written_and_runs_nothing(folder: Path) -> None:
    first = min(file.name for file in folder.glob("*.eml"))
    answer = get(folder, f"/dev/mail/{first}")

    assert answer.body.strip() == b"<p>First letter</p>"
    assert answer.headers[b"content-security-policy"].startswith(b"default-src 'none'")


def test_a_folder_without_mail_says_so(tmp_path: Path) -> None:
    assert b"None has been sent" in get(tmp_path / "none", "/dev/mail/").body


@pytest.mark.parametrize("name", ["nowhere.eml", "../secret.eml", "..", "a/b.eml", "demo.json", "a\x00.eml"])
def test_nothing_else_is_shown(folder: Path, name: str) -> None:
    (folder.parent / "secret.eml").write_text("Subject: x\n\nsecret")
    (folder / "demo.json").write_text("{}")

    assert get(folder, f"/dev/mail/{name}").status == 404


@pytest.mark.parametrize("host", ["evil.example.org", "localhost.evil.example.org", ""])
def test_another_machines_name_reads_no_mail(folder: Path, host: str) -> None:
    assert get(folder, "/dev/mail", host).status == 403


@pytest.mark.parametrize("path", ["/", "/dev", "/dev/mailbox", "/viewer/"])
def test_every_other_address_is_the_sites(folder: Path, path: str) -> None:
    assert get(folder, path, "imagini.example.org").body == b"portal"
