"""The answer to a STOW request (PS3.18 10.5.3 and table I.2-1): what became of each instance."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from shared.application.dicom.paths import url_of
from shared.application.dicom.source import DicomJson, Resource, Stored


class Failure(IntEnum):
    """Failure reasons (PS3.18 I.2.2)."""

    PROCESSING = 0x0110
    DUPLICATE = 0x0111
    SOP_CLASS = 0x0122
    OUT_OF_RESOURCES = 0xA700
    MISMATCH = 0xA900
    NOT_UNDERSTOOD = 0xC000
    TRANSFER_SYNTAX = 0xC122


def status_of(stored: Sequence[Stored]) -> int:
    failed = sum(one.failure is not None for one in stored)
    if not failed:
        return 200
    return 202 if failed < len(stored) else 409


def answer_of(stored: Sequence[Stored]) -> DicomJson:
    """Every instance stands in one of three lists, and those that failed say why in words (0000,0902)."""
    good = [one for one in stored if one.failure is None]
    refused = [one for one in stored if one.failure is not None and one.sop_instance_uid]
    unknown = [one for one in stored if one.failure is not None and not one.sop_instance_uid]
    answer: DicomJson = {}
    studies = {one.study_uid for one in good}
    if len(studies) == 1 and (study := studies.pop()):
        answer["00081190"] = _element("UR", url_of(Resource(study)))
    if good:
        answer["00081199"] = _sequence([_reference(one) | _retrieve(one) for one in good])
    if refused:
        answer["00081198"] = _sequence([_reference(one) | _reason(one) for one in refused])
    if unknown:
        answer["0008119A"] = _sequence([_reason(one) for one in unknown])
    return answer


def _reference(one: Stored) -> DicomJson:
    reference = {"00081155": _element("UI", one.sop_instance_uid)}
    return {"00081150": _element("UI", one.sop_class_uid)} | reference if one.sop_class_uid else reference


def _retrieve(one: Stored) -> DicomJson:
    resource = Resource(one.study_uid or "", one.series_uid, one.sop_instance_uid)
    return {"00081190": _element("UR", url_of(resource))}


def _reason(one: Stored) -> DicomJson:
    reason = {"00081197": _element("US", one.failure)}
    return reason | {"00000902": _element("LO", one.comment)} if one.comment else reason


def _element(vr: str, value: Any) -> dict[str, Any]:
    return {"vr": vr, "Value": [value]}


def _sequence(items: list[DicomJson]) -> dict[str, Any]:
    return {"vr": "SQ", "Value": items}
