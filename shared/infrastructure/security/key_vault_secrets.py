"""Secrets in Azure Key Vault, reached by managed identity."""

from azure.identity import DefaultAzureCredential
from azure.keyvault.secrets import SecretClient

from shared.domain.errors import NotFound
from shared.infrastructure.azure_service import answering


class KeyVaultSecrets:
    def __init__(self, url: str) -> None:
        self._client = SecretClient(url, DefaultAzureCredential())

    def put(self, name: str, value: str) -> None:
        with answering("key vault"):
            self._client.set_secret(name, value)

    def get(self, name: str) -> str | None:
        try:
            with answering("key vault"):
                return self._client.get_secret(name).value
        except NotFound:
            return None
