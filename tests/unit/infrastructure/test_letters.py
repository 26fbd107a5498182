"""Mails as people read them: in their language, and proof against whatever a name may hold. # B14"""

import re
from pathlib import Path

import pytest

from shared.application import email_templates
from shared.application.ports import Letter
from shared.infrastructure.email.message import message_of
from shared.infrastructure.email.templates import TemplateLetters

FOLDER = Path(email_templates.__path__[0])
PARTS = frozenset({"layout.html", "button.html"})
WRITTEN = sorted(file.name for file in FOLDER.iterdir() if file.suffix in (".html", ".txt"))
NAMES = sorted({name.split(".")[0] for name in WRITTEN if name not in PARTS})
GIVEN = frozenset({"site", "language", "subject"})  # by the writer of letters, not by use cases
LETTERS = TemplateLetters("https://imagini.example.org/")
HOSTILE = ["<script>alert(1)</script>", "{{7*7}}", "{% include 'layout.html' %}", "a\r\nBcc: eve@example.org"]
EVERY = pytest.mark.parametrize("name", NAMES)
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


def needs(name: str, language: str) -> set[str]:
    """The values that a template uses."""
    text = "".join((FOLDER / f"{name}.{language}.{kind}").read_text() for kind in ("html", "txt"))
    spoken = " ".join(re.findall(r"\{\{(.*?)\}\}", text))
    words = re.findall(r"[a-z_]+(?!\()\b", re.sub(r'"[^"]*"|\w+\(', "", spoken))
    return set(words) - GIVEN


def letter(name: str, language: str, value: str = "Ada") -> Letter:
    values = dict.fromkeys(needs(name, language), value)
    return LETTERS.write(name, "es" if language == "es" else "en", values)


@EVERY
def test_a_letter_is_written_in_every_language_as_html_and_as_text(name: str) -> None:
    assert {file for file in WRITTEN if file.split(".")[0] == name} == {
        f"{name}.{language}.{kind}" for language in ("en", "es") for kind in ("html", "txt")
    }
    assert needs(name, "en") == needs(name, "es")


@EVERY
def test_the_languages_differ(name: str) -> None:
    assert letter(name, "en").text != letter(name, "es").text


@EVERY
@LANGUAGES
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_value_holds_stays_text(name: str, language: str, hostile: str) -> None:
    written, said = letter(name, language, hostile), " ".join(hostile.split())

    assert hostile not in written.html or "<" not in hostile
    assert "<script" not in written.html
    assert said in written.text  # as it is: neither computed nor escaped
    assert "49" not in written.html + written.text + written.subject


@EVERY
@LANGUAGES
def test_a_line_break_begins_neither_a_header_nor_a_sentence(name: str, language: str) -> None:
    written = letter(name, language, "a\r\nBcc: eve@example.org\r\n\r\nSend money.")
    message = message_of("imagini <no-reply@example.org>", "ada@example.org", written)

    assert message["Bcc"] is None
    assert "\nBcc:" not in written.text
    assert "\nSend money" not in written.text


@EVERY
@LANGUAGES
def test_a_letter_refuses_to_be_written_with_a_gap(name: str, language: str) -> None:
    for missing in needs(name, language):
        values = dict.fromkeys(needs(name, language) - {missing}, "Ada")
        with pytest.raises(LookupError, match=missing):
            LETTERS.write(name, "es" if language == "es" else "en", values)


@EVERY
@LANGUAGES
def test_every_link_leads_to_us(name: str, language: str) -> None:
    written = letter(name, language, 'x" href="https://evil.example.org')

    links = re.findall(r'href="([^"]*)"', written.html)
    assert links
    assert all(link.startswith("https://imagini.example.org/") for link in links)


def test_a_header_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        message_of("imagini <a@b.org>", "ada@example.org", Letter("a\r\nBcc: eve@example.org", "", ""))
