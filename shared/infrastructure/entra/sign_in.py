"""Signing in with Microsoft Entra ID: authorization code, PKCE, state and nonce; a confidential client."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any
from warnings import filterwarnings

import requests
from msal import ConfidentialClientApplication, TokenCache
from msal.exceptions import MsalServiceError

from shared.application.microsoft import MicrosoftAccount, WayOut
from shared.domain.errors import Unauthenticated
from shared.infrastructure.entra.id_tokens import IdTokens
from shared.infrastructure.entra.provider import Provider, http, silent

type Credential = str | dict[str, Callable[[], str]]  # a secret, or assertions of a managed identity

DECLINED = frozenset({"access_denied", "interaction_required", "login_required", "consent_required"})

# MSAL would rather have a form posted: docs/decisions/0007-signing-in-with-microsoft.md
filterwarnings("ignore", "response_mode=.form_post.", UserWarning)


class KeepsNothing(TokenCache):
    """We read who it is and forget the tokens; MSAL would keep everybody's in memory."""

    def add(self, event: Any, now: Any = None) -> None:
        pass


class EntraSignIn:
    is_offered = True

    def __init__(
        self,
        client_id: str,
        credential: Credential,
        authority: str,
        callback: str,
        session: requests.Session | None = None,
    ) -> None:
        self._client_id, self._credential = client_id, credential
        self._authority, self._callback = authority.rstrip("/"), callback
        self._http = session or http()
        self._id_tokens = IdTokens(Provider(self._authority, self._http), client_id)

    @cached_property
    def _msal(self) -> ConfidentialClientApplication:
        return ConfidentialClientApplication(
            self._client_id,
            client_credential=self._credential,
            authority=self._authority,
            http_client=self._http,
            token_cache=KeepsNothing(),
            exclude_scopes=["offline_access"],  # nothing is done in anybody's name afterwards
            instance_discovery=False,  # the operator has named the authority
        )

    def begin(self) -> WayOut:
        try:
            flow = self._msal.initiate_auth_code_flow(
                [],
                redirect_uri=self._callback,
                prompt="select_account",  # a reading room's browser is not one person's
                response_mode="query",
            )
        except (requests.RequestException, ValueError) as error:
            raise silent() from error
        return WayOut(str(flow["auth_uri"]), flow)

    def finish(self, memory: Mapping[str, Any], answer: Mapping[str, str]) -> MicrosoftAccount:
        if answer.get("state") != memory["state"]:  # of another tab, or forged
            raise Unauthenticated("This is not the answer that was expected.", "microsoft-expired")
        try:
            tokens = self._msal.acquire_token_by_auth_code_flow(dict(memory), dict(answer))
        except (requests.RequestException, MsalServiceError) as error:
            raise silent() from error
        except (ValueError, RuntimeError) as error:  # no code, no token, or another nonce
            raise Unauthenticated("This is not the answer that was asked for.", "microsoft-failed") from error
        if "id_token" not in tokens:
            declined = tokens.get("error") in DECLINED
            reason = "microsoft-cancelled" if declined else "microsoft-failed"
            raise Unauthenticated("Microsoft has not signed you in.", reason)
        return _account(self._id_tokens.read(str(tokens["id_token"])))


def _account(claims: Mapping[str, Any]) -> MicrosoftAccount:
    def text(*names: str) -> str:
        found = next((claims[name] for name in names if isinstance(claims.get(name), str)), "")
        return "".join(c for c in " ".join(found.split()) if c.isprintable())[:100]

    first, _, last = text("name").partition(" ")
    return MicrosoftAccount(
        tenant_id=claims["tid"],
        object_id=claims["oid"],
        shown_as=text("preferred_username", "email", "name"),
        first_name=text("given_name") or first,
        last_name=text("family_name") or last,
    )
