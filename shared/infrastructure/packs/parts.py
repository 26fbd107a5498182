"""Multipart answers out of what is at hand: the same bytes each time."""

from collections.abc import Sequence
from hashlib import blake2b

from shared.application.dicom.accept import Form
from shared.application.dicom.multipart import head_of, related, tail_of
from shared.application.dicom.source import Piece, Whole
from shared.infrastructure.packs.instance import StoredInstance

LEAD = len(b"\r\n")  # of the first delimiter: a body begins without it


def whole(one: StoredInstance, form: Form, parts: Sequence[Sequence[Piece]], name: str) -> Whole:
    """`name`: what of the instance this is. The boundary is its digest, which no file can hold itself."""
    boundary, pieces = f"imagini-{one.digest[:32]}", list[Piece]()
    for part in parts:
        pieces += head(boundary, form.content_type, sum(map(len, part))), *part
    pieces[0] = pieces[0][LEAD:]
    headers = {"ETag": etag(one, f"{name} {form.content_type}")}
    return Whole(related(form.media, boundary), headers, (*pieces, tail_of(boundary)))


def etag(one: StoredInstance, name: str) -> str:
    return f'"{one.digest[:32]}-{blake2b(name.encode(), digest_size=6).hexdigest()}"'


def head(boundary: str, content_type: str, length: int) -> bytes:
    return head_of(boundary, {"Content-Type": content_type, "Content-Length": str(length)})
