"""Who gets what through the gateway, and where no input leads."""

import json

import pytest

from infra.local.client import Client
from tests.integration.dicomweb import files_of, get, rows, stow
from tests.integration.installation import BROKEN, Installation

HOSTILE_PATHS = [
    "studies/../..",  # clients resolve it themselves, and ask for what is above us
    "studies/../metadata",
    "studies/%2e%2e/series",
    "studies/1.2/series/..%2f..%2finstances",
    "studies/1.2%0d%0aX:1/series",
    "studies/a/series",
    f"studies/{'1' * 65}/series",
    "studies/1.2/series/1.3/instances/1.4/bulkdata/../../metadata",
    "studies/1.2/series/1.3/instances/1.4/bulkdata/",
    "studies/1.2/series/1.3/instances/1.4/frames/0",
    "studies/1.2/series/1.3/instances/1.4/frames/1,,2",
]
ODD_QUERIES = [
    "limit=-1",
    "limit=x",
    "offset=1e3",
    "NoSuch Field=1",
    "includefield=%0d%0a",
    "PatientName=%00",
    f"00100020={'x' * 1025}",
]


def test_nobody_sees_the_studies_of_another_organization(
    reader: Client, stranger: Client, study: str
) -> None:
    stow(reader, files_of(study))
    instance = f"studies/{study}/series/{study}.1/instances/{study}.1.1"
    assert rows(stranger, "studies?00100020=IYET5.0") == []
    assert rows(stranger, f"studies?StudyInstanceUID={study}") == []
    for path in (
        f"studies/{study}/series", f"studies/{study}/instances", f"studies/{study}/metadata",
        f"studies/{study}/series/{study}.1/metadata", f"{instance}/metadata",
    ):  # fmt: skip
        assert get(stranger, path).status == 404, path
    for path in (
        f"studies/{study}", f"studies/{study}/series/{study}.1", instance, f"{instance}/frames/1",
        f"{instance}/rendered", f"{instance}/thumbnail", f"{instance}/bulkdata/7FE00010",
        f"studies/{study}/thumbnail",
    ):  # fmt: skip
        missing = get(stranger, path.replace(study, f"{study}.404"), "*/*")
        foreign = get(stranger, path, "*/*")
        assert (foreign.status, foreign.data) == (missing.status, missing.data) == (404, missing.data), path


def test_who_is_not_signed_in_gets_nothing(site: Installation, study: str) -> None:
    anonymous = Client(site.url)
    assert get(anonymous, "studies").status == 401
    assert get(anonymous, f"studies/{study}/metadata").status == 401
    assert stow(anonymous, files_of(study))[0] == 401


def test_a_page_of_somebody_else_cannot_upload(reader: Client, study: str) -> None:
    assert stow(reader, files_of(study), **{"X-Imagini-Csrf": "0"})[0] == 403
    assert stow(reader, files_of(study), Origin="https://evil.example")[0] == 403


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_a_path_that_names_nothing_leads_nowhere(reader: Client, path: str) -> None:
    assert get(reader, path).status in (400, 404)


@pytest.mark.parametrize("query", ODD_QUERIES)
def test_a_search_that_makes_no_sense_is_told_so(reader: Client, query: str) -> None:
    answer = get(reader, f"studies?{query}")
    assert answer.status == 400
    assert json.loads(answer.data)["detail"].endswith(".")


def test_a_pacs_that_is_down_is_said_to_be_down(site: Installation, study: str) -> None:
    reader = site.client(BROKEN)
    for answer in (get(reader, "studies"), get(reader, f"studies/{study}/metadata")):
        assert answer.status == 503
        problem = json.loads(answer.data)
        assert problem["detail"] == "The PACS cannot be reached: nothing answers at its address."
    assert stow(reader, files_of(study))[0] == 503
