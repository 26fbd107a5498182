"""The report: written until it is signed, signed once. # A3 I5"""

from datetime import timedelta
from typing import Literal

import pytest

from shared.domain.errors import RuleBroken
from shared.domain.report import Report, ReportStatus, Sections
from shared.domain.report_template import first_sections
from tests.builders import NOON, STUDY, study

LATER = NOON + timedelta(hours=1)


def draft() -> Report:
    return Report(id=STUDY, sections=Sections())


def signed(undecided: int = 0, override_reason: str | None = None) -> Report:
    report = draft()
    report.sign("Ada Lovelace", NOON, undecided, override_reason)
    return report


def test_writing_keeps_the_words_and_who_wrote_them() -> None:
    report = draft()
    report.write(Sections(impression="Normal."), "Ada Lovelace", NOON)

    assert (report.sections.impression, report.updated_by, report.updated_at) == (
        "Normal.",
        "Ada Lovelace",
        NOON,
    )
    assert report.author is None


def test_signing_names_the_author() -> None:
    assert (signed().status, signed().author, signed().signed_at) == (
        ReportStatus.SIGNED,
        "Ada Lovelace",
        NOON,
    )


def test_signing_over_undecided_findings_is_refused_and_says_how_many() -> None:
    report = draft()
    with pytest.raises(RuleBroken, match="decision: 2"):
        report.sign("Ada Lovelace", NOON, 2, None)

    assert not report.is_signed


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_empty_reason_overrides_nothing(reason: str) -> None:
    with pytest.raises(RuleBroken):
        signed(1, reason)


def test_signing_over_undecided_findings_keeps_the_reason_given() -> None:
    assert signed(2, "Not chest findings.").override_reason == "Not chest findings."


def test_a_reason_that_overrides_nothing_is_not_kept() -> None:
    assert signed(0, "Just so.").override_reason is None


def test_a_signed_report_is_never_written_nor_signed_again() -> None:
    report = signed()
    before = report.model_dump()

    with pytest.raises(RuleBroken):
        report.write(Sections(), "Grace Hopper", LATER)
    with pytest.raises(RuleBroken):
        report.sign("Grace Hopper", LATER, 0, None)

    assert report.model_dump() == before


@pytest.mark.parametrize(
    ("language", "technique"),
    [("en", "Computed tomography. CT HEAD/NECK."), ("es", "Tomografía computarizada. CT HEAD/NECK.")],
)
def test_the_template_says_how_the_images_were_made(
    language: Literal["en", "es"], technique: str
) -> None:  # I3
    sections = first_sections(study(modalities=["CT"], description="CT HEAD/NECK"), language, Sections())

    assert sections == Sections(technique=technique)


def test_the_template_says_nothing_about_a_modality_it_does_not_know() -> None:
    assert first_sections(study(modalities=["XX"], description=""), "en", Sections()) == Sections()
