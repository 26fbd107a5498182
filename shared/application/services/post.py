"""Mails that follow a commit in the partition of people."""

from shared.application.commands.send_email import SendEmail
from shared.application.unit_of_work import UnitOfWork
from shared.domain.mail import Mail
from shared.domain.partitions import USERS


def post(mail: Mail, uow: UnitOfWork) -> None:
    """Keep the mail in this commit; send it once that has succeeded."""
    uow.of(Mail, USERS).add(mail)
    uow.then(SendEmail(mail_id=mail.id))
