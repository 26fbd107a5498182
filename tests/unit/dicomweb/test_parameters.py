"""Query parameters (PS3.18 8.3), read with suspicion."""

import pytest

from shared.application.dicom.parameters import rendering_of, search_of
from shared.application.dicom.source import Rendering, Search
from shared.domain.errors import RuleBroken


def test_a_search_is_read_with_its_paging_and_fields() -> None:
    given = [
        ("PatientName", "*ñez*"),
        ("00100020", "IYET5.0"),
        ("includefield", "00081030,StudyDate"),
        ("includefield", "all"),
        ("limit", "101"),
        ("offset", "5"),
        ("fuzzymatching", "true"),
        ("accept", "application/dicom+json"),
    ]
    assert search_of("studies", given) == Search(
        "studies",
        {"00100010": "*ñez*", "00100020": "IYET5.0"},
        include=("00081030", "00080020", "all"),
        fuzzy=True,
        offset=5,
        limit=101,
    )


def test_a_picture_is_described() -> None:
    given = {"viewport": "256,128,0,0,512,512", "window": "40,400.5,linear", "quality": "80"}
    assert rendering_of(given) == Rendering((256, 128), (40, 400.5), 80)
    assert rendering_of({}) == Rendering()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("viewport", "0,10"),
        ("viewport", "100000,1"),
        ("viewport", "12"),
        ("window", "nan,1"),
        ("window", "1,inf"),
        ("window", "1,0"),
        ("window", "wide"),
        ("quality", "0"),
        ("quality", "101"),
        ("quality", "٣"),
    ],
)
def test_a_picture_that_cannot_be_made_is_refused(name: str, value: str) -> None:
    with pytest.raises(RuleBroken):
        rendering_of({name: value})
