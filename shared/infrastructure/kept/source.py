"""A PACS whose opened series are kept: served from the copy while the PACS says that nothing has changed."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import partial
from time import monotonic
from typing import NamedTuple, Self

from shared.application.dicom.source import (
    Answer,
    DicomJson,
    DicomSource,
    InstanceFile,
    Resource,
    Search,
    Stored,
    Whole,
)
from shared.core.measures import CACHE
from shared.core.telemetry import measured
from shared.domain.errors import NotFound
from shared.domain.kept_series import KeptSeries
from shared.infrastructure.kept.shelf import Shelf
from shared.infrastructure.kept.state import state_of
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.serving import Serving

FRESH = 60.0  # seconds that a change in the PACS may go unseen
MOST = 500  # series remembered
JSON = "application/dicom+json"
IN_PACKS = frozenset({"metadata", "pixels"})


class Known(NamedTuple):
    """What was found out about a series, and when."""

    since: float
    state: str | None  # None: it cannot be kept
    pack: Pack | None  # None: it is not kept, or not yet


class KeptSource:
    def __init__(self, organization_id: str, pacs: DicomSource, shelf: Shelf) -> None:
        self._organization_id, self._pacs, self._shelf = organization_id, pacs, shelf
        self._serving = Serving(shelf.files)
        self._known: OrderedDict[tuple[str, str], Known] = OrderedDict()
        self._asking: dict[tuple[str, str], asyncio.Future[Known]] = {}

    def now_from(self, pacs: DicomSource) -> Self:
        """The same PACS, met anew: under another address of its name, or another token."""
        self._pacs = pacs
        return self

    def search(self, search: Search) -> list[DicomJson]:
        return self._pacs.search(search)

    def metadata(self, resource: Resource) -> list[DicomJson]:
        return self._pacs.metadata(resource)

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        return self._pacs.instances(study_uid, series_uid)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        try:
            return self._pacs.store(parts, study_uid)
        finally:
            self._known.clear()

    async def open(self, resource: Resource, accept: str) -> Answer:
        if resource.series_uid is None or (resource.variant == "metadata" and resource.sop_uid):
            return await self._pacs.open(resource, accept)
        known = await self._now(resource.study_uid, resource.series_uid)
        if resource.variant not in IN_PACKS:
            return await self._small(known, resource, accept)
        measured(CACHE, 1, cache="kept", outcome="hit" if known.pack else "miss")
        if known.pack is None:
            answer = await self._pacs.open(resource, accept)
            if known.state and resource.variant == "pixels":
                self._want(resource.study_uid, resource.series_uid, known)
            return answer
        try:
            return await self._given(known.pack, resource, accept)
        except NotFound:  # evicted a moment ago; or it is for the PACS to say
            self._known.pop((resource.study_uid, resource.series_uid), None)
            return await self._pacs.open(resource, accept)

    async def _small(self, known: Known, resource: Resource, accept: str) -> Answer:
        """Pictures and bulk data are for the PACS, as it named them."""
        if known.state is None:
            return await self._pacs.open(resource, accept)
        key, small = (self._organization_id, known.state, resource, accept), self._shelf.small
        return small.find(key) or small.keep(key, await self._pacs.open(resource, accept))

    async def _given(self, pack: Pack, resource: Resource, accept: str) -> Answer:
        if resource.variant == "metadata":
            return Whole.of(pack.metadata, JSON, {"Content-Encoding": "gzip", "ETag": pack.etag})
        if resource.sop_uid is None:
            return await self._serving.open(list(pack.instances.values()), resource, accept)
        if one := pack.instances.get(resource.sop_uid):
            return await self._serving.open([one], resource, accept, pack.lights)
        raise NotFound("There is no such image.")

    async def _now(self, study_uid: str, series_uid: str) -> Known:
        """Nobody waits for what is being read: in its second half minute it is asked about beside it."""
        key = (study_uid, series_uid)
        known = self._known.get(key)
        age = monotonic() - known.since if known else FRESH
        if known and age < FRESH / 2:
            return known
        asking = self._asked(key)
        return known if known and known.pack and age < FRESH else await asyncio.shield(asking)

    def _asked(self, key: tuple[str, str]) -> asyncio.Future[Known]:
        """Asked once, however many wait for it."""
        asking = self._asking.get(key)
        if asking is None or asking.get_loop() is not asyncio.get_running_loop():
            asking = self._asking[key] = asyncio.ensure_future(asyncio.to_thread(self._ask, *key))
            asking.add_done_callback(lambda done: self._has_answered(key, done))
        return asking

    def _has_answered(self, key: tuple[str, str], done: asyncio.Future[Known]) -> None:
        self._asking.pop(key, None)
        if not done.cancelled() and done.exception():  # also where nobody has waited for it
            self._known.pop(key, None)

    def _ask(self, study_uid: str, series_uid: str) -> Known:
        state = state_of(self._pacs, study_uid, series_uid)
        pack = state and self._shelf.find(self._organization_id, study_uid, series_uid, state)
        return self._remember((study_uid, series_uid), Known(monotonic(), state, pack or None))

    def _remember(self, key: tuple[str, str], known: Known) -> Known:
        self._known[key] = known
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return known

    def _want(self, study_uid: str, series_uid: str, known: Known) -> None:
        """Have it copied; asked for once, then not before the PACS is asked anew."""
        key, state = (study_uid, series_uid), known.state or ""
        self._remember(key, known._replace(state=None))
        now = self._shelf.clock.now()
        kept = KeptSeries.begin(self._organization_id, study_uid, series_uid, state, now)
        done = partial(self._has_come, key, state)
        self._shelf.want(self._pacs, kept, done)

    def _has_come(self, key: tuple[str, str], state: str, pack: Pack) -> None:
        self._remember(key, Known(monotonic(), state, pack))
