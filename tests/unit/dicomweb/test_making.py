"""What a PACS does not give in the form that was asked for is made of the file that it gives."""

import asyncio
from io import BytesIO

from pydicom import dcmread
from pydicom.encaps import encapsulate, get_frame

from shared.application.dicom.multipart import MultipartReader, boundary_of
from shared.application.dicom.source import Resource
from tests.dicom_files import ct_slice, saved
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.unit.dicomweb.test_pacs_failures import RELATED, multipart, pacs

FRAME = Resource("1.2", "1.2.3", "1.2.3.1", (1,))
AS_IT_IS = 'multipart/related; type="application/octet-stream"; transfer-syntax=*'


def test_a_frame_that_lies_in_two_fragments_is_one() -> None:
    ds = dcmread(BytesIO(ct_slice("1.2", "1.2.3", syntax="jpeg-ls")))
    stream = get_frame(ds.PixelData, 0, number_of_frames=1)
    ds.PixelData = encapsulate([stream], fragments_per_frame=2)
    file = saved(ds)

    def answer(asked: Asked) -> Answer:
        return Answer(406) if "/frames/" in asked.path else Answer(200, RELATED, multipart([file]))

    async def opened(url: str) -> tuple[str, bytes]:
        given = await pacs(url).open(FRAME, AS_IT_IS)
        return given.content_type, b"".join([bytes(chunk) async for chunk in given.chunks])

    with pacs_double(answer) as double:
        kind, body = asyncio.run(opened(double.url))
    [part] = MultipartReader(boundary_of(kind)).feed(body)
    assert part.body.rstrip(b"\0") == stream.rstrip(b"\0")
