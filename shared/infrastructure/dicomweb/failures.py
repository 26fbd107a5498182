"""What a PACS can do wrong, as errors."""

import ssl
from http import HTTPStatus
from http.client import IncompleteRead

from shared.domain.errors import DomainError, NotFound, Unavailable
from shared.domain.source_check import Remark
from shared.infrastructure.dicomweb.remarks import SENTENCES, trouble

CREDENTIALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
INCOMPLETE = SENTENCES["broken-off"]
NOT_DICOMWEB = SENTENCES["not-dicomweb"]

REMARKS: tuple[tuple[type[BaseException], Remark], ...] = (  # the first that fits
    (IncompleteRead, "broken-off"),
    (TimeoutError, "timeout"),
    (ssl.SSLError, "certificate"),
    (ConnectionRefusedError, "nothing-answers"),
    (OSError, "connection-broke"),
    (BaseException, "not-dicomweb"),
)


def failure_of(error: BaseException, seconds: float) -> DomainError:
    """Why no answer came."""
    if isinstance(error, Unavailable):
        return error
    remark: Remark = next(remark for kind, remark in REMARKS if isinstance(error, kind))
    return trouble(remark, f"{seconds:g}")


def refusal_of(status: int) -> DomainError | None:
    """What an answer that is no success means."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status in CREDENTIALS:
        return trouble("credentials-refused")
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return trouble("no-such-images", kind=NotFound)
    if status < HTTPStatus.BAD_REQUEST:
        return trouble("redirection")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return trouble("busy")
    return trouble("failed", status)
