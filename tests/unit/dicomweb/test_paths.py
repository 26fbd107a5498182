"""No path that anybody can send leads out of the study it names. (threat 4)"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.application.dicom.paths import ROOT, bulkdata, frames, path_of, relink, resource_of, url_of
from shared.application.dicom.source import Resource
from shared.domain.errors import NotFound

WICKED = st.text(st.sampled_from("0129./\\%;,?#&=+:@ \r\n\t\0eE2fF٣\uff11-*~"), max_size=80)
SAFE = re.compile(r"studies/[0-9.]+(/series/[0-9.]+(/instances/[0-9.]+(/frames/[0-9,]+)?)?)?", re.ASCII)
UIDS = st.from_regex(re.compile(r"[0-9]{1,8}(\.[0-9]{1,8}){0,5}", re.ASCII), fullmatch=True)


@given(WICKED, WICKED, WICKED, WICKED)
def test_whatever_is_asked_for_only_plain_paths_are_built(
    study: str, series: str, sop: str, numbers: str
) -> None:
    try:
        built = path_of(resource_of(study, series, sop, numbers))
    except NotFound:
        return
    assert SAFE.fullmatch(built)
    assert not {".", "..", ""} & set(built.split("/"))


@given(UIDS, UIDS, UIDS)
def test_what_was_built_is_read_again(study: str, series: str, sop: str) -> None:
    resource = resource_of(study, series, sop)
    assert relink(f"https://pacs.example:8042/dicom-web/{path_of(resource)}") == url_of(resource)


@given(WICKED)
def test_an_address_of_a_pacs_becomes_ours_or_nothing(tail: str) -> None:
    ours = relink(f"http://pacs/dicom-web/studies/1.2/{tail}")
    assert ours is None or re.fullmatch(rf"{ROOT}/studies/1\.2(/[0-9A-Za-z./]+)?", ours, re.ASCII)
    assert ours is None or ".." not in ours


@pytest.mark.parametrize(
    "uid", ["", ".", "..", "1..2", ".1", "1.", "1/2", "a", "1\n", "\uff11.\uff12", "1" * 65]
)
def test_what_is_no_uid_names_nothing(uid: str) -> None:
    with pytest.raises(NotFound):
        resource_of(uid)


@pytest.mark.parametrize(("text", "numbers"), [("1", (1,)), ("3,1", (3, 1)), ("999999", (999999,))])
def test_frames_are_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert frames(text) == numbers


@pytest.mark.parametrize("text", ["", "0", "01", "-1", "1,", ",1", "1,,2", "1 ", "1.0", "1000000"])
def test_other_frames_do_not_exist(text: str) -> None:
    with pytest.raises(NotFound):
        frames(text)


@pytest.mark.parametrize("text", ["", "..", "../metadata", "a//b", "/a", "a/", "a.b", "a%2fb"])
def test_bulk_data_is_named_by_letters_and_numbers(text: str) -> None:
    with pytest.raises(NotFound):
        bulkdata(text)


def test_bulk_data_of_a_pacs_keeps_its_own_way() -> None:
    theirs = "http://localhost/dicom-web/studies/1/series/2/instances/3/bulk/00400275/1/7fe00010"
    assert relink(theirs) == f"{ROOT}/studies/1/series/2/instances/3/bulkdata/bulk/00400275/1/7fe00010"
    assert url_of(Resource("1", "2", "3", (4,))) == f"{ROOT}/studies/1/series/2/instances/3/frames/4"
