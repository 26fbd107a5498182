"""By what somebody can ask whether an answer of a PACS is still the one that they hold."""

from hashlib import blake2b

from shared.application.dicom.multipart import parameter
from shared.application.dicom.source import Answer, Whole


def stamped(answer: Answer) -> Answer:
    """With an ETag, where it is at hand. A weak one: most servers write a new boundary each time."""
    if not isinstance(answer, Whole) or "ETag" in answer.headers:
        return answer
    body, boundary = b"".join(answer.pieces), parameter(answer.content_type, "boundary")
    if boundary:
        body = body.replace(boundary.encode(), b"")
    return answer._replace(
        headers=answer.headers | {"ETag": f'W/"{blake2b(body, digest_size=16).hexdigest()}"'}
    )
