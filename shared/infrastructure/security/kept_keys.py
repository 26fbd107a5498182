"""The ring of keys that sign access tokens, kept with the other secrets."""

from datetime import datetime

from shared.application.ports import Secrets
from shared.domain.errors import Unavailable
from shared.infrastructure.security.key_ring import LOOKED_AT_EVERY, KeyRing, SigningKey

NAME = "access-token-key"


class KeptKeys:
    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._ring = KeyRing()
        self._looked_at: datetime | None = None

    def signing(self, now: datetime) -> SigningKey:
        """Made on first use."""
        found = self._known(now).current(now) or self._known(now, anew=True).current(now)
        if found:
            return found
        first = SigningKey.made(now)
        self._keep(KeyRing([first]), now)
        return first

    def verifying(self, id: str, now: datetime) -> SigningKey | None:
        return self._known(now).key(id, now)

    def rotate(self, now: datetime, at_once: bool = False) -> None:
        self._keep(self._known(now, anew=True).with_next(now, at_once), now)

    def _known(self, now: datetime, anew: bool = False) -> KeyRing:
        """Looked at again every minute: another process may have made or changed a key."""
        if anew or self._looked_at is None or abs(now - self._looked_at) > LOOKED_AT_EVERY:
            try:
                kept = self._secrets.get(NAME)
            except Unavailable:
                if anew or self._looked_at is None:
                    raise
                return self._ring  # what was true a minute ago serves through an outage
            self._ring, self._looked_at = KeyRing.loads(kept) if kept else KeyRing(), now
        return self._ring

    def _keep(self, ring: KeyRing, now: datetime) -> None:
        self._secrets.put(NAME, ring.dumps())
        self._ring, self._looked_at = ring, now
