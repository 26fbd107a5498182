"""Copies a series from a PACS into packs, or says that it cannot be kept."""

import hashlib

from shared.application.dicom.source import DicomSource, InstanceFile, Resource, Stored
from shared.application.models.dicom_rows import text
from shared.application.ports import Blobs
from shared.domain.kept_series import KeptSeries
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.writer import PackWriter
from shared.infrastructure.part10.instance import inspect


class Unfit(Exception):
    """The series holds something that we cannot index: the PACS goes on serving it."""


def copied(source: DicomSource, kept: KeptSeries, blobs: Blobs, near: Near) -> tuple[Pack, int, int]:
    """The pack, and how many blobs and bytes it takes. Raises Unfit; Unavailable where it is cut short."""
    found: dict[str, StoredInstance] = {}
    with PackWriter(blobs, near, count=0) as writer:
        for file in source.instances(kept.study_uid, kept.series_uid):
            one = _stored(file, kept, writer)
            if one.sop_uid in found:
                raise Unfit
            found[one.sop_uid] = one
        writer.flush()
        metadata = source.metadata(Resource(kept.study_uid, kept.series_uid))
        if sorted(text(one, "00080018") for one in metadata) != sorted(found):
            raise Unfit
        return Pack.of(kept.state, found.values(), metadata), writer.blobs, writer.bytes


def _stored(file: InstanceFile, kept: KeptSeries, writer: PackWriter) -> StoredInstance:
    instance = inspect(file.data)
    if isinstance(instance, Stored):
        raise Unfit
    if (instance.study_uid, instance.series_uid) != (kept.study_uid, kept.series_uid):
        raise Unfit
    blob, offset = writer.add(kept.folder, file.data)
    return StoredInstance(
        sop_uid=instance.sop_uid,
        series_uid=instance.series_uid,
        sop_class_uid=instance.text("SOPClassUID"),
        transfer_syntax_uid=instance.meta.transfer_syntax_uid,
        number=instance.number("InstanceNumber"),
        blob=blob,
        size=len(file.data),
        digest=hashlib.sha256(file.data).hexdigest(),
        frames=instance.frames,
        offset=offset,
    )
