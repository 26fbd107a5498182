"""A PACS that is opened by tokens, as a source of studies: the same, under another token now and then."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from threading import Lock

from shared.application.dicom.source import (
    Answer,
    DicomJson,
    DicomSource,
    InstanceFile,
    Resource,
    Search,
    Stored,
)
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.credentials import bearer
from shared.infrastructure.dicomweb.tokens import Tokens

REFUSED = "credentials-refused"


class RenewingSource:
    def __init__(self, tokens: Tokens, build: Callable[[Mapping[str, str]], DicomSource]) -> None:
        self._tokens, self._build = tokens, build
        self._built: tuple[str, DicomSource] | None = None
        self._lock = Lock()

    def search(self, search: Search) -> list[DicomJson]:
        return self._trying(lambda source: source.search(search))

    def metadata(self, resource: Resource) -> list[DicomJson]:
        return self._trying(lambda source: source.metadata(resource))

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        return self._trying(lambda source: _begun(source.instances(study_uid, series_uid)))

    async def open(self, resource: Resource, accept: str) -> Answer:
        token, source = self._now() if self._tokens.is_fresh else await asyncio.to_thread(self._now)
        try:
            return await source.open(resource, accept)
        except Unavailable as error:
            if error.reason != REFUSED or not self._tokens.refused(token):
                raise
        return await (await asyncio.to_thread(self._now))[1].open(resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        """What is stored is read once: where its token is refused, the next try has another."""
        token, source = self._now()
        try:
            return source.store(parts, study_uid)
        except Unavailable as error:
            if error.reason == REFUSED:
                self._tokens.refused(token)
            raise

    def _trying[T](self, ask: Callable[[DicomSource], T]) -> T:
        token, source = self._now()
        try:
            return ask(source)
        except Unavailable as error:
            if error.reason != REFUSED or not self._tokens.refused(token):
                raise
        return ask(self._now()[1])

    def _now(self) -> tuple[str, DicomSource]:
        """Raises Unavailable where no token is to be had."""
        token = self._tokens.current()
        with self._lock:
            if self._built is None or self._built[0] != token:
                self._built = token, self._build(bearer(token))
            return self._built


def _begun(files: Iterator[InstanceFile]) -> Iterator[InstanceFile]:
    """Once the PACS has let us in."""
    return chain([file for file in (next(files, None),) if file], files)
