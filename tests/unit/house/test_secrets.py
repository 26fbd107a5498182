"""Passwords and keys stay out of git. # J9"""

import re
from pathlib import Path

import pytest

from infra.checks.code import settings
from infra.checks.secrets import secrets
from tests.unit.house.tree import ROOT

EXAMPLE = (ROOT / ".env.example").read_text()
GIVEN_BY_THE_HOST = {"AZURE_FUNCTIONS_ENVIRONMENT"}
# Put together here, so that this file is not one of those it warns of.
LEAKS = {
    "a storage account's key": "AccountKey=" + "bG9uZ2VyIHRoYW4geW91IHRoaW5r" * 3 + "bG==",
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "GitHub's token": "ghp_" + "a1B2c3D4e5F6g7H8i9J0" + "k1L2m3N4o5P6q7R8",
    "a password in an address": "url = 'https://sol:" + "correct-horse@pacs.example.org/dicom-web'",
    "a signed token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    + "eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_secret_is_found_and_not_repeated(leak: str, tmp_path: Path) -> None:
    (tmp_path / "leak.py").write_text(f"# a comment\n{LEAKS[leak]}\n")

    [found] = list(secrets([tmp_path / "leak.py"]))

    assert found.startswith(f"{tmp_path / 'leak.py'}:2: ")
    assert LEAKS[leak] not in found


def test_the_example_of_an_environment_names_every_setting() -> None:
    named = set(re.findall(r"^#? ?([A-Z]\w+)=", EXAMPLE, re.MULTILINE))

    assert named == settings() - GIVEN_BY_THE_HOST


def test_the_example_of_an_environment_holds_no_secret() -> None:
    given = dict(re.findall(r"^#? ?(\w*(?:SECRET|TOKEN|PASSWORD|KEY)\w*)=(.*)$", EXAMPLE, re.MULTILINE))

    assert {name: value for name, value in given.items() if value and "vault" not in value} == {}
