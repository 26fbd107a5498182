"""The installation that tests of the running system share; it starts when the first of them asks."""

from collections.abc import Generator
from uuid import uuid4

import pytest

from infra.local.client import Client
from tests.integration.installation import ARCHIVE, PACS, STRANGER, Installation, installation
from tests.servers.orthanc import orthanc as run_orthanc


@pytest.fixture(scope="session")
def site(azurite: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Installation]:
    pacs, data = tmp_path_factory.mktemp("pacs"), tmp_path_factory.mktemp("data")
    with run_orthanc(pacs, "imagini", "secret") as server, installation(data, azurite, server) as running:
        yield running


@pytest.fixture(scope="session", params=[ARCHIVE, PACS])
def reader(request: pytest.FixtureRequest, site: Installation) -> Client:
    """Somebody who is signed in, at an organization with an archive or with a PACS."""
    return site.client(request.param)


@pytest.fixture(scope="session")
def stranger(site: Installation) -> Client:
    return site.client(STRANGER)


@pytest.fixture
def study() -> str:
    return f"2.25.{uuid4().int % 10**20}"
