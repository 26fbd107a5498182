"""Values in bicep's syntax tree, as Python's: what is written out becomes itself, the rest stays text."""

from collections.abc import Callable
from typing import Any

from tree_sitter import Node


class Text(str):
    """An expression, as it stands in the file."""

    __slots__ = ()


def text(node: Node) -> str:
    return (node.text or b"").decode()


def children(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type not in ("comment", "decorators")]


def value(node: Node) -> Any:
    read = READERS.get(node.type)
    return read(node) if read else Text(text(node))


def _string(node: Node) -> str:
    parts = children(node)
    if any(part.type == "interpolation" for part in parts):
        return Text(text(node))
    return "".join(_character(part) for part in parts)


def _character(part: Node) -> str:
    return text(part)[1:] if part.type == "escape_sequence" else text(part)


def _object(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for member in children(node):
        parts = children(member)
        if len(parts) == 2:
            key = value(parts[0])
            found[str(key)] = value(parts[1])
    return found


def _lists(node: Node) -> Any:
    """concat(…) and `c ? […] : […]` are the list of all that may be in it."""
    parts = children(node)
    if node.type == "call_expression":
        if text(parts[0]) != "concat":
            return Text(text(node))
        parts = children(parts[1])
    else:
        parts = parts[1:]
    values = [value(part) for part in parts]
    if not all(isinstance(one, list) for one in values):
        return Text(text(node))
    return [item for one in values for item in one]


def _array(node: Node) -> list[Any]:
    return [value(child) for child in children(node)]


def _last(node: Node) -> Any:
    """What a loop or a condition is about; what is in brackets."""
    return value(children(node)[-1])


READERS: dict[str, Callable[[Node], Any]] = {
    "array": _array,
    "boolean": lambda node: text(node) == "true",
    "call_expression": _lists,
    "for_statement": _last,
    "if_statement": _last,
    "null": lambda _: None,
    "number": lambda node: int(text(node)),
    "object": _object,
    "parenthesized_expression": _last,
    "string": _string,
    "ternary_expression": _lists,
}


def at(body: Any, path: str) -> Any:
    """What lies at a.b.c of nested objects; None where nothing does."""
    for name in path.split("."):
        if not isinstance(body, dict) or name not in body:
            return None
        body = body[name]
    return body
