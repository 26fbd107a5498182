"""What is compared where an organization moves, and a store that goes away meanwhile."""

from typing import Any, NamedTuple, Self

from shared.application.ports import Change, RecordStore
from shared.domain.errors import Unavailable
from shared.domain.fetched_series import FetchedSeries
from tests.integration.clinic import CLINIC, Site

SEALS = {"seal", "previous", "last"}


class Kept(NamedTuple):
    """What was stored at one moment: whoever looks later leaves further lines in the audit.

    But what models looked at, which is fetched again where it is wanted.
    """

    records: dict[tuple[str, str, str], dict[str, Any]]
    blobs: dict[str, tuple[bytes, str]]

    @classmethod
    def of(cls, site: Site) -> Self:
        records, blobs = site.records_of(CLINIC), site.blobs_of(CLINIC)
        return cls(
            {place: body for place, body in records.items() if place[1] != FetchedSeries.kind},
            {name: blob for name, blob in blobs.items() if "/fetched/" not in name},
        )

    @property
    def unsealed(self) -> dict[Any, dict[str, Any]]:
        """But the audit's lists, of which some are made anew."""
        return {
            place: {name: value for name, value in body.items() if name not in SEALS}
            for place, body in self.records.items()
            if place[1] != "audit-entry" and not place[0].endswith("~brought")
        }


class BreakingOff:
    """A record store that goes away after some commits."""

    def __init__(self, store: RecordStore, after: int) -> None:
        self._store, self._left = store, after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def commit(self, partition: str, changes: list[Change]) -> Any:
        if not self._left:
            raise Unavailable("The record store does not answer.")
        etags = self._store.commit(partition, changes)
        self._left -= 1  # what is there already costs nothing
        return etags
