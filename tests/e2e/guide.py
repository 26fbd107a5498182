"""docs/onboarding as a test walks it: each step has a picture, and words in bold, which are on the screen."""

import re
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"en": "onboarding.md", "es": "onboarding.es.md"}


class Step(NamedTuple):
    title: str
    words: list[str]
    picture: str


def steps(language: str) -> list[Step]:
    _, *parts = re.split(r"^## \d+\. ", (DOCS / GUIDES[language]).read_text(), flags=re.MULTILINE)
    return [_step(part) for part in parts]


def _step(part: str) -> Step:
    title, _, text = part.partition("\n")
    words = [" ".join(bold.split()) for bold in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)]
    [picture] = re.findall(r"!\[[^\]]+\]\(screenshots/([\w-]+\.png)\)", text)
    return Step(title, words, picture)
