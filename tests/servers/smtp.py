"""A real SMTP server in this process, that keeps what it is given."""

import ssl
from collections.abc import Generator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.servers.process import free_ports


class Postbox:
    def __init__(self, refuses: str = "") -> None:
        self.mails: list[EmailMessage] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self._refuses = refuses

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, to: str, _options: Any) -> str:  # noqa: N802  aiosmtpd's name
        if to == self._refuses:
            return "550 No such mailbox"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, login: LoginPassword
    ) -> AuthResult:
        self.logins.append((login.login, login.password))
        return AuthResult(success=login.password == b"p@ss word")


@contextmanager
def smtp_server(box: Postbox, tls: ssl.SSLContext | None = None) -> Generator[int]:
    """Its port. With TLS: STARTTLS is offered, and a login asked for."""
    auth: dict[str, Any] = {"auth_required": True, "authenticator": box.authenticate} if tls else {}
    [port] = free_ports(1)
    server = Controller(
        box, hostname="127.0.0.1", port=port, tls_context=tls, require_starttls=bool(tls), **auth
    )
    server.start()
    try:
        yield port
    finally:
        server.stop()
