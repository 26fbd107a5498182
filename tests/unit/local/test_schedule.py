from datetime import UTC, datetime

import pytest

from infra.local.host.schedule import Schedule


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "after", "due"),
    [
        ("*/10 * * * * *", "2026-11-22T10:00:10", "2026-11-22T10:00:20"),
        ("0 */5 * * * *", "2026-11-22T10:00:00", "2026-11-22T10:05:00"),
        ("0 30 9 * * 1-5", "2026-11-21T12:00:00", "2026-11-23T09:30:00"),
        ("0 30 9 * * MON-FRI", "2026-11-21T12:00:00", "2026-11-23T09:30:00"),
        ("0 0 0 1 JAN *", "2026-11-22T10:00:00", "2027-01-01T00:00:00"),
        ("0 0 0 29 2 *", "2096-03-01T00:00:00", "2104-02-29T00:00:00"),
        ("0 0 3 * * 7", "2026-11-22T10:00:00", "2026-11-29T03:00:00"),
        ("15,45 0 * * * *", "2026-11-22T10:00:15", "2026-11-22T10:00:45"),
        ("*/15 * * * *", "2026-11-22T10:00:30", "2026-11-22T10:15:00"),
    ],
)
def test_the_next_due_time(schedule: str, after: str, due: str) -> None:
    assert Schedule(schedule).after(at(after)) == at(due)


@pytest.mark.parametrize(
    "text", ["", "* * *", "60 * * * * *", "5-1 * * * * *", "*/0 * * * * *", "x * * * * *", "-1 * * * * *"]
)
def test_what_is_not_a_schedule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"of a schedule|of six fields"):
        Schedule(text)


def test_a_day_that_never_comes_is_said_to() -> None:
    with pytest.raises(ValueError, match="never comes due"):
        Schedule("0 0 0 31 2 *").after(at("2026-01-01T00:00:00"))
