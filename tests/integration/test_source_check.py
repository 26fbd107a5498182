"""The connection check against a real PACS. # E5"""

from pathlib import Path

from shared.application.dicom.source import Search
from shared.domain.pacs import PacsSettings
from shared.domain.source_check import SourceCheck
from shared.infrastructure.clock import SystemClock
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.dicom_files import ct_slice
from tests.servers.orthanc import Orthanc, orthanc


def checked(server: Orthanc, folder: Path, password: str | None) -> SourceCheck:
    pacs = PacsSettings(url=server.dicomweb, auth="basic" if password else "none", username="imagini")
    steps = PacsChecker(Places.here(), FileSecrets(folder)).steps(pacs, password)
    return SourceCheck.of(list(steps), SystemClock().now())


def told(check: SourceCheck) -> dict[str, str]:
    return {one.step: one.status for one in check.steps}


def test_orthanc_is_told_apart_from_itself_empty_full_and_locked(tmp_path: Path) -> None:
    with orthanc(tmp_path, "imagini", "secret") as server:
        locked, empty = checked(server, tmp_path, "wrong"), checked(server, tmp_path, "secret")
        source = PacsSource(
            locate(server.dicomweb, Places.here()), server.headers, today=lambda: SystemClock().now().date()
        )
        files = [ct_slice(f"2.25.{study}", f"2.25.{study}.1", 1) for study in (1, 2)]
        assert all(one.failure is None for one in source.store(files))
        full = checked(server, tmp_path, "secret")
        studies = len(source.search(Search("studies", {})))

    assert (locked.works, told(locked)["authenticate"]) == (False, "failed")
    assert (empty.works, told(empty)["wado"], told(empty)["stow"]) == (True, "skipped", "passed")
    assert set(told(full).values()) == {"passed"}, full.steps
    assert full.works
    assert studies == 2  # the check stored nothing
