"""Steps of `./imagini test`, side by side."""

import sys
from pathlib import Path

import pytest

from infra.local.testing.job import Job
from infra.local.testing.side_by_side import SideBySide
from infra.local.testing.steps import Step


def says(name: str, code: str, part: str = "unit", before: tuple[str, ...] = ()) -> Step:
    return Step(part, name, (sys.executable, "-c", code), before=before)


def waits_for(file: Path) -> str:
    return f"import os, time\nwhile not os.path.exists({str(file)!r}): time.sleep(0.01)"


def run(folder: Path, *steps: Step, stop_early: bool = False) -> list[Job]:
    (folder / "jobs").mkdir()
    return list(SideBySide(steps, folder / "jobs", stop_early).run())


def test_two_run_at_once_and_are_shown_one_after_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infra.local.testing.side_by_side.AT_ONCE", 2)
    there = tmp_path / "there"
    first = says("first", f"print('one', flush=True)\n{waits_for(there)}\nprint('two')")
    second = says("second", f"print('three'); open({str(there)!r}, 'w')")

    done = run(tmp_path, first, second)

    assert [job.good for job in done] == [True, True]
    assert capsys.readouterr().out == "\n── first ──\none\ntwo\n\n── second ──\nthree\n"


def test_a_part_waits_for_what_prepares_it_which_is_silent_where_nothing_was_to_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ready = tmp_path / "ready"
    prepares = says("prepares", f"open({str(ready)!r}, 'w')", "prepare", ("web",))
    needs = says("needs", f"import os; print(os.path.exists({str(ready)!r}))", "web")

    run(tmp_path, prepares, needs)

    assert capsys.readouterr().out == "\n── needs ──\nTrue\n"


@pytest.mark.parametrize(("part", "stop_early"), [("prepare", False), ("unit", True)])
def test_after_a_failure_that_is_fatal_nothing_else_is_run(
    tmp_path: Path, part: str, stop_early: bool
) -> None:
    fails = says("fails", "raise SystemExit(3)", part, ("e2e",))
    endless = says("endless", waits_for(tmp_path / "never"))
    never_begun = says("never begun", "", "e2e")

    done = run(tmp_path, fails, endless, never_begun, stop_early=stop_early)

    assert [(job.step.name, job.good) for job in done] in (
        [("fails", False)],
        [("fails", False), ("endless", False)],
    )
    assert not any(job.process.running for job in done)


def test_browser_tests_run_when_all_else_is_done(tmp_path: Path) -> None:
    others = tmp_path / "others"
    unit = says("unit", f"open({str(others)!r}, 'w')")
    browser = says("browser", f"import os; assert os.path.exists({str(others)!r})", "e2e")

    assert [job.good for job in run(tmp_path, unit, browser)] == [True, True]
