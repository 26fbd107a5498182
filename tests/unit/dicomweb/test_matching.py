"""Queries against values (PS3.4 C.2.2.2)."""

from typing import Any

import pytest

from shared.application.dicom.attributes import BY_KEYWORD, attribute
from shared.application.dicom.matching import matches
from shared.domain.errors import RuleBroken


@pytest.mark.parametrize(
    ("keyword", "value", "wanted", "found"),
    [
        ("PatientID", "A1", "A1", True),
        ("PatientID", "A1", "a1", False),
        ("PatientID", "A1", "A*", True),
        ("PatientID", "A1", "?1", True),
        ("PatientID", "A1", "*", True),
        ("PatientID", "A.1", "A?1", True),
        ("PatientID", "AX1", "A.1", False),
        ("PatientName", {"Alphabetic": "Núñez^José"}, "núñez*", True),
        ("PatientName", {"Alphabetic": "Doe^Jane"}, "DOE^JANE^^", True),
        ("PatientName", {"Alphabetic": "Doe^Jane"}, "Doe", False),
        ("StudyDate", "20040304", "20040304", True),
        ("StudyDate", "20040304", "20040301-20040331", True),
        ("StudyDate", "20040304", "-20040303", False),
        ("StudyDate", "20040304", "20040304-", True),
        ("StudyTime", "101500.123", "1000-1030", True),
        ("ModalitiesInStudy", "CT", "CT", True),
        ("StudyInstanceUID", "1.2", "1.2,1.3", True),
        ("StudyInstanceUID", "1.2", "1.20\\1.2", True),
        ("StudyInstanceUID", "1.2", "1.*", False),
    ],
)
def test_a_value_meets_a_query(keyword: str, value: Any, wanted: str, found: bool) -> None:
    tag, vr = BY_KEYWORD[keyword]
    row = {tag: {"vr": vr, "Value": [value]}}
    assert matches(row, attribute(keyword), wanted) is found
    assert matches({}, attribute(keyword), wanted) is (wanted == "*")


def test_fuzzy_names_are_found_by_the_beginnings_of_words() -> None:
    row = {"00100010": {"vr": "PN", "Value": [{"Alphabetic": "van der Berg^Jonas"}]}}
    for wanted in ("jon berg", "BERG", "der^jo"):
        assert matches(row, attribute("PatientName"), wanted, fuzzy=True)
    assert not matches(row, attribute("PatientName"), "onas", fuzzy=True)


def test_what_cannot_be_searched_by_is_said() -> None:
    with pytest.raises(RuleBroken):
        attribute("PixelData")
