"""Where an organization's studies live, and how imagini proves itself there."""

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, StringConstraints

from shared.domain.entity import Value
from shared.domain.errors import RuleBroken
from shared.domain.source_check import Capabilities

WebAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https?://")]
EMPTY_IS_NONE = BeforeValidator(lambda given: None if given == "" else given)  # as forms send it
AZURE_HEALTH = ".dicom.azurehealthcareapis.com"

type Auth = Literal["none", "basic", "bearer", "oauth", "managed_identity"]


class ArchiveSettings(Value):
    """Studies live in our own archive."""

    type: Literal["archive"] = "archive"


class PacsSettings(Value):
    """Studies live in the organization's PACS, behind DICOMweb. What is secret is kept in Secrets."""

    type: Literal["pacs"] = "pacs"
    url: str
    auth: Auth = "none"
    username: str = ""  # basic
    token_url: str | None = None  # oauth: who gives tokens for a client's id and secret
    client_id: str = ""
    scope: str = ""
    secret_name: str | None = None
    capabilities: Capabilities | None = None  # as the last check found them

    def must_be_complete(self) -> Self:
        """Raises RuleBroken."""
        if self.auth == "oauth" and not (self.token_url and self.client_id):
            raise RuleBroken("Say where tokens are given, and the id of imagini's client there.")
        if self.auth == "managed_identity" and not is_azure_health(self.url):
            raise RuleBroken(f"A managed identity opens https://….{AZURE_HEALTH.lstrip('.')} only.")
        return self

    def trusts_as(self, other: "SourceSettings") -> bool:
        """Whether a secret for the other is shown to nobody else here."""
        return isinstance(other, PacsSettings) and self._confidants == other._confidants

    @property
    def _confidants(self) -> tuple[object, ...]:
        return self.auth, _server(self.url), _server(self.token_url or "")


type SourceSettings = Annotated[ArchiveSettings | PacsSettings, Field(discriminator="type")]


def is_azure_health(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" and (parts.hostname or "").endswith(AZURE_HEALTH)


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
