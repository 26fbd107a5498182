"""How old somebody is, as a clinic says it. # G3"""

from datetime import date

import pytest

from shared.domain.age import Age, dicom_date
from shared.domain.patient import Patient

BORN = date(1941, 9, 1)


def age_on(day: date, born: date) -> str:
    age = Age.on(day, born)
    return f"{age.value} {age.unit}" if age else "unknown"


def test_a_birthday_completes_the_year() -> None:
    assert age_on(date(2024, 9, 1), BORN) == "83 years"


def test_the_day_before_the_birthday_does_not() -> None:
    assert age_on(date(2024, 8, 31), BORN) == "82 years"


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2024, 2, 28), "3 years"),
        (date(2024, 2, 29), "4 years"),
        (date(2025, 2, 28), "4 years"),
        (date(2025, 3, 1), "5 years"),
    ],
)
def test_somebody_born_on_29_february_turns_on_1_march_where_there_is_no_29th(day: date, age: str) -> None:
    assert age_on(day, date(2020, 2, 29)) == age


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2024, 1, 1), "0 days"),
        (date(2024, 1, 31), "30 days"),
        (date(2024, 2, 29), "59 days"),
        (date(2024, 3, 1), "2 months"),
        (date(2024, 3, 31), "2 months"),
        (date(2025, 1, 1), "12 months"),
        (date(2025, 12, 31), "23 months"),
        (date(2026, 1, 1), "2 years"),
    ],
)
def test_small_children_are_counted_in_days_then_in_months(day: date, age: str) -> None:
    assert age_on(day, date(2024, 1, 1)) == age


def test_a_month_is_complete_only_when_its_day_exists_or_has_passed() -> None:
    assert age_on(date(2024, 2, 29), date(2023, 12, 31)) == "60 days"
    assert age_on(date(2024, 3, 1), date(2023, 12, 31)) == "2 months"


def test_nobody_has_an_age_before_birth() -> None:
    assert age_on(date(1941, 8, 31), BORN) == "unknown"


@pytest.mark.parametrize("text", ["19410901", "1941.09.01", " 19410901 "])
def test_a_whole_date_is_read(text: str) -> None:
    assert dicom_date(text) == BORN


@pytest.mark.parametrize(
    "text",
    [None, "", "1941", "194109", "1941090", "19411301", "20230229", "1941-9-1", "1941O901", "1941090²"],
)
def test_a_partial_or_impossible_date_is_unknown(text: str | None) -> None:
    assert dicom_date(text) is None


@pytest.mark.parametrize(
    ("day", "years"), [(date(2004, 3, 4), 62), (date(2024, 9, 1), 83)], ids=["the study's", "today"]
)
def test_a_patient_has_the_age_of_the_day_in_question(day: date, years: int) -> None:
    patient = Patient(mrn="IYET5.0", name="COMUNIX", birth_date=BORN, sex=None, age=None)

    assert patient.aged_on(day).age == Age(value=years, unit="years")


def test_no_age_is_guessed_without_a_birth_date_or_a_day() -> None:
    known = Age(value=83, unit="years")
    unborn = Patient(mrn="1", name="", birth_date=None, sex=None, age=known)
    undated = Patient(mrn="1", name="", birth_date=BORN, sex=None, age=known)

    assert unborn.aged_on(date(2024, 9, 1)).age is None
    assert undated.aged_on(None).age is None
