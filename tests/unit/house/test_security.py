"""What docs/security.md promises is there; and time is read in one place. # threat 21"""

import re

import pytest

from tests.unit.house.tree import ROOT, files, shown

DOCUMENT = (ROOT / "docs" / "security.md").read_text()
NAMED = sorted(set(re.findall(r"`(test_\w+\.py)::(test_\w+)`", DOCUMENT)))
ROWS = re.findall(r"^\| (\d+) \|(.*)\|$", DOCUMENT, re.MULTILINE)
TESTS = [
    (file, file.read_text()) for file in files("tests", endings=(".py",)) if file.name.startswith("test_")
]
SYSTEM_CLOCK = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\(")
THREATS = {*range(1, 15), 16, 17, 20, 21}


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_is_named_against_a_threat_exists(file: str, test: str) -> None:
    assert [f for f, text in TESTS if f.name == file and f"def {test}(" in text], f"{file} has no {test}"


def test_every_threat_names_a_test() -> None:
    assert {int(number) for number, row in ROWS if "::test_" in row} == THREATS


def test_the_house_has_one_clock() -> None:
    """Adapters to the outside may look at the system's: what is decided is decided by the port."""
    houses = files("functions", "shared/domain", "shared/application", "shared/core", endings=(".py",))

    assert [shown(file) for file in houses if SYSTEM_CLOCK.search(file.read_text())] == []
