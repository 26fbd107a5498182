"""What reads strangers' bytes: each may refuse them by the errors of its own, and by nothing else."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from http.client import HTTPException, HTTPResponse
from io import BufferedReader, BytesIO
from typing import Any, cast
from urllib.parse import parse_qsl

from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate

from shared.application.dicom.accept import accepts, form_of_frames, form_of_instances
from shared.application.dicom.attributes import STUDY
from shared.application.dicom.matching import matches
from shared.application.dicom.measurements import Place
from shared.application.dicom.multipart import Malformed, MultipartReader, boundary_of
from shared.application.dicom.parameters import rendering_of, search_of
from shared.application.dicom.paths import UID, bulkdata, path_of, relink, resource_of
from shared.application.dicom.relabel import relabelled
from shared.application.dicom.repair import relinked, repaired, with_pixels
from shared.application.dicom.source import Resource, Stored
from shared.application.models.dicom_rows import newest_first, series_of, study_of
from shared.domain.errors import DomainError
from shared.domain.values import PersonName
from shared.imaging.encapsulated import JPEG, JPEG_2000, RLE, check_streams
from shared.imaging.errors import ImagingError
from shared.imaging.reader import read, read_header
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.lists import data_sets
from shared.infrastructure.dicomweb.retrieval import parts_of
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.part10.dicom_json import metadata_of
from shared.infrastructure.part10.instance import described, inspect
from shared.infrastructure.part10.measurement_reports import ViewerReports

AUTHOR, PLACE = PersonName(family="Curie", given="Marie"), Place("1.2.3.4.9", 2, 7, ("1.2.3.4.8",))
TODAY = date(2026, 11, 22)
SYNTAXES = (*sorted(JPEG), *sorted(JPEG_2000), RLE)
ROW = {tag: {"vr": vr, "Value": ["20040304-a*b?c"]} for tag, vr in STUDY.values()}


def upload(data: bytes) -> None:
    """A file that is sent to the archive."""
    found = inspect(data)
    if isinstance(found, Stored):
        assert found.comment
        return
    for ranges in found.frames:
        for at, length in zip(ranges[::2], ranges[1::2], strict=True):
            assert 0 <= at <= at + length <= len(data)
    json.dumps(metadata_of(found), allow_nan=False)


def retrieved(data: bytes) -> None:
    """A file that a PACS sends."""
    with suppress(DomainError):
        described(data, Resource("1.2.3", "1.2.3.4"))


def report(data: bytes) -> None:
    """A file that may be our viewer's, given its author."""
    reports = ViewerReports()
    if reports.draft(data):
        with suppress(DomainError):
            assert reports.described(reports.signed(data, AUTHOR, PLACE)).metadata


def image(data: bytes) -> None:
    """A file that is to be decoded, or whose header a model's choice looks at."""
    for opened in (read, read_header):
        with suppress(ImagingError):
            opened(data)


def streams(data: bytes) -> None:
    """Compressed pixels, before a codec sees them."""
    ds = Dataset()
    ds.Rows = ds.Columns = 16
    syntax = SYNTAXES[data[0] % len(SYNTAXES)] if data else RLE
    for pixels in (data[1:], encapsulate([data[1:] or b"\0\0"])):
        ds.PixelData = pixels
        for frames in (1, 3):
            with suppress(ImagingError):
                check_streams(ds, syntax, frames, frames, "1.2")


def multipart(data: bytes) -> None:
    """An upload, however its bytes are cut on the way."""
    whole, pieces = MultipartReader("b", 1000), MultipartReader("b", 1000)
    with suppress(Malformed):
        once = [*whole.feed(data), *whole.close()]
        again = [part for at in range(0, len(data), 7) for part in pieces.feed(data[at : at + 7])]
        assert [*again, *pieces.close()] == once
    with suppress(Malformed):
        boundary_of(data.decode("latin-1"))


def relayed(data: bytes) -> None:
    """A multipart answer of a PACS that is passed on."""
    with suppress(DomainError):
        relabelled(bytearray(data), "b", lambda headers: headers.get("content-type", "x/y")[:100])


def answered(data: bytes) -> None:
    """An answer of a PACS with files in it, from its first byte on."""

    class Socket:
        def makefile(self, _: str) -> BufferedReader:
            return BufferedReader(BytesIO(data))

    response = HTTPResponse(cast(Any, Socket()))
    with suppress(DomainError, HTTPException, ConnectionError):
        response.begin()
        for part in parts_of(response):
            assert len(part) <= len(data)


def listed(data: bytes) -> None:
    """Rows and metadata of a PACS."""
    with suppress(DomainError):
        rows = data_sets(data)
        newest_first([study_of(row, TODAY) for row in rows])
        for row in rows:
            series_of(row)
            for attribute in STUDY.values():
                matches(row, attribute, "a*b?c-1", fuzzy=len(data) % 2 == 0)
            made = with_pixels(relinked(repaired(row, "studies"), "/studies/1.2/metadata"))
            json.dumps(made, ensure_ascii=False).encode()


def asked(data: bytes) -> None:
    """What a browser asks for: searches, pictures, forms."""
    text = data.decode("utf-8", "replace")
    given = parse_qsl(text, keep_blank_values=True)
    with suppress(DomainError):
        search = search_of("studies", given)
        Dialect().split(search)
        for wanted in search.filters.values():
            for attribute in STUDY.values():
                matches(ROW, attribute, wanted, search.fuzzy)
    with suppress(DomainError):
        rendering_of(dict(given))
    accepts(text, "image/jpeg", "image/png")
    form_of_frames(text, "1.2.840.10008.1.2.4.80")
    form_of_instances(text, "1.2.840.10008.1.2.1")


def paths(data: bytes) -> None:
    """Pieces of a path, and addresses that a PACS gives."""
    text = data.decode("utf-8", "replace")
    with suppress(DomainError):
        pieces = (text.split("/") + [None] * 4)[:4]
        named = resource_of(pieces[0] or "", *pieces[1:])
        assert all(UID.fullmatch(part) for part in path_of(named._replace(frames=())).split("/")[1::2])
    with suppress(DomainError):
        assert ".." not in bulkdata(text)
    ours = relink(text)
    assert ours is None or (ours.startswith("/api/dicomweb/studies/") and ".." not in ours)


def index(data: bytes) -> None:
    """Of a series that is kept."""
    with suppress(ValueError):
        Pack.unpacked(data)


TARGETS: tuple[Callable[[bytes], None], ...] = (
    *(upload, retrieved, report, image, streams, multipart),
    *(relayed, answered, listed, asked, paths, index),
)
