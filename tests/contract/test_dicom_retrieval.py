"""Every source of studies keeps these promises: metadata, frames, files and pictures as asked for."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from shared.application.dicom.accept import DICOM, OCTETS
from shared.application.dicom.multipart import parameter
from shared.application.dicom.source import DicomSource, NotAcceptable, Rendering, Resource
from shared.application.models.dicom_rows import number
from shared.domain.errors import NotFound
from tests.contract.dicom_sources import (
    ANY,
    EXPLICIT,
    JPEG_LS,
    fetch,
    fetch_parts,
    fetch_picture,
    series_of,
)
from tests.dicom_files import pixels, saved

BULK_DATA = re.compile(r"/api/dicomweb/studies/(.*)/series/(.*)/instances/(.*)/bulkdata/(.*)")
type Ask = Callable[[DicomSource, str], object]
ASKS: dict[str, Ask] = {
    "metadata of a study": lambda source, study: source.metadata(Resource(study)),
    "metadata of a series": lambda source, study: source.metadata(Resource(study, f"{study}.1")),
    "metadata, streamed": lambda source, study: fetch(
        source, Resource(study, f"{study}.1", variant="metadata")
    ),
    "instances": lambda source, study: list(source.instances(study, f"{study}.1")),
    "a frame": lambda source, study: fetch(source, Resource(study, f"{study}.1", f"{study}.1.1", (1,)), ANY),
    "a file": lambda source, study: fetch(source, Resource(study, f"{study}.1", f"{study}.1.1")),
}


def test_metadata_holds_everything_but_pixels(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 3))
    for resource, count in (
        (Resource(study), 3),
        (Resource(study, f"{study}.1"), 3),
        (Resource(study, f"{study}.1", f"{study}.1.2"), 1),
    ):
        found = source.metadata(resource)
        content_type, _ = fetch(source, resource._replace(variant="metadata"))
        assert content_type == "application/dicom+json"
        assert len(found) == count
    [second] = source.metadata(Resource(study, f"{study}.1", f"{study}.1.2"))
    assert (number(second, "00280010"), number(second, "00200013")) == (32, 2)
    assert "Value" not in second["7FE00010"]
    assert "InlineBinary" not in second["7FE00010"]


def test_metadata_of_a_series_grows_with_it(source: DicomSource, study: str) -> None:
    files = series_of(study, 2)
    source.store(files[:1])
    assert len(source.metadata(Resource(study, f"{study}.1"))) == 1
    source.store(files[1:])
    assert len(source.metadata(Resource(study, f"{study}.1"))) == 2


def test_nested_sequences_are_kept_in_metadata(source: DicomSource, study: str) -> None:
    inner, outer = Dataset(), Dataset()
    inner.CodeMeaning, outer.ConceptNameCodeSequence = "Finding", [inner]
    source.store(series_of(study, 1, ContentSequence=[outer]))
    [found] = source.metadata(Resource(study, f"{study}.1"))
    [item] = found["0040A730"]["Value"]
    assert item["0040A043"]["Value"][0]["00080104"]["Value"] == ["Finding"]


def test_bulk_data_is_read_where_metadata_says_it_is(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1))
    [found] = source.metadata(Resource(study, f"{study}.1"))
    root, _, way = found["7FE00010"]["BulkDataURI"].partition("/bulkdata/")
    assert root == f"/api/dicomweb/studies/{study}/series/{study}.1/instances/{study}.1.1"
    instance = Resource(study, f"{study}.1", f"{study}.1.1", variant="bulkdata", bulkdata=way)
    [part] = fetch_parts(source, instance)
    assert part.body == pixels(1)


def test_palettes_overlays_and_tables_are_told_or_read_where_metadata_says_they_are(
    source: DicomSource, study: str
) -> None:
    values = {
        "00281201": bytes(range(256)) * 8,
        "00281202": bytes(2048),
        "00281203": b"\x01\x02" * 1024,
        "60003000": b"\xa5" * 1200,
    }
    source.store([_coloured(study, values)])
    [found] = source.metadata(Resource(study, f"{study}.1"))

    assert {tag: _value(source, found[tag]) for tag in values} == values
    [table] = found["00283010"]["Value"]
    assert _value(source, table["00283006"]) == b"\x07\x08" * 600


def _coloured(study: str, values: dict[str, bytes]) -> bytes:
    """With palettes, an overlay, and a lookup table in a sequence."""
    ds = dcmread(BytesIO(series_of(study, 1)[0]))
    for tag in (0x00281101, 0x00281102, 0x00281103):
        ds.add_new(tag, "US", [1024, 0, 16])
    ds.add_new(0x60000010, "US", 96)
    ds.add_new(0x60000011, "US", 100)
    for tag, value in values.items():
        ds.add_new(int(tag, 16), "OW", value)
    table = Dataset()
    table.add_new(0x00283002, "US", [600, 0, 16])
    table.add_new(0x00283006, "OW", b"\x07\x08" * 600)
    ds.add_new(0x00283010, "SQ", [table])
    return saved(ds)


def _value(source: DicomSource, element: dict[str, Any]) -> bytes:
    if "InlineBinary" in element:
        return b64decode(element["InlineBinary"])
    named = BULK_DATA.fullmatch(element["BulkDataURI"])
    assert named
    study, series, sop, way = named.groups()
    [part] = fetch_parts(source, Resource(study, series, sop, variant="bulkdata", bulkdata=way))
    return part.body


def test_a_frame_comes_with_its_transfer_syntax(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 2))
    [part] = fetch_parts(source, Resource(study, f"{study}.1", f"{study}.1.2", (1,)), ANY)
    assert part.body == pixels(2)
    assert part.headers.pop("content-length", str(len(part.body))) == str(len(part.body))
    assert part.headers == {"content-type": f"{OCTETS}; transfer-syntax={EXPLICIT}"}


def test_several_frames_come_in_the_order_asked_for(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1, frames=5))
    parts = fetch_parts(source, Resource(study, f"{study}.1", f"{study}.1.1", (4, 2)), ANY)
    whole, size = pixels(1, frames=5), 32 * 32 * 2
    assert [part.body for part in parts] == [whole[3 * size : 4 * size], whole[size : 2 * size]]


def test_a_compressed_frame_comes_as_it_is_or_decoded(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1, syntax="jpeg-ls"))
    frame = Resource(study, f"{study}.1", f"{study}.1.1", (1,))
    for accept in (ANY, f'multipart/related; type="image/jls"; transfer-syntax={JPEG_LS}'):
        [part] = fetch_parts(source, frame, accept)
        assert parameter(part.headers["content-type"], "transfer-syntax") == JPEG_LS
        assert part.body.startswith(b"\xff\xd8")
        assert len(part.body) < len(pixels(1))
    [part] = fetch_parts(source, frame, f"multipart/related; type={OCTETS}; transfer-syntax={EXPLICIT}")
    assert part.body == pixels(1)


def test_a_form_that_cannot_be_given_is_not_acceptable(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1))
    instance = Resource(study, f"{study}.1", f"{study}.1.1")
    for resource, accept in (
        (instance._replace(frames=(1,)), "text/html"),
        (instance, "image/png"),
        (instance._replace(variant="rendered"), "text/plain"),
    ):
        with pytest.raises(NotAcceptable):
            fetch(source, resource, accept)


def test_whole_files_come_as_parts(source: DicomSource, study: str) -> None:
    files = series_of(study, 3)
    source.store(files)
    [one] = fetch_parts(
        source, Resource(study, f"{study}.1", f"{study}.1.3"), f'multipart/related; type="{DICOM}"'
    )
    assert one.body == files[2]
    assert one.headers["content-type"].startswith(DICOM)
    for resource in (Resource(study), Resource(study, f"{study}.1")):
        assert sorted(part.body for part in fetch_parts(source, resource)) == sorted(files)


def test_pictures_are_made(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 3, size=64))
    instance = Resource(study, f"{study}.1", f"{study}.1.1")
    assert fetch_picture(source, instance._replace(variant="rendered")).size == (64, 64)
    assert fetch_picture(source, instance._replace(variant="rendered", frames=(1,)), "image/png").size == (
        64,
        64,
    )
    small = Rendering(viewport=(32, 32))
    assert fetch_picture(source, instance._replace(variant="thumbnail", rendering=small)).size == (32, 32)
    for resource in (Resource(study), Resource(study, f"{study}.1")):
        assert max(fetch_picture(source, resource._replace(variant="thumbnail")).size) <= 256


@pytest.mark.parametrize("ask", ASKS)
def test_what_is_not_there_is_not_found(source: DicomSource, study: str, ask: str) -> None:
    with pytest.raises(NotFound):
        ASKS[ask](source, study)


def test_a_frame_that_an_image_does_not_have_is_not_found(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1))
    with pytest.raises(NotFound):
        fetch(source, Resource(study, f"{study}.1", f"{study}.1.1", (2,)), ANY)


def test_no_address_of_the_source_leaves_it(source: DicomSource, study: str) -> None:
    source.store(series_of(study, 1))
    said = json.dumps(source.metadata(Resource(study)))
    _, body = fetch(source, Resource(study, f"{study}.1", f"{study}.1.1", (1,)), ANY)
    assert "http" not in said
    assert b"Content-Location" not in body
