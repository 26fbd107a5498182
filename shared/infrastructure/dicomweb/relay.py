"""Passes pixels and bulk data of a PACS on while they arrive, asked for in a way that servers understand."""

from collections.abc import AsyncGenerator
from functools import lru_cache, partial
from http import HTTPStatus

from shared.application.dicom.accept import (
    DICOM,
    EXPLICIT_LITTLE,
    NATIVE,
    OCTETS,
    accepts,
    wishes,
)
from shared.application.dicom.multipart import (
    Malformed,
    boundary_of,
    head_of,
    new_boundary,
    parameter,
    related,
    tail_of,
)
from shared.application.dicom.paths import path_of
from shared.application.dicom.relabel import relabel, relabelled
from shared.application.dicom.source import Answer, ByteStream, NotAcceptable, Piece, Resource, Whole
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.dicomweb.failures import NOT_DICOMWEB, refusal_of
from shared.infrastructure.dicomweb.upstream import Reply, Upstream

REFUSED = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE})
IMAGES = "image/*"


class Declined(NotAcceptable):
    """By the PACS: of what it holds, another form may do."""


class Relay:
    def __init__(self, upstream: Upstream, root: str) -> None:
        self._upstream, self._root = upstream, root

    async def open(self, resource: Resource, accept: str) -> Answer:
        media, syntax = _asked(resource.variant, bool(resource.frames), accept)
        wanted = f'multipart/related; type="{media}"; transfer-syntax={syntax}'
        reply = await self._upstream.get(f"{self._root}/{_path(resource)}", wanted)
        if refusal := refusal_of(reply.status):
            await reply.chunks.aclose()
            if reply.status == HTTPStatus.BAD_REQUEST and resource.frames and syntax == "*":
                raise NotFound("The PACS has no such frame.")
            if reply.status in REFUSED:
                raise Declined("The PACS cannot give this in the form that was asked for.")
            raise refusal
        content_type = reply.headers.get("content-type", "")
        if not content_type.lower().startswith("multipart/"):
            return _wrapped(reply, content_type)
        try:
            boundary = boundary_of(content_type)
        except Malformed as error:
            await reply.chunks.aclose()
            raise Unavailable(NOT_DICOMWEB) from error
        media = (parameter(content_type, "type") or media).partition(";")[0].strip()
        label = partial(_label, media=media)
        if reply.whole is not None:
            return Whole(related(media, boundary), {}, relabelled(reply.whole, boundary, label))
        return ByteStream(related(media, boundary), {}, relabel(reply.chunks, boundary, label))

    async def picture(self, path: str, media: str) -> Answer | None:
        """A picture made by the PACS; None where it makes none."""
        reply = await self._upstream.get(f"{self._root}/{path}", media)
        content_type = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        if reply.status == HTTPStatus.OK and content_type == media:
            if reply.whole is not None:
                return Whole(media, {}, (memoryview(reply.whole),))
            return ByteStream(media, {}, reply.chunks)
        await reply.chunks.aclose()
        return None


@lru_cache(1000)
def _asked(variant: str, frames: bool, accept: str) -> tuple[str, str]:
    """One media type and transfer syntax: servers answer 406 to lists of them. Raises NotAcceptable."""
    if variant == "pixels" and not frames:
        for media, syntax in wishes(accept):
            if media in ("*/*", "application/*", DICOM):
                return DICOM, syntax or "*"
        raise NotAcceptable("Images are given as application/dicom.")
    for media, syntax in wishes(accept):
        if media in ("*/*", "application/*"):
            return OCTETS, syntax or "*"
        if media == OCTETS:
            return OCTETS, syntax or EXPLICIT_LITTLE
        if media.startswith(("image/", "video/")):
            return (OCTETS if media == IMAGES else media), syntax or "*"
    raise NotAcceptable("Pixels are given as application/octet-stream or image/…")


def _path(resource: Resource) -> str:
    return path_of(resource) + (f"/{resource.bulkdata}" if resource.variant == "bulkdata" else "")


def _label(headers: dict[str, str], media: str) -> str:
    return _labelled(headers.get("content-type", media), media)


@lru_cache(1000)
def _labelled(stated: str, media: str) -> str:
    """The Content-Type of a part, always with a transfer syntax where pixels lie in it."""
    kind = stated.partition(";")[0].strip().lower() or media
    syntax = parameter(stated, "transfer-syntax")
    if syntax is None and kind == OCTETS:
        syntax = EXPLICIT_LITTLE  # what octets are unless something else is said (PS3.18 8.7.3.3)
    if syntax in NATIVE and kind == OCTETS:
        syntax = EXPLICIT_LITTLE
    return f"{kind}; transfer-syntax={syntax}" if syntax else kind


def _wrapped(reply: Reply, content_type: str) -> Answer:
    """An answer of a single part, as one that viewers expect."""
    boundary, label = new_boundary(), _label({"content-type": content_type} if content_type else {}, OCTETS)
    related_to = related(label.partition(";")[0], boundary)
    if reply.whole is not None:
        stated = {"Content-Type": label, "Content-Length": str(len(reply.whole))}
        head = head_of(boundary, stated).removeprefix(b"\r\n")
        return Whole(related_to, {}, (head, memoryview(reply.whole), tail_of(boundary)))
    head = head_of(boundary, {"Content-Type": label}).removeprefix(b"\r\n")

    async def chunks() -> AsyncGenerator[Piece]:
        try:
            yield head
            async for chunk in reply.chunks:
                yield chunk
            yield tail_of(boundary)
        finally:
            await reply.chunks.aclose()

    return ByteStream(related_to, {}, chunks())


def picture_media(accept: str) -> str:
    """Raises NotAcceptable."""
    if media := accepts(accept, "image/jpeg", "image/png"):
        return media
    raise NotAcceptable("Pictures are given as image/jpeg or image/png.")
