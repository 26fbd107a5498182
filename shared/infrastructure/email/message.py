"""A letter as RFC 5322 writes it."""

from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from shared.application.ports import Letter


def message_of(sender: str, to: str, letter: Letter) -> EmailMessage:
    """Raises ValueError for a header that holds a line break."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, letter.subject
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="imagini")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message
