"""What is loaded when: a cold start pays for what it touches. Each check runs in a process of its own."""

import subprocess
import sys

import pytest

from tests.unit.house.tree import ROOT

HEAVY = (
    "PIL",
    "aiohttp",
    "argon2",
    "azure.cosmos",
    "azure.identity",
    "azure.keyvault",
    "azure.storage",
    "fpdf",
    "jinja2",
    "msal",
    "numpy",
    "onnxruntime",
    "opentelemetry",
    "pydicom",
    "requests",
    "urllib3",
)
WEB = ("azure.functions", "functions", "starlette", "uvicorn")
USE_CASES = ("shared.application.commands", "shared.application.queries", "shared.composition")
JOB = [f"shared.inference.{file.stem}" for file in sorted((ROOT / "shared" / "inference").glob("*.py"))]


def loaded_by(*modules: str) -> set[str]:
    """Every module that a fresh process has loaded after it has imported these."""
    check = f"import {', '.join(modules)}, sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def app() -> set[str]:
    return loaded_by("function_app")


@pytest.fixture(scope="module")
def job() -> set[str]:
    return loaded_by(*JOB)


@pytest.mark.parametrize("module", HEAVY)
def test_the_function_app_starts_without(app: set[str], module: str) -> None:
    assert module not in app


@pytest.mark.parametrize("module", [*WEB, *USE_CASES])
def test_the_inference_job_never_loads(job: set[str], module: str) -> None:
    assert module not in job


def test_a_job_that_finds_nothing_to_do_loads_neither_models_nor_images() -> None:
    heavy = {"onnxruntime", "opentelemetry", "pydicom", "numpy"}
    assert loaded_by("shared.inference.__main__").isdisjoint(heavy)


def test_the_checks_above_see_what_is_loaded(app: set[str], job: set[str]) -> None:
    assert {"azure.functions", "functions.api.auth"} <= app
    assert {"pydicom", "shared.application.models.inference"} <= job


def test_no_use_case_is_loaded_before_somebody_asks_for_it(app: set[str]) -> None:
    use_cases = ("shared.application.commands.", "shared.application.queries.", "shared.composition")
    assert not {module for module in app if module.startswith(use_cases)}


def test_no_model_is_built_while_the_app_is_imported(app: set[str]) -> None:
    assert "pydantic._internal._generate_schema" not in app
