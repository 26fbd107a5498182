"""An invitation through the real queue: invited, mailed, read on /dev/mail, accepted, signed in."""

import re
import time

from infra.local.client import Client
from shared.application.commands.register_user import RegisterUser
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.settings import Settings
from tests.integration.installation import ARCHIVE, PASSWORD, Installation

PATIENCE = 120  # seconds until a mail has gone through the queue
HEAD, INVITED, NEW = "head@example.org", "eva@example.org", "nine blue herons upstream"


def administrator(site: Installation) -> Client:
    settings = Settings(data=site.settings["IMAGINI_DATA"], storage=site.settings["IMAGINI_STORAGE"])
    person = {"email": HEAD, "first_name": "Grace", "last_name": "Hopper", "password": PASSWORD}
    work = {"organization_id": ARCHIVE, "role": "org_admin"}
    register = RegisterUser.model_validate(person | {"membership": work})
    Mediator(Imagini(settings)).send(register, PLATFORM)
    client = Client(site.url)
    client.sign_in(HEAD, PASSWORD)
    return client


def link_on_the_page(client: Client) -> str:
    """The token of the newest mail to the invited."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = client.request("GET", "/dev/mail").data.decode()
        if found := re.search(rf'href="(/dev/mail/[^"]+)">[^<]*{INVITED}', page):
            mail = client.request("GET", found[1]).data.decode()
            return mail.partition("/invitation/#")[2].partition('"')[0]
        time.sleep(0.1)
    raise AssertionError("no mail came")


def test_an_invitation_leads_from_the_administrator_to_a_first_sign_in(site: Installation) -> None:
    administrator(site).call(
        "POST", f"/api/organizations/{ARCHIVE}/invitations", json={"email": INVITED, "role": "member"}
    )
    invited = Client(site.url)
    token = link_on_the_page(invited)
    assert invited.call("GET", f"/api/invitations/{token}")["email"] == INVITED

    account = {"first_name": "Eva", "last_name": "Mora", "password": NEW}
    invited.call("POST", f"/api/invitations/{token}/acceptance", json=account)
    assert invited.request("POST", f"/api/invitations/{token}/acceptance", json=account).status == 410
    assert invited.sign_in(INVITED, NEW)["organization"]["id"] == ARCHIVE
