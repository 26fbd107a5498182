"""Records as Cosmos items: {"id", "pk", "kind", "key", "place", "body"}."""

from typing import Any
from urllib.parse import quote

from shared.application.ports import Change, Record


def item_id(kind: str, id: str) -> str:
    """Cosmos refuses / \\ ? # in an id, and clients trip over % and +: =C3=A9 stands for é, =2F for /."""
    return f"{kind}:{quote(id, safe='~@:').replace('%', '=')}"


def place(partition: str, id: str) -> str:
    """Sorts like (partition, id) by one path, so that a sweep needs no composite index."""
    return f"{partition}\n{id}"


def item(partition: str, change: Change) -> dict[str, Any]:
    return {
        "id": item_id(change.kind, change.id),
        "pk": partition,
        "kind": change.kind,
        "key": change.id,
        "place": place(partition, change.id),
        "body": change.body,
    }


def record(found: dict[str, Any]) -> Record:
    return Record(found["pk"], found["kind"], found["key"], found["body"], found["_etag"])
