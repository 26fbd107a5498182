"""What does not reach logs: the words of what nobody has foreseen, and what files hold. # threat 16"""

import logging
import warnings
from traceback import format_exception

import pytest
from pydantic import ValidationError

from shared.core.discretion import CALLING, REMARKING, Unreadable, hush, wordless
from shared.domain.errors import Unavailable
from shared.domain.report import Report
from shared.infrastructure.part10.instance import Instance, inspect
from tests.dicom_files import ct_slice

NAME = "Núñez^José"


def test_an_unforeseen_error_is_told_by_its_kind_and_its_place() -> None:
    def somewhere() -> None:
        int(NAME)

    with pytest.raises(ValueError, match="invalid literal") as caught:
        somewhere()
    told = "".join(format_exception(wordless(caught.value)))

    assert told.splitlines()[-1].endswith("Unforeseen: ValueError")
    assert "in somewhere" in told
    assert NAME not in told


@pytest.mark.parametrize("error", [Unavailable("The PACS does not answer."), Unreadable("No FetchStudy.")])
def test_what_the_house_says_itself_stays_as_it_is(error: Exception) -> None:
    assert wordless(error) is error


def test_a_record_that_cannot_be_read_is_not_quoted() -> None:
    with pytest.raises(ValidationError) as broken:
        Report.model_validate({"sections": {"findings": [NAME]}})

    assert NAME not in str(broken.value)


def test_a_library_s_remarks_on_a_file_are_heard_by_nobody(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library quotes what it finds strange, wherever in the file that is."""
    strange = ct_slice("1.2", "1.2.3", size=4).replace(b"ISO_IR 192", b"Jose 1941 ")
    library = logging.getLogger(REMARKING)
    monkeypatch.setattr(library, "disabled", False)

    assert remarks(strange, caplog) != []
    hush()
    assert remarks(strange, caplog) == []


def remarks(file: bytes, caplog: pytest.LogCaptureFixture) -> list[str]:
    caplog.clear()
    with warnings.catch_warnings(record=True) as warned:
        assert isinstance(inspect(file), Instance)
    return [*caplog.messages, *(str(one.message) for one in warned)]


def test_the_names_of_what_is_asked_of_azure_are_heard_by_nobody() -> None:
    hush()

    assert not logging.getLogger(f"{CALLING}.core.pipeline.policies").isEnabledFor(logging.INFO)
