"""All that is stored of one organization is found, of every kind, and nothing of another."""

from itertools import groupby
from pathlib import Path
from uuid import uuid4

import pytest

from shared.application.holdings import RecordHoldings
from shared.application.ports import RecordStore
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.blob.holdings import AzureBlobHoldings
from shared.infrastructure.cosmos.holdings import CosmosHoldings
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.sqlite.holdings import SqliteHoldings
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.changes import add


@pytest.fixture(params=["sqlite", "cosmos"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[RecordStore, RecordHoldings]:
    if request.param == "sqlite":
        path = tmp_path / "imagini.sqlite"
        return SqliteRecordStore(path), SqliteHoldings(path)
    url = request.getfixturevalue("cosmos_endpoint")
    return CosmosRecordStore.connect(url), CosmosHoldings.connect(url)


def test_records_of_every_kind_are_found_partition_by_partition(
    stored: tuple[RecordStore, RecordHoldings],
) -> None:
    store, holdings = stored
    name = f"clinic_{uuid4().hex}"
    mine = [f"{name}~study~1", f"{name}~study~1.2", f"{name}~study~10", f"{name}~worklist"]
    for partition in (*mine, f"{name}", f"{name}_north~study~1", "another~study~1"):
        store.commit(partition, [add(f"{n:03}", kind) for n in range(40) for kind in ("study", "report")])
    store.commit(mine[0], [add(f"{n:03}", "audit") for n in range(100)])  # more than are read at once

    found = {each: list(group) for each, group in groupby(holdings.under(f"{name}~"), lambda r: r.partition)}

    assert sorted(found) == sorted(mine)
    assert {each: len(records) for each, records in found.items()} == dict.fromkeys(mine, 80) | {mine[0]: 180}
    assert len({(r.kind, r.id) for r in found[mine[0]]}) == 180


def test_nobody_asks_for_everybodys(stored: tuple[RecordStore, RecordHoldings], azurite: str) -> None:
    with pytest.raises(ValueError, match="whose records"):
        next(stored[1].under(""))
    with pytest.raises(ValueError, match="whose blobs"):
        next(AzureBlobHoldings.connect(azurite).under(""))


def test_blobs_are_found_by_the_folder_they_lie_in(azurite: str) -> None:
    name, blobs = f"clinic_{uuid4().hex}", AzureBlobs.connect(azurite)
    for blob in (f"{name}/b/2.pack", f"{name}/a/ñ 1.pack", f"{name}_north/a/1.pack"):
        blobs.put(blob, b"x")
    assert list(AzureBlobHoldings.connect(azurite).under(f"{name}/")) == [
        f"{name}/a/ñ 1.pack",
        f"{name}/b/2.pack",
    ]
