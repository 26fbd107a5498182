"""Rows of a QIDO answer (DICOM JSON, PS3.18 F.2) as studies, series and patients."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from shared.application.dicom.source import DicomJson
from shared.domain.age import Age, dicom_date
from shared.domain.patient import Patient
from shared.domain.study import Series, Study
from shared.domain.values import PersonName

SEX = {"F": "F", "M": "M", "O": "O"}


def study_of(row: DicomJson, today: date) -> Study:
    return Study(
        study_instance_uid=text(row, "0020000D"),
        patient=patient_of(row, today),
        date=dicom_date(text(row, "00080020")),
        time=_time(text(row, "00080030")),
        modalities=tuple(str(m) for m in values(row, "00080061") if m),
        description=text(row, "00081030"),
        accession_number=text(row, "00080050"),
        referring_physician=str(PersonName.parse(name(row, "00080090"))),
        series_count=number(row, "00201206") or 0,
        instance_count=number(row, "00201208") or 0,
    )


def patient_of(row: DicomJson, today: date) -> Patient:
    born = dicom_date(text(row, "00100030"))
    return Patient(
        mrn=text(row, "00100020"),
        name=str(PersonName.parse(name(row, "00100010"))),
        birth_date=born,
        sex=SEX.get(text(row, "00100040")),  # pyright: ignore[reportArgumentType]
        age=Age.on(today, born) if born else None,
    )


def series_of(row: DicomJson) -> Series:
    return Series(
        series_instance_uid=text(row, "0020000E"),
        number=number(row, "00200011"),
        modality=text(row, "00080060"),
        description=text(row, "0008103E"),
        body_part=text(row, "00180015"),
        instance_count=number(row, "00201209") or 0,
    )


def newest_first(studies: Iterable[Study]) -> list[Study]:
    return sorted(studies, key=lambda s: (s.date or date.min, s.time or time.min), reverse=True)


def values(row: DicomJson, tag: str) -> list[Any]:
    return row.get(tag, {}).get("Value") or []


def text(row: DicomJson, tag: str) -> str:
    first = next(iter(values(row, tag)), None)
    return "" if first is None else str(first).strip()


def name(row: DicomJson, tag: str) -> str:
    """A person's name; its alphabetic group, else whichever there is."""
    first = next(iter(values(row, tag)), None)
    if isinstance(first, dict):
        return str(first.get("Alphabetic") or first.get("Ideographic") or first.get("Phonetic") or "")
    return str(first or "")


def number(row: DicomJson, tag: str) -> int | None:
    try:
        return int(float(text(row, tag)))
    except (ValueError, OverflowError):
        return None


def _time(stated: str) -> time | None:
    """A DICOM TM (PS3.5 6.2), to the second."""
    digits = stated.replace(":", "").partition(".")[0]
    try:
        return time(int(digits[0:2]), int(digits[2:4] or 0), int(digits[4:6] or 0))
    except ValueError:
        return None
