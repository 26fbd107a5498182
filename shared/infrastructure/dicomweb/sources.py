"""The source that each organization's settings name."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock

from shared.application.dicom.source import DicomSource
from shared.application.ports import Blobs, Clock, RecordStore, Secrets
from shared.domain.errors import NotFound
from shared.domain.organization import Organization
from shared.domain.pacs import PacsSettings
from shared.domain.partitions import ORGANIZATIONS
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.dicomweb.credentials import headers_of
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.issuing import issuer_of
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.renewing import RenewingSource
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.dicomweb.tokens import Token, Tokens
from shared.infrastructure.kept.shelf import Shelf
from shared.infrastructure.kept.source import KeptSource
from shared.infrastructure.packs.lighter import Lighter
from shared.infrastructure.packs.near import Near

FRESH = timedelta(seconds=30)  # how long a process may not know of changed settings


class ConfiguredSources:
    """`keeping`: series that are opened are copied, so that they open quickly the next time."""

    def __init__(
        self,
        records: RecordStore,
        blobs: Blobs,
        secrets: Secrets,
        clock: Clock,
        places: Places,
        *,
        keeping: bool = False,
    ) -> None:
        self._records, self._blobs, self._secrets, self._clock = records, blobs, secrets, clock
        self._places, self._near = places, Near(blobs)
        self._lighter = Lighter()
        self._shelf = Shelf(records, blobs, clock, self._near, self._lighter) if keeping else None
        self._kept: dict[str, tuple[datetime, DicomSource]] = {}
        self._keepers: dict[str, tuple[str, KeptSource]] = {}
        self._archives: dict[str, ArchiveSource] = {}
        self._tokens: dict[str, tuple[tuple[PacsSettings, str | None], Tokens]] = {}
        self._dialects: dict[str, tuple[PacsSettings, Dialect]] = {}
        self._lock = Lock()

    def of(self, organization_id: str) -> DicomSource:
        """Raises NotFound; RuleBroken or Unavailable where the settings lead to no PACS."""
        now = self._clock.now()
        with self._lock:
            since, source = self._kept.get(organization_id, (None, None))
        if source and since and now - since < FRESH:
            return source
        source = self._read(organization_id)
        with self._lock:
            self._kept[organization_id] = now, source
        return source

    def _read(self, organization_id: str) -> DicomSource:
        record = self._records.get(ORGANIZATIONS, Organization.kind, organization_id)
        if record is None:
            raise NotFound("There is no such organization.")
        match Organization.restore(record.body, record.etag).source:
            case PacsSettings() as pacs:
                source = self._pacs(organization_id, pacs)
                return self._keeper(organization_id, pacs.url, source, self._shelf) if self._shelf else source
            case _:
                stores = self._records, self._blobs, self._near, self._lighter
                return self._archives.setdefault(organization_id, ArchiveSource(organization_id, *stores))

    def _keeper(self, organization_id: str, url: str, source: DicomSource, shelf: Shelf) -> KeptSource:
        """What it has found out about series outlives the settings that are read anew."""
        with self._lock:
            known, keeper = self._keepers.get(organization_id, ("", None))
            if keeper is None or known != url:
                keeper = KeptSource(organization_id, source, shelf)
            self._keepers[organization_id] = url, keeper
        return keeper.now_from(source)

    def _pacs(self, organization_id: str, pacs: PacsSettings) -> DicomSource:
        target, secret = locate(pacs.url, self._places), self._secret_of(pacs)
        dialect = self._dialect_of(organization_id, pacs)

        def source(headers: Mapping[str, str]) -> PacsSource:
            return PacsSource(target, headers, today=lambda: self._clock.now().date(), dialect=dialect)

        if issue := issuer_of(pacs, secret, self._places):
            return RenewingSource(self._tokens_of(organization_id, pacs, secret, issue), source)
        return source(headers_of(pacs, secret))

    def _dialect_of(self, organization_id: str, pacs: PacsSettings) -> Dialect:
        """What was learnt of a PACS stays known, until it is checked anew or another is named."""
        with self._lock:
            asked, dialect = self._dialects.get(organization_id, (None, None))
            if dialect is None or asked != pacs:
                dialect = Dialect(pacs.capabilities)
                self._dialects[organization_id] = pacs, dialect
            return dialect

    def _tokens_of(
        self, organization_id: str, pacs: PacsSettings, secret: str | None, issue: Callable[[], Token]
    ) -> Tokens:
        """They outlive the settings that are read anew, as long as those are the same."""
        asked = pacs.model_copy(update={"capabilities": None}), secret
        with self._lock:
            known, tokens = self._tokens.get(organization_id, (None, None))
            if tokens is None or known != asked:
                tokens = Tokens(issue)
                self._tokens[organization_id] = asked, tokens
            return tokens

    def _secret_of(self, pacs: PacsSettings) -> str | None:
        return self._secrets.get(pacs.secret_name) if pacs.secret_name else None
