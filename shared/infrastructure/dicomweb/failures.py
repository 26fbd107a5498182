"""What a PACS can do wrong, in sentences that tell people what to do about it."""

import ssl
from http import HTTPStatus
from http.client import IncompleteRead

from shared.domain.errors import DomainError, NotFound, Unavailable

CREDENTIALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
INCOMPLETE = "The PACS broke off in the middle of its answer: it is incomplete."
NOT_DICOMWEB = "Something answers at the address of the PACS, but it does not speak DICOMweb."


SENTENCES: tuple[tuple[type[BaseException], str], ...] = (  # the first that fits
    (IncompleteRead, INCOMPLETE),
    (TimeoutError, "The PACS did not answer within {seconds:g} s."),
    (ssl.SSLError, "The certificate of the PACS is not trusted, or it does not speak https."),
    (ConnectionRefusedError, "The PACS cannot be reached: nothing answers at its address."),
    (OSError, "The connection to the PACS broke."),
    (BaseException, NOT_DICOMWEB),
)


def failure_of(error: BaseException, seconds: float) -> Unavailable:
    """Why no answer came."""
    if isinstance(error, Unavailable):
        return error
    sentence = next(sentence for kind, sentence in SENTENCES if isinstance(error, kind))
    return Unavailable(sentence.format(seconds=seconds))


def refusal_of(status: int) -> DomainError | None:
    """What an answer that is no success means."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status in CREDENTIALS:
        return Unavailable("The PACS refused imagini's user name or password.")
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return NotFound("The PACS has no such images.")
    if status < HTTPStatus.BAD_REQUEST:
        return Unavailable("The PACS answers with a redirection, which imagini does not follow.")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Unavailable("The PACS is busy.")
    return Unavailable(f"The PACS failed to answer (HTTP {status}).")
