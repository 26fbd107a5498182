"""What enforces Azure's conformance statement, met by the connection check and a long series. # A4 # E5"""

import urllib.error
import urllib.request

import pytest

from shared.application.dicom.source import Search
from shared.application.models.dicom_rows import text
from tests.contract.azure import azure_source, check_of
from tests.contract.dicom_sources import series_of
from tests.dicom_files import ct_slice
from tests.servers.ahds import HealthDataServices

LONG = 450


def test_the_connection_check_finds_out_what_it_can_do(ahds: HealthDataServices) -> None:
    azure_source(ahds, checked=False).store([ct_slice(f"2.25.70{n}", f"2.25.70{n}.1") for n in (1, 2)])
    check = check_of(ahds)

    assert check.works
    assert check.capabilities
    told = check.capabilities.model_dump(exclude={"checked_at"})
    assert told == {"paging": True, "wildcard": False, "retrieve": True, "store": True}


def test_a_long_series_behind_short_pages_arrives_complete(ahds: HealthDataServices, study: str) -> None:
    source, files = azure_source(ahds, checked=False), series_of(study, LONG, size=8)
    source.store(files)

    listed = source.search(Search("instances", {}, study, f"{study}.1"))
    arrived = [one.data for one in source.instances(study, f"{study}.1")]

    assert len({text(one, "00080018") for one in listed}) == len(listed) == LONG
    assert sorted(arrived) == sorted(files)


def test_another_file_under_the_same_uid_is_refused(ahds: HealthDataServices, study: str) -> None:
    source = azure_source(ahds, checked=False)
    source.store([ct_slice(study, f"{study}.1")])

    [again] = source.store([ct_slice(study, f"{study}.1", StudyDescription="OTHER")])

    assert again.failure == 0x0111


ENFORCED = {
    "no token": ("/studies", {}, 401),
    "more rows than allowed": ("/studies?limit=201", {}, 400),
    "an attribute that is not searched by": ("/studies?StudyTime=10", {}, 400),
    "an empty text": ("/studies?PatientID=", {}, 400),
    "two media types": ("/studies", {"Accept": "application/dicom+json, application/json"}, 406),
    "nothing found": ("/studies?PatientID=A*", {}, 204),
    "no version": ("/../studies", {}, 404),
}


@pytest.mark.parametrize(("path", "headers", "status"), ENFORCED.values(), ids=ENFORCED)
def test_the_statement_is_enforced(
    ahds: HealthDataServices, path: str, headers: dict[str, str], status: int
) -> None:
    shown = {} if status == 401 else ahds.headers
    url = f"{ahds.url}/studies" if path.startswith("/..") else f"{ahds.dicomweb}{path}"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=shown | headers)) as answer:
            given = answer.status
    except urllib.error.HTTPError as error:
        given = error.code
    assert given == status
