"""Give a partner's system a token for ten minutes (RFC 6749, client credentials)."""

from dataclasses import replace

from pydantic import SecretStr

from shared.application.access_tokens import LASTS, AccessTokens, Claims
from shared.application.models.clients import AccessToken
from shared.application.ports import Clock
from shared.application.services.clients import known
from shared.application.services.throttle import Throttle
from shared.application.services.workplaces import is_closed
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine, Outcome
from shared.domain.client import Client
from shared.domain.errors import RuleBroken, Unauthenticated
from shared.domain.partitions import accesses
from shared.domain.throttle import NETWORK, key_of, network_of


class IssueAccessToken(Command[AccessToken]):
    access = Permission.SIGN_IN

    client_id: str
    secret: SecretStr
    scope: str = ""  # names, with spaces between; none: all that the client may


@handles(IssueAccessToken)
def issue_access_token(
    command: IssueAccessToken,
    *,
    uow: UnitOfWork,
    actor: Actor,
    throttle: Throttle,
    tokens: AccessTokens,
    clock: Clock,
) -> AccessToken:
    client = known(command.client_id, uow)
    network = key_of("client network", network_of(actor.address) or "unknown")
    throttle.look(network, NETWORK)  # not by client: 256 bits are not guessed, and others could keep it out
    if client is None or not client.is_opened_by(command.secret.get_secret_value()):
        throttle.count(network, NETWORK)
        _put_on_record(client, actor, "denied", uow, clock)
        raise Unauthenticated("The client or its secret is not right.", "invalid_client")
    if is_closed(client.organization_id, uow):
        raise Unauthenticated("The organization is suspended.", "invalid_client")
    scopes = _granted(client, command.scope)
    _put_on_record(client, actor, "granted", uow, clock)
    token = tokens.issue(Claims(client.client_id, scopes), clock.now())
    lasts = int(LASTS.total_seconds())
    return AccessToken(access_token=token, expires_in=lasts, scope=" ".join(sorted(scopes)))


def _granted(client: Client, asked: str) -> frozenset[str]:
    may = frozenset(str(scope) for scope in client.scopes)
    wanted = frozenset(asked.split()) or may
    if not wanted <= may:
        raise RuleBroken(f"This client may have: {' '.join(sorted(may))}.", "invalid_scope")
    return wanted


def _put_on_record(
    client: Client | None, actor: Actor, outcome: Outcome, uow: UnitOfWork, clock: Clock
) -> None:
    """Of one that exists; what else is typed says nothing to anybody."""
    if client is None:
        return
    organization_id, now = client.organization_id, clock.now()
    who = replace(client.acting(frozenset()), address=actor.address)
    line = AuditLine.of(who, "client.token", organization_id, now, outcome=outcome)
    uow.of(AuditLine, accesses(organization_id, now)).add(line)
    uow.commit()
