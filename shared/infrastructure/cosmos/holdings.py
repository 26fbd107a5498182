"""Every record below a name, as the service pages it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Self

from shared.application.ports import Record
from shared.infrastructure.azure_service import answering
from shared.infrastructure.cosmos.conditions import parameters
from shared.infrastructure.cosmos.containers import SERVICE, open_container
from shared.infrastructure.cosmos.items import record

if TYPE_CHECKING:
    from azure.cosmos import ContainerProxy

PAGE = 200  # items read at once
SQL = "SELECT * FROM c WHERE STARTSWITH(c.pk, @prefix) ORDER BY c.place"  # place begins with pk


class CosmosHoldings:
    def __init__(self, open_it: Callable[[], "ContainerProxy"]) -> None:
        self._open = open_it

    @classmethod
    def connect(cls, url: str) -> Self:
        """Nothing is asked before the first use."""
        return cls(partial(open_container, url))

    def under(self, prefix: str) -> Iterator[Record]:
        """Raises ValueError for no prefix: that would be everybody's."""
        if not prefix:
            raise ValueError("Say whose records.")
        with answering(SERVICE):
            found = self._open().query_items(
                SQL,
                parameters=parameters({"@prefix": prefix}),
                enable_cross_partition_query=True,
                max_item_count=PAGE,
            )
            for each in found:
                yield record(each)
