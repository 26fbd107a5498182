"""Conditions on bodies, as Cosmos SQL with bound values."""

from collections.abc import Sequence
from typing import Any

from shared.application.ports import Condition
from shared.infrastructure.record_limits import check_field


def matching(partition: str, kind: str, conditions: Sequence[Condition]) -> tuple[str, list[dict[str, Any]]]:
    """A WHERE clause and its parameters."""
    clauses = ["c.pk = @pk", "c.kind = @kind"]
    values: dict[str, Any] = {"@pk": partition, "@kind": kind}
    for number, (field, test, value) in enumerate(conditions):
        name = f"@value{number}"
        clauses.append(_clause(field, test, name))
        values[name] = str(value).lower() if test == "contains" else _plain(value)
    return f"WHERE {' AND '.join(clauses)}", parameters(values)


def term(field: str) -> str:
    """The path of a field's value. Written c["x"], as a field may be called like a word of SQL."""
    if field == "id":
        return "c.key"
    return 'c["body"]' + "".join(f'["{part}"]' for part in check_field(field).split("."))


def parameters(values: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name, "value": value} for name, value in values.items()]


def _clause(field: str, test: str, name: str) -> str:
    match test:
        case "has":
            return f"ARRAY_CONTAINS({term(field)}, {name})"
        case "among":
            return f"ARRAY_CONTAINS({name}, {term(field)})"
        case "contains":
            return f"CONTAINS(LOWER({term(field)}), {name})"
        case "from" | "before":
            return f"{term(field)} {'>=' if test == 'from' else '<'} {name}"
        case _:
            return f"{term(field)} = {name}"


def _plain(value: str | int | bool | tuple[str, ...]) -> str | int | bool | list[str]:
    return list(value) if isinstance(value, tuple) else value
