"""The forms that each resource is given in, word for word; anything else is 406."""

import re
from typing import NamedTuple

from tests.servers.ahds.refusal import not_acceptable

EXPLICIT, JPEG_2000, ANY = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.90", "*"
DICOM, OCTETS, JP2 = "application/dicom", "application/octet-stream", "image/jp2"
PARTS = re.compile(r'multipart/related; ?type="([a-z0-9/+-]+)";?(?: ?transfer-syntax=([0-9.*]+))?')
SINGLE = re.compile(r"(application/[a-z-]+);?(?: ?transfer-syntax=([0-9.*]+))?")


class Form(NamedTuple):
    media: str
    transfer_syntax: str
    multipart: bool


def of_instances(accept: str, single: bool) -> Form:
    """Raises Refused."""
    form = _read(accept, DICOM)
    if form.media != DICOM or not (form.multipart or single):
        raise not_acceptable()
    return _known(form, (ANY, EXPLICIT, JPEG_2000))


def of_frames(accept: str, single: bool) -> Form:
    """Raises Refused."""
    form = _read(accept, OCTETS)
    if form.media == JP2 and form.multipart:
        return _known(form, (JPEG_2000,))
    if form.media != OCTETS or not (form.multipart or (single and form.transfer_syntax == ANY)):
        raise not_acceptable()
    return _known(form, (ANY, EXPLICIT))


def _read(accept: str, usual: str) -> Form:
    if accept == "*/*":
        return Form(usual, ANY, True)
    found = PARTS.fullmatch(accept)
    multipart = found is not None
    found = found or SINGLE.fullmatch(accept)
    if found is None:
        raise not_acceptable()
    return Form(found[1], found[2] or (JPEG_2000 if found[1] == JP2 else EXPLICIT), multipart)


def _known(form: Form, syntaxes: tuple[str, ...]) -> Form:
    if form.transfer_syntax not in syntaxes:
        raise not_acceptable()
    return form
