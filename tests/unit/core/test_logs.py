"""A line of a log: JSON for machines, text for people, the trace it belongs to, nobody's data. # threat 16"""

import json
import logging
import sys

import pytest

from shared.core.discretion import discreet
from shared.core.logs import Lines
from shared.core.telemetry import trace
from shared.domain.errors import Unavailable
from tests.hearing import hearing

NAME = "Núñez^José"


def record(message: str, *values: object, error: Exception | None = None) -> logging.LogRecord:
    thrown = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("imagini", logging.WARNING, __file__, 1, message, values, thrown)


def line(*said: object, error: Exception | None = None) -> dict[str, str]:
    return json.loads(Lines(readable=False).format(record(*said, error=error)))  # type: ignore[arg-type]


def test_a_line_is_one_object() -> None:
    said = line("Read %s series\nand more", 2)

    assert (said["level"], said["logger"], said["message"]) == (
        "WARNING",
        "imagini",
        "Read 2 series\nand more",
    )
    assert "trace" not in said


def test_a_line_says_in_which_trace_it_was_written() -> None:
    with hearing(), trace("infer", "received", f"00-{'ab' * 16}-{'cd' * 8}-01"):
        said = line("at work")
        text = Lines(readable=True).format(record("at work"))

    assert said["trace"] == "ab" * 16
    assert "[abababab] at work" in text


def test_an_error_is_told_by_its_kind_and_place_and_in_the_houses_own_words_only() -> None:
    def thrown(error: Exception) -> dict[str, str]:
        try:
            raise error
        except type(error):
            return line("It failed", error=sys.exc_info()[1])  # type: ignore[arg-type]

    unforeseen, foreseen = thrown(ValueError(NAME)), thrown(Unavailable("The PACS does not answer."))

    assert unforeseen["error"] == "ValueError"
    assert "in thrown" not in unforeseen["where"]
    assert " thrown" in unforeseen["where"]
    assert NAME not in json.dumps(unforeseen, ensure_ascii=False)
    assert foreseen["error"] == "Unavailable: The PACS does not answer."


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("GET /dicom-web/studies?PatientName=N*&limit=2 200", "GET /dicom-web/studies?… 200"),
        ("mail for ada.l@example.org", "mail for …@…"),
        ("study 1.2.840.10008.5.1.4.1.1.2 is gone", "study (uid) is gone"),
        ("study 2.25.194808105931541155522200229131871341330.", "study (uid)."),
        ("sent Authorization: Bearer eyJhbGciOi.J9.x", "sent Authorization: Bearer …"),
        ("Is it there? Version 1.2.3 on 127.0.0.1:80", "Is it there? Version 1.2.3 on 127.0.0.1:80"),
    ],
)
def test_what_is_known_by_its_shape_is_left_out(said: str, left: str) -> None:
    assert discreet(said) == left
