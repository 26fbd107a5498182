"""What every test may ask for. Servers start once, when the first test asks, and are the real ones."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.memory.queue import MemoryQueue
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.servers.ahds import HealthDataServices
from tests.servers.ahds import ahds as run_ahds
from tests.servers.azurite import azurite as run_azurite
from tests.servers.cosmos import cosmos as run_cosmos
from tests.servers.orthanc import Orthanc
from tests.servers.orthanc import orthanc as run_orthanc

# The same examples every time, however slow the machine is; the nightly run looks for new ones.
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "every-time", deadline=None, derandomize=True, database=None, suppress_health_check=SLOW
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "every-time")


@pytest.fixture(scope="session")
def azurite(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """A connection string."""
    with run_azurite(tmp_path_factory.mktemp("azurite")) as connection:
        yield connection


@pytest.fixture(scope="session")
def cosmos_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    with run_cosmos(tmp_path_factory.mktemp("cosmos")) as url:
        yield url


@pytest.fixture(scope="session")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Generator[Orthanc]:
    with run_orthanc(tmp_path_factory.mktemp("orthanc")) as server:
        yield server


@pytest.fixture(scope="session")
def ahds(tmp_path_factory: pytest.TempPathFactory) -> Generator[HealthDataServices]:
    with run_ahds(tmp_path_factory.mktemp("ahds")) as server:
        yield server


@pytest.fixture
def records(tmp_path: Path) -> SqliteRecordStore:
    return SqliteRecordStore(tmp_path / "records.sqlite")


@pytest.fixture
def blobs() -> MemoryBlobs:
    return MemoryBlobs()


@pytest.fixture
def queue() -> MemoryQueue:
    return MemoryQueue()
