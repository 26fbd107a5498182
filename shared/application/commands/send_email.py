"""Send a mail that a commit has promised. A crash between sending and forgetting sends it twice."""

from typing import ClassVar

from shared.application.ports import Letters, Mailer
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Task, handles
from shared.domain.access import Permission
from shared.domain.mail import Mail
from shared.domain.partitions import USERS


class SendEmail(Task):
    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "notify"

    mail_id: str


@handles(SendEmail)
def send_email(task: SendEmail, *, uow: UnitOfWork, letters: Letters, mailer: Mailer) -> None:
    mails = uow.of(Mail, USERS)
    mail = mails.find(task.mail_id)
    if mail is None or mail.failed:
        return
    mailer.deliver(mail.to, letters.write(mail.template, mail.language, mail.values))
    mails.remove(mail)
    uow.commit()
