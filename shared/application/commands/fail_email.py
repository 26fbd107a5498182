"""Give a mail up that could not be sent, however often it was tried; its invitation says so."""

from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.invitation import Invitation
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
        _tell_the_invitation(mail, uow)
        uow.commit()


def _tell_the_invitation(mail: Mail, uow: UnitOfWork) -> None:
    invitations = uow.of(Invitation, USERS)
    if mail.invitation_id and (invitation := invitations.find(mail.invitation_id)):
        invitation.mail_failed(mail.id)
        invitations.save(invitation)
