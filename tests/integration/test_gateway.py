"""What viewers and partners read through the gateway, from the archive and from a real PACS."""

import gzip
import json
from io import BytesIO

import requests
from dicomweb_client import DICOMwebClient
from PIL import Image
from pydicom import dcmread

from infra.local.client import Client
from tests.dicom_files import pixels
from tests.integration.dicomweb import (
    JSON,
    OHIF_FRAME,
    ROOT,
    cookies,
    files_of,
    get,
    parts,
    rows,
    stow,
    value,
)
from tests.integration.installation import Installation


def test_everything_that_ohif_asks_for_is_answered(reader: Client, study: str) -> None:
    assert stow(reader, files_of(study))[0] == 200
    series, fields = f"studies/{study}/series", "00081030%2C00080060%2C00080090%2C00100030"
    worklist = rows(reader, f"studies?limit=101&offset=0&fuzzymatching=false&includefield={fields}")
    [row] = [row for row in worklist if value(row, "0020000D") == study]
    assert value(row, "00081030") == "HEAD"
    assert value(row, "00080061") == "CT"
    assert (int(value(row, "00201206")), int(value(row, "00201208"))) == (1, 3)
    assert value(row, "00081190") == f"{ROOT}/studies/{study}"
    [opened] = rows(reader, f"studies?limit=101&offset=0&StudyInstanceUID={study}")
    assert value(opened, "0020000D") == study
    priors = rows(reader, "studies?00100020=IYET5.0&limit=101&offset=0")
    assert study in {value(row, "0020000D") for row in priors}
    [one] = rows(reader, f"{series}?includefield=00080021%2C00080031%2C0008103E%2C00200011")
    assert (value(one, "0008103E"), value(one, "00080060")) == ("CT HEAD/NECK 5.0 B30s", "CT")
    assert int(value(one, "00201209")) == 3
    metadata = rows(reader, f"{series}/{study}.1/metadata")
    assert {value(instance, "00080018") for instance in metadata} == {f"{study}.1.{n}" for n in (1, 2, 3)}
    [frame] = parts(get(reader, f"{series}/{study}.1/instances/{study}.1.2/frames/1", OHIF_FRAME))
    assert frame.body == pixels(2)
    assert frame.headers["content-type"] == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"
    [whole] = parts(
        get(
            reader, f"{series}/{study}.1/instances/{study}.1.1", 'multipart/related; type="application/dicom"'
        )
    )
    assert whole.body == files_of(study)[0]
    thumbnail = get(
        reader, f"{series}/{study}.1/instances/{study}.1.1/thumbnail?viewport=256%2C256", "image/jpeg"
    )
    assert Image.open(BytesIO(thumbnail.data)).format == "JPEG"


def test_an_outside_client_gets_along_with_us(site: Installation, study: str, reader: Client) -> None:
    session = requests.Session()
    cookie = reader.request("GET", "/api/me")
    assert cookie.status == 200
    session.headers.update({"X-Imagini-Csrf": "1", "Cookie": cookies(reader)})
    client = DICOMwebClient(f"{site.url}{ROOT}", session=session)
    datasets = [dcmread(BytesIO(file)) for file in files_of(study)]

    answer = client.store_instances(datasets)
    assert len(answer.ReferencedSOPSequence) == 3
    [found] = client.search_for_studies(search_filters={"StudyInstanceUID": study})
    assert found["00100020"]["Value"] == ["IYET5.0"]
    assert len(client.search_for_series(study)) == 1
    assert len(client.search_for_instances(study, f"{study}.1")) == 3
    assert len(client.retrieve_series_metadata(study, f"{study}.1")) == 3
    assert len(client.retrieve_series(study, f"{study}.1")) == 3
    one = client.retrieve_instance(study, f"{study}.1", f"{study}.1.2")
    assert one.PixelData == pixels(2)
    frames = client.retrieve_instance_frames(study, f"{study}.1", f"{study}.1.3", [1])
    assert frames == [pixels(3)]
    rendered = client.retrieve_instance_rendered(
        study, f"{study}.1", f"{study}.1.3", media_types=("image/jpeg",)
    )
    assert Image.open(BytesIO(rendered)).size == (32, 32)
    [bulk] = client.retrieve_bulkdata(
        f"{site.url}{client.retrieve_series_metadata(study, f'{study}.1')[0]['7FE00010']['BulkDataURI']}"
    )
    assert len(bulk) == len(pixels(1))


def test_what_cannot_be_given_as_wanted_is_not_acceptable(reader: Client, study: str) -> None:
    stow(reader, files_of(study))
    instance = f"studies/{study}/series/{study}.1/instances/{study}.1.1"
    for path in ("studies", f"{instance}/metadata", f"{instance}/frames/1", f"{instance}/rendered", instance):
        assert get(reader, path, "text/html").status == 406, path


def test_metadata_travels_compressed_to_whoever_understands_it(reader: Client, study: str) -> None:
    stow(reader, files_of(study))
    path = f"{ROOT}/studies/{study}/series/{study}.1/metadata"
    plain = reader.request("GET", path, headers={"Accept": JSON, "Accept-Encoding": "identity"})
    packed = reader.request(
        "GET", path, headers={"Accept": JSON, "Accept-Encoding": "gzip"}, decode_content=False
    )
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert json.loads(gzip.decompress(packed.data)) == json.loads(plain.data)


def test_pixels_may_be_kept_by_the_browser_only(reader: Client, study: str) -> None:
    stow(reader, files_of(study))
    frame = get(reader, f"studies/{study}/series/{study}.1/instances/{study}.1.1/frames/1", OHIF_FRAME)
    assert frame.headers["cache-control"].startswith("private, max-age=")
    assert "Cookie" in frame.headers["vary"]
    assert get(reader, "studies").headers["cache-control"] == "no-store"
