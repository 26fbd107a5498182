"""Answers, as the table of expectations writes them; and two that ought to be the same."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple
from urllib.parse import quote

from tests.unit.functions.browser import Answer
from tests.unit.functions.wall.things import Things

REFUSALS = {401: "?", 403: "x", 404: "-"}
MADE_UP = {"set-cookie", "content-length"}  # differ from one answer to the next


def mark(answer: Answer) -> str:
    return "+" if answer.status < 400 else REFUSALS.get(answer.status, "!")


class Seen(NamedTuple):
    """What can be told from an answer."""

    status: int
    headers: dict[str, str]
    body: bytes


def seen(answer: Answer, things: Things) -> Seen:
    """With a word in the place of each name that was asked about: who asked knew it."""
    headers = {name: text for name, text in answer.headers.items() if name not in MADE_UP}
    body = answer.body
    for name, word in _names(things):
        body = body.replace(name, word)
    return Seen(answer.status, headers, body)


def _names(things: Things) -> Iterator[tuple[bytes, bytes]]:
    """The longest first: some are the beginning of others."""
    texts = {one.name: getattr(things, one.name) for one in fields(things)}
    names = sorted(
        ((text, name) for name, text in texts.items() if isinstance(text, str)), key=lambda p: -len(p[0])
    )
    for text, name in names:
        for spelt in {text, quote(text)}:
            yield spelt.encode(), f"<{name}>".encode()
