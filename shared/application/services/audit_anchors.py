"""Anchors of the audit: written where the database's administrators do not write, and read again."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pydantic import ValidationError

from shared.application.holdings import BlobHoldings
from shared.application.ports import Blobs
from shared.application.services.audit_key import AuditKey
from shared.domain.audit_anchor import FOLDER, Anchor
from shared.domain.audit_chain import seal_of

JSON = "application/json"


class Kept(NamedTuple):
    name: str
    anchor: Anchor | None  # None: it is not as it was written


class AuditAnchors:
    def __init__(self, stores: Callable[[], tuple[Blobs, BlobHoldings]], key: AuditKey) -> None:
        """`stores`: asked for when it comes to it; whoever only reads records has none."""
        self._stores, self._key = stores, key

    def put(self, anchor: Anchor) -> str:
        """Its name; one that is there is never written over."""
        name = f"{FOLDER}{anchor.at:%Y-%m-%dT%H-%M-%S}.json"
        sealed = anchor.model_copy(update={"seal": self._seal(name, anchor)})
        blobs, _ = self._stores()
        blobs.put(name, sealed.model_dump_json().encode(), JSON)
        return name

    def all(self) -> Iterator[Kept]:
        blobs, holdings = self._stores()
        for name in holdings.under(FOLDER):
            yield Kept(name, self._read(name, blobs.get(name)))

    def _read(self, name: str, text: bytes) -> Anchor | None:
        try:
            anchor = Anchor.model_validate_json(text)
        except ValidationError:
            return None
        return anchor if anchor.seal == self._seal(name, anchor) else None

    def _seal(self, name: str, anchor: Anchor) -> str:
        return seal_of(self._key.value, FOLDER, name, anchor.model_dump(mode="json"))
