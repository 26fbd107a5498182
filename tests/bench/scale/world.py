"""What is simulated, as one thing: studies, and everything that they pass through."""

from dataclasses import dataclass, field

from tests.bench.scale.clock import Clock
from tests.bench.scale.functions import Group
from tests.bench.scale.jobs import Jobs
from tests.bench.scale.pacs import Line
from tests.bench.scale.parameters import Kindred
from tests.bench.scale.queue import Queue
from tests.bench.scale.records import Records

USERS, WORKLISTS, AUDITS, KEPT = 7, 1_000_003, 2_000_003, 3_000_017
"""Partitions that many share: of all users; worklist, audit and copies of each organization."""


@dataclass(slots=True)
class Study:
    number: int  # its partition
    tenant: int
    kind: Kindred
    ordered: float
    left: int = 0  # runs that have not answered
    found: float = 0.0  # when the findings were there


@dataclass
class World:
    clock: Clock
    records: Records
    queues: dict[str, Queue[Study]]
    groups: dict[str, Group[Study]]
    jobs: Jobs[Study]
    lines: list[Line]
    studies: list[Study] = field(default_factory=list[Study])
    turned_away: int = 0
