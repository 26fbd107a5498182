"""How often one may guess: each failure makes the next attempt wait longer. Nobody is locked out for good."""

import hashlib
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import ClassVar, NamedTuple

from shared.domain.entity import Entity

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=15)


class Allowance(NamedTuple):
    free: int  # failures without a wait; a wait doubles with each one more
    forgotten_after: timedelta  # of quiet


ACCOUNT = Allowance(free=5, forgotten_after=timedelta(days=1))  # ten attempts in the first quarter of an hour
NETWORK = Allowance(free=30, forgotten_after=timedelta(hours=1))  # a whole hospital may share one
ASKING = Allowance(free=3, forgotten_after=timedelta(hours=6))  # for a link, by mail
LONGEST_MEMORY = max(a.forgotten_after for a in (ACCOUNT, NETWORK, ASKING))


class Attempts(Entity):
    """What has failed under one key: an account, a browser, a network. The record's id is the key's hash."""

    kind: ClassVar[str] = "attempts"

    failures: int = 0
    last_at: datetime

    def counted(self, allowance: Allowance, now: datetime) -> int:
        return 0 if now - self.last_at >= allowance.forgotten_after else self.failures

    def wait(self, allowance: Allowance, now: datetime) -> timedelta:
        """How long until the next attempt; nothing, if it may be made."""
        beyond = self.counted(allowance, now) - allowance.free
        if beyond < 0:
            return timedelta()
        delay = min(FIRST_WAIT * 2 ** min(beyond, 16), LONGEST_WAIT)
        return max(self.last_at + delay - now, timedelta())

    def fail(self, allowance: Allowance, now: datetime) -> None:
        self.failures = self.counted(allowance, now) + 1
        self.last_at = now


def key_of(kind: str, name: str) -> str:
    """No name of a record tells which address was tried."""
    return hashlib.sha256(f"{kind} {name}".encode()).hexdigest()


def network_of(address: str) -> str | None:
    """The /24 or /64 that an IP address lies in: what one guesser can change at will. None for no address."""
    try:
        ip = ip_address(address)
    except ValueError:
        return None
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ip_network((ip, 24 if ip.version == 4 else 64), strict=False))
