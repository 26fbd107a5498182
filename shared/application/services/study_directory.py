"""Which studies an organization may see: those that its own source knows."""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

from shared.application.dicom.source import DicomSources, Search
from shared.application.models.dicom_rows import newest_first, series_of, study_of
from shared.application.ports import Clock
from shared.domain.errors import NotFound
from shared.domain.study import Series, Study

NEW = timedelta(seconds=5)  # how long the newest studies are shown again without asking
FRESH = timedelta(seconds=60)  # how long a withdrawn study may still be seen
MOST = 2000  # studies remembered


class StudyDirectory:
    """Every call about a study asks here first; a viewer asks hundreds of times, so answers live a minute."""

    def __init__(self, sources: DicomSources, clock: Clock) -> None:
        self._sources, self._clock = sources, clock
        self._known: OrderedDict[tuple[str, str], tuple[datetime, Study]] = OrderedDict()
        self._newest: dict[str, tuple[datetime, list[Study]]] = {}
        self._lock = Lock()

    def get(self, organization_id: str, study_uid: str) -> Study:
        """Raises NotFound, the same for what does not exist and for what is another organization's."""
        return self.remembered(organization_id, study_uid) or self._learnt(organization_id, study_uid)

    def remembered(self, organization_id: str, study_uid: str) -> Study | None:
        """Without asking anybody, so without waiting."""
        with self._lock:
            seen, study = self._known.get((organization_id, study_uid), (None, None))
        return study if seen and self._clock.now() - seen < FRESH else None

    def _learnt(self, organization_id: str, study_uid: str) -> Study:
        key, now = (organization_id, study_uid), self._clock.now()
        study = self._ask(organization_id, study_uid)
        with self._lock:
            self._known[key] = now, study
            self._known.move_to_end(key)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return study

    def series(self, organization_id: str, study_uid: str) -> list[Series]:
        self.get(organization_id, study_uid)
        rows = self._sources.of(organization_id).search(
            Search("series", {}, study_uid, include=("0008103E", "00180015", "00201209", "00200011"))
        )
        return sorted(map(series_of, rows), key=lambda s: (s.number is None, s.number, s.series_instance_uid))

    def newest(self, organization_id: str, limit: int) -> list[Study]:
        """Newest first; every open worklist asks, again and again. Raises Unavailable."""
        now = self._clock.now()
        seen, studies = self._newest.get(organization_id, (None, []))
        if seen is None or now - seen >= NEW:
            search = Search("studies", {}, include=STUDY_FIELDS, limit=limit)
            rows = self._sources.of(organization_id).search(search)
            studies = newest_first(study_of(row, now.date()) for row in rows)
            self._newest[organization_id] = now, studies
        return studies

    def forget(self, organization_id: str, study_uid: str) -> None:
        self._newest.pop(organization_id, None)
        with self._lock:
            self._known.pop((organization_id, study_uid), None)

    def _ask(self, organization_id: str, study_uid: str) -> Study:
        search = Search("studies", {"0020000D": study_uid}, include=STUDY_FIELDS)
        rows = self._sources.of(organization_id).search(search)
        found = [study_of(row, self._clock.now().date()) for row in rows]
        for study in found:
            if study.study_instance_uid == study_uid:  # some servers ignore a filter they do not know
                return study
        raise NotFound("There is no such study.")


STUDY_FIELDS = (
    "00081030",
    "00080061",
    "00080090",
    "00080050",
    "00100030",
    "00100040",
    "00201206",
    "00201208",
)
