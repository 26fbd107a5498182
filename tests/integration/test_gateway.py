"""The DICOMweb gateway on the local host, before the archive and before a real PACS."""

import gzip
import json
from collections.abc import Generator, Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
import requests
from dicomweb_client import DICOMwebClient
from PIL import Image
from pydicom import dcmread

from infra.local.client import Client
from shared.application.dicom.multipart import MultipartReader, Part, boundary_of
from tests.dicom_files import changed, ct_slice, pixels
from tests.integration.installation import ARCHIVE, BROKEN, PACS, STRANGER, Installation, installation
from tests.servers.orthanc import orthanc as run_orthanc

ROOT = "/api/dicomweb"
OHIF_FRAME = "multipart/related; type=application/octet-stream; transfer-syntax=*"
JSON = "application/dicom+json"
HOSTILE_PATHS = [
    "studies/..",
    "studies/../metadata",
    "studies/%2e%2e/series",
    "studies/1.2/series/..%2f..%2finstances",
    "studies/1.2%0d%0aX:1/series",
    "studies/a/series",
    f"studies/{'1' * 65}/series",
    "studies/1.2/series/1.3/instances/1.4/bulkdata/../../metadata",
    "studies/1.2/series/1.3/instances/1.4/bulkdata/",
    "studies/1.2/series/1.3/instances/1.4/frames/0",
    "studies/1.2/series/1.3/instances/1.4/frames/1,,2",
]
ODD_QUERIES = [
    "limit=-1",
    "limit=x",
    "offset=1e3",
    "NoSuch Field=1",
    "includefield=%0d%0a",
    "PatientName=%00",
    f"00100020={'x' * 1025}",
]


@pytest.fixture(scope="module")
def site(azurite: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Installation]:
    pacs, data = tmp_path_factory.mktemp("pacs"), tmp_path_factory.mktemp("data")
    with run_orthanc(pacs, "imagini", "secret") as server, installation(data, azurite, server) as running:
        yield running


@pytest.fixture(scope="module", params=[ARCHIVE, PACS])
def reader(request: pytest.FixtureRequest, site: Installation) -> Client:
    """Somebody who is signed in, at an organization with an archive or with a PACS."""
    return site.client(request.param)


@pytest.fixture(scope="module")
def stranger(site: Installation) -> Client:
    return site.client(STRANGER)


@pytest.fixture
def study() -> str:
    return f"2.25.{uuid4().int % 10**20}"


def get(client: Client, path: str, accept: str = JSON, **headers: str) -> Any:
    return client.request("GET", f"{ROOT}/{path}", headers={"Accept": accept, **headers})


def rows(client: Client, path: str) -> list[dict[str, Any]]:
    answer = get(client, path)
    assert answer.status == 200, answer.data
    assert answer.headers["content-type"] == JSON
    return json.loads(answer.data)


def parts(answer: Any) -> list[Part]:
    assert answer.status == 200, answer.data
    reader = MultipartReader(boundary_of(answer.headers["content-type"]))
    found = list(reader.feed(answer.data))
    assert reader.closed
    return found


def stow(client: Client, files: list[bytes], path: str = "studies", **headers: str) -> tuple[int, Any]:
    head = b"--b\r\nContent-Type: application/dicom\r\n\r\n"
    body = b"".join(head + file + b"\r\n" for file in files) + b"--b--\r\n"
    kind = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
    answer = client.request("POST", f"{ROOT}/{path}", headers=kind | headers, body=body)
    return answer.status, json.loads(answer.data)


def value(row: dict[str, Any], tag: str) -> Any:
    return row[tag]["Value"][0]


def files_of(study: str, count: int = 3) -> list[bytes]:
    return [ct_slice(study, f"{study}.1", number) for number in range(1, count + 1)]


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


def cookies(client: Client) -> str:
    kept: dict[str, str] = client._cookies  # pyright: ignore[reportPrivateUsage]
    return "; ".join(f"{name}={value}" for name, value in kept.items())


def test_of_a_mixed_upload_the_good_files_are_stored_and_the_others_named(reader: Client, study: str) -> None:
    good, cut, nameless = files_of(study)
    status, answer = stow(reader, [b"hello", good, cut[:-9], changed(nameless, SOPInstanceUID=None)])
    assert status == 202
    assert [value(item, "00081155") for item in answer["00081199"]["Value"]] == [f"{study}.1.1"]
    [failed] = answer["00081198"]["Value"]
    assert (value(failed, "00081155"), value(failed, "00081197")) == (f"{study}.1.2", 0xC000)
    assert value(failed, "00000902") == "The pixel data of the file is cut short."
    assert [value(item, "00000902") for item in answer["0008119A"]["Value"]] == [
        "This is not a DICOM file.",
        "The file has no SOP Instance UID.",
    ]


def test_an_upload_of_which_nothing_is_stored_is_a_conflict(reader: Client, study: str) -> None:
    assert stow(reader, [b"hello"])[0] == 409
    assert stow(reader, files_of(study), f"studies/{study}.7")[0] == 409


def test_a_study_of_one_patient_cannot_become_anothers(site: Installation, study: str) -> None:
    reader = site.client(ARCHIVE)
    first, second, _ = files_of(study)
    stow(reader, [first])
    status, answer = stow(reader, [changed(second, PatientID="SOMEBODY ELSE")])
    assert status == 409
    assert "another Patient ID" in value(answer["00081198"]["Value"][0], "00000902")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/dicom", 415),
        ('multipart/related; type="application/dicom+json"; boundary=b', 415),
        ('multipart/related; type="application/dicom"', 400),
        ('multipart/related; type="application/dicom"; boundary="b\tb"', 400),
    ],
)
def test_a_request_that_is_no_upload_is_told_so(reader: Client, kind: str, status: int) -> None:
    answer = reader.request("POST", f"{ROOT}/studies", headers={"Content-Type": kind}, body=b"x")
    assert answer.status == status
    assert json.loads(answer.data)["detail"].endswith(".")


def test_an_upload_that_breaks_off_keeps_what_had_arrived(reader: Client, study: str) -> None:
    head, (first, second, _) = b"--b\r\nContent-Type: application/dicom\r\n\r\n", files_of(study)
    kind = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
    body = head + first + b"\r\n" + head + second
    answer = reader.request("POST", f"{ROOT}/studies", headers=kind, body=body)
    assert answer.status == 202
    [failed] = json.loads(answer.data)["0008119A"]["Value"]
    assert value(failed, "00000902") == "The transfer ended before this file did."
    assert len(rows(reader, f"studies/{study}/instances")) == 1


def test_uploads_stream_through_little_memory(site: Installation, study: str) -> None:
    reader, file = site.client(ARCHIVE), ct_slice(study, f"{study}.1", size=1600)
    before = site.peak_memory()

    def body() -> Iterator[bytes]:
        for number in range(1, 25):
            other = file.replace(f"{study}.1.1".encode(), f"{study}.1.{chr(48 + number % 10)}".encode())
            yield b"--b\r\nContent-Type: application/dicom\r\n\r\n" + other + b"\r\n"
        yield b"--b--\r\n"

    kind = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
    answer = reader.request("POST", f"{ROOT}/studies", headers=kind, body=body())
    assert answer.status == 200, answer.data
    assert site.peak_memory() - before < 120 << 20  # of 24 files of 5 MB, six are under way at most


def test_nobody_sees_the_studies_of_another_organization(
    reader: Client, stranger: Client, study: str
) -> None:
    stow(reader, files_of(study))
    instance = f"studies/{study}/series/{study}.1/instances/{study}.1.1"
    assert rows(stranger, "studies?00100020=IYET5.0") == []
    assert rows(stranger, f"studies?StudyInstanceUID={study}") == []
    for path in (
        f"studies/{study}/series", f"studies/{study}/instances", f"studies/{study}/metadata",
        f"studies/{study}/series/{study}.1/metadata", f"{instance}/metadata",
    ):  # fmt: skip
        assert get(stranger, path).status == 404, path
    for path in (
        f"studies/{study}", f"studies/{study}/series/{study}.1", instance, f"{instance}/frames/1",
        f"{instance}/rendered", f"{instance}/thumbnail", f"{instance}/bulkdata/7FE00010",
        f"studies/{study}/thumbnail",
    ):  # fmt: skip
        missing = get(stranger, path.replace(study, f"{study}.404"), "*/*")
        foreign = get(stranger, path, "*/*")
        assert (foreign.status, foreign.data) == (missing.status, missing.data) == (404, missing.data), path


def test_who_is_not_signed_in_gets_nothing(site: Installation, study: str) -> None:
    anonymous = Client(site.url)
    assert get(anonymous, "studies").status == 401
    assert get(anonymous, f"studies/{study}/metadata").status == 401
    assert stow(anonymous, files_of(study))[0] == 401


def test_a_page_of_somebody_else_cannot_upload(reader: Client, study: str) -> None:
    assert stow(reader, files_of(study), **{"X-Imagini-Csrf": "0"})[0] == 403
    assert stow(reader, files_of(study), Origin="https://evil.example")[0] == 403


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_a_path_that_names_nothing_leads_nowhere(reader: Client, path: str) -> None:
    assert get(reader, path).status in (400, 404)


@pytest.mark.parametrize("query", ODD_QUERIES)
def test_a_search_that_makes_no_sense_is_told_so(reader: Client, query: str) -> None:
    answer = get(reader, f"studies?{query}")
    assert answer.status == 400
    assert json.loads(answer.data)["detail"].endswith(".")


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


def test_a_pacs_that_is_down_is_said_to_be_down(site: Installation, study: str) -> None:
    reader = site.client(BROKEN)
    for answer in (get(reader, "studies"), get(reader, f"studies/{study}/metadata")):
        assert answer.status == 503
        problem = json.loads(answer.data)
        assert problem["detail"] == "The PACS cannot be reached: nothing answers at its address."
    assert stow(reader, files_of(study))[0] == 503
