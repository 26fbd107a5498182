"""A long day: everybody asks everything there is, the background works, and all that is told is kept."""

import logging
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import azure.functions as func

from tests.hearing import hearing
from tests.unit.functions.browser import Answer
from tests.unit.functions.index import HTTP, INDEXED
from tests.unit.functions.wall.asking import question
from tests.unit.functions.wall.expectations import LINKS
from tests.unit.functions.wall.installation import Installation
from tests.unit.functions.wall.things import Things
from tests.world import SOON

ENDS = (  # somebody's session, or what they may do: asked last of all
    "change_member",
    "change_organization_status",
    "change_password",
    "change_user",
    "end_emergency",
    "end_other_sessions",
    "end_session",
    "open_emergency",
    "remove_client",
    "remove_member",
    "reset_password",
    "sign_out",
)
SHOWN = LINKS | {"store_studies", "store_study"}  # who has been given it, has it
BY_EFFECT = sorted(HTTP, key=lambda function: function.name in ENDS)
CONSUMERS = {
    one.get_trigger().queue_name: one.get_user_function()
    for one in INDEXED.values()
    if one.get_trigger().get_binding_name() == "queueTrigger"
}


@dataclass
class Day:
    installation: Installation
    answers: list[tuple[str, str, Answer]] = field(default_factory=list[tuple[str, str, Answer]])
    messages: list[str] = field(default_factory=list[str])
    logs: list[str] = field(default_factory=list[str])
    told: str = ""  # traces and measurements

    def ask(self, people: Sequence[str], *about: Things) -> None:
        """The own things first; with links and files that others were given, nobody comes."""
        for function in BY_EFFECT:
            for who in people:
                for things in about if function.name not in SHOWN else about[:1]:
                    answer = self.installation.people[who].ask(*question(function, things))
                    self.answers.append((who, function.name, answer))
        self.work()

    def work(self) -> None:
        """As the host does: each message to its function, and what fails to that of the poison queue."""
        queues = self.installation.world.queues
        for queue in [*CONSUMERS, *CONSUMERS]:
            while delivery := queues.take(queue, SOON):
                self.messages.append(delivery.message)
                try:
                    CONSUMERS[queue](func.QueueMessage(body=delivery.message.encode()))
                except Exception:  # as the worker logs it
                    logging.getLogger("worker").exception("An invocation failed")
                    queues.bury(queue, delivery)
                else:
                    queues.done(queue, delivery)

    def telling(self, people: Sequence[str], words: Sequence[str]) -> set[tuple[str, str, str]]:
        """Who was told which of these words, by which operation."""
        return {
            (who, name, word)
            for who, name, answer in self.answers
            if who in people
            for word in held(answer.body + str(answer.headers).encode(), words)
        }

    def mails(self) -> list[EmailMessage]:
        files = sorted((self.installation.world.folder / "mail").glob("*.eml"))
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]


def held(text: bytes | str, words: Sequence[str]) -> list[str]:
    raw = (text if isinstance(text, bytes) else text.encode()).lower()
    return [word for word in words if word.encode() in raw]


def words_of(mail: EmailMessage) -> str:
    """Headers and all parts, as a reader sees them."""
    parts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
    return "\n".join([*map(str, mail.values()), *parts])


@contextmanager
def telling(day: Day) -> Generator[None]:
    """Telemetry is on, and what it tells is kept."""
    with hearing() as heard:
        yield
        day.told = heard.everything()


@contextmanager
def overhearing(day: Day) -> Generator[None]:
    """All that is logged, at every level."""
    root, handler = logging.getLogger(), logging.Handler()
    format_ = logging.Formatter("%(name)s %(message)s").format
    handler.emit = lambda record: day.logs.append(format_(record))  # type: ignore[method-assign]
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
