"""The scripts say what they would do, on a machine that has never heard of Azure. # J6"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Parser

from infra.checks.code import ROOT

SCRIPTS = ROOT / "infra" / "scripts"
POWERSHELL = Parser(Language(tree_sitter_powershell.language()))
TWINS = ("deploy", "release", "remove")


def told(script: str, *arguments: str) -> str:
    """What it prints; with a PATH on which there is nothing but a shell."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": sys.executable}
    command = [shutil.which("sh") or "sh", str(SCRIPTS / script), *arguments]
    return subprocess.run(
        command, env=environment, cwd=ROOT.parent, capture_output=True, text=True, check=True
    ).stdout


def commands(plan: str) -> list[str]:
    return [line.strip() for line in plan.splitlines() if line.startswith("    ")]


def test_a_deployment_asks_before_it_changes_and_looks_afterwards() -> None:
    plan = commands(told("deploy.sh", "--dry-run", "--stage", "prod", "--group", "rg-hospital"))
    order = [
        "what-if",
        "confirm",
        "deployment group create",
        "acr build",
        "job update",
        "config-zip",
        "smoke",
    ]
    places = [next(i for i, line in enumerate(plan) if word in line) for word in order]

    assert places == sorted(places)
    assert all("bicep/prod.bicepparam" in line for line in plan if "deployment group create" in line)
    assert all("rg-hospital" in line for line in plan if " --resource-group " in line)


def test_the_image_is_built_on_one_that_is_known_by_its_digest() -> None:
    [build] = [line for line in commands(told("deploy.sh", "--dry-run")) if "acr build" in line]

    assert "PYTHON_IMAGE={AZURE_CONTAINER_REGISTRY_ENDPOINT}/python@{PYTHON_DIGEST}" in build


def test_only_production_builds_an_image_for_a_gpu() -> None:
    for stage, gpu in (("dev", "GPU=0"), ("prod", "GPU=1")):
        [build] = [
            line for line in commands(told("deploy.sh", "--dry-run", "--stage", stage)) if "acr build" in line
        ]
        assert gpu in build


def test_what_was_agreed_to_is_not_asked_again() -> None:
    assert "confirm" not in told("deploy.sh", "--dry-run", "--yes")


def test_an_image_is_named_by_its_digest_or_not_at_all() -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        told("deploy.sh", "--dry-run", "--image", "registry.example.org/imagini-inference:latest")

    assert "pin it by its digest" in refused.value.stderr


def test_a_release_leaves_the_infrastructure_alone() -> None:
    plan = told("release.sh", "--dry-run", "--image", "a@sha256:1", "--package", "old.zip")

    assert "group create" not in plan
    assert "acr build" not in plan
    assert "a@sha256:1" in plan
    assert "--src old.zip" in plan


def test_a_removal_says_that_nobody_can_undo_it() -> None:
    plan = told("remove.sh", "--dry-run", "--stage", "prod")

    assert "az group delete --name rg-imagini-prod" in plan
    assert "Nobody can undo it" in plan


def test_production_is_never_removed_without_its_name() -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        told("remove.sh", "--yes", "--stage", "prod")

    assert "somebody types its name" in refused.value.stderr


def test_the_registration_at_entra_has_no_secret() -> None:
    plan = told(
        "entra.sh", "--dry-run", "https://imagini.example.org/", "11111111-2222-3333-4444-555555555555"
    )

    assert "https://imagini.example.org/api/auth/microsoft/callback" in plan
    assert "api://AzureADTokenExchange" in plan
    assert "password" not in plan
    assert "credential reset" not in plan


@pytest.mark.parametrize("name", TWINS)
def test_the_powershell_twin_is_powershell_and_runs_the_same(name: str) -> None:
    twin = (SCRIPTS / f"{name}.ps1").read_text()

    assert not POWERSHELL.parse(twin.encode()).root_node.has_error
    for line in (SCRIPTS / f"{name}.sh").read_text().splitlines():
        if "infra.cloud" in line:
            called = line.partition(" -m ")[2].replace(' "$@"', "")
            assert f"-m {called} @args" in twin


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.sh")), ids=lambda path: path.name)
def test_a_shell_script_can_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
