"""Counts guesses, in records, so that all processes count together."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from shared.application.ports import Change, Clock, RecordStore
from shared.domain.errors import Conflict, TooMany
from shared.domain.partitions import attempts
from shared.domain.throttle import ACCOUNT, NETWORK, Allowance, Attempts, key_of, network_of

TRIES = 10  # to count at the same moment as others
WRITERS_BUSY = timedelta(seconds=1)


class Throttle:
    def __init__(self, store: RecordStore, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def look(self, key: str, allowance: Allowance) -> Attempts:
        """What has failed. Raises TooMany while the next attempt has to wait."""
        record = self._store.get(attempts(key), Attempts.kind, key)
        now = self._clock.now()
        known = Attempts.restore(record.body, record.etag) if record else Attempts(id=key, last_at=now)
        if wait := known.wait(allowance, now):
            raise TooMany("Too many attempts. Please wait a little, then try again.", wait)
        return known

    def count(self, key: str, allowance: Allowance) -> None:
        """One more attempt, as a failure until it is cleared. Raises TooMany, counting nothing."""
        for _ in range(TRIES):
            known = self.look(key, allowance)
            known.fail(allowance, self._clock.now())
            action = "replace" if known.etag else "add"
            try:
                self._store.commit(
                    attempts(key), [Change(action, known.kind, known.id, known.body(), known.etag)]
                )
            except Conflict:
                continue  # somebody counted meanwhile
            return
        raise TooMany("Too many attempts at once. Please try again.", WRITERS_BUSY)

    def clear(self, key: str) -> None:
        """Forget what has failed; unless somebody fails at this very moment."""
        if record := self._store.get(attempts(key), Attempts.kind, key):
            with suppress(Conflict):
                self._store.commit(attempts(key), [Change("remove", Attempts.kind, key, {}, record.etag)])


@dataclass(frozen=True)
class Guess:
    """One attempt to prove who one is, from a browser that may be known."""

    throttle: Throttle
    key: str  # of what is counted before the secret is looked at
    network: str | None  # counted only when it fails: a hospital signs in from one network

    @classmethod
    def begin(cls, throttle: Throttle, account: str, device: str | None, address: str) -> "Guess":
        """`device`: known to this account; what others do to it is then no matter. Raises TooMany."""
        place = None if device else network_of(address)
        network = place and key_of("network", place)
        if network:
            throttle.look(network, NETWORK)
        key = key_of("device", f"{device} {account}") if device else key_of("account", account)
        throttle.count(key, ACCOUNT)
        return cls(throttle, key, network)

    def failed(self) -> None:
        with suppress(TooMany):  # it is the next attempt that waits
            if self.network:
                self.throttle.count(self.network, NETWORK)

    def succeeded(self) -> None:
        self.throttle.clear(self.key)
