"""The gateway that viewers and partners speak DICOMweb with (PS3.18): searches, retrieval, storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.capabilities import capabilities
from functions.support.gateway import opened, searched, stored
from functions.support.resource import Resource
from functions.support.streaming_http import Request, Response
from shared.domain.access import Permission

if TYPE_CHECKING:
    from shared.core.mediator import Send

READ = Permission.READ_PATIENTS
JSON, FILES, PIXELS, PICTURE, WADL = (
    "application/dicom+json",
    'multipart/related; type="application/dicom"',
    'multipart/related; type="application/octet-stream"',
    "image/jpeg",
    "application/vnd.sun.wadl+xml",
)
STUDY = "dicomweb/studies/{study_uid}"
SERIES = f"{STUDY}/series/{{series_uid}}"
INSTANCE = f"{SERIES}/instances/{{sop_uid}}"
FRAMES = f"{INSTANCE}/frames/{{frames}}"

dicomweb = Resource("dicomweb")


@dicomweb.get("dicomweb", media=WADL, access=READ)
def read_capabilities(request: Request, send: Send) -> Response:  # noqa: ARG001
    """What the gateway can do."""
    return capabilities(request, "dicomweb")


@dicomweb.options("dicomweb", media=WADL, access=READ)
def ask_for_capabilities(request: Request, send: Send) -> Response:  # noqa: ARG001
    """What the gateway can do, asked as DICOM says (PS3.18 8.9)."""
    return capabilities(request, "dicomweb")


@dicomweb.get("dicomweb/studies", media=JSON, access=READ)
async def search_studies(request: Request, send: Send) -> Response:
    """Studies, newest first."""
    return await searched(request, send, "studies")


@dicomweb.get("dicomweb/series", media=JSON, access=READ)
async def search_series(request: Request, send: Send) -> Response:
    """Series of all studies."""
    return await searched(request, send, "series")


@dicomweb.get("dicomweb/instances", media=JSON, access=READ)
async def search_instances(request: Request, send: Send) -> Response:
    """Instances of all studies."""
    return await searched(request, send, "instances")


@dicomweb.get(f"{STUDY}/series", media=JSON, access=READ)
async def search_series_of_study(request: Request, send: Send, study_uid: str) -> Response:
    """Series of a study."""
    return await searched(request, send, "series", study_uid)


@dicomweb.get(f"{STUDY}/instances", media=JSON, access=READ)
async def search_instances_of_study(request: Request, send: Send, study_uid: str) -> Response:
    """Instances of a study."""
    return await searched(request, send, "instances", study_uid)


@dicomweb.get(f"{SERIES}/instances", media=JSON, access=READ)
async def search_instances_of_series(
    request: Request, send: Send, study_uid: str, series_uid: str
) -> Response:
    """Instances of a series."""
    return await searched(request, send, "instances", study_uid, series_uid)


@dicomweb.get(STUDY, media=FILES, access=READ)
async def retrieve_study(request: Request, send: Send, study_uid: str) -> Response:
    """Every file of a study."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid))


@dicomweb.get(f"{STUDY}/metadata", media=JSON, access=READ)
async def retrieve_study_metadata(request: Request, send: Send, study_uid: str) -> Response:
    """Everything but the pixels of a study."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid)._replace(variant="metadata"))


@dicomweb.get(f"{STUDY}/rendered", media=PICTURE, access=READ)
async def render_study(request: Request, send: Send, study_uid: str) -> Response:
    """A picture that stands for a study."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid)._replace(variant="rendered"))


@dicomweb.get(f"{STUDY}/thumbnail", media=PICTURE, access=READ)
async def retrieve_study_thumbnail(request: Request, send: Send, study_uid: str) -> Response:
    """A small picture that stands for a study."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid)._replace(variant="thumbnail"))


@dicomweb.get(SERIES, media=FILES, access=READ)
async def retrieve_series(request: Request, send: Send, study_uid: str, series_uid: str) -> Response:
    """Every file of a series."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid))


@dicomweb.get(f"{SERIES}/metadata", media=JSON, access=READ)
async def retrieve_series_metadata(request: Request, send: Send, study_uid: str, series_uid: str) -> Response:
    """Everything but the pixels of a series."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid)._replace(variant="metadata"))


@dicomweb.get(f"{SERIES}/rendered", media=PICTURE, access=READ)
async def render_series(request: Request, send: Send, study_uid: str, series_uid: str) -> Response:
    """A picture that stands for a series."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid)._replace(variant="rendered"))


@dicomweb.get(f"{SERIES}/thumbnail", media=PICTURE, access=READ)
async def retrieve_series_thumbnail(
    request: Request, send: Send, study_uid: str, series_uid: str
) -> Response:
    """A small picture that stands for a series."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid)._replace(variant="thumbnail"))


@dicomweb.get(INSTANCE, media=FILES, access=READ)
async def retrieve_instance(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str
) -> Response:
    """One file."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid, sop_uid))


@dicomweb.get(f"{INSTANCE}/metadata", media=JSON, access=READ)
async def retrieve_instance_metadata(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str
) -> Response:
    """Everything but the pixels of an instance."""
    from shared.application.dicom.paths import resource_of

    return await opened(
        request, send, resource_of(study_uid, series_uid, sop_uid)._replace(variant="metadata")
    )


@dicomweb.get(f"{INSTANCE}/rendered", media=PICTURE, access=READ)
async def render_instance(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str
) -> Response:
    """An instance as a picture."""
    from shared.application.dicom.paths import resource_of

    return await opened(
        request, send, resource_of(study_uid, series_uid, sop_uid)._replace(variant="rendered")
    )


@dicomweb.get(f"{INSTANCE}/thumbnail", media=PICTURE, access=READ)
async def retrieve_instance_thumbnail(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str
) -> Response:
    """An instance as a small picture."""
    from shared.application.dicom.paths import resource_of

    return await opened(
        request, send, resource_of(study_uid, series_uid, sop_uid)._replace(variant="thumbnail")
    )


@dicomweb.get(FRAMES, media=PIXELS, access=READ)
async def retrieve_frames(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str, frames: str
) -> Response:
    """Frames, by their numbers: 1 or 1,3,5."""
    from shared.application.dicom.paths import resource_of

    return await opened(request, send, resource_of(study_uid, series_uid, sop_uid, frames))


@dicomweb.get(f"{FRAMES}/rendered", media=PICTURE, access=READ)
async def render_frame(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str, frames: str
) -> Response:
    """A frame as a picture."""
    from shared.application.dicom.paths import resource_of

    return await opened(
        request, send, resource_of(study_uid, series_uid, sop_uid, frames)._replace(variant="rendered")
    )


@dicomweb.get(f"{FRAMES}/thumbnail", media=PICTURE, access=READ)
async def retrieve_frame_thumbnail(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str, frames: str
) -> Response:
    """A frame as a small picture."""
    from shared.application.dicom.paths import resource_of

    return await opened(
        request, send, resource_of(study_uid, series_uid, sop_uid, frames)._replace(variant="thumbnail")
    )


@dicomweb.get(f"{INSTANCE}/bulkdata/{{*path}}", media=PIXELS, access=READ)
async def retrieve_bulkdata(
    request: Request, send: Send, study_uid: str, series_uid: str, sop_uid: str, path: str = ""
) -> Response:
    """A value that metadata only named (BulkDataURI)."""
    from shared.application.dicom.paths import bulkdata, resource_of

    named = resource_of(study_uid, series_uid, sop_uid)._replace(variant="bulkdata", bulkdata=bulkdata(path))
    return await opened(request, send, named)


@dicomweb.post("dicomweb/studies", media=JSON, access=Permission.STORE_STUDIES, body_media=FILES)
async def store_studies(request: Request, send: Send) -> Response:
    """Store DICOM files of any studies. 200: all stored, 202: some, 409: none; the answer says which."""
    return await stored(request, send)


@dicomweb.post(STUDY, media=JSON, access=Permission.STORE_STUDIES, body_media=FILES)
async def store_study(request: Request, send: Send, study_uid: str) -> Response:
    """Store DICOM files of one study."""
    return await stored(request, send, study_uid)
