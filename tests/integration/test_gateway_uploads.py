"""Uploads through the gateway (STOW-RS): what is stored, what is not, and why."""

import json
from collections.abc import Iterator

import pytest

from infra.local.client import Client
from tests.dicom_files import changed, ct_slice
from tests.integration.dicomweb import HEAD, ROOT, UPLOAD, files_of, rows, stow, value
from tests.integration.installation import ARCHIVE, Installation


def test_of_a_mixed_upload_the_good_files_are_stored_and_the_others_named(reader: Client, study: str) -> None:
    good, cut, nameless = files_of(study)
    status, answer = stow(reader, [b"hello", good, cut[:-9], changed(nameless, SOPInstanceUID=None)])
    assert status == 202
    assert [value(item, "00081155") for item in answer["00081199"]["Value"]] == [f"{study}.1.1"]
    [failed] = answer["00081198"]["Value"]
    assert (value(failed, "00081155"), value(failed, "00081197")) == (f"{study}.1.2", 0xC000)
    assert value(failed, "00000902") == "The pixel data of the file is cut short."
    assert [value(item, "00000902") for item in answer["0008119A"]["Value"]] == [
        "This is not a DICOM file.",
        "The file has no SOP Instance UID.",
    ]


def test_an_upload_of_which_nothing_is_stored_is_a_conflict(reader: Client, study: str) -> None:
    assert stow(reader, [b"hello"])[0] == 409
    assert stow(reader, files_of(study), f"studies/{study}.7")[0] == 409


def test_a_study_of_one_patient_cannot_become_anothers(site: Installation, study: str) -> None:
    reader = site.client(ARCHIVE)
    first, second, _ = files_of(study)
    stow(reader, [first])
    status, answer = stow(reader, [changed(second, PatientID="SOMEBODY ELSE")])
    assert status == 409
    assert "another Patient ID" in value(answer["00081198"]["Value"][0], "00000902")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/dicom", 415),
        ('multipart/related; type="application/dicom+json"; boundary=b', 415),
        ('multipart/related; type="application/dicom"', 400),
        ('multipart/related; type="application/dicom"; boundary="b\tb"', 400),
    ],
)
def test_a_request_that_is_no_upload_is_told_so(reader: Client, kind: str, status: int) -> None:
    answer = reader.request("POST", f"{ROOT}/studies", headers={"Content-Type": kind}, body=b"x")
    assert answer.status == status
    assert json.loads(answer.data)["detail"].endswith(".")


def test_an_upload_that_breaks_off_keeps_what_had_arrived(reader: Client, study: str) -> None:
    first, second, _ = files_of(study)
    body = HEAD + first + b"\r\n" + HEAD + second
    answer = reader.request("POST", f"{ROOT}/studies", headers=UPLOAD, body=body)
    assert answer.status == 202
    [failed] = json.loads(answer.data)["0008119A"]["Value"]
    assert value(failed, "00000902") == "The transfer ended before this file did."
    assert len(rows(reader, f"studies/{study}/instances")) == 1


def test_uploads_stream_through_little_memory(site: Installation, study: str) -> None:
    reader, file = site.client(ARCHIVE), ct_slice(study, f"{study}.1", size=1600)
    before = site.peak_memory()

    def body() -> Iterator[bytes]:
        for number in range(1, 25):
            other = file.replace(f"{study}.1.1".encode(), f"{study}.1.{chr(48 + number % 10)}".encode())
            yield HEAD + other + b"\r\n"
        yield b"--b--\r\n"

    answer = reader.request("POST", f"{ROOT}/studies", headers=UPLOAD, body=body())
    assert answer.status == 200, answer.data
    assert site.peak_memory() - before < 120 << 20  # of 24 files of 5 MB, six are under way at most
