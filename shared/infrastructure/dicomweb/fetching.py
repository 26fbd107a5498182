"""Every instance of a series out of a PACS, one in memory at a time: checked and complete, or an error."""

from collections.abc import Callable, Iterator
from functools import partial

from shared.application.dicom.paths import path_of
from shared.application.dicom.source import DicomJson, InstanceFile, Resource, Search
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import DomainError, NotFound, Unavailable
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.making import FILE, Making
from shared.infrastructure.dicomweb.retrieval import parts_of
from shared.infrastructure.part10.instance import Foreign, described

SOP_UID = "00080018"


class Fetching:
    def __init__(
        self, client: Client, root: str, making: Making, search: Callable[[Search], list[DicomJson]]
    ) -> None:
        self._client, self._root, self._making, self._search = client, root, making, search

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        """In one answer; what is not in it, or comes no more because it breaks off, one by one."""
        series, broken = Resource(study_uid, series_uid), None
        expected, received = self._count(series), set[str]()
        try:
            for file in self._streamed(series):
                if file.sop_instance_uid not in received:
                    received.add(file.sop_instance_uid)
                    yield file
                del file
        except Foreign:
            raise
        except Unavailable as error:
            if not received:
                raise
            broken = error
        if broken or not expected or len(received) < expected:
            for file in self._others(series, expected, received, broken):
                received.add(file.sop_instance_uid)
                yield file
        if len(received) < expected:
            raise broken or _incomplete(len(received), expected)

    def _streamed(self, series: Resource) -> Iterator[InstanceFile]:
        with self._client.stream("GET", f"{self._root}/{path_of(series)}", {"Accept": FILE}) as response:
            if refusal := refusal_of(response.status):
                raise refusal
            yield from map(partial(described, asked=series), parts_of(response))

    def _others(
        self, series: Resource, expected: int, received: set[str], broken: Unavailable | None
    ) -> Iterator[InstanceFile]:
        try:
            rows = self._search(Search("instances", {}, series.study_uid, series.series_uid))
            missing = {text(row, SOP_UID): None for row in rows}.keys() - received
            for uid in sorted(missing):
                one = series._replace(sop_uid=uid)
                yield described(self._making.file(one), one)
        except Foreign:
            raise
        except DomainError as error:
            raise (broken or _incomplete(len(received), expected)) from error

    def _count(self, series: Resource) -> int:
        """Of the instances that the PACS says a series has; 0 where it does not say."""
        asked = Search("series", {"SeriesInstanceUID": series.series_uid or ""}, series.study_uid)
        mine = [row for row in self._search(asked) if text(row, "0020000E") == series.series_uid]
        if not mine:
            raise NotFound("The PACS has no such series.")
        return number(mine[0], "00201209") or 0


def _incomplete(received: int, expected: int) -> Unavailable:
    if not expected:
        return Unavailable("The PACS does not say how many images this series has: it may be incomplete.")
    return Unavailable(f"The PACS sent {received} of {expected} images of this series: it is incomplete.")
