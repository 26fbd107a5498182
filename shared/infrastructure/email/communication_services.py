"""Mails through Azure Communication Services, reached by managed identity."""

from email.utils import parseaddr
from typing import Any, Self

from azure.communication.email import EmailClient
from azure.core.exceptions import AzureError

from shared.application.ports import Letter
from shared.domain.errors import Unavailable


class CommunicationServicesMailer:
    def __init__(self, client: EmailClient, sender: str) -> None:
        self._client, self._sender = client, parseaddr(sender)[1]  # the service knows the name by itself

    @classmethod
    def connect(cls, endpoint: str, sender: str) -> Self:
        from azure.identity import DefaultAzureCredential

        return cls(EmailClient(endpoint, DefaultAzureCredential()), sender)

    def deliver(self, to: str, letter: Letter) -> None:
        """Returns when the service has accepted it; that it arrives is the service's affair."""
        message: dict[str, Any] = {
            "senderAddress": self._sender,
            "recipients": {"to": [{"address": to}]},
            "content": {"subject": letter.subject, "plainText": letter.text, "html": letter.html},
            "userEngagementTrackingDisabled": True,
        }
        try:
            self._client.begin_send(message, polling=False)
        except AzureError as error:
            raise Unavailable(
                f"Azure Communication Services does not take the mail ({type(error).__name__})."
            ) from error
