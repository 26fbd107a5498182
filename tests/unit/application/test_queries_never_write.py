"""A query changes nothing: each is asked while the store refuses every commit. # B4"""

import asyncio
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from shared.application import queries
from shared.application.access_tokens import AccessTokens, Claims
from shared.application.dicom.source import Resource, Search
from shared.application.ports import Change, RecordStore
from shared.application.queries.show_invitation import ShowInvitation
from shared.core.container import singleton
from shared.core.mediator import Disclosure, Message, Query, Witness, handlers
from shared.domain import partitions
from shared.domain.access import Actor, Permission, Role
from shared.domain.client import Client
from shared.domain.invitation import Invitation
from shared.domain.session import Session
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.builders import HOSPITAL, MRN, NOON, RADIOLOGIST, STUDY, finding, instance, series_row, study_row
from tests.world import World

for module in pkgutil.iter_modules(queries.__path__, f"{queries.__name__}."):
    import_module(module.name)
WORDS = ("search", str)  # of a list of ours; a Search goes to a PACS
EVERY = sorted((m for m in handlers if issubclass(m, Query)), key=lambda m: m.__name__)


class SealableStore(SqliteRecordStore):
    sealed = False

    def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:
        assert not self.sealed, "a query tried to write"
        return super().commit(partition, changes)


class BlindWitness:
    """What somebody sees goes on record beside the query, which test_witness.py is about."""

    def watch[R](self, message: Message[R], actor: Actor, see: Callable[[], R]) -> R:  # noqa: ARG002
        return see()

    def refused(self, actor: Actor, disclosure: Disclosure, why: str) -> None: ...


class ReadOnlyWorld(World):
    @singleton
    def witness(self) -> Witness:
        return BlindWitness()

    @singleton
    def records(self) -> RecordStore:
        return SealableStore(Path(self.settings.data) / "sealed.sqlite")


def test_every_query_is_asked() -> None:
    assert len(EVERY) >= 12


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.__name__)
def test_a_query_is_answered_by_a_store_that_takes_nothing_in(
    tmp_path: Path, query: type[Message[Any]]
) -> None:
    world = ReadOnlyWorld(tmp_path)
    ada = world.employ()
    session, token = Session.open(ada.id, HOSPITAL, remember=False, now=NOON)
    world.keep(partitions.sessions_of(ada.id), session)
    invitation, link = Invitation.write("eva@example.org", HOSPITAL, Role.MEMBER, "Grace Hopper", NOON)
    world.keep(partitions.USERS, invitation)
    world.source.keep(study_row(), [series_row()], [instance()])
    world.keep(partitions.study(HOSPITAL, STUDY), finding(heatmap="map.png"))
    world.kept.put("map.png", b"PNG")
    system = Client(
        organization_id=HOSPITAL,
        name="RIS",
        scopes=[Permission.READ_PATIENTS],
        created_at=NOON,
        created_by="Grace",
    )
    world.keep(partitions.clients(HOSPITAL), system)
    bearer = world.get(AccessTokens).issue(Claims(system.client_id, frozenset()), NOON)
    world.store.__dict__["sealed"] = True

    given = {
        "organization_id": HOSPITAL,
        "mrn": MRN,
        "study_uid": STUDY,
        "finding_id": finding().id,
        "token": str(link) if query is ShowInvitation else token,
        "bearer": bearer,
        "search": Search("studies", {}),
        "resource": Resource(STUDY),
        "accept": "*/*",
        "url": "http://127.0.0.1:9/dicom-web",
    }
    kinds = {name: field.annotation for name, field in query.model_fields.items()}
    fitting = {name: given[name] for name in kinds.keys() & given.keys() if (name, kinds[name]) != WORDS}
    asked = query.model_validate(fitting)

    answer = world.send(asked, replace(RADIOLOGIST, id=ada.id, role=Role.SUPER_ADMIN, emergency=True))

    assert (asyncio.run(answer) if inspect.iscoroutine(answer) else answer) is not None
