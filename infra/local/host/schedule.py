"""NCRONTAB: {second} {minute} {hour} {day} {month} {day of week}, in UTC. Five fields mean second 0."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MONTH_NAMES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
DAYS = {name: number for number, name in enumerate(("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"))}
FAR = 366 * 8  # days: far enough for 29 February around a year like 2100


@dataclass(frozen=True)
class Field:
    name: str
    low: int
    high: int
    words: dict[str, int]

    def values(self, text: str) -> frozenset[int]:
        """`*`, `7`, `1-5`, `*/15`, `MON,WED`; ValueError with a sentence for anything else."""
        return frozenset(value for part in text.split(",") for value in self._part(part))

    def _part(self, part: str) -> range:
        spread, _, step = part.partition("/")
        start, _, end = spread.partition("-")
        first = self.low if start == "*" else self._number(start)
        last = self.high if start == "*" or (step and not end) else self._number(end or start)
        every = self._number(step, limit=False) if step else 1
        if last < first or every < 1:
            raise ValueError(f"{part!r} is not a {self.name} of a schedule")
        return range(first, last + 1, every)

    def _number(self, text: str, limit: bool = True) -> int:
        number = self.words.get(text.upper(), int(text) if text.isdigit() else -1)
        if number < 0 or (limit and not self.low <= number <= self.high):
            raise ValueError(f"{text!r} is not a {self.name} of a schedule")
        return number


FIELDS = (
    Field("second", 0, 59, {}),
    Field("minute", 0, 59, {}),
    Field("hour", 0, 23, {}),
    Field("day", 1, 31, {}),
    Field("month", 1, 12, MONTHS),
    Field("day of the week", 0, 7, DAYS),
)


class Schedule:
    """ValueError with a sentence when the text is not a schedule."""

    def __init__(self, text: str) -> None:
        parts = text.split()
        parts = ["0", *parts] if len(parts) == 5 else parts
        if len(parts) != len(FIELDS):
            raise ValueError(f"{text!r} is not a schedule of six fields")
        sets = [field.values(part) for field, part in zip(FIELDS, parts, strict=True)]
        self.seconds, self.minutes, self.hours, self.days, self.months = sets[:5]
        self.weekdays = frozenset(day % 7 for day in sets[5])

    def after(self, moment: datetime) -> datetime:
        """The first due time later than `moment`. ValueError when there is none within eight years."""
        due = moment.replace(microsecond=0) + timedelta(seconds=1)
        end = due + timedelta(days=FAR)
        while due < end:
            if due.month not in self.months or not self._day_fits(due):
                due = _midnight(due) + timedelta(days=1)
            elif due.hour not in self.hours:
                due = due.replace(minute=0, second=0) + timedelta(hours=1)
            elif due.minute not in self.minutes:
                due = due.replace(second=0) + timedelta(minutes=1)
            elif due.second not in self.seconds:
                due += timedelta(seconds=1)
            else:
                return due
        raise ValueError("the schedule never comes due")

    def _day_fits(self, day: datetime) -> bool:
        return day.day in self.days and day.isoweekday() % 7 in self.weekdays


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0)
