"""Words that stand only in one organization's data are found nowhere in another's day. # threats 1 16 17"""

import pytest

from tests.unit.functions.wall.installation import OURS, THEIRS, Installation
from tests.unit.functions.wall.marking import mark
from tests.unit.functions.wall.recording import CONSUMERS, Day, held, overhearing, telling, words_of

HOSPITALS = ("anonymous", "member", "admin", "system")
CLINICS = ("their_admin", "their_member")
OPERATORS = ("app_admin", "super_admin")
AT_THE_HOSPITAL = ("app_admin*", "super_admin*")
PERSONAL = (*OURS.canaries, *THEIRS.canaries, "MRN-", "REG-")


@pytest.fixture(scope="module")
def day(built: Installation) -> Day:
    """The clinic's people first, so that there is something to tell."""
    built.restore()
    day = Day(built)
    ours, theirs = built.ours, built.theirs
    with overhearing(day), telling(day):
        day.ask(CLINICS, theirs, ours)
        day.ask(HOSPITALS, ours, theirs)
        day.ask((*OPERATORS, *AT_THE_HOSPITAL), ours, theirs)
    return day


def test_it_was_a_full_day(day: Day) -> None:
    for who, least in (("member", 60), ("their_admin", 80), ("app_admin", 40)):
        done = {name for asking, name, answer in day.answers if asking == who and mark(answer) == "+"}
        assert len(done) > least, who
    assert len(day.mails()) > 10
    assert len(day.messages) > 100
    assert {answer.status for _, _, answer in day.answers} & {500, 503} == set()


def test_nobody_at_the_hospital_was_told_a_word_of_the_clinic(day: Day) -> None:
    assert day.telling(CLINICS, THEIRS.canaries) != set()
    assert day.telling(HOSPITALS, THEIRS.canaries) == set()


def test_nobody_at_the_clinic_was_told_a_word_of_the_hospital(day: Day) -> None:
    assert day.telling(CLINICS, OURS.canaries) == set()


def test_who_runs_the_platform_was_told_nothing_about_patients(day: Day) -> None:
    assert day.telling(OPERATORS, (OURS.patients, THEIRS.patients)) == set()


def test_in_an_emergency_the_patients_of_one_organization_are_seen_and_no_others(day: Day) -> None:
    assert day.telling(AT_THE_HOSPITAL, (OURS.patients,)) != set()
    assert day.telling(AT_THE_HOSPITAL, (THEIRS.patients,)) == set()


def test_mails_tell_nobody_of_another_organization_and_nobody_of_patients(day: Day) -> None:
    for mail in day.mails():
        others = THEIRS.canaries if OURS.word in str(mail["to"]) else (OURS.word, OURS.phone)
        stranger = THEIRS.word not in str(mail["to"]) and OURS.word not in str(mail["to"])
        forbidden = () if stranger else others
        assert held(words_of(mail), (*forbidden, OURS.patients, THEIRS.patients, "mrn-", "reg-")) == []


def test_queues_carry_ids_and_nothing_about_anybody(day: Day) -> None:
    assert [message for message in day.messages if held(message, [w.lower() for w in PERSONAL])] == []
    assert len(CONSUMERS) > 10


def test_logs_say_nothing_about_anybody(day: Day) -> None:
    assert [line for line in day.logs if held(line, [w.lower() for w in PERSONAL])] == []
    assert day.logs != []


def test_traces_and_measurements_say_nothing_about_anybody(day: Day) -> None:
    assert len(day.told.splitlines()) > 1000
    images = [f"1.2.{tenant.number}00." for tenant in (OURS, THEIRS)]  # how the UIDs of their series begin
    assert held(day.told, [word.lower() for word in (*PERSONAL, *images)]) == []


def test_the_audit_and_failures_name_patients_by_number_only(day: Day) -> None:
    lines = day.installation.stored("audit", "audit-entry", "failed-task", "outgoing")

    assert len(lines) > 50
    assert [line for line in lines if held(line, (OURS.patients, THEIRS.patients))] == []
