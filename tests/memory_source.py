"""A source of studies in memory: answers as the port asks, fails when told to."""

from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence

from shared.application.dicom.attributes import attribute
from shared.application.dicom.source import ByteStream, DicomJson, InstanceFile, Resource, Search, Stored
from shared.application.models.dicom_rows import text
from shared.domain.errors import NotFound, Unavailable

STUDY_UID, SERIES_UID = "0020000D", "0020000E"
REFUSED = 0x0122  # PS3.18 I.2.2: SOP Class not supported


class MemorySource:
    def __init__(self) -> None:
        self.trouble: str | None = None  # what it complains about instead of answering
        self.obeys_filters = True  # some servers ignore a filter that they do not know
        self.searches: list[Search] = []
        self._studies: list[DicomJson] = []
        self._series: list[DicomJson] = []
        self._files: dict[tuple[str, str], list[InstanceFile]] = {}

    def keep(
        self, study: DicomJson, series: Sequence[DicomJson] = (), files: Sequence[InstanceFile] = ()
    ) -> None:
        """A study, its series, and the instances that each of the series holds."""
        self._studies.append(study)
        for row in series:
            self._series.append(row | {STUDY_UID: study[STUDY_UID]})
            self._files[text(study, STUDY_UID), text(row, SERIES_UID)] = list(files)

    def forget(self, study_uid: str) -> None:
        self._studies = [row for row in self._studies if text(row, STUDY_UID) != study_uid]

    def search(self, search: Search) -> list[DicomJson]:
        self._answer()
        self.searches.append(search)
        rows = self._studies if search.level == "studies" else self._series
        filters = search.filters if self.obeys_filters else {}
        wanted = {attribute(spelt).tag: value for spelt, value in filters.items()}
        if search.study_uid:
            wanted[STUDY_UID] = search.study_uid
        found = [row for row in rows if all(text(row, tag) == value for tag, value in wanted.items())]
        newest = sorted(found, key=lambda r: (text(r, "00080020"), text(r, "00080030")), reverse=True)
        end = None if search.limit is None else search.offset + search.limit
        return newest[search.offset : end]

    def metadata(self, resource: Resource) -> list[DicomJson]:
        return [{"00080018": {"vr": "UI", "Value": [f.sop_instance_uid]}} for f in self._of(resource)]

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        self._answer()
        yield from self._of(Resource(study_uid, series_uid))

    async def open(self, resource: Resource, accept: str) -> ByteStream:  # noqa: ARG002  one form only
        files = self._of(resource)

        async def chunks() -> AsyncGenerator[bytes]:
            for file in files:
                yield b"--part\r\nContent-Type: application/dicom\r\n\r\n" + file.data + b"\r\n"
            yield b"--part--"

        return ByteStream('multipart/related; type="application/dicom"; boundary=part', {}, chunks())

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        return [Stored(None, None, study_uid, None, REFUSED, "This source is read only.") for _ in parts]

    def _of(self, resource: Resource) -> list[InstanceFile]:
        self._answer()
        found = [
            file
            for (study_uid, series_uid), files in self._files.items()
            for file in files
            if resource.study_uid == study_uid
            and resource.series_uid in (None, series_uid)
            and resource.sop_uid in (None, file.sop_instance_uid)
        ]
        if not found:
            raise NotFound("There is nothing of that name.")
        return found

    def _answer(self) -> None:
        if self.trouble:
            raise Unavailable(self.trouble)


class MemorySources:
    """One source for each organization, empty at first."""

    def __init__(self) -> None:
        self._sources: dict[str, MemorySource] = {}

    def put(self, organization_id: str, source: MemorySource) -> None:
        self._sources[organization_id] = source

    def of(self, organization_id: str) -> MemorySource:
        return self._sources.setdefault(organization_id, MemorySource())
