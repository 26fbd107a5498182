"""Files stay small, and say nothing about the machine they were written on."""

import re
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT, TOP, files, shown

LIMIT = 250  # lines; the best code bases stay around 100
CODE = (".py", ".ts", ".tsx", ".mjs", ".js", ".css")
TEXT = (*CODE, ".md", ".toml", ".json", ".yaml", ".yml", ".sh", ".txt", ".bicep")
GENERATED = (".gen.ts", "next-env.d.ts")
MACHINE = re.compile(r"(?<![\w.])/(?:root|home/\w+|work|Users)/|[A-Z]:\\\\?Users")
HOUSE = ("functions", "shared", "infra", "static-web/src", "static-web/viewer")


@pytest.mark.parametrize("folder", HOUSE)
def test_no_file_is_longer_than_one_can_keep_in_mind(folder: str) -> None:
    written = (file for file in files(folder, endings=CODE) if not file.name.endswith(GENERATED))
    lengths = {shown(file): len(file.read_text().splitlines()) for file in written}

    assert lengths
    assert {name: length for name, length in lengths.items() if length > LIMIT} == {}


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    folders = [folder.name for folder in TOP]
    everywhere = [*files(*folders, endings=TEXT), *(p for p in ROOT.iterdir() if p.is_file())]
    guilty = [shown(file) for file in everywhere if file != Path(__file__) and named(file)]

    assert guilty == []


def named(file: Path) -> str | None:
    found = MACHINE.search(file.read_text(errors="replace"))
    return found and found[0]


def test_a_machine_path_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("/".join(["DATA = '", "home", "ada", "data'"]))
    (tmp_path / "b.py").write_text("ADDRESS = 'https://example.org/home/page'")

    assert named(tmp_path / "a.py")
    assert not named(tmp_path / "b.py")


@pytest.mark.parametrize("folder", ["functions", "shared", "infra", "tests"])
def test_no_module_is_a_drawer_for_everything(folder: str) -> None:
    drawers = {"utils", "util", "helpers", "common_utils", "misc"}

    assert [shown(file) for file in files(folder, endings=(".py",)) if file.stem in drawers] == []
