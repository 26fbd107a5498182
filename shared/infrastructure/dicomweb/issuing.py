"""Who gives tokens for a PACS: an OAuth server (RFC 6749, 4.4), or Azure for what imagini runs as."""

import base64
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode

from shared.domain.errors import DomainError, RuleBroken, Unavailable
from shared.domain.pacs import PacsSettings, is_azure_health
from shared.infrastructure.dicomweb.client import Answer, Client
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.lists import parsed
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.remarks import trouble
from shared.infrastructure.dicomweb.tokens import Token

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

TIMEOUT = 10.0  # seconds without a byte
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
AZURE_SCOPE = "https://dicom.healthcareapis.azure.com/.default"
REFUSALS = frozenset({400, 401, 403})
UNSAID = 300.0  # seconds that a token lives whose server does not say
LONGEST = 86_400.0
LARGEST = 16_384  # characters of a token


def issuer_of(pacs: PacsSettings, secret: str | None, places: Places) -> Callable[[], Token] | None:
    """None where the PACS wants no token that changes."""
    match pacs.auth:
        case "oauth":
            return partial(by_client_credentials, pacs, secret, places)
        case "managed_identity":
            return partial(by_managed_identity, pacs)
        case _:
            return None


def by_client_credentials(pacs: PacsSettings, secret: str | None, places: Places) -> Token:
    """Raises Unavailable. The server is one that the organization names: guarded as its PACS is."""
    if not secret:
        raise trouble("secret-missing")
    try:
        target = locate(pacs.token_url or "", places)
    except RuleBroken as error:
        raise trouble("token-address", str(error)) from error
    except DomainError as error:
        raise trouble("token-unreachable") from error
    form = {"grant_type": "client_credentials"} | ({"scope": pacs.scope} if pacs.scope else {})
    named = {"client_id": pacs.client_id, "client_secret": secret}
    answer = _posted(Client(target, {}, TIMEOUT), target.path or "/", form | named)
    if answer.status in REFUSALS:  # some servers take a client's secret in a header only
        proof = base64.b64encode(f"{quote_plus(pacs.client_id)}:{quote_plus(secret)}".encode()).decode()
        client = Client(target, {"Authorization": f"Basic {proof}"}, TIMEOUT)
        answer = _posted(client, target.path or "/", form)
    return _token(answer)


def by_managed_identity(pacs: PacsSettings, credential: "TokenCredential | None" = None) -> Token:
    """Raises Unavailable. What imagini runs as opens several organizations' studies: shown to Azure only."""
    from azure.core.exceptions import AzureError

    from shared.infrastructure import azure_service

    if not is_azure_health(pacs.url):
        raise trouble("identity-elsewhere")
    try:
        given = (credential or azure_service.credential()).get_token(AZURE_SCOPE)
    except AzureError as error:
        raise trouble("identity-missing") from error
    return Token(given.token, given.expires_on - time.time())


def _posted(client: Client, path: str, form: dict[str, str]) -> Answer:
    try:
        return client.post(path, urlencode(form).encode(), FORM, JSON)
    except DomainError as error:
        raise trouble("token-unreachable") from error


def _token(answer: Answer) -> Token:
    if answer.status in REFUSALS:
        raise trouble("token-refused")
    said = _object(answer.body) if answer.status == 200 else {}
    value, lifetime = said.get("access_token"), said.get("expires_in")
    if not isinstance(value, str) or not value.isascii() or not value.isprintable():
        raise trouble("token-odd")
    if not value or " " in value or len(value) > LARGEST:
        raise trouble("token-odd")
    return Token(value, _seconds(lifetime))


def _object(body: bytes) -> dict[str, Any]:
    try:
        said = parsed(body)
    except Unavailable:
        return {}
    return said if isinstance(said, dict) else {}


def _seconds(said: object) -> float:
    """Some servers write the number as a text."""
    try:
        seconds = float(str(said))
    except ValueError:
        return UNSAID
    return min(seconds, LONGEST) if seconds > 0 else UNSAID
