"""Processes that write to one chain at once leave one chain, in every record store. # threat 17"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.application.ports import Change, RecordStore
from shared.application.services.audit_chain_check import check_chain
from shared.application.services.audit_chains import AuditChains
from shared.application.services.audit_key import AuditKey
from shared.domain.audit import AuditLine
from shared.domain.audit_chain import HEAD, AuditChain
from shared.domain.errors import Stale
from tests.builders import NOON, RADIOLOGIST
from tests.contract.changes import add
from tests.world import StandingClock

WRITERS, LINES = 4, 5


class Drawer:
    """Secrets, kept for as long as the stores that name them."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def put(self, name: str, value: str) -> None:
        self.kept[name] = value

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def remove(self, name: str) -> None:
        self.kept.pop(name, None)


DRAWER = Drawer()


@pytest.fixture(scope="module")
def key(records: RecordStore) -> AuditKey:
    return AuditKey(records, DRAWER, StandingClock())


def test_lines_of_several_processes_stand_in_one_chain_with_what_they_record(
    records: RecordStore, partition: str, key: AuditKey
) -> None:
    assert key.value  # made before they begin

    def write(writer: int) -> None:
        chains = AuditChains(records, key)  # of a process of its own
        for number in range(LINES):
            line = AuditLine.of(RADIOLOGIST, "images.view", "1.2.3", NOON)
            chains.commit(partition, [add(f"{writer}-{number}")], [line])

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    lines = records.find(partition, AuditLine.kind, order="number", limit=100)
    end = records.get(partition, AuditChain.kind, HEAD)
    assert end
    assert [line.body["number"] for line in lines] == list(range(1, WRITERS * LINES + 1))
    assert records.count(partition, "study") == WRITERS * LINES
    assert list(check_chain(partition, AuditChain.restore(end.body, end.etag), lines, key.value)) == []


def test_a_line_whose_commit_fails_leaves_its_chain_as_it_was(
    records: RecordStore, partition: str, key: AuditKey
) -> None:
    chains = AuditChains(records, key)
    chains.commit(partition, [add("1")], [AuditLine.of(RADIOLOGIST, "images.view", "1.2.3", NOON)])
    stale = Change("replace", "study", "1", {}, "another etag")

    with pytest.raises(Stale):
        chains.commit(partition, [stale], [AuditLine.of(RADIOLOGIST, "images.view", "1.2.3", NOON)])

    assert chains.head(partition).number == records.count(partition, AuditLine.kind) == 1
