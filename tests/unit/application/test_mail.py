"""Mails on their way: promised in a commit, sent in the background, forgotten afterwards."""

from email import message_from_bytes, policy

import pytest

from shared.application.commands.fail_email import FailEmail
from shared.application.commands.send_email import SendEmail
from shared.application.services.post import post
from shared.domain.access import PLATFORM
from shared.domain.mail import Mail
from shared.domain.partitions import USERS
from tests.world import EMAIL, World

VALUES = {"invited_by": "Grace Hopper", "organization": "General Hospital", "token": "opens-a-door"}


@pytest.fixture
def promised(world: World) -> Mail:
    mail = Mail(to=EMAIL, template="invitation", language="es", values=VALUES)
    uow = world.unit_of_work()
    post(mail, uow)
    uow.commit()
    return mail


def sent(world: World) -> list[str]:
    files = sorted((world.folder / "mail").glob("*.eml"))
    return [str(message_from_bytes(file.read_bytes(), policy=policy.default)["Subject"]) for file in files]


def test_a_promised_mail_is_sent_and_forgotten(world: World, promised: Mail) -> None:
    world.work(SendEmail)

    assert sent(world) == ["Invitación a General Hospital en imagini"]
    assert world.of(Mail, USERS).find(promised.id) is None


def test_a_message_delivered_twice_sends_one_mail(world: World, promised: Mail) -> None:
    for _ in range(2):
        world.send(SendEmail(mail_id=promised.id), PLATFORM)

    assert len(sent(world)) == 1


def test_the_queue_learns_nobodys_name_or_secret(world: World, promised: Mail) -> None:
    [message] = world.queues.messages(SendEmail.queue)

    assert message == f'{{"version":1,"mail_id":"{promised.id}"}}'


def test_what_could_not_be_sent_is_kept_without_its_secrets_and_never_sent(
    world: World, promised: Mail
) -> None:
    world.send(FailEmail(mail_id=promised.id), PLATFORM)
    world.work(SendEmail)

    kept = world.of(Mail, USERS).get(promised.id)
    assert (kept.failed, kept.values, sent(world)) == (True, {}, [])


def test_giving_up_on_a_mail_that_was_sent_after_all_changes_nothing(world: World, promised: Mail) -> None:
    world.work(SendEmail)
    world.send(FailEmail(mail_id=promised.id), PLATFORM)

    assert world.of(Mail, USERS).find(promised.id) is None
