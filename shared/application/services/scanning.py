"""Every record of a kind, wherever it lies."""

from collections.abc import Iterator

from shared.application.ports import Record, RecordStore

BATCH = 500


def every(kind: str, store: RecordStore) -> Iterator[Record]:
    """In the order of their partitions."""
    after = ("", "")
    while records := store.scan(kind, after=after, limit=BATCH):
        yield from records
        after = records[-1].partition, records[-1].id
