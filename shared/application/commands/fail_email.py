"""Give a mail up that could not be sent, however often it was tried."""

from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.mail import Mail
from shared.domain.partitions import USERS


class FailEmail(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    mail_id: str


@handles(FailEmail)
def fail_email(command: FailEmail, *, uow: UnitOfWork) -> None:
    mails = uow.of(Mail, USERS)
    if mail := mails.find(command.mail_id):
        mail.give_up()
        mails.save(mail)
        uow.commit()
