"""Small values: what they accept, and that they never change."""

import pytest
from pydantic import TypeAdapter, ValidationError

from shared.domain.organization_name import OrganizationName
from shared.domain.values import Email, Mrn, PersonName, Probability

ORGANIZATION_NAME = TypeAdapter[str](OrganizationName)
EMAIL = TypeAdapter[str](Email)
MRN = TypeAdapter[str](Mrn)
PROBABILITY = TypeAdapter[float](Probability)


@pytest.mark.parametrize("name", ["abcd", "orthanc_demo", "test_org1", "a__b", "a" * 63])  # E3
def test_a_good_organization_name_is_taken(name: str) -> None:
    assert ORGANIZATION_NAME.validate_python(name) == name


@pytest.mark.parametrize(  # E3
    "name",
    [
        "abc",
        "1abc",
        "_abc",
        "abcd_",
        "Abcd",
        "ab-c",
        "abcd\n",
        "\nabcd",
        "ab cd",
        "abcé",
        "abc\u0661",
        "",
        "a" * 64,
    ],
)
def test_an_organization_name_that_breaks_a_rule_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        ORGANIZATION_NAME.validate_python(name)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ada@example.org", "ada@example.org"),
        (" Ada@Example.ORG ", "ada@example.org"),
        ('a"@x.org', 'a"@x.org'),
    ],
)
def test_an_address_is_kept_in_one_spelling(written: str, kept: str) -> None:
    assert EMAIL.validate_python(written) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@localhost",
        "ada b@example.org",
        "a\n@x.org",
        "a" * 254 + "@x.org",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        EMAIL.validate_python(text)


@pytest.mark.parametrize(
    ("written", "kept"), [("IYET5.0", "IYET5.0"), (" 007 ", "007"), ("A/B#1", "A/B#1"), ("é", "é")]
)
def test_an_mrn_is_kept_as_it_is_written_without_the_blanks_around_it(written: str, kept: str) -> None:
    assert MRN.validate_python(written) == kept


@pytest.mark.parametrize("text", ["", "   ", "IYET*", "IYET?", "A\\B", "A\nB", "A\x00", "1" * 65])
def test_an_mrn_that_a_search_would_take_for_a_pattern_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        MRN.validate_python(text)


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_probability_lies_between_nothing_and_certainty(value: float) -> None:
    assert PROBABILITY.validate_python(0.6057) == 0.6057
    with pytest.raises(ValidationError):
        PROBABILITY.validate_python(value)


@pytest.mark.parametrize(  # G2
    ("stored", "shown"),
    [
        ("Lovelace^Ada", "Ada Lovelace"),
        ("Lovelace^Ada^King^Dr.^PhD", "Dr. Ada King Lovelace PhD"),
        ("COMUNIX", "COMUNIX"),
        ("^Ada", "Ada"),
        (" Lovelace ^ Ada ", "Ada Lovelace"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Tarou Yamada"),
        ("a^b^c^d^e^f", "d b c a e"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_dicom_name_reads_as_a_person_says_it(stored: str | None, shown: str) -> None:
    assert str(PersonName.parse(stored)) == shown
