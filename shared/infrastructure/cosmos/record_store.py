"""Records in one container of Azure Cosmos DB, partitioned by /pk."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Never, Self

from shared.application.ports import Change, Condition, Record
from shared.domain.errors import Conflict, NotFound, Stale
from shared.infrastructure.azure_service import answering
from shared.infrastructure.cosmos.conditions import matching, parameters, term
from shared.infrastructure.cosmos.containers import SERVICE, open_container
from shared.infrastructure.cosmos.items import item, item_id, place, record
from shared.infrastructure.record_limits import check_changes

if TYPE_CHECKING:
    from azure.cosmos import ContainerProxy
    from azure.cosmos.exceptions import CosmosBatchOperationError


class CosmosRecordStore:
    def __init__(self, open_it: Callable[[], "ContainerProxy"]) -> None:
        self._open = open_it

    @classmethod
    def connect(cls, url: str) -> Self:
        """Nothing is asked before the first use."""
        return cls(partial(open_container, url))

    @cached_property
    def _container(self) -> "ContainerProxy":
        return self._open()

    def get(self, partition: str, kind: str, id: str) -> Record | None:
        try:
            with answering(SERVICE):
                return record(self._container.read_item(item_id(kind, id), partition))
        except NotFound:
            return None

    def find(
        self,
        partition: str,
        kind: str,
        where: Sequence[Condition] = (),
        *,
        order: str = "id",
        descending: bool = False,
        offset: int = 0,
        limit: int = 50,
    ) -> Sequence[Record]:
        condition, values = matching(partition, kind, where)
        # What is skipped costs the same with OFFSET, which the emulator does not know.
        ordered = f"ORDER BY {term(order)} {'DESC' if descending else 'ASC'}"
        sql = f"SELECT TOP {offset + limit:d} * FROM c {condition} {ordered}"
        found = self._ask(sql, values, partition_key=partition)
        return [record(each) for each in found[offset:]]

    def count(self, partition: str, kind: str, where: Sequence[Condition] = ()) -> int:
        condition, values = matching(partition, kind, where)
        return self._ask(f"SELECT VALUE COUNT(1) FROM c {condition}", values, partition_key=partition)[0]

    def scan(self, kind: str, *, after: tuple[str, str] = ("", ""), limit: int = 100) -> Sequence[Record]:
        sql = f"SELECT TOP {limit:d} * FROM c WHERE c.kind = @kind AND c.place > @after ORDER BY c.place"
        values = parameters({"@kind": kind, "@after": place(*after)})
        return [record(each) for each in self._ask(sql, values, enable_cross_partition_query=True)]

    def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:
        from azure.cosmos.exceptions import CosmosBatchOperationError

        check_changes(changes)
        if not changes:
            return []
        operations = [_operation(partition, change) for change in changes]
        with answering(SERVICE):
            try:
                results = self._container.execute_item_batch(operations, partition)
            except CosmosBatchOperationError as error:
                _refuse(changes, error)
        return [result.get("eTag") or "" for result in results]

    def _ask(self, sql: str, values: list[dict[str, Any]], **scope: Any) -> list[Any]:
        with answering(SERVICE):
            return list(self._container.query_items(sql, parameters=values, **scope))


def _operation(partition: str, change: Change) -> tuple[Any, ...]:
    this = item_id(change.kind, change.id)
    match change.action:
        case "add":
            return "create", (item(partition, change),)
        case "replace":
            return "replace", (this, item(partition, change)), {"if_match_etag": change.etag}
        case "remove":
            return "delete", (this,), {"if_match_etag": change.etag}


def _refuse(changes: Sequence[Change], error: "CosmosBatchOperationError") -> Never:
    """What the first operation that failed means."""
    change = changes[error.error_index or 0]
    match error.status_code:
        case 409:
            raise Conflict(f"This {change.kind} exists already.") from error
        case 404 | 412:
            raise Stale(f"This {change.kind} was changed by somebody else.") from error
        case _:
            raise error
