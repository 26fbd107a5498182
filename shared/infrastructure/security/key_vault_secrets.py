"""Secrets in Azure Key Vault, reached by managed identity."""

from contextlib import suppress

from azure.keyvault.secrets import SecretClient

from shared.domain.errors import NotFound
from shared.infrastructure.azure_service import answering, credential


class KeyVaultSecrets:
    def __init__(self, url: str) -> None:
        self._client = SecretClient(url, credential())

    def put(self, name: str, value: str) -> None:
        with answering("key vault"):
            self._client.set_secret(name, value)

    def get(self, name: str) -> str | None:
        try:
            with answering("key vault"):
                return self._client.get_secret(name).value
        except NotFound:
            return None

    def remove(self, name: str) -> None:
        """It can be restored for as long as the vault keeps what was deleted."""
        with suppress(NotFound), answering("key vault"):
            self._client.begin_delete_secret(name)
