"""What can be wrong with an image; each says so in a sentence that names the instance.

ImagingError
├── NotDicom             these bytes are no DICOM file
├── Truncated            the pixel data end too early
├── UnsupportedSyntax    no decoder for this transfer syntax
├── TooLarge             more pixels than this house decodes
├── NoImage              there is nothing to show, or no such frame
├── Undecodable          the decoder gave up
└── TooCostly            decoding took more time or memory than an image is given
"""

UNKNOWN = "unknown"


class ImagingError(Exception):
    """Base of them all; `str()` is for people."""

    def __init__(self, sentence: str, sop_instance_uid: str = UNKNOWN) -> None:
        super().__init__(sentence)
        self.sop_instance_uid = sop_instance_uid


class NotDicom(ImagingError):
    """These bytes are no DICOM file."""


class Truncated(ImagingError):
    """The pixel data end too early."""


class UnsupportedSyntax(ImagingError):
    """There is no decoder for this transfer syntax."""


class TooLarge(ImagingError):
    """More pixels than this house decodes."""


class NoImage(ImagingError):
    """There is nothing to show, or no such frame."""


class Undecodable(ImagingError):
    """The decoder gave up."""


class NoDecoder(Exception):
    """Nothing is wrong with the image: too many others are being decoded, or nothing that decodes starts."""


class TooCostly(ImagingError):
    """Decoding took more time or memory than an image is given."""
