"""Which way mail goes is what the settings say; without them it is never lost in silence."""

from pathlib import Path

import pytest

from shared.application.ports import Letters, Mailer
from shared.composition import Imagini
from shared.domain.errors import Unavailable
from shared.infrastructure.email.communication_services import CommunicationServicesMailer
from shared.infrastructure.email.folder import FolderMailer
from shared.infrastructure.email.smtp import SmtpMailer
from shared.settings import Settings


@pytest.mark.parametrize(
    ("environment", "carrier"),
    [
        ({"AZURE_FUNCTIONS_ENVIRONMENT": "Development"}, FolderMailer),
        ({"IMAGINI_SMTP_URL": "smtps://mail.example.org"}, SmtpMailer),
        ({"IMAGINI_ACS_ENDPOINT": "https://imagini.communication.azure.com"}, CommunicationServicesMailer),
    ],
    ids=["locally", "smtp", "azure"],
)
def test_the_settings_choose_who_carries_mail(
    tmp_path: Path, environment: dict[str, str], carrier: type
) -> None:
    settings = Settings.from_environment(environment | {"IMAGINI_DATA": str(tmp_path)})

    assert isinstance(Imagini(settings).get(Mailer), carrier)


def test_a_deployment_without_a_carrier_keeps_its_mails_until_there_is_one() -> None:
    with pytest.raises(Unavailable, match="IMAGINI_SMTP_URL"):
        Imagini(Settings()).get(Mailer)


def test_a_deployment_that_does_not_know_its_address_sends_no_links() -> None:
    with pytest.raises(Unavailable, match="IMAGINI_PUBLIC_URL"):
        Imagini(Settings()).get(Letters)
    assert Imagini(Settings(public_url="https://imagini.example.org")).get(Letters)
