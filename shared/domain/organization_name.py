"""The name of an organization: part of its records' names and of addresses, so its letters are few."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, JsonValue

SHORTEST, LONGEST = 4, 63  # characters
ODD = re.compile(r"[^A-Za-z0-9_]")
PATTERN = "^[a-z][a-z0-9_]{2,}[a-z0-9]$"  # the rules below in one line, for those who only read the API


def broken_rules(name: str) -> list[str]:
    """A sentence for each rule that the name breaks."""
    rules = {
        f"A name has at least {SHORTEST} characters.": len(name) < SHORTEST,
        f"A name has at most {LONGEST} characters.": len(name) > LONGEST,
        "A name has no capital letters.": name != name.lower(),
        "A name does not begin with a digit.": name[:1].isdecimal(),
        "A name neither begins nor ends with an underscore.": name.startswith("_") or name.endswith("_"),
        "A name is made of the letters a to z, digits and underscores.": bool(ODD.search(name)),
    }
    return [rule for rule, broken in rules.items() if broken]


def _lawful(name: str) -> str:
    if broken := broken_rules(name):
        raise ValueError(" ".join(broken))
    return name


SCHEMA: dict[str, JsonValue] = {"pattern": PATTERN, "minLength": SHORTEST, "maxLength": LONGEST}
OrganizationName = Annotated[str, AfterValidator(_lawful), Field(json_schema_extra=SCHEMA)]
