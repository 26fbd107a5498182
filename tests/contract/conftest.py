"""The stores that keep the promises of the ports."""

from datetime import date
from uuid import uuid4

import pytest

from shared.application.dicom.source import DicomSource
from shared.application.ports import RecordStore
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.azure import azure_source


@pytest.fixture(scope="module", params=["sqlite", "cosmos"])
def records(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RecordStore:
    if request.param == "sqlite":
        return SqliteRecordStore(tmp_path_factory.mktemp("records") / "new folder" / "imagini.sqlite")
    return CosmosRecordStore.connect(request.getfixturevalue("cosmos_endpoint"))


@pytest.fixture
def partition() -> str:
    return f"org~{uuid4().hex}"


@pytest.fixture(
    scope="module", params=["archive", "archive on Azurite", "Orthanc", "AHDS", "AHDS, checked, OAuth"]
)
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> DicomSource:
    if request.param == "Orthanc":
        server = request.getfixturevalue("orthanc")
        return PacsSource(
            locate(server.dicomweb, Places.here()), server.headers, today=lambda: date(2026, 11, 22)
        )
    if request.param.startswith("AHDS"):
        return azure_source(request.getfixturevalue("ahds"), checked="checked" in request.param)
    on_azurite = "Azurite" in request.param
    blobs = AzureBlobs.connect(request.getfixturevalue("azurite")) if on_azurite else MemoryBlobs()
    store = SqliteRecordStore(tmp_path_factory.mktemp("archive") / "records.sqlite")
    return ArchiveSource("general_hospital", store, blobs)


@pytest.fixture
def study() -> str:
    """A UID that nothing is stored under."""
    return f"2.25.{uuid4().int % 10**20}"
