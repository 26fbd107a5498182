"""Proves who we are by the managed identity of the function app: no secret to keep, nor to renew.

The app registration trusts the identity as a federated credential.
"""

from collections.abc import Callable

FEDERATION = "api://AzureADTokenExchange/.default"


def assertions() -> dict[str, Callable[[], str]]:
    """For MSAL, which asks for a fresh one each time."""

    from azure.identity import DefaultAzureCredential

    identity = DefaultAzureCredential()
    return {"client_assertion": lambda: identity.get_token(FEDERATION).token}
