"""How old somebody is, as a clinic says it: years, but months under two years and days under two months."""

from datetime import date
from typing import Literal

from shared.domain.entity import Value


class Age(Value):
    value: int
    unit: Literal["years", "months", "days"]

    @classmethod
    def on(cls, day: date, born: date) -> "Age | None":
        """The completed age; None for a birth date ahead. Born on 29 February: a year older on 1 March."""
        if born > day:
            return None
        months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
        if months >= 24:
            return cls(value=months // 12, unit="years")
        if months >= 2:
            return cls(value=months, unit="months")
        return cls(value=(day - born).days, unit="days")


def dicom_date(text: str | None) -> date | None:
    """A DICOM DA (PS3.5 6.2); None where it is empty, partial or not a day."""
    digits = (text or "").strip().replace(".", "")
    if len(digits) != 8 or not digits.isdigit():
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
