"""Partners' systems, as an organization's administrators see them."""

from datetime import datetime
from typing import Literal, Self

from shared.domain.client import Client, Scope
from shared.domain.entity import Value


class SecretView(Value):
    id: str
    made_at: datetime


class ClientView(Value):
    id: str
    client_id: str  # what the partner shows
    name: str
    scopes: list[Scope]
    secrets: list[SecretView]
    created_at: datetime
    created_by: str

    @classmethod
    def of(cls, client: Client) -> Self:
        return cls(
            id=client.id,
            client_id=client.client_id,
            name=client.name,
            scopes=client.scopes,
            secrets=[SecretView(id=one.id, made_at=one.made_at) for one in client.secrets],
            created_at=client.created_at,
            created_by=client.created_by,
        )


class ClientRow(ClientView):
    """As the list shows it."""

    last_token_at: datetime | None  # None: not this month, nor the last


class NewSecret(Value):
    """The only time that the secret is shown."""

    client: ClientView
    secret: str


class AccessToken(Value):
    """RFC 6749, 5.1."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int
    scope: str
