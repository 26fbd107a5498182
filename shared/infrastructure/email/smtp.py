"""Mails through an SMTP server."""

import smtplib
import ssl
from urllib.parse import unquote, urlsplit

from shared.application.ports import Letter
from shared.domain.errors import Unavailable
from shared.infrastructure.email.message import message_of

PATIENCE = 20  # seconds
PORTS = {"smtp": 587, "smtps": 465}


class SmtpMailer:
    """`smtp://` turns to TLS where the server offers it; a password never travels without."""

    def __init__(self, url: str, sender: str, tls: ssl.SSLContext | None = None) -> None:
        self._url, self._sender, self._tls = urlsplit(url), sender, tls or ssl.create_default_context()
        if self._url.scheme not in PORTS or not self._url.hostname:
            raise ValueError("IMAGINI_SMTP_URL reads smtp://user:password@host:587 or smtps://…")

    def deliver(self, to: str, letter: Letter) -> None:
        try:
            with self._connection() as server:
                server.send_message(message_of(self._sender, to, letter))
        except (smtplib.SMTPException, OSError) as error:
            raise Unavailable(f"The mail server does not take the mail ({type(error).__name__}).") from error

    def _connection(self) -> smtplib.SMTP:
        host, port = self._url.hostname or "", self._url.port or PORTS[self._url.scheme]
        if self._url.scheme == "smtps":
            return self._login(smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=self._tls))
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=self._tls)
        elif self._url.username:
            server.close()
            raise Unavailable("The mail server offers no TLS, so it is not told the password.")
        return self._login(server)

    def _login(self, server: smtplib.SMTP) -> smtplib.SMTP:
        if self._url.username:
            server.login(unquote(self._url.username), unquote(self._url.password or ""))
        return server
