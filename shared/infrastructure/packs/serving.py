"""Opens what is stored of a resource: files, frames, bulk data, pictures."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import lru_cache, partial
from types import MappingProxyType

from shared.application.dicom.accept import (
    DICOM,
    EXPLICIT_LITTLE,
    OCTETS,
    Form,
    accepts,
    form_of_frames,
    form_of_instances,
    wishes,
)
from shared.application.dicom.multipart import new_boundary, related, tail_of
from shared.application.dicom.source import Answer, ByteStream, NotAcceptable, Piece, Resource, Whole
from shared.domain.errors import NotFound
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.pack import Light
from shared.infrastructure.packs.parts import LEAD, etag, head, whole
from shared.infrastructure.part10.dicom_json import bulk_data_of
from shared.infrastructure.part10.rendering import JPEG, PNG, THUMBNAIL, decoded, picture

PIXEL_DATA = "7FE00010"
JPEG_LS = "1.2.840.10008.1.2.4.80"
NONE: Mapping[str, Light] = MappingProxyType({})
form_for = lru_cache(1000)(form_of_frames)  # a viewer asks for hundreds of frames in the same words


class Serving:
    def __init__(self, files: Files) -> None:
        self._files = files

    async def open(
        self,
        instances: Sequence[StoredInstance],
        resource: Resource,
        accept: str,
        lights: Mapping[str, Light] = NONE,
    ) -> Answer:
        match resource.variant:
            case "bulkdata":
                return await self._bulk_data(instances[0], resource, accept)
            case "rendered" | "thumbnail":
                return await self._picture(instances, resource, accept)
            case _ if resource.frames:
                light = lights.get(instances[0].sop_uid)
                if light and (form := light_form(accept)) and _has(light, resource.frames):
                    return await self._light(instances[0], light, resource.frames, form)
                return await self._frames(instances[0], resource.frames, accept)
            case _:
                return await self._instances(instances, accept)

    async def _frames(self, one: StoredInstance, frames: tuple[int, ...], accept: str) -> Answer:
        form = form_for(accept, one.transfer_syntax_uid)
        if form is None:
            raise NotAcceptable(f"These frames are stored in the transfer syntax {one.transfer_syntax_uid}.")
        if max(frames) > len(one.frames):
            raise NotFound("There is no such frame.")
        if form.decoded:
            found = [[frame] for frame in await asyncio.to_thread(self._decoded, one, frames)]
        else:
            found = [await self._files.frame(one, number) for number in frames]
        return whole(one, form, found, f"frames {frames}")

    async def _light(self, one: StoredInstance, light: Light, frames: tuple[int, ...], form: Form) -> Answer:
        found = [await self._files.light(light, number) for number in frames]
        return whole(one, form, found, f"frames {frames}")

    def _decoded(self, one: StoredInstance, frames: tuple[int, ...]) -> list[bytes]:
        return decoded(self._files.read(one), frames)

    async def _instances(self, instances: Sequence[StoredInstance], accept: str) -> Answer:
        if not all(form_of_instances(accept, one.transfer_syntax_uid) for one in instances):
            raise NotAcceptable("Images are given as they are stored: ask for application/dicom, any syntax.")
        if len(instances) == 1 and (file := await self._files.whole(instances[0])) is not None:
            return whole(instances[0], _form(instances[0]), [[file]], "file")
        boundary = new_boundary()
        heads = [head(boundary, _form(one).content_type, one.size) for one in instances]
        heads[0] = heads[0][LEAD:]
        tail = tail_of(boundary)
        size = sum(map(len, heads)) + sum(one.size for one in instances) + len(tail)
        chunks = self._parts(instances, heads, tail)
        return ByteStream(related(DICOM, boundary), {"Content-Length": str(size)}, chunks)

    async def _parts(
        self, instances: Sequence[StoredInstance], heads: Sequence[bytes], tail: bytes
    ) -> AsyncGenerator[Piece]:
        for one, before in zip(instances, heads, strict=True):
            yield before
            async for chunk in self._files.chunks(one):
                yield chunk
        yield tail

    async def _bulk_data(self, one: StoredInstance, resource: Resource, accept: str) -> Answer:
        if resource.bulkdata.upper() == PIXEL_DATA and one.frames:
            return await self._frames(one, tuple(range(1, len(one.frames) + 1)), accept)
        if not accepts(accept, OCTETS):
            raise NotAcceptable("Bulk data is given as application/octet-stream.")
        value = await asyncio.to_thread(lambda: bulk_data_of(self._files.read(one), resource.bulkdata))
        if value is None:
            raise NotFound("There is no such bulk data.")
        return whole(one, Form(OCTETS, EXPLICIT_LITTLE), [[value]], resource.bulkdata)

    async def _picture(self, instances: Sequence[StoredInstance], resource: Resource, accept: str) -> Answer:
        media = accepts(accept, JPEG, PNG)
        if media is None:
            raise NotAcceptable("Pictures are given as image/jpeg or image/png.")
        rendering = resource.rendering
        if resource.variant == "thumbnail" and rendering.viewport is None:
            rendering = rendering._replace(viewport=THUMBNAIL)
        shown = _representative(instances)
        frame = resource.frames[0] if resource.frames else (len(shown.frames) + 1) // 2
        file = await asyncio.to_thread(self._files.read, shown)
        made = await asyncio.to_thread(partial(picture, file, frame, rendering, media))
        return Whole.of(made, media, {"ETag": etag(shown, f"{frame} {media} {rendering}")})


@lru_cache(1000)
def light_form(accept: str) -> Form | None:
    """JPEG-LS, for who takes any transfer syntax, or names that one, before others."""
    first = next(wishes(accept))
    form = form_of_frames(accept, JPEG_LS) if first.transfer_syntax in ("*", JPEG_LS) else None
    return form if form and not form.decoded else None


def _has(light: Light, frames: tuple[int, ...]) -> bool:
    return max(frames) <= len(light.frames) and all(light.frames[number - 1][1] for number in frames)


def _representative(instances: Sequence[StoredInstance]) -> StoredInstance:
    """The middle of the first series that has pictures."""
    shown = [one for one in instances if one.frames]
    if not shown:
        raise NotAcceptable("There is no picture to show.")
    mates = [one for one in shown if one.series_uid == shown[0].series_uid]
    return mates[len(mates) // 2]


def _form(one: StoredInstance) -> Form:
    return Form(DICOM, one.transfer_syntax_uid)
