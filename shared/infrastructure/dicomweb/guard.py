"""The one place that turns an organization's URL into addresses to connect to."""

import re
import socket
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from shared.domain.errors import RuleBroken
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.remarks import trouble

PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
PATH = re.compile(r"(/(?!\.)[A-Za-z0-9._~-]+)*/?")
type Resolve = Callable[..., list[tuple[Any, ...]]]


class Root(NamedTuple):
    """A URL, taken apart."""

    scheme: str
    host: str
    port: int
    path: str  # of the DICOMweb root, without a slash at its end


class Target(NamedTuple):
    """A server, with the addresses it had when its name was resolved: nobody asks again."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def locate(url: str, places: Places, resolve: Resolve = socket.getaddrinfo) -> Target:
    """Raises RuleBroken for an address that no PACS may have, Unavailable for a name that means nothing."""
    root = read(url)
    return permit(root, resolved(root, resolve), places)


def read(url: str) -> Root:
    """Raises RuleBroken for what is no address of a server."""
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError as error:
        raise trouble("address-odd", kind=RuleBroken) from error
    odd = not url.isascii() or not url.isprintable() or " " in url or port == 0
    if scheme not in PORTS or not host or not HOST.fullmatch(host) or odd:
        raise trouble("address-odd", kind=RuleBroken)
    if parts.username is not None or set("?#") & set(url):
        raise trouble("address-extras", kind=RuleBroken)
    if not PATH.fullmatch(parts.path):
        raise trouble("address-path", kind=RuleBroken)
    return Root(scheme, host, port or PORTS[scheme], parts.path.rstrip("/"))


def resolved(root: Root, resolve: Resolve = socket.getaddrinfo) -> tuple[str, ...]:
    """Raises Unavailable."""
    try:
        found = resolve(root.host, root.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise trouble("name-unknown", root.host)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def permit(root: Root, addresses: tuple[str, ...], places: Places) -> Target:
    """Raises RuleBroken where one of the addresses, however many are good, is none for a PACS."""
    for address in addresses:
        places.check(address, root.port)
    places.check_scheme(root.scheme)
    return Target(*root, addresses)
