"""Partners' systems: who lets them in, and how they are given a token."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from functions.support.oauth import token_request
from functions.support.operation import FORM
from functions.support.resource import Resource
from functions.support.streaming_http import Request
from shared.domain.access import Permission

if TYPE_CHECKING:
    from shared.application.commands.add_client_secret import AddClientSecret
    from shared.application.commands.create_client import CreateClient
    from shared.application.commands.remove_client import RemoveClient
    from shared.application.commands.remove_client_secret import RemoveClientSecret
    from shared.application.models.clients import AccessToken, ClientRow, ClientView, NewSecret
    from shared.application.queries.list_clients import ListClients
    from shared.core.mediator import Send

clients = Resource("clients")


@clients.post("oauth/token", access=Permission.SIGN_IN, body_media=FORM)
async def issue_access_token(request: Request, send: Send) -> AccessToken:
    """Give a partner's system a token for ten minutes: OAuth 2.0, client credentials."""
    return await run_in_threadpool(send, await token_request(request))


@clients.get("organizations/{organization_id}/clients")
def list_clients(message: ListClients, send: Send) -> list[ClientRow]:
    """The partners' systems that work in an organization."""
    return send(message)


@clients.post("organizations/{organization_id}/clients", status=HTTPStatus.CREATED)
def create_client(message: CreateClient, send: Send) -> NewSecret:
    """Let a partner's system work in an organization; its secret is shown now and never again."""
    return send(message)


@clients.delete("organizations/{organization_id}/clients/{client_id}")
def remove_client(message: RemoveClient, send: Send) -> None:
    """Let it work there no longer; its tokens open nothing from now on."""
    send(message)


@clients.post("organizations/{organization_id}/clients/{client_id}/secrets", status=HTTPStatus.CREATED)
def add_client_secret(message: AddClientSecret, send: Send) -> NewSecret:
    """Give it another secret, beside the one that it has."""
    return send(message)


@clients.delete("organizations/{organization_id}/clients/{client_id}/secrets/{secret_id}")
def remove_client_secret(message: RemoveClientSecret, send: Send) -> ClientView:
    """Take one of its two secrets from it."""
    return send(message)
