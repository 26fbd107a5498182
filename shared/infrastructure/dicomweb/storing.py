"""Files into a PACS (STOW-RS): looked at here first, sent in batches, and the answer read for each."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from shared.application.dicom.multipart import head_of, new_boundary, related, tail_of
from shared.application.dicom.paths import path_of
from shared.application.dicom.source import DicomJson, Resource, Stored
from shared.application.dicom.store_answer import Failure
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.client import Answer, Client
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.lists import parsed
from shared.infrastructure.dicomweb.making import Making
from shared.infrastructure.part10.instance import Instance, inspect

BATCH = 16 << 20  # bytes in one request, unless a single file is larger
ANSWERED = frozenset({200, 202, 400, 409})  # statuses that carry results; Orthanc says 400 for some failed
THERE_ALREADY = 0xB00E  # as Azure's service says
PREAMBLE = 128  # bytes that mean nothing: that service writes zeros over them
OTHER_FILE = "The PACS holds another image under this SOP Instance UID."
OTHER_STUDY = "This image belongs to another study than the one it was sent to."


class Storing:
    def __init__(self, client: Client, root: str, making: Making) -> None:
        self._client, self._root, self._making = client, root, making
        self._results: list[Stored] = []
        self._waiting: list[tuple[int, Instance]] = []

    def store(self, parts: Iterable[bytes], study_uid: str | None) -> list[Stored]:
        for data in parts:
            found = inspect(data)
            if isinstance(found, Stored):
                self._results.append(found)
            elif study_uid not in (None, found.study_uid):
                self._results.append(found.stored(Failure.MISMATCH, OTHER_STUDY))
            else:
                self._add(found, study_uid)
        self._send(study_uid)
        return self._results

    def _add(self, instance: Instance, study_uid: str | None) -> None:
        if sum(len(one.data) for _, one in self._waiting) + len(instance.data) > BATCH:
            self._send(study_uid)
        self._waiting.append((len(self._results), instance))
        self._results.append(instance.stored())

    def _send(self, study_uid: str | None) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        boundary = new_boundary()
        head = head_of(boundary, {"Content-Type": "application/dicom"})
        body = b"".join([piece for _, one in waiting for piece in (head, one.data)] + [tail_of(boundary)])
        path = path_of(Resource(study_uid)) if study_uid else "studies"
        kind, accept = related("application/dicom", boundary), "application/dicom+json"
        answer = self._client.post(f"{self._root}/{path}", body.removeprefix(b"\r\n"), kind, accept)
        outcome = _outcome(answer)
        for at, one in waiting:
            result = _result(one, answer.status, outcome)
            self._results[at] = self._again(one) if result.failure == THERE_ALREADY else result

    def _again(self, one: Instance) -> Stored:
        """A server that refuses what it holds: the same file is stored, another one is not."""
        held = self._making.file(Resource(one.study_uid, one.series_uid, one.sop_uid))
        if held[PREAMBLE:] == one.data[PREAMBLE:]:
            return one.stored()
        return one.stored(Failure.DUPLICATE, OTHER_FILE)


def _outcome(answer: Answer) -> dict[str, int | None]:
    """The failure reason of each instance that the PACS names, None if stored. Raises Unavailable."""
    refusal = refusal_of(answer.status)
    if refusal and answer.status not in ANSWERED:
        raise refusal
    try:
        said: DicomJson = parsed(answer.body or b"{}")
        stored = {_value(item, "00081155"): None for item in said.get("00081199", {}).get("Value", ())}
        failed = {
            _value(item, "00081155"): int(_value(item, "00081197") or Failure.PROCESSING)
            for item in said.get("00081198", {}).get("Value", ())
        }
    except (ValueError, AttributeError, TypeError, LookupError, OverflowError, Unavailable) as error:
        if refusal:
            raise Unavailable(str(refusal)) from error
        return {}
    return stored | failed


def _result(instance: Instance, status: int, outcome: dict[str, int | None]) -> Stored:
    everything = status == HTTPStatus.OK and not outcome  # some servers then say nothing more
    reason = outcome.get(instance.sop_uid, None if everything else Failure.PROCESSING)
    if reason is None:
        return instance.stored()
    comment = f"The PACS did not store this image (failure reason {reason:04X})."
    return instance.stored()._replace(failure=reason, comment=comment)


def _value(item: DicomJson, tag: str) -> Any:
    return item[tag]["Value"][0]
