"""Whose an access token is. It ends with its client: that is read each time, so nothing waits to expire."""

from shared.application.access_tokens import AccessTokens
from shared.application.ports import Clock
from shared.application.services.clients import known
from shared.application.services.workplaces import is_closed
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import Unauthenticated


class ResolveAccessToken(Query[Actor]):
    access = Permission.SIGN_IN

    bearer: str


@handles(ResolveAccessToken)
def resolve_access_token(
    query: ResolveAccessToken, *, uow: UnitOfWork, tokens: AccessTokens, clock: Clock
) -> Actor:
    claims = tokens.read(query.bearer, clock.now())
    client = known(claims.client_id, uow) if claims else None
    if claims is None or client is None or is_closed(client.organization_id, uow):
        raise Unauthenticated("The access token is not valid, or no longer.", "invalid_token")
    return client.acting(claims.scopes)
