"""Runs a plan, or prints it."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence

from infra.cloud.plan import ROOT, Step


class Stopped(Exception):
    """A step did not do its work; the text says which."""


def show(steps: Iterable[Step]) -> None:
    """The plan, with the names of what only Azure knows."""
    for number, step in enumerate(steps, 1):
        print(f"{number:>2}. {step.words}\n    {shlex.join(_ours(step.command))}")


def run(steps: Sequence[Step], known: Mapping[str, str] | None = None) -> None:
    """`known`: what earlier steps would have found out. Raises Stopped."""
    _find_programs(steps)
    known = dict(known or {})
    for number, step in enumerate(steps, 1):
        print(f"\n{number:>2}/{len(steps)} {step.words}", flush=True)
        known |= _execute(step, known)


def _execute(step: Step, known: dict[str, str]) -> dict[str, str]:
    """What is known now."""
    command = [filled(part, known) for part in step.command]
    command[0] = shutil.which(command[0]) or command[0]  # on Windows az is az.cmd
    environment = {name: filled(value, known) for name, value in step.environment.items()}
    listening = bool(step.keeps) or step.outputs
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE if listening else None,
        env={**os.environ, **environment},
    )
    if done.returncode:
        raise Stopped(f"{step.words}: it ended with {done.returncode}. Nothing after it was done.")
    if step.outputs:
        return {name: str(output["value"]) for name, output in json.loads(done.stdout).items()}
    return {step.keeps: done.stdout.strip()} if step.keeps else {}


def filled(text: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _ours(command: Sequence[str]) -> list[str]:
    """Our own steps are shown as somebody else would call them."""
    return ["python", *command[1:]] if command[1:3] == ("-m", "infra.cloud") else list(command)


def _find_programs(steps: Iterable[Step]) -> None:
    missing = sorted({name for step in steps if shutil.which(name := step.command[0]) is None})
    if missing:
        raise Stopped(f"Missing: {', '.join(missing)}. docs/deploy.md says where they come from.")
