"""Where a PACS may be, and where none is. (threat 3)"""

import socket
from typing import Any

import pytest

from shared.domain.errors import RuleBroken, Unavailable
from shared.infrastructure.dicomweb.guard import locate

NO_SERVERS = [
    "",
    "pacs",
    "ftp://pacs/",
    "file:///etc/passwd",
    "http://",
    "http://user:pw@pacs/",
    "http://pacs/#x",
    "http://pacs/?x=1",
    "http://pacs:99999/",
    "http://pa cs/",
    "http://pacs/\r\nX: y",
    "http://①②⑦.⓪.⓪.①/",
]
NO_PLACES = [
    "169.254.169.254",
    "168.63.129.16",
    "100.100.100.200",
    "0.0.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
    "fd00:ec2::254",
]


def answering(*addresses: str) -> Any:
    def resolve(_: str, port: int, **__: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return resolve


@pytest.mark.parametrize("url", NO_SERVERS)
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(RuleBroken):
        locate(url, answering("10.0.0.1"))


@pytest.mark.parametrize("address", NO_PLACES)
def test_places_where_no_pacs_can_be_are_refused_even_as_one_of_many(address: str) -> None:
    with pytest.raises(RuleBroken):
        locate("http://pacs.example/dicom-web", answering("10.0.0.1", address))


@pytest.mark.parametrize("url", ["http://2852039166/", "http://0xa9fea9fe/", "http://169.254.43518/"])
def test_other_spellings_of_the_metadata_service_are_refused(url: str) -> None:
    with pytest.raises(RuleBroken):
        locate(url)


def test_a_name_is_resolved_once_and_its_addresses_are_kept() -> None:
    target = locate("https://pacs.example/dicom-web/", answering("10.0.0.1", "10.0.0.2"))
    assert target.addresses == ("10.0.0.1", "10.0.0.2")
    assert (target.port, target.path, target.authority) == (443, "/dicom-web", "pacs.example")
    assert locate("http://[::1]:8042/", answering("::1")).authority == "[::1]:8042"


def test_a_name_that_means_nothing_is_said() -> None:
    with pytest.raises(Unavailable, match=r"nothing is known under the name pacs\.invalid"):
        locate("http://pacs.invalid/")
