"""What the adapters of Azure's services share: who we are, how patient we are, and what went wrong."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from shared.domain.errors import NotFound, Unavailable

if TYPE_CHECKING:
    from azure.identity import DefaultAzureCredential

# Seconds, except the number of retries. A dead server is noticed within 4 s, where the SDKs would go on for a
# minute: people are told, and queues try again later.
RETRIES: dict[str, Any] = {
    "initial_backoff": 0.2,
    "increment_base": 1.3,
    "random_jitter_range": 0.2,
    "retry_total": 2,
}
TIMEOUTS: dict[str, Any] = {"connection_timeout": 3, "read_timeout": 60}
_PASSING = {408, 429, 449, 500, 502, 503, 504}  # answers that a later attempt may not get
_REFUSED = {401, 403}


@cache
def credential() -> "DefaultAzureCredential":
    """The managed identity in Azure (AZURE_CLIENT_ID chooses one), a developer's own sign-in elsewhere."""
    from azure.identity import DefaultAzureCredential

    return DefaultAzureCredential()


@contextmanager
def answering(service: str) -> Generator[None]:
    """Raises NotFound for 404, Unavailable for no answer; lets through what is a mistake of the program."""
    from azure.core.exceptions import AzureError, HttpResponseError, ResourceNotFoundError

    try:
        yield
    except ResourceNotFoundError as error:
        raise NotFound(f"The {service} has nothing of this name.") from error
    except HttpResponseError as error:
        if error.status_code in _REFUSED:
            raise Unavailable(f"The {service} refuses our credentials.") from error
        if error.status_code is None or error.status_code in _PASSING:
            raise Unavailable(f"The {service} does not answer.") from error
        raise
    except AzureError as error:
        raise Unavailable(f"The {service} does not answer.") from error
