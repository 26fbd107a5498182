"""Open what a DICOMweb path names: files, frames, metadata, bulk data, pictures (WADO-RS)."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from shared.application.dicom.source import Answer, DicomSource, DicomSources, Resource
from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.audit import Disclosure


class OpenDicom(Query[Coroutine[Any, Any, Answer]]):
    access = Permission.READ_PATIENTS
    discloses = "images.view"

    organization_id: str
    resource: Resource
    accept: str

    def disclosure(self) -> Disclosure:
        """Whole files leave; pictures are looked at."""
        taken = self.resource.variant == "pixels" and not self.resource.frames
        return Disclosure("images.download" if taken else self.discloses, self.resource.study_uid)


@handles(OpenDicom)
async def open_dicom(query: OpenDicom, *, sources: DicomSources, studies: StudyDirectory) -> Answer:
    """Whoever takes a stream reads or closes it."""

    def permitted() -> DicomSource:
        studies.get(query.organization_id, query.resource.study_uid)
        return sources.of(query.organization_id)

    if studies.remembered(query.organization_id, query.resource.study_uid):
        source = sources.of(query.organization_id)  # kept for as long, so no thread is worth its while
    else:
        source = await asyncio.to_thread(permitted)
    return await source.open(query.resource, query.accept)
