"""An OpenID provider in the manner of Microsoft Entra ID, from npm, over https."""

import json
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import urlopen

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.servers.npm import installed
from tests.servers.process import free_ports, program, running

HERE = Path(__file__).parent
CLIENT_ID, CLIENT_SECRET = "imagini-under-test", "a secret of the registration"
TENANT, OTHER_TENANT = (f"{n:08x}-0000-4000-8000-{n:012x}" for n in (1, 2))
PERSON, STRANGER = (f"{n:08x}-0000-4000-8000-{n:012x}" for n in (7, 8))


@dataclass(frozen=True)
class Provider:
    authority: str
    certificate: Path  # what it shows, to be trusted
    _next: Path

    @property
    def settings(self) -> dict[str, str]:
        """What an installation has to be told."""
        return {
            "IMAGINI_ENTRA_CLIENT_ID": CLIENT_ID,
            "IMAGINI_ENTRA_CLIENT_SECRET": CLIENT_SECRET,
            "IMAGINI_ENTRA_AUTHORITY": self.authority,
            "REQUESTS_CA_BUNDLE": str(self.certificate),
        }

    def will(self, claims: dict[str, Any] | None = None, **more: Any) -> None:
        """Recognize this person next. `id_token`: answer that; `status`: fail; `declined`: be told no."""
        who = {"tid": TENANT, "oid": PERSON, "preferred_username": "ada@contoso.example"}
        who |= {"given_name": "Ada", "family_name": "Byron"}
        self._next.write_text(json.dumps({"claims": who | (claims or {})} | more))

    def waves_through(self, address: str) -> dict[str, str]:
        """What its sign-in page answers, by way of the browser."""
        shown = requests.get(address, allow_redirects=False, timeout=60, verify=str(self.certificate))
        return dict(parse_qsl(urlsplit(shown.headers["location"]).query))

    def keys(self) -> dict[str, Any]:
        return requests.get(f"{self.authority}/v2.0/jwks", timeout=60, verify=str(self.certificate)).json()


@contextmanager
def entra(folder: Path) -> Generator[Provider]:
    """Needs REQUESTS_CA_BUNDLE to name its certificate in whichever process asks it."""
    installed(HERE, "oauth2-mock-server")
    [port] = free_ports(1)
    provider = Provider(f"https://localhost:{port}/organizations", _certificate(folder), folder / "next.json")
    provider.will()
    command = [program("node", "nodejs"), str(HERE / "entra.mjs"), str(port)]
    arguments = [str(provider.certificate), str(folder / "next.json")]
    with running([*command, *arguments], lambda: _answers(provider), folder / "entra.log"):
        yield provider


def _answers(provider: Provider) -> bool:
    trusting = ssl.create_default_context(cafile=str(provider.certificate))
    try:
        with urlopen(
            f"{provider.authority}/v2.0/.well-known/openid-configuration", timeout=10, context=trusting
        ):
            return True
    except OSError:
        return False


def _certificate(folder: Path) -> Path:
    """Of localhost, for an hour, and its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), _named("localhost")
    now = datetime.now(UTC)
    shown = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "entra.pem"
    file.write_bytes(private + shown.public_bytes(pem))
    return file


def _named(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
