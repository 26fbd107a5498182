"""A little of what is searched every night: `./imagini test fuzz`. # threat 14"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

RUNS = 2000


def test_thousands_of_odd_inputs_break_nothing(tmp_path: Path) -> None:
    """The same ones each time: a search that goes elsewhere is for the night."""
    command = [
        sys.executable,
        "-m",
        "tests.fuzz",
        "--runs",
        str(RUNS),
        "--seed",
        "7",
        "--corpus",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {RUNS} runs" in done.stderr


@pytest.mark.filterwarnings("ignore::UserWarning:pydicom")
def test_every_target_has_something_to_begin_with() -> None:
    assert {seed[0] for seed in seeds()} == set(range(len(TARGETS)))
