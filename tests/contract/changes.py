"""Changes, short to write."""

from collections.abc import Sequence

from pydantic import JsonValue

from shared.application.ports import Change, Record


def add(id: str, kind: str = "study", **body: JsonValue) -> Change:
    return Change("add", kind, id, body)


def replace(id: str, etag: str, **body: JsonValue) -> Change:
    return Change("replace", "study", id, body, etag)


def remove(id: str, etag: str) -> Change:
    return Change("remove", "study", id, {}, etag)


def ids(found: Sequence[Record]) -> list[str]:
    return [each.id for each in found]
