"""What tells whether a PACS can be worked with, before anybody relies on it."""

from typing import Protocol

from shared.domain.organization import PacsSettings
from shared.domain.source_check import SourceCheck


class SourceChecker(Protocol):
    def check(self, pacs: PacsSettings, secret: str | None = None) -> SourceCheck:
        """Try all that the product needs of it. Stores nothing in it; raises nothing that it does wrong.

        `secret`: the password or token that is to be tried; None: the one that is kept.
        """
        ...
