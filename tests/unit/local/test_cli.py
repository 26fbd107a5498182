import subprocess
import sys
from pathlib import Path

import pytest

from infra.local import cli
from infra.local.testing.steps import PARTS, steps
from infra.local.testing.tally import Tally

ROOT = Path(__file__).parents[3]


def test_every_command_says_in_one_line_what_it_does() -> None:
    assert all(cli.summary(name).strip() for name in cli.names())
    assert {"up", "test", "host"} <= set(cli.names())


def test_every_command_can_be_loaded() -> None:
    for name in cli.names():
        command = cli.load(name)
        assert callable(command.run)
        assert callable(command.add_arguments)


def test_an_unknown_command_gets_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["fly"]) == 2
    shown = capsys.readouterr().out
    assert shown.startswith("There is no command 'fly'.")
    assert "  up " in shown


def test_the_list_of_commands_loads_none_of_them() -> None:
    code = """
import sys
from infra.local.cli import main
main(["--help"])
print([name for name in sys.modules if "commands." in name])
"""
    command = [sys.executable, "-c", code]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "[]"


def test_the_launcher_and_the_pipeline_can_be_executed() -> None:
    for script in ("imagini", ".ci/run"):
        assert (ROOT / script).stat().st_mode & 0o111
    assert "./imagini test" in (ROOT / ".ci/run").read_text()


def test_parts_run_in_one_order_whatever_the_order_asked_for() -> None:
    order = [step.part for step in steps(["unit", "lint"], [])]
    assert order == sorted(order, key=PARTS.index)
    assert {"lint", "unit"} == set(order)


def test_counts_of_several_runs_are_added_up(tmp_path: Path) -> None:
    report = tmp_path / "junit.xml"
    report.write_text('<testsuites><testsuite tests="5" failures="1" errors="0" skipped="2"/></testsuites>')
    tally = Tally()
    tally.add_junit(report)
    tally.add_junit(report)
    tally.counts["error"] += 1
    assert tally.closing_line(70.123) == "===== 2 failed, 4 passed, 4 skipped, 1 error in 70.12s ====="


def test_without_tests_the_closing_line_says_so() -> None:
    assert Tally().closing_line(0.1) == "===== no tests ran in 0.10s ====="
