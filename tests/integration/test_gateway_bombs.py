"""Images that explode, through the API: each is refused in a sentence, and the next is shown. # threat 14"""

import json
from typing import Any

import pytest

from infra.local.client import Client
from tests.dicom_files import changed, ct_slice
from tests.hostile_files import BOMBS
from tests.integration.dicomweb import ROOT, get, stow
from tests.integration.installation import ARCHIVE, Installation

STORED = (
    "too large compressed",
    "lying jpeg",
    "lying jpeg ls",
    "lying jpeg 2000",
    "lying rle",
    "no beginning",
)
REFUSED = [name for name in BOMBS if name not in (*STORED, "short table", "rows that are a list")]


@pytest.fixture
def keeper(site: Installation) -> Client:
    return site.client(ARCHIVE)


def picture(client: Client, study: str, number: int, variant: str) -> Any:
    return get(
        client, f"studies/{study}/series/{study}.1/instances/{study}.1.{number}/{variant}", "image/jpeg"
    )


def test_what_explodes_in_a_parser_is_not_stored_and_what_comes_with_it_is(
    keeper: Client, study: str
) -> None:
    status, told = stow(keeper, [*(BOMBS[name]() for name in REFUSED), ct_slice(study, f"{study}.1")])
    assert status == 202
    failed = [*told["00081198"]["Value"], *told["0008119A"]["Value"]]  # with a name, and without
    assert len(failed) == len(REFUSED)
    assert [one["00081155"]["Value"] for one in told["00081199"]["Value"]] == [[f"{study}.1.1"]]


def test_what_explodes_in_a_decoder_is_refused_as_a_problem_and_the_next_is_shown(
    keeper: Client, study: str
) -> None:
    files = [_at(study, number, BOMBS[name]()) for number, name in enumerate(STORED, 2)]
    status, _ = stow(keeper, [ct_slice(study, f"{study}.1"), *files])
    assert status == 200
    for number in range(2, len(STORED) + 2):
        answer = picture(keeper, study, number, "rendered")
        assert answer.status == 406, answer.data
        assert answer.headers["content-type"] == "application/problem+json"
        assert (
            "image" in json.loads(answer.data)["detail"].lower()
            or "pixels" in json.loads(answer.data)["detail"]
        )
        assert picture(keeper, study, 1, "thumbnail").status == 200


def test_an_upload_of_anything_is_answered(keeper: Client) -> None:
    headers = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
    answer = keeper.request("POST", f"{ROOT}/studies", headers=headers, body=b"--b\r\n" + b"x" * 20_000)
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"


def _at(study: str, number: int, file: bytes) -> bytes:
    uids = {
        "StudyInstanceUID": study,
        "SeriesInstanceUID": f"{study}.1",
        "SOPInstanceUID": f"{study}.1.{number}",
    }
    return changed(file, **uids)
