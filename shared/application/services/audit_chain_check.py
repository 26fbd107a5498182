"""Is one chain of audit lines whole?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shared.application.ports import Record
from shared.domain.audit_chain import AuditChain, seal_of
from shared.domain.audit_fault import Fault


def check_chain(chain: str, head: AuditChain | None, lines: Sequence[Record], key: bytes) -> Iterator[Fault]:
    """What is wrong with its lines, and with its end."""

    def fault(line: str, what: str) -> Fault:
        return Fault(chain=chain, line=line, what=what)

    if head is None:
        yield fault("end", "was removed")
    numbered: dict[int, Record] = {}
    for record in sorted(lines, key=lambda record: _number(record.body)):
        if faulty(record, key):
            yield fault(named(record.body), "was changed or inserted")
        elif (number := _number(record.body)) in numbered:
            yield fault(named(record.body), "was inserted twice")
        else:
            numbered[number] = record
    spoilt = {_number(record.body) for record in lines} - numbered.keys()
    last = max((head.number if head else 0, *numbered))
    for number in range(1, last + 1):
        if number not in numbered and number not in spoilt:
            yield fault(str(number), "was removed")
        elif _is_cut(numbered.get(number - 1), numbered.get(number)):
            yield fault(named(numbered[number].body), "follows another line than it did")
    if head and (end := numbered.get(head.number)) and end.body.get("seal") != head.last:
        yield fault("end", "does not fit the last line")


def faulty(record: Record, key: bytes) -> bool:
    return record.body.get("seal") != seal_of(key, record.partition, record.id, record.body)


def named(body: Mapping[str, Any]) -> str:
    """The number of a line, and what it says."""
    who = body.get("actor_name") or body.get("actor_id")
    return f"{body.get('number', 0)} ({body.get('at')} {who}: {body.get('action')})"


def _number(body: Mapping[str, Any]) -> int:
    number = body.get("number")
    return number if isinstance(number, int) else 0


def _is_cut(before: Record | None, line: Record | None) -> bool:
    return bool(before and line and line.body.get("previous") != before.body.get("seal"))
