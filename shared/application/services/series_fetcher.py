"""Copies series from a source into Blob: each is one blob, written while it arrives."""

from collections.abc import Iterator
from typing import Protocol

from shared.application.dicom.source import DicomSource
from shared.application.models.inference import IndexedInstance, SeriesIndex
from shared.application.services.fetched_images import FetchedImages
from shared.application.services.progress import ProgressReporter
from shared.domain import partitions
from shared.domain.study import Series


class Job(Protocol):
    """Whose study, and which analysis waits for it."""

    @property
    def organization_id(self) -> str: ...
    @property
    def study_uid(self) -> str: ...
    @property
    def analysis_id(self) -> str: ...


class SeriesFetcher:
    def __init__(
        self, source: DicomSource, images: FetchedImages, progress: ProgressReporter, job: Job
    ) -> None:
        self._source, self._images, self._progress, self._job = source, images, progress, job
        self._fetched, self._total = 0, 0

    def fetch(self, series: list[Series]) -> dict[str, str]:
        """The name of each series' index blob, by series UID. Doing it twice writes the same blobs again."""
        self._total = sum(one.instance_count for one in series)
        self._tell()
        return {one.series_instance_uid: self._fetch(one.series_instance_uid) for one in series}

    def _fetch(self, series_uid: str) -> str:
        job, instances = self._job, list[IndexedInstance]()
        fetched = self._images.begin(job.organization_id, job.study_uid, series_uid, job.analysis_id)
        self._images.write(fetched, self._arriving(series_uid, fetched.pack, instances))
        index = SeriesIndex(study_uid=job.study_uid, series_uid=series_uid, instances=instances)
        self._images.finish(fetched, index)
        return fetched.index

    def _arriving(self, series_uid: str, blob: str, instances: list[IndexedInstance]) -> Iterator[bytes]:
        """Files one behind the other, as they come; `instances` says where each lies."""
        offset = 0
        for file in self._source.instances(self._job.study_uid, series_uid):
            instances.append(
                IndexedInstance(
                    sop_instance_uid=file.sop_instance_uid,
                    sop_class_uid=file.sop_class_uid,
                    transfer_syntax_uid=file.transfer_syntax_uid,
                    number=file.number,
                    blob=blob,
                    offset=offset,
                    size=len(file.data),
                )
            )
            offset += len(file.data)
            self._fetched += 1
            yield file.data
            self._tell()

    def _tell(self) -> None:
        partition = partitions.study(self._job.organization_id, self._job.study_uid)
        self._progress.tell(partition, self._job.analysis_id, self._fetched, self._total)
