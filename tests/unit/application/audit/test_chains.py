"""Lines stand in a chain, in the commit of what they record. # threat 17"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.decide_finding import DecideFinding
from shared.application.ports import Change, RecordStore
from shared.application.queries.list_findings import ListFindings
from shared.application.services.audit_key import AuditKey
from shared.core.container import singleton
from shared.domain import partitions
from shared.domain.analysis import Analysis
from shared.domain.audit import AuditLine
from shared.domain.audit_chain import AuditChain
from shared.domain.errors import Conflict, Stale, Unavailable
from shared.domain.finding import Finding
from shared.infrastructure.security.file_secrets import FileSecrets
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.builders import HOSPITAL, MRN, STUDY, finding, study_row
from tests.world import StandingClock, World

PARTITION = partitions.study(HOSPITAL, STUDY)
LOOK = ListFindings(organization_id=HOSPITAL, study_uid=STUDY)
APPROVE = DecideFinding(organization_id=HOSPITAL, finding_id=finding().id, decision="approve")


def lines(world: World) -> list[AuditLine]:
    return list(world.of(AuditLine, PARTITION).all(order="number"))


def test_each_line_names_the_one_before(chest: World) -> None:
    chest.keep(PARTITION, finding())
    chest.send(LOOK)
    chest.send(APPROVE)

    first, second = lines(chest)
    end = chest.of(AuditChain, PARTITION).get("head")
    assert (first.number, second.number, end.number) == (1, 2, 2)
    assert (first.previous, second.previous, end.last) == ("", first.seal, second.seal)


def test_a_study_s_lines_know_whose_it_is_also_while_its_source_is_away(
    chest: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object) -> None:
        raise Unavailable("The PACS does not answer.")

    chest.keep(PARTITION, finding())
    chest.send(LOOK)
    chest.time.passes(minutes=6)
    monkeypatch.setattr(chest.source, "search", down)
    chest.send(LOOK)
    chest.send(APPROVE)

    assert [line.patient for line in lines(chest)] == [MRN] * 3


class Interfered(SqliteRecordStore):
    """Somebody else commits, each time just before the next commit."""

    interfere: "list[Change]" = []  # noqa: RUF012 (of one test)

    def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:
        if self.interfere:
            super().commit(partition, [self.interfere.pop()])
        return super().commit(partition, changes)


class InterferedWorld(World):
    @singleton
    def records(self) -> RecordStore:
        return Interfered(Path(self.settings.data) / "imagini.sqlite")


def test_a_chain_that_has_moved_on_is_read_again_and_the_commit_is_made(tmp_path: Path) -> None:
    world = InterferedWorld(tmp_path)
    world.source.keep(study_row(), [], [])
    head = AuditChain(number=0)
    head.seal = "somebody's"
    world.store.__dict__["interfere"] = [Change("add", head.kind, head.id, head.body())]

    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))

    assert world.of(Analysis, PARTITION).count() == 1
    assert [line.number for line in lines(world)] == [1]


def test_what_somebody_else_has_changed_stays_stale_and_leaves_no_line(tmp_path: Path) -> None:
    world = InterferedWorld(tmp_path)
    world.keep(PARTITION, finding())
    theirs = world.of(Finding, PARTITION).get(finding().id)
    theirs.description = "Theirs."
    change = Change("replace", theirs.kind, theirs.id, theirs.body(), theirs.etag)
    world.store.__dict__["interfere"] = [change]

    with pytest.raises(Stale):
        world.send(APPROVE)

    assert lines(world) == []
    assert world.of(Finding, PARTITION).get(theirs.id).description == "Theirs."


def test_of_two_processes_that_make_the_key_at_once_both_use_the_same(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path / "secrets")
    store = SqliteRecordStore(tmp_path / "imagini.sqlite")
    late = AuditKey(store, secrets, StandingClock())

    class Overtaken(SqliteRecordStore):
        def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:  # noqa: ARG002
            assert late.value
            raise Conflict("This audit-key exists already.")

    early = AuditKey(Overtaken(tmp_path / "imagini.sqlite"), secrets, StandingClock())

    assert early.value == late.value == AuditKey(store, secrets, StandingClock()).value


def test_without_its_key_nothing_is_put_on_record(tmp_path: Path) -> None:
    store, clock = SqliteRecordStore(tmp_path / "imagini.sqlite"), StandingClock()
    assert AuditKey(store, FileSecrets(tmp_path / "secrets"), clock).value

    with pytest.raises(Unavailable, match="key of the audit"):
        AuditKey(store, FileSecrets(tmp_path / "elsewhere"), clock).value  # noqa: B018
