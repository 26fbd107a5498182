"""What the documents say is so. # A6 A10 H5"""

import json
import re
from pathlib import Path

import pytest

from infra.local import cli
from infra.local.commands import bench
from infra.local.testing.steps import LONG, PARTS
from shared.application.models.inference import InferSeries, ResultReady
from tests.unit.house.tree import ROOT, TOP, files, shown

READMES = [ROOT / "README.md", *(folder / "README.md" for folder in TOP)]
DOCUMENTS = sorted({*READMES, *files(*(folder.name for folder in TOP), endings=(".md",))})
COMMAND = re.compile(r"\./imagini ([a-z][a-z-]*)((?: [a-z][a-z-]*(?![\w.=/]))*)")
PLACE = re.compile(rf"(?<![\w./-])((?:{'|'.join(folder.name for folder in TOP)})/[\w./-]*\w)")
BUILT = ("static-web/out", "static-web/viewer/dist")
NAMED = {"test": (*PARTS, *LONG), "bench": bench.names()}  # commands that take names
TASKS = {task.queue: task for task in (InferSeries, ResultReady)}


@pytest.mark.parametrize("readme", READMES, ids=shown)
def test_every_top_level_directory_says_what_it_is_and_how_it_runs(readme: Path) -> None:
    assert readme.is_file(), f"write {shown(readme)}"
    assert "./imagini " in readme.read_text(), f"{shown(readme)} names no command"


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_every_command_that_a_document_names_exists(document: Path) -> None:
    for name, words in COMMAND.findall(text(document)):
        assert name in cli.names(), f"./imagini {name}"
        if name in NAMED:
            assert set(words.split()) <= set(NAMED[name]), f"./imagini {name}{words}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_every_place_that_a_document_names_exists(document: Path) -> None:
    named = {place for place in PLACE.findall(text(document)) if not place.startswith(BUILT)}

    assert [place for place in sorted(named) if not there(place)] == []


def there(place: str) -> bool:
    """A file or a folder; a module may be named without its ending."""
    return (ROOT / place).exists() or (ROOT / f"{place}.py").exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_every_link_to_a_file_leads_to_it(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text(document))
    here = [link for link in links if "://" not in link and not link.startswith(("/", "mailto:"))]

    assert [link for link in here if not (document.parent / link).exists()] == []


def test_the_messages_shown_to_those_who_write_models_are_real_ones() -> None:
    guide = text(ROOT / "docs" / "ml-interaction.md")
    shown_messages = re.findall(r"^([a-z-]+) +(\{.*\})$", guide, re.MULTILINE)

    assert {queue for queue, _ in shown_messages} == set(TASKS)
    for queue, message in shown_messages:
        TASKS[queue].model_validate(json.loads(message))


def text(document: Path) -> str:
    return document.read_text() if document.is_file() else ""
