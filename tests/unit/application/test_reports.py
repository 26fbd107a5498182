"""The report: first opened from a template, kept under a version, signed once. # A3 I2 I3 I6"""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pydantic import ValidationError

from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.decide_finding import DecideFinding
from shared.application.commands.save_report import SaveReport
from shared.application.commands.sign_report import SignReport
from shared.application.commands.undo_decision import UndoDecision
from shared.application.models.report_view import VersionedReport
from shared.application.ports import Change
from shared.application.queries.get_report import GetReport
from shared.application.queries.print_report import PrintReport
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.age import Age
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken, Stale
from shared.domain.report import Report, ReportStatus, Sections
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST, STRANGER, STUDY, finding, study_row
from tests.world import World

PARTITION = partitions.study(HOSPITAL, STUDY)
GET = GetReport(organization_id=HOSPITAL, study_uid=STUDY)
SIGN = SignReport(organization_id=HOSPITAL, study_uid=STUDY)
GRACE = replace(RADIOLOGIST, id="grace", name="Grace Hopper")


@pytest.fixture
def reading(world: World) -> World:
    world.source.keep(study_row())
    return world


def save(version: str, impression: str = "Normal.") -> SaveReport:
    sections = Sections(impression=impression)
    return SaveReport(organization_id=HOSPITAL, study_uid=STUDY, version=version, sections=sections)


def stored(world: World) -> Report:
    return world.of(Report, PARTITION).get(STUDY)


def audit(world: World) -> list[tuple[str, str, str]]:
    lines = world.of(AuditLine, PARTITION).all(order="at")
    return [(line.action, line.actor_name, line.detail) for line in lines if line.action.startswith("report")]


def approve(world: World, label: str) -> None:
    id = finding(label).id
    world.send(DecideFinding(organization_id=HOSPITAL, finding_id=id, decision="approve"))


def test_a_report_that_nobody_has_written_is_a_draft_from_the_template(reading: World) -> None:
    opened = reading.send(GET)

    assert opened.etag == "new"
    assert opened.report.status is ReportStatus.DRAFT
    assert opened.report.sections == Sections(technique="Digital projection radiography. Chest PA.")
    assert reading.store.count(PARTITION, Report.kind) == 0


def test_the_template_speaks_the_language_of_the_organization(reading: World) -> None:
    reading.send(CreateOrganization(name=HOSPITAL, language="es"), PLATFORM)

    assert reading.send(GET).report.sections.technique.startswith("Radiografía digital")


def test_the_head_of_a_report_comes_from_the_images(reading: World) -> None:  # I2
    report = reading.send(GET).report

    assert (report.patient.name, report.patient.mrn, report.patient.sex) == ("COMUNIX", "IYET5.0", "F")
    assert report.patient.age == Age(value=62, unit="years")  # on the study's day, not today
    assert (report.study.referring_physician, report.study.accession_number) == ("Dr. Grace Hopper", "A1")
    assert (report.author, report.report_date) == (None, None)


def test_what_is_saved_is_read_again_under_the_same_version(reading: World) -> None:
    saved = reading.send(save("new"))
    opened = reading.send(GET)

    assert saved == opened
    assert opened.etag != "new"
    assert opened.report.sections.impression == "Normal."
    assert (opened.report.updated_by, opened.report.updated_at) == ("Ada Lovelace", reading.time.now())


def test_saving_again_goes_on_from_the_version_before(reading: World) -> None:
    first = reading.send(save("new"))
    second = reading.send(save(first.etag, "Pneumonia."))

    assert second.etag != first.etag
    assert stored(reading).sections.impression == "Pneumonia."


@pytest.mark.parametrize("version", ["new", "stale", "*", ""])
def test_a_stale_version_keeps_nothing(reading: World, version: str) -> None:
    reading.send(save("new"))

    with pytest.raises(Stale, match="Somebody else has changed"):
        reading.send(save(version, "Lost?"), GRACE)

    assert (stored(reading).sections.impression, stored(reading).updated_by) == ("Normal.", "Ada Lovelace")


def test_of_two_who_write_first_one_wins_and_the_other_is_told(reading: World) -> None:
    opened: list[VersionedReport] = [reading.send(GET), reading.send(GET, GRACE)]
    reading.send(save(opened[0].etag, "Ada's."))

    with pytest.raises(Stale):
        reading.send(save(opened[1].etag, "Grace's."), GRACE)

    assert stored(reading).sections.impression == "Ada's."


def test_of_two_who_write_at_the_same_moment_one_wins_too(reading: World) -> None:
    desk, uow = reading.report_desk(), reading.unit_of_work()
    mine = desk.open(HOSPITAL, STUDY)  # read before the other has saved, committed after
    reading.send(save("new", "Ada's."))
    uow.of(Report, PARTITION).save(mine)

    with pytest.raises(Exception, match="exists already"):
        uow.commit()
    assert stored(reading).sections.impression == "Ada's."


def test_the_audit_names_who_writes_a_report_not_every_autosave(reading: World) -> None:
    etag = reading.send(save("new")).etag
    for words in ("Pneu", "Pneumonia"):
        etag = reading.send(save(etag, words)).etag
    reading.time.passes(seconds=1)
    reading.send(save(etag, "Pneumonia."), GRACE)

    assert audit(reading) == [("report.draft", "Ada Lovelace", ""), ("report.write", "Grace Hopper", "")]


def test_approved_findings_stand_in_the_report_with_their_models_notice(reading: World) -> None:  # I4
    reading.keep(
        PARTITION, finding("Mass", probability=0.9), finding("Nodule"), finding("Rib", probability=0.7)
    )
    approve(reading, "Nodule")
    approve(reading, "Mass")

    report = reading.send(GET).report

    assert [(f.label, f.probability) for f in report.findings] == [("Mass", 0.9), ("Nodule", 0.6057)]
    assert report.notice == "Demonstration model."


def test_a_report_without_findings_of_a_model_has_no_notice(reading: World) -> None:
    reading.keep(PARTITION, finding())

    assert reading.send(GET).report.notice is None


def test_signing_over_undecided_findings_is_refused(reading: World) -> None:  # A3
    reading.send(save("new"))
    reading.keep(PARTITION, finding("Mass"), finding("Nodule"))
    approve(reading, "Mass")

    with pytest.raises(RuleBroken, match="decision: 1"):
        reading.send(SIGN)

    assert stored(reading).status is ReportStatus.DRAFT
    assert [action for action, *_ in audit(reading)] == ["report.draft"]


def test_signing_over_undecided_findings_with_a_reason_is_audited(reading: World) -> None:  # A3
    reading.keep(PARTITION, finding())

    signed = reading.send(SIGN.model_copy(update={"override_reason": "Seen, irrelevant."}))

    assert signed.report.status is ReportStatus.SIGNED
    assert audit(reading) == [("report.sign", "Ada Lovelace", "Seen, irrelevant.")]


@pytest.mark.parametrize("reason", ["", "ok"])
def test_a_reason_has_to_say_something(reason: str) -> None:
    with pytest.raises(ValidationError):
        SignReport(organization_id=HOSPITAL, study_uid=STUDY, override_reason=reason)


def test_a_signed_report_names_its_author_and_date(reading: World) -> None:
    saved = reading.send(save("new"), GRACE)
    reading.time.passes(hours=1)

    report = reading.send(SIGN).report

    assert (report.author, report.report_date) == ("Ada Lovelace", reading.time.now())
    assert (report.updated_by, report.sections) == ("Grace Hopper", saved.report.sections)


def test_a_signed_report_is_not_written_any_more(reading: World) -> None:
    signed = reading.send(SIGN)

    with pytest.raises(RuleBroken, match="signed"):
        reading.send(save(signed.etag, "Too late."))
    with pytest.raises(RuleBroken, match="signed"):
        reading.send(SIGN)

    assert stored(reading).sections.impression == ""


def test_the_report_of_another_organizations_study_does_not_exist(reading: World) -> None:
    reading.send(save("new"))
    elsewhere = {"organization_id": CLINIC}

    for message in (GET, SIGN, save("new")):
        with pytest.raises(NotFound):
            reading.send(message.model_copy(update=elsewhere), STRANGER)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_report_is_printed_before_and_after_it_is_signed(reading: World, language: str) -> None:
    question = PrintReport.model_validate(
        {"organization_id": HOSPITAL, "study_uid": STUDY, "language": language}
    )
    draft = reading.send(question)
    reading.send(SIGN)

    assert draft.startswith(b"%PDF-")
    assert reading.send(question) != draft


def test_a_decision_that_is_taken_back_while_somebody_signs_stops_the_signature(
    reading: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.keep(PARTITION, finding())
    approve(reading, finding().label)
    commit = reading.store.commit

    def meanwhile(partition: str, changes: Sequence[Change]) -> Sequence[str]:
        monkeypatch.setattr(reading.store, "commit", commit)
        reading.send(UndoDecision(organization_id=HOSPITAL, finding_id=finding().id))
        return commit(partition, changes)

    monkeypatch.setattr(reading.store, "commit", meanwhile)
    with pytest.raises(Stale):
        reading.send(SIGN)
    assert reading.send(GET).report.status is ReportStatus.DRAFT
