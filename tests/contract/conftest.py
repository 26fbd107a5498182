"""The stores that keep the promises of the ports."""

from uuid import uuid4

import pytest

from shared.application.ports import RecordStore
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.sqlite.record_store import SqliteRecordStore


@pytest.fixture(scope="module", params=["sqlite", "cosmos"])
def records(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RecordStore:
    if request.param == "sqlite":
        return SqliteRecordStore(tmp_path_factory.mktemp("records") / "new folder" / "imagini.sqlite")
    return CosmosRecordStore.connect(request.getfixturevalue("cosmos_endpoint"))


@pytest.fixture
def partition() -> str:
    return f"org~{uuid4().hex}"
