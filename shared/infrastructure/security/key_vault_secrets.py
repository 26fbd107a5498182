"""Secrets in Azure Key Vault, reached by managed identity."""

from azure.core.exceptions import ResourceNotFoundError
from azure.identity import DefaultAzureCredential
from azure.keyvault.secrets import SecretClient


class KeyVaultSecrets:
    def __init__(self, url: str) -> None:
        self._client = SecretClient(url, DefaultAzureCredential())

    def put(self, name: str, value: str) -> None:
        self._client.set_secret(name, value)

    def get(self, name: str) -> str | None:
        try:
            return self._client.get_secret(name).value
        except ResourceNotFoundError:
            return None
