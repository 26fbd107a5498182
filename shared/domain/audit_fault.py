"""Something that is wrong with the audit."""

from shared.domain.entity import Value


class Fault(Value):
    chain: str  # the partition it stands in
    line: str  # its number, and what it says
    what: str
