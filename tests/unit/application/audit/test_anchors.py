"""A database that is put back as a whole contradicts what was noted outside of it. # threat 17"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.application.commands.anchor_audit import AnchorAudit
from shared.application.commands.create_organization import CreateOrganization
from shared.application.holdings import BlobHoldings
from shared.application.queries.find_patients import FindPatients
from shared.application.queries.verify_audit import VerifyAudit
from shared.core.container import singleton
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.partitions import ORGANIZATIONS
from tests.builders import HOSPITAL, MRN, series_row, study_row
from tests.world import World


class Anchored(World):
    @singleton
    def blob_holdings(self) -> BlobHoldings:
        return self

    def under(self, prefix: str) -> Iterator[str]:
        return (name for name in self.kept.names() if name.startswith(prefix))


@pytest.fixture
def world(tmp_path: Path) -> Anchored:
    world = Anchored(tmp_path)
    world.send(CreateOrganization(name=HOSPITAL, display_name="Hospital General"), PLATFORM)
    world.source.keep(study_row(), [series_row()], [])
    return world


def search(world: World) -> None:
    """Somebody looks for a patient: a line in the chain of the organization's month."""
    world.time.passes(minutes=6)
    world.send(FindPatients(organization_id=HOSPITAL, mrn=MRN))


def anchor(world: World) -> str:
    world.time.passes(hours=6)
    name = world.send(AnchorAudit(), PLATFORM)
    assert name is not None
    return name


def faults(world: World) -> list[tuple[str, str, str]]:
    """But for lists of the audit, which nobody makes here."""
    found = world.send(VerifyAudit(anchored=True), PLATFORM).faults
    seen = [fault for fault in found if not fault.what.startswith("is not listed")]
    return [(fault.chain.rpartition("~")[0], fault.line, fault.what[:13]) for fault in seen]


def put_back(world: World, backup: Path) -> Anchored:
    """Another process, over the records as they were; blobs and secrets are as they are."""
    folder = world.folder / "put-back"
    shutil.copytree(backup, folder)
    again = Anchored(folder)
    again.kept, again.pacs, again.time = world.kept, world.pacs, world.time
    return again


@pytest.fixture
def backup(world: Anchored, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the records, after two searches and an anchor."""
    search(world)
    anchor(world)
    folder = tmp_path_factory.mktemp("backup")
    shutil.copytree(world.folder, folder, dirs_exist_ok=True)
    return folder


def test_what_goes_on_agrees_with_every_anchor(world: Anchored, backup: Path) -> None:  # noqa: ARG001
    for _ in range(2):
        search(world)
        anchor(world)

    assert faults(world) == []
    assert world.send(VerifyAudit(anchored=True), PLATFORM).anchors == 3


def test_records_that_were_put_back_are_named(world: Anchored, backup: Path) -> None:
    search(world)
    anchor(world)

    assert faults(put_back(world, backup)) == [(f"{HOSPITAL}~accesses", "2", "was there at ")]


def test_so_are_they_when_work_has_gone_on_since(world: Anchored, backup: Path) -> None:
    search(world)
    anchor(world)
    again = put_back(world, backup)
    for _ in range(3):
        search(again)
    anchor(again)

    assert faults(again) == [(f"{HOSPITAL}~accesses", "2", "was there at ")]


def test_nothing_is_said_where_nothing_was_lost(world: Anchored, backup: Path) -> None:
    assert faults(put_back(world, backup)) == []


def test_an_anchor_that_was_changed_is_named(world: Anchored) -> None:
    name = anchor(world)
    body = json.loads(world.kept.get(name))
    body["heads"][0]["number"] = 99
    world.kept.put(name, json.dumps(body).encode())

    assert faults(world) == [("", name.rpartition("/")[2], "was changed")]


def test_an_organization_that_came_back_begins_anew(world: Anchored, backup: Path) -> None:
    """Restored alone, by whoever runs the platform, and on record."""
    search(world)
    anchor(world)
    again = put_back(world, backup)
    world.time.passes(minutes=1)
    uow = again.unit_of_work()
    line = AuditLine.of(PLATFORM, "organization.import", HOSPITAL, again.time.now())
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()

    assert faults(again) == []
