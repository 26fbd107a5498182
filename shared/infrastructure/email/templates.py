"""Letters from the Jinja2 templates in shared/application/email_templates."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, UndefinedError

from shared.application import email_templates
from shared.application.ports import Letter

FOLDER = Path(email_templates.__path__[0])


def one_line(text: str) -> str:
    """A value is part of a sentence: line breaks in it would begin sentences, or headers, of its own."""
    return " ".join(text.split())


class TemplateLetters:
    """Whatever a value holds stays text: in HTML it is escaped, and templates never see it as a template."""

    def __init__(self, site: str) -> None:
        self._site = site.rstrip("/")
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,  # whatever a file is called: select_autoescape goes by names
            undefined=StrictUndefined,
            finalize=_in_one_line,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, template: str, language: Literal["en", "es"], values: Mapping[str, str]) -> Letter:
        page = self._environment.get_template(f"{template}.{language}.html")
        plain = self._environment.get_template(f"{template}.{language}.txt")
        given = {**values, "site": self._site, "language": language}
        try:
            subject, text = (_plain(plain, block, given) for block in ("subject", "text"))
            return Letter(one_line(subject), page.render({**given, "subject": subject}), text)
        except UndefinedError as error:
            raise LookupError(f"{template}: {error}") from error


def _in_one_line(value: object) -> object:
    return one_line(value) if type(value) is str else value  # a Markup is a template's own, say super()


def _plain(template: Template, block: str, values: dict[str, str]) -> str:
    """Plain text has no markup: what was escaped is taken back, once."""
    return html.unescape("".join(template.blocks[block](template.new_context(values)))).strip() + "\n"
