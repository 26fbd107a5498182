"""Mail leaves by SMTP, by Azure Communication Services, or into a folder; always as the same letter."""

import json
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from azure.communication.email import EmailClient
from azure.core.credentials import AzureKeyCredential
from azure.core.exceptions import ServiceRequestError
from azure.core.pipeline.transport import RequestsTransport
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from shared.application.ports import Letter
from shared.domain.errors import Unavailable
from shared.infrastructure.email.communication_services import CommunicationServicesMailer
from shared.infrastructure.email.folder import FolderMailer
from shared.infrastructure.email.smtp import SmtpMailer
from tests.servers.smtp import Postbox, smtp_server

SENDER, TO = "imagini <no-reply@example.org>", "ada@example.org"
LETTER = Letter("Invitación", "<p>¡Hola!</p>", "¡Hola!\n")


@pytest.fixture
def box() -> Postbox:
    return Postbox(refuses="nobody@example.org")


@pytest.fixture
def server(box: Postbox) -> Iterator[int]:
    with smtp_server(box) as port:
        yield port


def test_a_letter_arrives_by_smtp_as_text_and_as_html(box: Postbox, server: int) -> None:
    SmtpMailer(f"smtp://127.0.0.1:{server}", SENDER).deliver(TO, LETTER)

    [mail] = box.mails
    text, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert (mail["From"], mail["To"], mail["Subject"]) == (SENDER, TO, "Invitación")
    assert text is not None
    assert html is not None
    assert (text.get_content().strip(), html.get_content().strip()) == ("¡Hola!", "<p>¡Hola!</p>")


def test_a_recipient_that_is_refused_is_said(server: int) -> None:
    with pytest.raises(Unavailable, match="RecipientsRefused"):
        SmtpMailer(f"smtp://127.0.0.1:{server}", SENDER).deliver("nobody@example.org", LETTER)


def test_a_mail_server_that_is_down_asks_to_try_again() -> None:
    with pytest.raises(Unavailable):
        SmtpMailer("smtp://127.0.0.1:1", SENDER).deliver(TO, LETTER)


def test_a_password_never_travels_without_tls(box: Postbox, server: int) -> None:
    with pytest.raises(Unavailable, match="no TLS"):
        SmtpMailer(f"smtp://imagini:secret@127.0.0.1:{server}", SENDER).deliver(TO, LETTER)

    assert box.logins == box.mails == []


def test_a_password_travels_inside_tls(box: Postbox, tmp_path: Path) -> None:
    serving, trusting = certificate(tmp_path)
    with smtp_server(box, serving) as port:
        url = f"smtp://imagini:p%40ss%20word@localhost:{port}"
        SmtpMailer(url, SENDER, trusting).deliver(TO, LETTER)

    assert (box.logins, len(box.mails)) == ([(b"imagini", b"p@ss word")], 1)


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(box: Postbox, tmp_path: Path) -> None:
    serving, _ = certificate(tmp_path)
    with smtp_server(box, serving) as port, pytest.raises(Unavailable):
        SmtpMailer(f"smtp://imagini:secret@localhost:{port}", SENDER).deliver(TO, LETTER)

    assert box.logins == []


@pytest.mark.parametrize("url", ["mail.example.org:25", "http://mail.example.org", "smtp://"])
def test_an_address_of_no_mail_server_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="IMAGINI_SMTP_URL"):
        SmtpMailer(url, SENDER)


def test_an_embedded_installation_puts_mail_into_a_folder(tmp_path: Path) -> None:
    FolderMailer(tmp_path / "mail", SENDER).deliver(TO, LETTER)

    [file] = (tmp_path / "mail").iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (file.suffix, mail["To"], mail["Subject"]) == (".eml", TO, "Invitación")
    assert file.stat().st_mode & 0o077 == 0  # the links in it open doors


class Wire(RequestsTransport):
    """The last step before the network: keeps what the service would be sent."""

    sent: list[Any]

    def send(self, request: Any, **_: Any) -> Any:
        self.sent.append(request)
        raise ServiceRequestError("no network here")


def test_azure_communication_services_is_given_the_letter_and_tracks_nobody() -> None:
    wire = Wire()
    wire.sent = []
    client = EmailClient(
        "https://mail.example.org", AzureKeyCredential("a2V5"), transport=wire, retry_total=0
    )
    with pytest.raises(Unavailable, match="Communication Services"):
        CommunicationServicesMailer(client, SENDER).deliver(TO, LETTER)

    [request] = wire.sent
    body = json.loads(request.body)
    assert request.url.startswith("https://mail.example.org/emails:send?")
    assert body["content"] == {"subject": "Invitación", "plainText": LETTER.text, "html": LETTER.html}
    assert (body["senderAddress"], body["recipients"]) == ("no-reply@example.org", {"to": [{"address": TO}]})
    assert body["userEngagementTrackingDisabled"] is True


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server of localhost shows, and who trusts exactly that."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        [x509.NameAttribute(NameOID.COMMON_NAME, "localhost")],
    )
    now = datetime.now(UTC)
    shown = (
        x509.CertificateBuilder(x509.Name(name), x509.Name(name), key.public_key(), 1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    file = folder / "server.pem"
    file.write_bytes(private + shown.public_bytes(serialization.Encoding.PEM))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(file)
    return serving, ssl.create_default_context(cadata=shown.public_bytes(serialization.Encoding.PEM).decode())
