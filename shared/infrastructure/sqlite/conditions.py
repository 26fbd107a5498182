"""Conditions on JSON bodies, as SQL with bound values."""

from collections.abc import Sequence

from shared.application.ports import Condition
from shared.infrastructure.record_limits import check_field


def where(conditions: Sequence[Condition]) -> tuple[str, list[str | int]]:
    """The SQL, to be appended to a WHERE clause, and the values that it binds."""
    sql: list[str] = []
    values: list[str | int] = []
    for condition in conditions:
        clause, bound = _clause(condition)
        sql.append(f" AND {clause}")
        values += bound
    return "".join(sql), values


def term(field: str) -> str:
    """The SQL expression of a field's value."""
    return "id" if field == "id" else f"body ->> '$.{check_field(field)}'"


def _clause(condition: Condition) -> tuple[str, list[str | int]]:
    field, test, value = condition
    match test:
        case "among":
            asked: list[str | int] = [*value] if isinstance(value, tuple) else [value]
            return f"{term(field)} IN ({', '.join('?' * len(asked))})", asked
        case _ if isinstance(value, tuple):
            raise TypeError("Only `among` takes several values.")
        case "is":
            return f"{term(field)} = ?", [value]
        case "from" | "before":
            # SQLite would put every number before every text
            text = f"typeof({term(field)}) = 'text' AND "
            return f"{text}{term(field)} {'>=' if test == 'from' else '<'} ?", [value]
        case "has":
            path = f"$.{check_field(field)}"
            # json_each also walks objects and single values; only items of a list have a number for a key.
            held = "EXISTS (SELECT 1 FROM json_each(body, ?) WHERE value = ? AND typeof(key) = 'integer')"
            return held, [path, value]
        case "contains":
            # ->> would hand over a list as the text that it is written as
            text = "" if field == "id" else f"json_type(body, '$.{check_field(field)}') = 'text' AND "
            return f"{text}holds({term(field)}, ?)", [str(value).lower()]
