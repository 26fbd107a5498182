"""./imagini export, import and forget: what they say, and when they refuse."""

import io
import re
from pathlib import Path

import pytest

from infra.local.cli import main
from infra.local.stack.lock import Lock
from shared.application.commands.create_organization import CreateOrganization
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.settings import Settings

NAME = "commanded_clinic"


@pytest.fixture
def data(tmp_path: Path, azurite: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of an installation with one organization, which the environment names."""
    folder = tmp_path / "data"
    monkeypatch.setenv("IMAGINI_DATA", str(folder))
    monkeypatch.setenv("IMAGINI_STORAGE", azurite)
    clinic = CreateOrganization(name=NAME, display_name="Clinic")
    Mediator(Imagini(Settings(data=str(folder)))).send(clinic, PLATFORM)
    return folder


def says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{name}\n"))


def test_an_organization_goes_into_a_file_is_deleted_by_its_name_and_comes_back(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = data.parent / "clinic.zip"
    assert main(["export", NAME, str(file)]) == 0
    told = capsys.readouterr().out
    assert "the secret of the PACS: " in told
    assert (digest := re.search(r"sha256 (\w{64})", told))
    assert file.stat().st_mode & 0o777 == 0o600

    says("another_clinic", monkeypatch)
    assert main(["forget", NAME]) == 1
    assert "nothing was deleted" in capsys.readouterr().out
    assert main(["import", str(file)]) == 1
    assert "already" in capsys.readouterr().out  # so it is still there

    says(NAME, monkeypatch)
    assert main(["forget", NAME]) == 0
    assert f"This deletes {NAME}: " in capsys.readouterr().out
    assert main(["import", str(file), "--sha256", "0" * 64]) == 1
    assert "another file" in capsys.readouterr().out
    assert main(["import", str(file), "--sha256", digest[1]]) == 0
    assert f"{NAME} is here" in capsys.readouterr().out
    assert main(["audit", "verify"]) == 0


def test_a_file_is_never_overwritten_and_nothing_is_left_of_one_that_failed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data.parent / "clinic.zip"
    assert main(["export", "nobodys_clinic", str(file)]) == 1
    assert "There is no organization named nobodys_clinic." in capsys.readouterr().out
    assert [path for path in data.parent.iterdir() if path != data] == []
    file.write_bytes(b"of somebody")
    assert main(["export", NAME, str(file)]) == 1
    assert "exists already" in capsys.readouterr().out
    assert file.read_bytes() == b"of somebody"
    assert main(["import", str(file)]) == 1
    assert "is not a whole file of an organization" in capsys.readouterr().out


def test_an_installation_that_is_up_is_left_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    up = Lock(data)
    up.announce("http://localhost:8000")
    assert main(["export", NAME, str(data.parent / "clinic.zip"), "--data", str(data)]) == 1
    assert "already runs" in capsys.readouterr().out


def test_a_folder_is_exported_with_storage_of_its_own(data: Path) -> None:
    file = data.parent / "clinic.zip"
    assert main(["export", NAME, str(file), "--data", str(data)]) == 0
    assert main(["import", str(file), "--data", str(data.parent / "new")]) == 0
    assert (data.parent / "new" / "azurite").is_dir()
