"""Where the search begins: bytes that each target understands, and bombs that it refuses."""

import json
from collections.abc import Iterator

from pydicom.encaps import get_frame

from shared.application.dicom.multipart import head_of, tail_of
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.part10.dicom_json import metadata_of
from shared.infrastructure.part10.instance import Instance, inspect
from tests.dicom_files import SYNTAXES, ct_slice
from tests.fuzz import targets
from tests.fuzz.targets import TARGETS
from tests.hostile_files import BOMBS
from tests.viewer_report import viewer_report

LARGEST = 4096  # bytes of an input

QUERIES = (
    "PatientName=N*%C3%BA?ez&fuzzymatching=true&limit=10&offset=20&includefield=all,00080060",
    "StudyDate=20040101-20041231&00100020=IYET5.0&ModalitiesInStudy=CT&StudyInstanceUID=1.2,1.3",
    "viewport=256,256&window=40,400,linear&quality=80&accept=image/jpeg",
    'multipart/related; type="application/octet-stream"; transfer-syntax=*, image/jls;q=0.5, */*',
)
PATHS = (
    "1.2.3/1.2.3.4/1.2.3.4.5/1,2,3",
    "https://pacs.example.org/dicom-web/studies/1.2/series/1.3/instances/1.4/bulk/7fe00010?x=1",
    "00091001/1/54001010",
)


def seeds() -> Iterator[bytes]:
    """Each with the number of its target before it."""
    for target, data in _seeds():
        if len(data) < LARGEST:
            yield bytes([TARGETS.index(target)]) + data


def _seeds() -> Iterator[tuple[object, bytes]]:
    files = [ct_slice("1.2.3", "1.2.3.4", syntax=syntax, size=8) for syntax in SYNTAXES]
    files += [ct_slice("1.2.3", "1.2.3.4", size=4, frames=3)]
    files += [make()[:LARGEST] for make in BOMBS.values()]
    for file in files:
        for target in (targets.upload, targets.retrieved, targets.report, targets.image):
            yield target, file
    yield targets.report, viewer_report("1.2.3")
    yield from ((targets.streams, bytes([number]) + stream) for number, stream in enumerate(_streams()))
    yield from _bodies(files[0])
    yield targets.listed, json.dumps([metadata_of(_whole(files[0]))]).encode()
    yield targets.listed, b'[{"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2"]}}]}}]'
    yield from ((targets.asked, query.encode()) for query in QUERIES)
    yield from ((targets.paths, path.encode()) for path in PATHS)
    one = StoredInstance("1.2", "1.3", "1.4", "1.2.840.10008.1.2.1", 1, "blob", 9, "0", [[0, 9]])
    yield targets.index, Pack.of("state", [one], [{}]).packed()


def _streams() -> Iterator[bytes]:
    for name in ("lying jpeg", "lying jpeg ls", "lying jpeg 2000", "lying rle"):
        from shared.imaging.reader import read

        yield get_frame(read(BOMBS[name]()).PixelData, 0, number_of_frames=1)


def _bodies(file: bytes) -> Iterator[tuple[object, bytes]]:
    for stated in ({}, {"Content-Length": str(len(file))}, {"Content-Length": "9" * 400}):
        head = head_of("b", {"Content-Type": "application/dicom", **stated})
        body = (head + file) * 2 + tail_of("b")
        yield targets.multipart, body
        yield targets.relayed, body
        kind = b'HTTP/1.1 200 OK\r\nContent-Type: multipart/related; boundary="b"\r\n'
        yield targets.answered, kind + b"\r\n" + body
        yield targets.answered, kind + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body


def _whole(file: bytes) -> Instance:
    found = inspect(file)
    assert isinstance(found, Instance)
    return found
