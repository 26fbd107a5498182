"""Series that were fetched for models, in Blob: a record says so before the first byte is there."""

from collections.abc import Iterator

from shared.application.models.inference import SeriesIndex
from shared.application.ports import Blobs, Change, Clock, RecordStore
from shared.domain import partitions
from shared.domain.fetched_series import FetchedSeries, id_of


class FetchedImages:
    def __init__(self, store: RecordStore, blobs: Blobs, clock: Clock) -> None:
        self._store, self._blobs, self._clock = store, blobs, clock

    def begin(self, organization_id: str, study_uid: str, series_uid: str, analysis_id: str) -> FetchedSeries:
        """Fetched again, it is as if for the first time."""
        now = self._clock.now()
        series = FetchedSeries.begin(organization_id, study_uid, series_uid, analysis_id, now)
        id = id_of(series_uid, analysis_id)
        if old := self._store.get(partitions.kept(organization_id), FetchedSeries.kind, id):
            series.etag = old.etag
        self._save(series)
        return series

    def write(self, series: FetchedSeries, files: Iterator[bytes]) -> None:
        """One behind the other, while they arrive."""
        self._blobs.put(series.pack, files)

    def finish(self, series: FetchedSeries, index: SeriesIndex) -> None:
        """The index last, so that nothing refers to half a series."""
        self._blobs.put(series.index, index.model_dump_json().encode(), "application/json")
        series.bytes = sum(one.size for one in index.instances)
        self._save(series)

    def _save(self, series: FetchedSeries) -> None:
        action = "replace" if series.etag else "add"
        change = Change(action, series.kind, series.id, series.body(), series.etag)
        [series.etag] = self._store.commit(partitions.kept(series.organization_id), [change])
