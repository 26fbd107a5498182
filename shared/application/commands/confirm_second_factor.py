"""Switch the second factor on, with a first code of the app that was set up."""

from shared.application.models.second_factor import RecoveryCodes
from shared.application.ports import Clock
from shared.application.services.second_step import SecondStep
from shared.application.services.throttle import Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, Forbidden
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor, new_recovery_codes
from shared.domain.throttle import ACCOUNT, key_of


class ConfirmSecondFactor(Command[RecoveryCodes]):
    access = Permission.MANAGE_SELF

    code: str


@handles(ConfirmSecondFactor)
def confirm_second_factor(
    command: ConfirmSecondFactor,
    *,
    uow: UnitOfWork,
    actor: Actor,
    second_step: SecondStep,
    throttle: Throttle,
    clock: Clock,
) -> RecoveryCodes:
    factors = uow.of(SecondFactor, USERS)
    factor = factors.find(actor.id)
    if factor is None or factor.is_on:
        raise Conflict("There is no second factor to confirm. Set one up first.")
    key = key_of("second factor", actor.id)
    throttle.count(key, ACCOUNT)
    if not second_step.fits(factor, command.code):
        raise Forbidden("The code is not right. Is the clock of your phone right?", "code-wrong")
    codes = new_recovery_codes()
    factor.confirm(clock.now(), codes)
    factors.save(factor)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "second_factor.on", actor.id, clock.now()))
    uow.commit()
    throttle.clear(key)
    return RecoveryCodes(recovery_codes=codes)
