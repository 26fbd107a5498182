"""Every source of studies keeps these promises: what is stored is found, whole, newest first."""

from typing import Literal
from uuid import uuid4

import pytest

from shared.application.dicom.attributes import EVERYTHING
from shared.application.dicom.source import DicomSource, Search
from shared.application.models.dicom_rows import number, text, values
from tests.contract.dicom_sources import JPEG_LS, series_of
from tests.dicom_files import ct_slice


def test_what_was_stored_comes_back_byte_for_byte(source: DicomSource, study: str) -> None:
    files = [*series_of(study, 5), ct_slice(study, f"{study}.2", 1, syntax="jpeg-ls")]
    assert [one.failure for one in source.store(files)] == [None] * 6

    first = list(source.instances(study, f"{study}.1"))
    [second] = source.instances(study, f"{study}.2")
    assert sorted(one.data for one in first) == sorted(files[:5])
    assert {one.sop_instance_uid: one.number for one in first} == {f"{study}.1.{n}": n for n in range(1, 6)}
    assert second.data == files[5]
    assert (second.transfer_syntax_uid, second.sop_class_uid) == (JPEG_LS, "1.2.840.10008.5.1.4.1.1.2")


def test_a_stored_study_is_found_with_what_viewers_read(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 3))
    [row] = source.search(Search("studies", {"StudyInstanceUID": study}))
    assert text(row, "00100020") == "IYET5.0"
    assert values(row, "00100010") == [{"Alphabetic": "Núñez^José"}]
    assert text(row, "00081030") == "HEAD"
    assert values(row, "00080061") == ["CT"]
    assert (number(row, "00201206"), number(row, "00201208")) == (1, 3)
    [series] = source.search(Search("series", {}, study))
    assert text(series, "0008103E") == "CT HEAD/NECK 5.0 B30s"
    assert (text(series, "00080060"), number(series, "00201209")) == ("CT", 3)
    instances = source.search(Search("instances", {}, study, f"{study}.1"))
    assert {text(row, "00080018") for row in instances} == {f"{study}.1.{n}" for n in (1, 2, 3)}


def test_storing_again_changes_nothing(source: DicomSource, study: str) -> None:
    files = series_of(study, 2)
    source.store(files)
    assert [one.failure for one in source.store(files)] == [None, None]
    [row] = source.search(Search("studies", {"StudyInstanceUID": study}))
    assert number(row, "00201208") == 2


def test_one_bad_file_does_not_stop_the_others(source: DicomSource, study: str) -> None:
    good, whole = series_of(study, 2)
    results = source.store([b"GIF89a" + bytes(200), good, whole[:-100]])
    assert [one.failure is None for one in results] == [False, True, False]
    assert [one.comment for one in results] == [
        "This is not a DICOM file.",
        None,
        "The pixel data of the file is cut short.",
    ]
    assert (results[2].sop_instance_uid, results[2].study_uid) == (f"{study}.1.2", study)
    assert len(list(source.instances(study, f"{study}.1"))) == 1


def test_a_file_of_another_study_is_refused_where_one_is_named(source: DicomSource, study: str) -> None:
    [result] = source.store(series_of(study, 1), f"{study}.9")
    assert result.failure == 0xA900
    assert source.search(Search("studies", {"StudyInstanceUID": study})) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"PatientID": "MRN 7"}, True),
        ({"00100020": "MRN 7"}, True),
        ({"PatientID": "MRN 70"}, False),
        ({"00100020": "*RN 7*"}, True),
        ({"PatientName": "*EZ*"}, True),
        ({"PatientName": "n*"}, True),
        ({"PatientName": "*ñez^jos*"}, True),
        ({"StudyDate": "20200101-20201231"}, True),
        ({"StudyDate": "20200507"}, True),
        ({"StudyDate": "20210101-"}, False),
        ({"StudyDate": "-20191231"}, False),
        ({"ModalitiesInStudy": "CT"}, True),
        ({"ModalitiesInStudy": "MR"}, False),
        ({"AccessionNumber": "A1"}, True),
        ({"StudyDescription": "*EA*"}, True),
    ],
)
def test_studies_are_searched(source: DicomSource, filters: dict[str, str], found: bool) -> None:
    study = "2.25.20200507"
    source.store(series_of(study, 1, PatientID="MRN 7", StudyDate="20200507"))
    rows = source.search(Search("studies", filters))
    assert (study in {text(row, "0020000D") for row in rows}) is found


def test_studies_come_newest_first_and_in_pages(source: DicomSource, study: str) -> None:
    days = ["20240102", "20260304", "20250101", "20260303"]
    patient = uuid4().hex
    for at, day in enumerate(days):
        source.store([ct_slice(f"{study}.{at}", f"{study}.{at}.1", StudyDate=day, PatientID=patient)])
    whole = source.search(Search("studies", {"PatientID": patient}))
    assert [text(row, "00080020") for row in whole] == sorted(days, reverse=True)
    pages = [source.search(Search("studies", {"PatientID": patient}, offset=n, limit=2)) for n in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 2, 0]
    assert [text(row, "0020000D") for page in pages for row in page] == [text(r, "0020000D") for r in whole]


def test_a_long_list_is_complete(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 215, size=4))
    rows = source.search(Search("instances", {}, study, f"{study}.1"))
    assert len({text(row, "00080018") for row in rows}) == len(rows) == 215


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("studies", {"00081030": "HEAD", "00200010": "1", "00100040": "M", "00101010": "062Y"}),
        ("series", {"0008103E": "CT HEAD/NECK 5.0 B30s", "00200060": "L", "00200011": 1}),
        (
            "instances",
            {"00080016": "1.2.840.10008.5.1.4.1.1.2", "00200013": 1, "00280010": 32, "00280100": 16},
        ),
    ],
)
def test_all_there_is_of_a_level_is_told_where_that_is_asked_for(
    source: DicomSource,
    study: str,
    level: Literal["studies", "series", "instances"],
    expected: dict[str, object],
) -> None:
    source.store(series_of(study, 1, PatientAge="062Y", Laterality="L"))
    named = ({"StudyInstanceUID": study}, None) if level == "studies" else ({}, study)

    [row] = source.search(Search(level, *named, include=(EVERYTHING,)))

    assert {tag: values(row, tag) for tag in expected} == {tag: [value] for tag, value in expected.items()}


def test_an_unknown_study_is_an_empty_list(source: DicomSource, study: str) -> None:
    assert source.search(Search("studies", {"StudyInstanceUID": study})) == []
