"""Opens what the archive holds of a resource: files, frames, bulk data, pictures."""

import asyncio
from functools import partial

from shared.application.dicom.accept import (
    EXPLICIT_LITTLE,
    OCTETS,
    Form,
    accepts,
    form_of_frames,
    form_of_instances,
)
from shared.application.dicom.source import ByteStream, NotAcceptable, Resource
from shared.application.ports import Blobs
from shared.domain.errors import NotFound
from shared.infrastructure.archive.pixels import files, frame_of, parts
from shared.infrastructure.archive.rows import StoredInstance
from shared.infrastructure.part10.dicom_json import bulk_data
from shared.infrastructure.part10.rendering import JPEG, PNG, THUMBNAIL, decoded, picture

PIXEL_DATA = "7FE00010"


class Opening:
    def __init__(self, blobs: Blobs, instances: list[StoredInstance]) -> None:
        self._blobs, self._instances = blobs, instances

    async def open(self, resource: Resource, accept: str) -> ByteStream:
        match resource.variant:
            case "bulkdata":
                return await self._bulk_data(resource, accept)
            case "rendered" | "thumbnail":
                return await self._picture(resource, accept)
            case _ if resource.frames:
                return await self._frames(resource.frames, accept)
            case _:
                return self._files(accept)

    def _files(self, accept: str) -> ByteStream:
        if not all(form_of_instances(accept, one.transfer_syntax_uid) for one in self._instances):
            raise NotAcceptable("Images are given as they are stored: ask for application/dicom, any syntax.")
        return files(self._blobs, self._instances)

    async def _frames(self, frames: tuple[int, ...], accept: str) -> ByteStream:
        [one] = self._instances
        form = form_of_frames(accept, one.transfer_syntax_uid)
        if form is None:
            raise NotAcceptable(f"These frames are stored in the transfer syntax {one.transfer_syntax_uid}.")
        if max(frames) > len(one.frames):
            raise NotFound("There is no such frame.")
        if form.decoded:
            return await parts(form, [partial(self._decoded, one, number) for number in frames])
        return await parts(form, [partial(frame_of, self._blobs, one, number) for number in frames])

    def _decoded(self, one: StoredInstance, number: int) -> bytes:
        return decoded(self._blobs.get(one.blob), number)

    async def _bulk_data(self, resource: Resource, accept: str) -> ByteStream:
        [one] = self._instances
        if resource.bulkdata.upper() == PIXEL_DATA and one.frames:
            return await self._frames(tuple(range(1, len(one.frames) + 1)), accept)
        if not accepts(accept, OCTETS):
            raise NotAcceptable("Bulk data is given as application/octet-stream.")
        value = partial(self._value, one, resource.bulkdata)
        return await parts(Form(OCTETS, EXPLICIT_LITTLE), [value])

    def _value(self, one: StoredInstance, way: str) -> bytes:
        from io import BytesIO

        from pydicom import dcmread

        value = bulk_data(dcmread(BytesIO(self._blobs.get(one.blob)), stop_before_pixels=True), way)
        if value is None:
            raise NotFound("There is no such bulk data.")
        return value

    async def _picture(self, resource: Resource, accept: str) -> ByteStream:
        media = accepts(accept, JPEG, PNG)
        if media is None:
            raise NotAcceptable("Pictures are given as image/jpeg or image/png.")
        rendering = resource.rendering
        if resource.variant == "thumbnail" and rendering.viewport is None:
            rendering = rendering._replace(viewport=THUMBNAIL)
        shown = self._representative()
        frame = resource.frames[0] if resource.frames else (len(shown.frames) + 1) // 2
        file = await asyncio.to_thread(self._blobs.get, shown.blob)
        return ByteStream.of(await asyncio.to_thread(picture, file, frame, rendering, media), media)

    def _representative(self) -> StoredInstance:
        """The middle of the first series that has pictures."""
        shown = [one for one in self._instances if one.frames]
        if not shown:
            raise NotAcceptable("There is no picture to show.")
        mates = [one for one in shown if one.series_uid == shown[0].series_uid]
        return mates[len(mates) // 2]
