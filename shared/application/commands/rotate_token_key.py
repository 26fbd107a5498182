"""Sign partners' tokens with a new key. For operators at the installation itself: no operation leads here."""

from shared.application.access_tokens import TokenKeys
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.partitions import accesses


class RotateTokenKey(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    at_once: bool = False  # somebody else may have the key: end every token


@handles(RotateTokenKey)
def rotate_token_key(
    command: RotateTokenKey, *, uow: UnitOfWork, keys: TokenKeys, clock: Clock, actor: Actor
) -> None:
    """First the key, then the line: a key that is changed twice does no harm, one that is not would."""
    now = clock.now()
    keys.rotate(now, command.at_once)
    detail = "at once" if command.at_once else ""
    uow.of(AuditLine, accesses(None, now)).add(
        AuditLine.of(actor, "system.rotate_key", "access-token-key", now, detail)
    )
    uow.commit()
