"""What the contract tests of DICOM sources share."""

import asyncio
from io import BytesIO
from typing import Any

from PIL import Image

from shared.application.dicom.accept import OCTETS
from shared.application.dicom.multipart import MultipartReader, Part, boundary_of
from shared.application.dicom.source import DicomSource, Resource
from tests.dicom_files import ct_slice

JPEG_LS = "1.2.840.10008.1.2.4.80"
EXPLICIT = "1.2.840.10008.1.2.1"
ANY = f"multipart/related; type={OCTETS}; transfer-syntax=*"  # what OHIF asks for


def series_of(study: str, count: int, **options: Any) -> list[bytes]:
    return [ct_slice(study, f"{study}.1", number, **options) for number in range(1, count + 1)]


def fetch(source: DicomSource, resource: Resource, accept: str = "*/*") -> tuple[str, bytes]:
    """The Content-Type and the whole body."""

    async def read() -> tuple[str, bytes]:
        stream = await source.open(resource, accept)
        return stream.content_type, b"".join([chunk async for chunk in stream.chunks])

    return asyncio.run(read())


def fetch_parts(source: DicomSource, resource: Resource, accept: str = "*/*") -> list[Part]:
    content_type, body = fetch(source, resource, accept)
    reader = MultipartReader(boundary_of(content_type))
    parts = list(reader.feed(body))
    assert reader.closed
    return parts


def fetch_picture(source: DicomSource, resource: Resource, accept: str = "*/*") -> Image.Image:
    content_type, body = fetch(source, resource, accept)
    picture = Image.open(BytesIO(body))
    assert Image.MIME[picture.format or ""] == content_type
    return picture
