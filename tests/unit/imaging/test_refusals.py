"""Whatever is wrong with a file is said in one sentence that names the instance."""

import pytest

from infra.phantoms import odd
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.facts import Series, uid
from shared.imaging import reader
from shared.imaging.errors import (
    ImagingError,
    NoImage,
    NotDicom,
    TooLarge,
    Truncated,
    Undecodable,
    UnsupportedSyntax,
)
from shared.imaging.picture import open_picture
from shared.imaging.render import render_jpeg

WRONG = {
    "truncated": (Truncated, 2, "is cut off"),
    "cut off": (Truncated, 3, "is cut off"),
    "truncated JPEG-LS": (Truncated, 4, "is cut off"),
    "cut off JPEG-LS": (Truncated, 5, "is cut off"),
    "unsupported syntax": (UnsupportedSyntax, 6, "MPEG2"),
    "damaged JPEG-LS": (Undecodable, 7, "cannot be decoded"),
    "too large": (TooLarge, 8, "65535 x 65535"),
}


def _instance(number: int) -> str:
    return uid(Series(odd.STUDY, 1, "DX", "CHEST PA", "CHEST").uid, number)


@pytest.mark.parametrize("what", WRONG)
def test_an_image_that_cannot_be_had_is_named(what: str) -> None:
    kind, number, words = WRONG[what]
    with pytest.raises(kind) as caught:
        open_picture(odd.odd_files()[what])
    assert caught.value.sop_instance_uid == _instance(number)
    assert _instance(number) in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_not_dicom_is_called_so() -> None:
    with pytest.raises(NotDicom, match="not a DICOM file"):
        open_picture(odd.not_dicom())


def test_a_text_has_no_image() -> None:
    with pytest.raises(NoImage, match="has no image"):
        render_jpeg(odd.no_image())


def test_a_frame_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoImage, match="no frame 2"):
        open_picture(to_bytes(odd.small_radiograph()), frame=2)


def test_a_small_file_may_not_grow_without_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = odd.deflated(extra=40_000_000)
    assert len(bomb) < 200_000
    monkeypatch.setattr(reader, "MAX_INFLATED", 10_000_000)
    with pytest.raises(TooLarge, match="inflates to more than"):
        open_picture(bomb)


def test_no_cut_of_a_file_gets_through_as_something_else_than_an_imaging_error() -> None:
    whole = to_bytes(odd.small_radiograph())
    for length in range(0, len(whole) - 1, 4999):
        with pytest.raises(ImagingError):
            open_picture(whole[:length])
