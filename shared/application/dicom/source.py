"""Where an organization's studies live: its PACS, Azure Health Data Services, or our own archive.

URLs in what a source answers (RetrieveURL, BulkDataURI) name our gateway, never the source itself.
"""

from collections.abc import AsyncGenerator, Iterable, Iterator
from typing import Any, Literal, NamedTuple, Protocol, Self

type DicomJson = dict[str, Any]  # one data set in the DICOM JSON model, keyed "0020000D" (PS3.18 F.2)


class NotAcceptable(Exception):
    """What is stored cannot be given in any form that the caller accepts. The message is shown to people."""


class Rendering(NamedTuple):
    """How a picture is to look (PS3.18 8.3.5); None: as the image itself says."""

    viewport: tuple[int, int] | None = None  # the largest width and height, in pixels
    window: tuple[float, float] | None = None  # centre and width, in modality units
    quality: int = 90  # of JPEG, 1 to 100


class Resource(NamedTuple):
    """What a DICOMweb path names; `frames` are 1-based; `variant` is what of it is wanted (PS3.18 10.4)."""

    study_uid: str
    series_uid: str | None = None
    sop_uid: str | None = None
    frames: tuple[int, ...] = ()
    variant: Literal["pixels", "metadata", "rendered", "thumbnail", "bulkdata"] = "pixels"
    bulkdata: str = ""  # the path behind /bulkdata/, as our own metadata named it
    rendering: Rendering = Rendering()


class Search(NamedTuple):
    """A QIDO query (PS3.18 10.6). `filters` by tag ("00100020") or keyword, as the caller spelt them."""

    level: Literal["studies", "series", "instances"]
    filters: dict[str, str]
    study_uid: str | None = None
    series_uid: str | None = None
    include: tuple[str, ...] = ()  # tags; or EVERYTHING (attributes.py)
    fuzzy: bool = False
    offset: int = 0
    limit: int | None = None  # None: all there are


type Piece = bytes | memoryview


class ByteStream(NamedTuple):
    """An answer on its way. Whoever takes it reads the chunks to their end, or closes them."""

    content_type: str
    headers: dict[str, str]
    chunks: AsyncGenerator[Piece]


class Whole(NamedTuple):
    """An answer at hand. With an ETag among its headers it is the same bytes each time, and has parts."""

    content_type: str
    headers: dict[str, str]
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, body: bytes, content_type: str, headers: dict[str, str] | None = None) -> Self:
        return cls(content_type, headers or {}, (body,))

    @property
    def length(self) -> int:
        return sum(map(len, self.pieces))

    @property
    def chunks(self) -> AsyncGenerator[Piece]:
        async def chunks() -> AsyncGenerator[Piece]:
            for piece in self.pieces:
                yield piece

        return chunks()


type Answer = ByteStream | Whole


class InstanceFile(NamedTuple):
    """One instance as a DICOM Part 10 file, in the transfer syntax it is stored in."""

    sop_instance_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    number: int | None
    data: bytes


class Stored(NamedTuple):
    """What became of one instance of a STOW request; `failure` is a reason of PS3.18 I.2.2."""

    sop_class_uid: str | None
    sop_instance_uid: str | None
    study_uid: str | None
    series_uid: str | None
    failure: int | None = None
    comment: str | None = None  # a sentence a person understands


class DicomSource(Protocol):
    """Raises Unavailable, with a sentence, when it does not answer or refuses our credentials."""

    def search(self, search: Search) -> list[DicomJson]:
        """Complete, or an error; never silently cut short. Studies newest first."""
        ...

    def metadata(self, resource: Resource) -> list[DicomJson]:
        """Every instance of a study, series or instance, nested sequences included. Raises NotFound."""
        ...

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        """Every instance of a series, one at a time in memory. Raises NotFound; Unavailable if cut short."""
        ...

    async def open(self, resource: Resource, accept: str) -> Answer:
        """Pixels, metadata, bulk data, pictures or whole instances: at hand, or streamed.

        Frames and instances come as multipart/related, each part with a Content-Type that names its transfer
        syntax. Raises NotFound or NotAcceptable; Unavailable, out of the chunks, where the source breaks off.
        """
        ...

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        """Store DICOM Part 10 files; one refused instance does not stop the others."""
        ...


class DicomSources(Protocol):
    def of(self, organization_id: str) -> DicomSource:
        """The source that an organization's settings name."""
        ...
