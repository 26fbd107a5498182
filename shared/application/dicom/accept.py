"""What a caller accepts (RFC 9110 12.5.1, PS3.18 8.7), and whether what is stored can be given so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from shared.application.dicom.multipart import parameter

EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
NATIVE = frozenset({"1.2.840.10008.1.2", EXPLICIT_LITTLE})  # the pixels of both are the same bytes
OCTETS = "application/octet-stream"
DICOM = "application/dicom"
MEDIA_OF = {  # PS3.18 table 8.7.3-5
    "1.2.840.10008.1.2.4.50": "image/jpeg",
    "1.2.840.10008.1.2.4.51": "image/jpeg",
    "1.2.840.10008.1.2.4.57": "image/jpeg",
    "1.2.840.10008.1.2.4.70": "image/jpeg",
    "1.2.840.10008.1.2.5": "image/dicom-rle",
    "1.2.840.10008.1.2.4.80": "image/jls",
    "1.2.840.10008.1.2.4.81": "image/jls",
    "1.2.840.10008.1.2.4.90": "image/jp2",
    "1.2.840.10008.1.2.4.91": "image/jp2",
    "1.2.840.10008.1.2.4.92": "image/jpx",
    "1.2.840.10008.1.2.4.93": "image/jpx",
    "1.2.840.10008.1.2.4.110": "image/jxl",
    "1.2.840.10008.1.2.4.111": "image/jxl",
    "1.2.840.10008.1.2.4.112": "image/jxl",
    "1.2.840.10008.1.2.4.201": "image/jphc",
    "1.2.840.10008.1.2.4.202": "image/jphc",
    "1.2.840.10008.1.2.4.203": "image/jphc",
    "1.2.840.10008.1.2.4.102": "video/mp4",
    "1.2.840.10008.1.2.4.103": "video/mp4",
}
LONGEST = 2048  # characters of what is looked at: each comma is followed to the end
_COMMA = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')  # outside of quotes


class Wish(NamedTuple):
    type: str  # of a part, or of a body that is no multipart; may hold "*"
    transfer_syntax: str | None  # None: not said; "*": any


def wishes(accept: str) -> Iterator[Wish]:
    """The forms that an Accept header names, in its order."""
    for entry in _COMMA.split((accept or "*/*")[:LONGEST]):
        media = entry.partition(";")[0].strip().lower()
        if media in ("multipart/related", "multipart/*"):
            media = (parameter(entry, "type") or "*/*").lower()
        syntax = parameter(entry, "transfer-syntax")
        yield Wish(media.partition(";")[0].strip(), syntax)


def covers(pattern: str, media: str) -> bool:
    return pattern in ("*/*", media) or (pattern.endswith("/*") and media.startswith(pattern[:-1]))


class Form(NamedTuple):
    """How frames are given; `decoded`: their pixels have to be decoded for it."""

    media: str
    transfer_syntax: str
    decoded: bool = False

    @property
    def content_type(self) -> str:
        return f"{self.media}; transfer-syntax={self.transfer_syntax}"


def form_of_frames(accept: str, stored: str) -> Form | None:
    """How to give frames stored in a transfer syntax; None where no wish can be met.

    application/octet-stream without a transfer syntax asks for uncompressed pixels (PS3.18 8.7.3.3).
    """
    own = MEDIA_OF.get(stored, OCTETS)
    for media, syntax in wishes(accept):
        octets, any_syntax = covers(media, OCTETS), syntax in ("*", stored)
        if stored in NATIVE:
            if octets and (any_syntax or syntax in (None, EXPLICIT_LITTLE)):
                return Form(OCTETS, EXPLICIT_LITTLE)
        elif covers(media, own) and (any_syntax or (syntax is None and (own != OCTETS or media == "*/*"))):
            return Form(own, stored)
        elif octets and any_syntax:
            return Form(OCTETS, stored)
        elif octets and syntax in (None, EXPLICIT_LITTLE):
            return Form(OCTETS, EXPLICIT_LITTLE, decoded=True)
    return None


def form_of_instances(accept: str, stored: str) -> bool:
    """Whether an instance may be given as it is stored: it is never transcoded."""
    return any(covers(media, DICOM) and syntax in (None, "*", stored) for media, syntax in wishes(accept))


def accepts(accept: str, *media: str) -> str | None:
    """The first of the media that the caller takes."""
    asked = [wish.type for wish in wishes(accept)]
    return next((m for m in media if any(covers(pattern, m) for pattern in asked)), None)
