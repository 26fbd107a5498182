"""Partners' systems at the API: who lets them in, how they ask for a token, and how they use it."""

from base64 import b64encode
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.support import endpoint
from functions.support.actors import actor_of
from functions.support.streaming_http import Request
from shared.domain.access import Actor, Role
from tests.builders import HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import Answer, Browser

HEAD = replace(RADIOLOGIST, id="grace", name="Grace Hopper", role=Role.ORG_ADMIN)
OPERATOR = Actor(id="olga", name="Olga Operator", role=Role.APP_ADMIN)
READ, STORE = "patients.read", "studies.store"
FORM = {"content-type": "application/x-www-form-urlencoded"}
PATIENTS = "/patients?mrn=IYET5.0"
CLIENTS = f"/organizations/{HOSPITAL}/clients"


class Reception:
    """Whoever comes without a token is taken for `sitting`; systems are asked for theirs, as always."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, sitting: Actor = HEAD) -> None:
        self.sitting, self.browser = sitting, Browser()

        def caller(request: Request) -> Actor:
            return actor_of(request) if request.headers.get("authorization") else self.sitting

        monkeypatch.setattr(endpoint, "actor_of", caller)

    def admit(self, *scopes: str, name: str = "RIS") -> dict[str, Any]:
        """The client, with its `secret`."""
        answer = self.browser.post(CLIENTS, {"name": name, "scopes": list(scopes)})
        assert answer.status == 201, answer.body
        return answer.json["client"] | {"secret": answer.json["secret"]}

    def ask_token(self, client: dict[str, Any], headers: dict[str, str] | None = None, **form: str) -> Answer:
        """By HTTP Basic. A page's header is not sent: no page asks."""
        pair = f"{client['client_id']}:{client['secret']}".encode()
        shown = {"authorization": f"Basic {b64encode(pair).decode()}"} | FORM | (headers or {})
        return self.send({"grant_type": "client_credentials"} | form, shown)

    def send(self, form: dict[str, str], headers: dict[str, str]) -> Answer:
        return self.browser.ask("POST", "/oauth/token", urlencode(form).encode(), headers)

    def token(self, client: dict[str, Any], **form: str) -> str:
        return self.ask_token(client, None, **form).json["access_token"]

    def use(self, token: str, method: str = "GET", path: str = PATIENTS, **headers: str) -> Answer:
        return self.browser.ask(method, path, b"", {"authorization": f"Bearer {token}"} | headers)
