"""Roughly where an IP address is."""

from typing import NamedTuple, Protocol


class Location(NamedTuple):
    city: str
    region: str
    country: str  # ISO 3166, two letters

    def __str__(self) -> str:
        return ", ".join(dict.fromkeys(part for part in self if part))


class Locations(Protocol):
    @property
    def is_on(self) -> bool: ...

    def locate(self, address: str) -> Location | None:
        """None where nobody knows; after a second at the latest, whoever has to be asked."""
        ...
