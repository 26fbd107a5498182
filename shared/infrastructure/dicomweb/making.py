"""What a PACS does not give in the form that was asked for, made here of the file that it gives."""

import asyncio
from collections.abc import Sequence

from shared.application.dicom.accept import DICOM, OCTETS, Form, accepts, form_of_frames
from shared.application.dicom.accept import EXPLICIT_LITTLE as EXPLICIT
from shared.application.dicom.multipart import head_of, new_boundary, related, tail_of
from shared.application.dicom.paths import path_of
from shared.application.dicom.source import Answer, NotAcceptable, Piece, Resource, Stored, Whole
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.dicomweb.client import Client, whole
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.retrieval import parts_of
from shared.infrastructure.part10.dicom_json import bulk_data_of
from shared.infrastructure.part10.instance import Instance, inspect
from shared.infrastructure.part10.rendering import decoded, picture

FILE = 'multipart/related; type="application/dicom"; transfer-syntax=*'
PIXEL_DATA = "7FE00010"


class Making:
    def __init__(self, client: Client, root: str) -> None:
        self._client, self._root = client, root

    def file(self, resource: Resource) -> bytes:
        """Of one instance. Raises NotFound, Unavailable."""
        path = f"{self._root}/{path_of(resource._replace(frames=()))}"
        with self._client.stream("GET", path, {"Accept": FILE}) as response:
            if refusal := refusal_of(response.status):
                raise refusal
            if response.headers.get("Content-Type", "").lower().startswith(DICOM):
                return whole(response).body
            files = list(parts_of(response))
        if len(files) != 1:
            raise Unavailable("The PACS did not send the one image that it was asked for.")
        return files[0]

    def picture(self, resource: Resource, media: str) -> bytes:
        frame = resource.frames[0] if resource.frames else 1
        return picture(self.file(resource), frame, resource.rendering, media)

    async def open(self, resource: Resource, accept: str) -> Answer:
        """Frames or bulk data of one instance. Raises NotAcceptable, NotFound."""
        return await asyncio.to_thread(self._open, resource, accept)

    def _open(self, resource: Resource, accept: str) -> Answer:
        instance = inspect(self.file(resource))
        if isinstance(instance, Stored):
            raise NotAcceptable("The PACS cannot give this in the form that was asked for.")
        if resource.frames:
            return _frames(instance, resource.frames, accept)
        if resource.bulkdata.upper() == PIXEL_DATA and instance.frames:
            return _frames(instance, tuple(range(1, len(instance.frames) + 1)), accept)
        if not accepts(accept, OCTETS):
            raise NotAcceptable("Bulk data is given as application/octet-stream.")
        value = bulk_data_of(instance.data, resource.bulkdata)
        if value is None:
            raise NotFound("There is no such bulk data.")
        return _whole(Form(OCTETS, EXPLICIT), [value])


def _frames(instance: Instance, frames: tuple[int, ...], accept: str) -> Answer:
    form = form_of_frames(accept, instance.meta.transfer_syntax_uid)
    if form is None:
        raise NotAcceptable("The PACS cannot give this in the form that was asked for.")
    if max(frames) > len(instance.frames):
        raise NotFound("There is no such frame.")
    if form.decoded:
        return _whole(form, decoded(instance.data, frames))
    data = memoryview(instance.data)
    ranges = (instance.frames[number - 1] for number in frames)
    return _whole(form, [_joined(data, frame) for frame in ranges])


def _joined(data: memoryview, ranges: Sequence[int]) -> Piece:
    """A frame may lie in several fragments."""
    pieces = [data[at : at + length] for at, length in zip(ranges[::2], ranges[1::2], strict=True)]
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _whole(form: Form, parts: Sequence[Piece]) -> Whole:
    boundary, pieces = new_boundary(), list[Piece]()
    for part in parts:
        pieces += (
            head_of(boundary, {"Content-Type": form.content_type, "Content-Length": str(len(part))}),
            part,
        )
    pieces[0] = bytes(pieces[0]).removeprefix(b"\r\n")
    return Whole(related(form.media, boundary), {}, (*pieces, tail_of(boundary)))
