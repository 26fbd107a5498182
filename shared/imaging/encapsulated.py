"""Compressed streams: are they whole?"""

from pydicom.dataset import Dataset
from pydicom.encaps import generate_fragments

from shared.imaging.errors import Truncated

END_OF_IMAGE = b"\xff\xd9"
ENDS_WITH_MARKER = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 57, 70, 80, 81))
"""JPEG and JPEG-LS end with EOI (T.81, T.87); their decoders fill up a shorter stream without a word."""


def check_streams(ds: Dataset, syntax: str, uid: str) -> None:
    """Raises Truncated."""
    try:
        fragments = list(generate_fragments(ds.PixelData))
    except Exception as error:
        raise Truncated(f"Instance {uid} is cut off inside its compressed pixel data.", uid) from error
    if len(fragments) < 2:  # the first is the offset table
        raise Truncated(f"Instance {uid} is cut off: there are no compressed pixel data.", uid)
    if syntax in ENDS_WITH_MARKER and not fragments[-1].rstrip(b"\0").endswith(END_OF_IMAGE):
        raise Truncated(f"Instance {uid} is cut off: its compressed image has no end.", uid)
