"""staticwebapp.config.json, read as Azure Static Web Apps reads it.

A build may write its own copy, with the hashes of its scripts, into its output folder; that one is deployed,
so that one counts here too.
"""

import re
from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from infra.local.host.host_json import Refused
from infra.local.host.site_files import CONFIGURATION


def matcher(pattern: str) -> re.Pattern[str]:
    """`/viewer/*`, `*.{js,css}`: a star is any text, braces are alternatives."""
    pieces = re.split(r"(\*|\{[^}]*\})", pattern)
    return re.compile("".join(map(_piece, pieces)), re.IGNORECASE)


def _piece(piece: str) -> str:
    if piece == "*":
        return ".*"
    if piece.startswith("{"):
        return "(?:" + "|".join(re.escape(choice.strip()) for choice in piece[1:-1].split(",")) + ")"
    return re.escape(piece)


class Section(BaseModel):
    model_config = ConfigDict(extra="ignore", alias_generator=to_camel, populate_by_name=True)


class Route(Section):
    route: str
    headers: dict[str, str] = {}
    redirect: str | None = None
    rewrite: str | None = None
    status_code: int = 302

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return matcher(self.route)


class Fallback(Section):
    rewrite: str
    exclude: list[str] = []

    def covers(self, path: str) -> bool:
        return not any(matcher(pattern).fullmatch(path) for pattern in self.exclude)


class SiteConfig(Section):
    routes: list[Route] = []
    global_headers: dict[str, str] = {}
    navigation_fallback: Fallback | None = None
    mime_types: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def read(cls, *folders: Path) -> Self:
        """From the first folder that has one, else the defaults. Refused when it cannot be understood."""
        file = next(
            (folder / CONFIGURATION for folder in folders if (folder / CONFIGURATION).is_file()), None
        )
        try:
            return cls.model_validate_json(file.read_bytes()) if file else cls()
        except ValidationError as error:
            raise Refused(f"{file}: {error}") from None

    def route(self, path: str) -> Route | None:
        """The first that matches; Static Web Apps looks no further."""
        return next((route for route in self.routes if route.pattern.fullmatch(path)), None)

    def headers(self, route: Route | None) -> dict[str, str]:
        """The global ones, overridden by the route's; an empty value takes a header away."""
        merged = {**self.global_headers, **(route.headers if route else {})}
        return {name.lower(): value for name, value in merged.items() if value}
