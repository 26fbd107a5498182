"""What an OpenID provider says of itself: where its keys are, and in whose name it signs."""

from time import monotonic
from typing import Any

import requests
from jwt import PyJWK, PyJWKSet
from jwt.exceptions import PyJWKSetError
from requests.adapters import HTTPAdapter

from shared.domain.errors import Unavailable

PATIENCE = 5.0  # seconds for an answer
KEYS_LAST, KEYS_AT_MOST_EVERY = 24 * 3600.0, 60.0  # seconds; an unknown key may be a new one, or made up


def silent() -> Unavailable:
    return Unavailable("Microsoft does not answer. Please try again.", "microsoft-unavailable")


class Impatient(HTTPAdapter):
    """Answers come in time, or not at all; requests knows no timeout of a session."""

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        return super().send(request, *args, **options | {"timeout": PATIENCE})


def http() -> requests.Session:
    session = requests.Session()
    session.mount("https://", Impatient(max_retries=1))  # a kept connection may have been closed
    session.mount("http://", Refusing())
    return session


class Refusing(HTTPAdapter):
    """Who people are is never asked without encryption."""

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:  # noqa: ARG002
        raise requests.exceptions.InvalidSchema(f"{request.url} is not https")


class Provider:
    def __init__(self, authority: str, session: requests.Session) -> None:
        self._address = f"{authority.rstrip('/')}/v2.0/.well-known/openid-configuration"
        self._http = session
        self._about: dict[str, Any] = {}
        self._keys: dict[str, PyJWK] = {}
        self._read_at = float("-inf")

    def issuer_of(self, tenant_id: str) -> str:
        """Of one tenant: a provider for several writes {tenantid} in its place."""
        return str(self._known()["issuer"]).replace("{tenantid}", tenant_id)

    def key(self, key_id: str) -> PyJWK | None:
        age = monotonic() - self._read_at
        if age > KEYS_LAST or (key_id not in self._keys and age > KEYS_AT_MOST_EVERY):
            self._read_keys()
        return self._keys.get(key_id)

    def _read_keys(self) -> None:
        try:
            keys = PyJWKSet.from_dict(self._get(str(self._known()["jwks_uri"]))).keys
        except PyJWKSetError as error:
            raise silent() from error
        self._keys = {key.key_id: key for key in keys if key.key_id}
        self._read_at = monotonic()

    def _known(self) -> dict[str, Any]:
        self._about = self._about or self._get(self._address)
        return self._about

    def _get(self, address: str) -> dict[str, Any]:
        try:
            answer = self._http.get(address)
            answer.raise_for_status()
            return answer.json()
        except (requests.RequestException, ValueError) as error:
            raise silent() from error
