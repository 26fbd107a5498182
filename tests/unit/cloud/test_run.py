"""A plan is run step by step, and stops where a step fails. Small programs stand in for az."""

import json
import sys
from pathlib import Path

import pytest

from infra.checks.bicep.template import Template
from infra.checks.code import ROOT
from infra.cloud.plan import OUTPUTS, Step, Wish, deployment
from infra.cloud.run import Stopped, run


def python(program: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program, *arguments)


def test_what_one_step_finds_out_the_next_ones_use(tmp_path: Path) -> None:
    outputs = json.dumps({"PUBLIC_URL": {"value": "https://imagini.example.org", "type": "String"}})
    write = "import os, sys; open(sys.argv[1], 'w').write(sys.argv[2] + ' ' + os.environ['KEY'])"

    run(
        [
            Step("outputs", python(f"print({outputs!r})"), outputs=True),
            Step("digest", python("print('sha256:1')"), keeps="DIGEST"),
            Step(
                "use",
                python(write, str(tmp_path / "used"), "{PUBLIC_URL}@{DIGEST}"),
                environment={"KEY": "{DIGEST}"},
            ),
        ]
    )

    assert (tmp_path / "used").read_text() == "https://imagini.example.org@sha256:1 sha256:1"


def test_nothing_is_done_after_a_step_that_failed(tmp_path: Path) -> None:
    touch = Step("touch", python("import sys; open(sys.argv[1], 'w')", str(tmp_path / "touched")))

    with pytest.raises(Stopped, match="Deploy: it ended with 3"):
        run([Step("Deploy", python("raise SystemExit(3)")), touch])

    assert not (tmp_path / "touched").exists()


def test_a_program_that_is_missing_is_named_before_anything_is_done(tmp_path: Path) -> None:
    touch = Step("touch", python("import sys; open(sys.argv[1], 'w')", str(tmp_path / "touched")))

    with pytest.raises(Stopped, match="Missing: no-such-program"):
        run([touch, Step("deploy", ("no-such-program", "deploy"))])

    assert not (tmp_path / "touched").exists()


def test_every_name_that_a_plan_waits_for_is_an_output_or_kept_by_a_step() -> None:
    steps = list(deployment(Wish("prod", "rg", "westeurope")))
    waited = {
        part for step in steps for text in (*step.command, *step.environment.values()) for part in names(text)
    }
    kept = {step.keeps for step in steps if step.keeps}

    assert waited == set(OUTPUTS) | kept
    assert set(OUTPUTS) <= Template.load(ROOT / "bicep").main.outputs.keys()


def names(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
