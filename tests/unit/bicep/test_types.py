"""Microsoft's own types, where their checker lies beside the checkout; GitHub runs the compiler. # J1"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra.checks.code import ROOT

CHECK = ROOT.parent / "shared" / "tools" / "bicepcheck" / "check"
TYPED = [*(ROOT / "bicep").glob("*.bicep"), *(ROOT / "bicep" / "modules").glob("*.bicep")]
UNTYPED = [*(ROOT / "bicep" / "modules" / "untyped").glob("*.bicep")]
NO_TYPES = re.compile(
    r"NOTYPE Microsoft\.(Cdn|Network/FrontDoorWebApplicationFirewallPolicies|Insights/dataCollectionRules)"
)

pytestmark = pytest.mark.skipif(not CHECK.is_file(), reason="there is no ../shared/tools/bicepcheck/check")


def found_in(files: list[Path]) -> list[str]:
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [str(CHECK), *map(str, files)], env=environment, capture_output=True, text=True, check=False
    )
    *lines, last = done.stdout.splitlines()
    assert last.startswith(f"{len(files)} files"), done.stderr
    return lines


def test_every_property_is_one_that_azure_knows() -> None:
    assert found_in(TYPED) == []


def test_where_it_knows_no_types_it_finds_nothing_else_wrong() -> None:
    assert [line for line in found_in(UNTYPED) if not NO_TYPES.search(line)] == []


def test_a_property_that_azure_does_not_know_is_found(tmp_path: Path) -> None:
    source = (ROOT / "bicep/modules/identity.bicep").read_text()
    (tmp_path / "identity.bicep").write_text(source.replace("tags: tags", "tag: tags", 1))

    assert any("tag is not a property" in line for line in found_in([tmp_path / "identity.bicep"]))
