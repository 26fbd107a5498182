"""How answers travel through the gateway: in part, again only where they changed, counted, described."""

import json
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from infra.local.client import Client
from tests.dicom_files import ct_slice, pixels
from tests.integration.dicomweb import JSON, OHIF_FRAME, ROOT, files_of, get, parts, rows, stow, value
from tests.integration.installation import ARCHIVE, Installation


@pytest.fixture
def keeper(site: Installation) -> Client:
    """At the organization whose studies lie in our archive."""
    return site.client(ARCHIVE)


def frame_of(study: str, numbers: str = "1") -> str:
    return f"studies/{study}/series/{study}.1/instances/{study}.1.1/frames/{numbers}"


def test_a_frame_is_not_sent_again_to_who_holds_it(keeper: Client, study: str) -> None:
    stow(keeper, files_of(study))
    first = get(keeper, frame_of(study), OHIF_FRAME)
    assert int(first.headers["content-length"]) == len(first.data)
    again = get(keeper, frame_of(study), OHIF_FRAME, **{"If-None-Match": first.headers["etag"]})
    assert (again.status, again.data) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_each_form_of_a_frame_has_its_own_version(keeper: Client, study: str) -> None:
    stow(keeper, [ct_slice(study, f"{study}.1", syntax="jpeg-ls")])
    plain = 'multipart/related; type="application/octet-stream"; transfer-syntax=1.2.840.10008.1.2.1'
    stored, decoded = (get(keeper, frame_of(study), accept) for accept in (OHIF_FRAME, plain))
    assert stored.headers["etag"] != decoded.headers["etag"]
    assert parts(decoded)[0].body == pixels(1)


def test_a_part_of_an_instance_can_be_had(keeper: Client, study: str) -> None:
    stow(keeper, files_of(study))
    path, accept = (
        f"studies/{study}/series/{study}.1/instances/{study}.1.1",
        'multipart/related; type="application/dicom"',
    )
    whole = get(keeper, path, accept)
    tail = get(keeper, path, accept, Range="bytes=1000-")
    assert (tail.status, tail.data) == (206, whole.data[1000:])
    assert tail.headers["content-range"] == f"bytes 1000-{len(whole.data) - 1}/{len(whole.data)}"
    assert get(keeper, path, accept, Range=f"bytes={len(whole.data)}-").status == 416


def test_frames_come_as_a_list_in_the_order_asked_for(reader: Client, study: str) -> None:
    stow(reader, [ct_slice(study, f"{study}.1", frames=5)])
    whole, size = pixels(1, frames=5), 32 * 32 * 2
    found = parts(get(reader, frame_of(study, "4,2,5"), OHIF_FRAME))
    assert [part.body for part in found] == [whole[(n - 1) * size : n * size] for n in (4, 2, 5)]


def test_a_picture_has_the_size_and_the_window_asked_for(reader: Client, study: str) -> None:
    stow(reader, [ct_slice(study, f"{study}.1", size=64)])
    path = f"{frame_of(study)}/rendered"
    small = get(reader, f"{path}?viewport=32,32", "image/png")
    assert Image.open(BytesIO(small.data)).size == (32, 32)
    dark, bright = (
        get(reader, f"{path}?window={centre},100,linear", "image/png").data for centre in (9000, -9000)
    )
    assert Image.open(BytesIO(dark)).convert("L").getextrema() == (0, 0)
    assert Image.open(BytesIO(bright)).convert("L").getextrema() == (255, 255)


def test_metadata_that_has_not_grown_is_not_sent_again(keeper: Client, study: str) -> None:
    files, path = files_of(study), f"studies/{study}/series/{study}.1/metadata"
    stow(keeper, files[:2])
    packed = {"Accept-Encoding": "gzip"}
    first = get(keeper, path, JSON, **packed)
    assert get(keeper, path, JSON, **packed, **{"If-None-Match": first.headers["etag"]}).status == 304
    stow(keeper, files[2:])
    grown = get(keeper, path, JSON, **packed, **{"If-None-Match": first.headers["etag"]})
    assert (grown.status, len(json.loads(grown.data))) == (200, 3)


def test_a_list_whose_end_is_seen_is_counted(reader: Client, study: str) -> None:
    stow(reader, files_of(study))
    instances = f"studies/{study}/instances"
    assert get(reader, instances).headers["x-total-count"] == "3"
    assert get(reader, f"{instances}?limit=2&offset=2").headers["x-total-count"] == "3"
    for query in ("limit=2", "limit=0", "offset=7"):
        assert "x-total-count" not in get(reader, f"{instances}?{query}").headers, query


def test_dates_names_and_further_attributes_are_searched_for(keeper: Client, study: str) -> None:
    stow(keeper, [ct_slice(study, f"{study}.1", Manufacturer="Phantom")])
    for query in ("StudyDate=20040301-20040331", "PatientName=jos%20n%C3%BA%C3%B1&fuzzymatching=true"):
        found = rows(keeper, f"studies?{query}&includefield=00080070&StudyInstanceUID={study}")
        assert [value(row, "00080070") for row in found] == ["Phantom"], query
    assert rows(keeper, f"studies?StudyDate=20040305-&StudyInstanceUID={study}") == []


@pytest.mark.parametrize("method", ["OPTIONS", "GET"])
def test_the_gateway_says_what_it_can_do(keeper: Client, method: str) -> None:
    answer = keeper.request(method, ROOT, headers={"Accept": "application/vnd.sun.wadl+xml"})
    assert answer.status == 200
    names = {"w": "http://wadl.dev.java.net/2009/02"}
    found = ElementTree.fromstring(answer.data).findall(".//w:resource", names)  # noqa: S314  our own
    assert "dicomweb/studies/{study_uid}/series/{series_uid}/metadata" in {one.get("path") for one in found}
    said = keeper.request(method, ROOT, headers={"Accept": "application/vnd.sun.wadl+json"})
    assert len(json.loads(said.data)["application"]["resources"]["resource"]) == len(found)
    assert keeper.request(method, ROOT, headers={"Accept": "image/png"}).status == 406
