"""The container of all records. What it looks like stands in container.json, which bicep reads as well."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from shared.infrastructure.azure_service import answering, credential

if TYPE_CHECKING:
    from azure.cosmos import ContainerProxy, CosmosClient

SERVICE = "record store"
# Not a secret: the documented key of every emulator.
EMULATOR_KEY = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqsyMsecaGQy67XIw/Jw=="
# Seconds, except the number of retries after a 429, which is everyday business for Cosmos.
_PATIENCE: dict[str, Any] = {
    "connection_timeout": 3,
    "read_timeout": 10,
    "retry_total": 5,
    "retry_backoff_max": 8,
}


def definition() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "container.json").read_text())


def open_container(url: str) -> "ContainerProxy":
    """Entered with our identity in Azure, where bicep made the container; with the known key on this machine,
    where it is made when missing. Raises Unavailable.
    """
    from azure.cosmos import CosmosClient

    this = definition()
    with answering(SERVICE):
        if urlsplit(url).hostname in {"localhost", "127.0.0.1"}:
            emulator = CosmosClient(
                url, EMULATOR_KEY, connection_verify=False, enable_endpoint_discovery=False, **_PATIENCE
            )
            return _made(emulator, this)
        client = CosmosClient(url, credential(), **_PATIENCE)
        return client.get_database_client(this["database"]).get_container_client(this["container"])


def _made(emulator: "CosmosClient", this: dict[str, Any]) -> "ContainerProxy":
    from azure.cosmos import PartitionKey

    database = emulator.create_database_if_not_exists(this["database"])
    return database.create_container_if_not_exists(
        this["container"], PartitionKey(path=this["partitionKey"]), indexing_policy=this["indexingPolicy"]
    )
