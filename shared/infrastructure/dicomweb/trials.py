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
from shared.domain.source_check import Step
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.lists import JSON, NO_CONTENT, data_sets
from shared.infrastructure.dicomweb.remarks import trouble

STUDY_UID, SERIES_UID, SOP_UID, PATIENT_ID = "0020000D", "0020000E", "00080018", "00100020"
FILE = 'multipart/related; type="application/dicom"; transfer-syntax=*'
NO_FILE = b"imagini asks whether files are taken here; this is none."
TAKES_FILES = frozenset({200, 202, 400, 409, 422})  # read it, and stored nothing
PLAIN = re.compile(r"[0-9A-Za-z._-]{2,64}")  # a patient's number that every server can be asked for


class CannotTell(Exception):
    """The PACS holds too little that this could be tried with."""


class Trial(NamedTuple):
    client: Client
    root: str
    rows: list[DicomJson]  # of at most two studies, if it keeps to limits

    def search(self, path: str) -> list[DicomJson]:
        answer = self.client.get(f"{self.root}/{path}", JSON)
        if refusal := refusal_of(answer.status):
            raise refusal
        return [] if answer.status == NO_CONTENT else data_sets(answer.body)


def paging(trial: Trial) -> None:
    if len(trial.rows) > 2:
        raise trouble("more-than-asked")
    if len(trial.rows) < 2:
        raise CannotTell
    one, other = trial.search("studies?limit=1&offset=0"), trial.search("studies?limit=1&offset=1")
    if [len(one), len(other)] != [1, 1] or text(one[0], STUDY_UID) == text(other[0], STUDY_UID):
        raise trouble("no-pages")


def wildcard(trial: Trial) -> None:
    for row in trial.rows:
        number, study = text(row, PATIENT_ID), text(row, STUDY_UID)
        if PLAIN.fullmatch(number):
            break
    else:
        raise CannotTell
    within = f"studies?StudyInstanceUID={quote(uid(study))}&PatientID="
    if not trial.search(f"{within}{number[:-1]}*"):
        raise trouble("no-prefix")
    if trial.search(f"{within}{number}nobody*"):
        raise trouble("number-ignored")


def wado(trial: Trial) -> None:
    """The metadata and the file of one image."""
    if not trial.rows:
        raise CannotTell
    study = uid(text(trial.rows[0], STUDY_UID))
    images = trial.search(f"studies/{study}/instances?limit=1")
    if not images:
        raise CannotTell
    named = Resource(study, uid(text(images[0], SERIES_UID)), uid(text(images[0], SOP_UID)))
    if not trial.search(f"{path_of(named)}/metadata"):
        raise trouble("no-metadata")
    with trial.client.stream("GET", f"{trial.root}/{path_of(named)}", {"Accept": FILE}) as response:
        if refusal := refusal_of(response.status):
            raise refusal
        if not response.headers.get("Content-Type", "").startswith("multipart/related"):
            raise trouble("not-dicomweb")


def stow(trial: Trial) -> None:
    """With what is no DICOM file: refusing that is proof enough."""
    boundary = new_boundary()
    body = head_of(boundary, {"Content-Type": "application/dicom"}) + NO_FILE + tail_of(boundary)
    kind = related("application/dicom", boundary)
    status = trial.client.post(f"{trial.root}/studies", body.removeprefix(b"\r\n"), kind, JSON).status
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise trouble("storing-refused")
    if status not in TAKES_FILES:
        raise trouble("takes-no-files", status)


TRIALS: Mapping[Step, Callable[[Trial], None]] = {
    "paging": paging,
    "wildcard": wildcard,
    "wado": wado,
    "stow": stow,
}
