"""What a PACS can do beyond listing studies, tried on a study that it holds. Nothing is stored in it."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import quote

from shared.application.dicom.multipart import head_of, new_boundary, related, tail_of
from shared.application.dicom.paths import path_of, uid
from shared.application.dicom.source import DicomJson, Resource
from shared.application.models.dicom_rows import text
from shared.domain.errors import Unavailable
from shared.domain.source_check import Step
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.failures import NOT_DICOMWEB, refusal_of
from shared.infrastructure.dicomweb.queries import JSON, NO_CONTENT, data_sets

STUDY_UID, SERIES_UID, SOP_UID, PATIENT_ID = "0020000D", "0020000E", "00080018", "00100020"
FILE = 'multipart/related; type="application/dicom"; transfer-syntax=*'
NO_FILE = b"imagini asks whether files are taken here; this is none."
TAKES_FILES = frozenset({200, 202, 400, 409, 422})  # read it, and stored nothing
PLAIN = re.compile(r"[0-9A-Za-z._-]{2,64}")  # a patient's number that every server can be asked for
TOO_FEW = "Too few studies are stored in it to tell."


class CannotTell(Exception):
    """The PACS holds nothing that this could be tried with."""


class Trial(NamedTuple):
    client: Client
    root: str
    rows: list[DicomJson]  # of at most two studies, if it keeps to limits

    def search(self, path: str) -> list[DicomJson]:
        answer = self.client.get(f"{self.root}/{path}", JSON)
        if refusal := refusal_of(answer.status):
            raise refusal
        return [] if answer.status == NO_CONTENT else data_sets(answer.body)


def paging(trial: Trial) -> str:
    if len(trial.rows) > 2:
        raise Unavailable("The PACS sends more studies than it was asked for.")
    if len(trial.rows) < 2:
        raise CannotTell(TOO_FEW)
    one, other = trial.search("studies?limit=1&offset=0"), trial.search("studies?limit=1&offset=1")
    if [len(one), len(other)] != [1, 1] or text(one[0], STUDY_UID) == text(other[0], STUDY_UID):
        raise Unavailable("The PACS does not give its lists page by page.")
    return ""


def wildcard(trial: Trial) -> str:
    for row in trial.rows:
        number, study = text(row, PATIENT_ID), text(row, STUDY_UID)
        if PLAIN.fullmatch(number):
            break
    else:
        raise CannotTell(TOO_FEW)
    within = f"studies?StudyInstanceUID={quote(uid(study))}&PatientID="
    if not trial.search(f"{within}{number[:-1]}*"):
        raise Unavailable("The PACS finds no patient by the beginning of a number.")
    if trial.search(f"{within}{number}nobody*"):
        raise Unavailable("The PACS does not look at the patient's number at all.")
    return ""


def wado(trial: Trial) -> str:
    """The metadata and the file of one image."""
    if not trial.rows:
        raise CannotTell(TOO_FEW)
    study = uid(text(trial.rows[0], STUDY_UID))
    images = trial.search(f"studies/{study}/instances?limit=1")
    if not images:
        raise CannotTell(TOO_FEW)
    named = Resource(study, uid(text(images[0], SERIES_UID)), uid(text(images[0], SOP_UID)))
    if not trial.search(f"{path_of(named)}/metadata"):
        raise Unavailable("The PACS sends no metadata of its images.")
    with trial.client.stream("GET", f"{trial.root}/{path_of(named)}", {"Accept": FILE}) as response:
        if refusal := refusal_of(response.status):
            raise refusal
        if not response.headers.get("Content-Type", "").startswith("multipart/related"):
            raise Unavailable(NOT_DICOMWEB)
    return ""


def stow(trial: Trial) -> str:
    """With what is no DICOM file: refusing that is proof enough."""
    boundary = new_boundary()
    body = head_of(boundary, {"Content-Type": "application/dicom"}) + NO_FILE + tail_of(boundary)
    kind = related("application/dicom", boundary)
    status = trial.client.post(f"{trial.root}/studies", body.removeprefix(b"\r\n"), kind, JSON).status
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise Unavailable("The PACS does not allow imagini to store.")
    if status not in TAKES_FILES:
        raise Unavailable(f"The PACS takes no files (HTTP {status}).")
    return ""


TRIALS: Mapping[Step, Callable[[Trial], str]] = {
    "paging": paging,
    "wildcard": wildcard,
    "wado": wado,
    "stow": stow,
}
