"""Nobody makes imagini call what is on its own machine or network: not a byte arrives there. (threat 3)"""

import socket
from datetime import date
from typing import Any

import pytest

from shared.application.dicom.source import Search
from shared.domain.errors import DomainError, Unavailable
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from tests.unit.dicomweb.pacs_double import Answer, pacs_double

STUDIES = Search("studies", {})
WRITTEN = """
    127.0.0.1 127.1 127.0.1 127.0.0.01 127.0.0.0x1 127.255.255.254 2130706433 0x7f000001 0x7F000001 0x7f.1
    0x7f.0.0.1 0x7f.0x0.0x0.0x1 0177.0.0.1 0177.1 0177.0.01 017700000001 0000177.0.0.1 0 0.0.0.0 0x0 00
    localhost LOCALHOST [::1] [0:0:0:0:0:0:0:1] [0000::0001] [::] [::ffff:127.0.0.1] [::ffff:7f00:1]
    [0:0:0:0:0:ffff:7f00:1] [::FFFF:7F00:1] [::127.0.0.1] [::7f00:1] [64:ff9b::7f00:1] [2002:7f00:1::]
    [::1%25lo] [::1%lo] [v1.7f00] 127.0.0.1%00.example.org 127.0.0.1%2eexample.org %31%32%37.0.0.1 127.0.0.1%
    user@127.0.0.1 pacs.example.org@127.0.0.1 pacs.example.org:443@127.0.0.1 :@127.0.0.1 @127.0.0.1
    pacs.example.org#@127.0.0.1 pacs.example.org?@127.0.0.1 127.0.0.1\\@pacs.example.org
    127.0.0.1\\.example.org ①②⑦.⓪.⓪.① \uff11\uff12\uff17.0.0.1 127。0。0。1
    127\uff0e0\uff0e0\uff0e1 127.0.0.1\u200b 127.0.0.1\u00ad l\u043ecalhost
    169.254.169.254 2852039166 0xa9fea9fe 0xa9.0xfe.0xa9.0xfe 0251.0376.0251.0376 025177524776 169.254.43518
    169.16689662 [::ffff:169.254.169.254] [::ffff:a9fe:a9fe] [::a9fe:a9fe] [64:ff9b::a9fe:a9fe] [fe80::1]
    [fd00:ec2::254] 168.63.129.16 100.100.100.200 10.0.0.1 012.0.0.1 167772161 0xa.1 172.16.0.1 192.168.0.1
    192.168.257 0300.0250.0.1 [fc00::1] [fd12:3456::1] [fec0::1] 224.0.0.1 255.255.255.255 0xffffffff
    [ff02::1]
"""
SPELLINGS = WRITTEN.split()


def pacs(url: str, places: Places, resolve: Any = socket.getaddrinfo) -> PacsSource:
    return PacsSource(locate(url, places, resolve), {}, today=lambda: date(2026, 11, 22), timeout=30)


def test_there_are_many_ways_to_write_an_address() -> None:
    assert len(set(SPELLINGS)) == len(SPELLINGS) >= 80


def test_no_spelling_reaches_this_machine_or_its_network() -> None:  # S6
    reached: list[str] = []
    with pacs_double(lambda _: Answer()) as canary:
        port = canary.url.rpartition(":")[2]
        for spelling in SPELLINGS:
            try:
                pacs(f"http://{spelling}:{port}", Places(plain=True)).search(STUDIES)
                reached.append(spelling)
            except DomainError:
                continue
        assert canary.asked == []
    assert reached == []


@pytest.mark.parametrize("odd", [" ", "\t", "\n", "\r\n", "\x00", "\\", "\u3000"])
def test_nothing_hides_before_or_behind_an_address(odd: str) -> None:
    with pacs_double(lambda _: Answer()) as canary:
        for url in (f"{odd}{canary.url}", f"{canary.url}{odd}", canary.url.replace("127", f"12{odd}7")):
            with pytest.raises(DomainError):
                pacs(url, Places(plain=True)).search(STUDIES)
        assert canary.asked == []


def test_a_name_that_means_something_else_the_next_time_is_asked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # rebinding
    asked: list[str] = []
    real = socket.getaddrinfo

    def flipping(host: Any, port: Any, *more: Any, **named: Any) -> Any:
        if host != "pacs.example":
            return real(host, port, *more, **named)
        asked.append(host)
        return real("127.0.0.2" if len(asked) == 1 else "127.0.0.1", port, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", flipping)
    with pacs_double(lambda _: Answer()) as canary:
        url = canary.url.replace("127.0.0.1", "pacs.example")
        source = pacs(url, Places.of("127.0.0.2", plain=True), flipping)
        for _ in range(3):
            with pytest.raises(Unavailable, match="nothing answers"):
                source.search(STUDIES)
        assert canary.asked == []
    assert asked == ["pacs.example"]


def test_the_same_request_to_an_allowed_place_arrives() -> None:
    """Else the tests above could not fail."""
    with pacs_double(lambda _: Answer()) as double:
        assert pacs(double.url, Places.of("127.0.0.1", plain=True)).search(STUDIES) == []
        assert len(double.asked) == 1
