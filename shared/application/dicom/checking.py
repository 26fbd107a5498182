"""What tells whether a PACS can be worked with, before anybody relies on it."""

from collections.abc import Generator, Iterator
from typing import Protocol

from shared.application.ports import Clock
from shared.domain.pacs import PacsSettings
from shared.domain.source_check import CheckedStep, SourceCheck

type Checking = Generator[CheckedStep, None, SourceCheck]  # tells each step as it is done, and then the whole


class SourceChecker(Protocol):
    def steps(self, pacs: PacsSettings, secret: str | None = None) -> Iterator[CheckedStep]:
        """Try all that the product needs of it. Stores nothing in it; raises nothing that it does wrong.

        `secret`: what is to be tried; None: what is kept.
        """
        ...


def followed(steps: Iterator[CheckedStep], clock: Clock) -> Checking:
    done: list[CheckedStep] = []
    for step in steps:
        done.append(step)
        yield step
    return SourceCheck.of(done, clock.now())
