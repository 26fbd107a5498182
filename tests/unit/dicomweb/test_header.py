"""What is read of a passing file is what pydicom reads of it, in every encoding."""

from contextlib import suppress
from io import BytesIO

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from shared.application.dicom.source import Resource
from shared.domain.errors import Unavailable
from shared.infrastructure.part10.instance import described
from tests.dicom_files import ct_slice, saved

SERIES = Resource("1.2", "1.2.3")


def with_sequence(syntax: str, undefined: bool) -> bytes:
    """A sequence before what is looked for, of a length that is stated or is to be searched for."""
    ds = dcmread(BytesIO(ct_slice("1.2", "1.2.3", 7, syntax=syntax)))
    inner = Dataset()
    inner.StudyInstanceUID = inner.SeriesInstanceUID = "9.9"
    inner.InstanceNumber = 99
    ds.ReferencedStudySequence = [inner]
    ds["ReferencedStudySequence"].is_undefined_length = undefined
    return saved(ds)


@pytest.mark.parametrize("syntax", ["explicit", "implicit", "jpeg-ls"])
@pytest.mark.parametrize("undefined", [False, True], ids=["stated length", "undefined length"])
def test_the_numbers_are_the_image_s_own_not_those_of_what_it_refers_to(syntax: str, undefined: bool) -> None:
    file = described(with_sequence(syntax, undefined), SERIES)

    assert (file.sop_instance_uid, file.number) == ("1.2.3.7", 7)


@pytest.mark.filterwarnings("ignore::UserWarning")  # of pydicom, about what is left of a value
@pytest.mark.parametrize("cut", range(140, 900, 19))
def test_a_file_that_is_cut_short_is_refused_or_read_as_far_as_it_goes(cut: int) -> None:
    with suppress(Unavailable):
        assert described(ct_slice("1.2", "1.2.3", 7)[:cut], SERIES).number in (7, None)
