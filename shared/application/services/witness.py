"""Sees to it that who saw which patient's data is on record before they see it.

One line for each person, thing and kind of access in five minutes and process: a viewer asks for hundreds of
images. What cannot be put on record is not shown.
"""

import asyncio
import inspect
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from threading import Lock
from typing import Any, NamedTuple, cast

from shared.application.ports import Clock
from shared.application.services.access_recorder import AccessRecorder
from shared.application.services.recently import Recently
from shared.core.mediator import Message, Query
from shared.domain.access import Actor, Role
from shared.domain.audit import Disclosure
from shared.domain.errors import DomainError, Forbidden, NotFound
from shared.domain.throttle import network_of

EVERY = timedelta(minutes=5)
MOST = 20_000  # accesses remembered
MOST_REFUSED = 500  # attempts in five minutes and process: a flood is seen as well as every drop of it


class Access(NamedTuple):
    """By whom, from where and to what: what is written down once, until it is long ago."""

    who: str
    session_id: str | None
    organization_id: str | None
    emergency: bool
    disclosure: Disclosure


class AuditWitness:
    def __init__(self, recorder: AccessRecorder, clock: Clock) -> None:
        self._recorder, self._clock = recorder, clock
        self._granted, self._refused = Recently(EVERY, MOST), Recently(EVERY, MOST_REFUSED)
        self._turns = [Lock() for _ in range(64)]

    def watch[R](self, message: Message[R], actor: Actor, see: Callable[[], R]) -> R:
        disclosure = message.disclosure()
        try:
            seen = see()
        except (NotFound, Forbidden) as error:
            self.refused(actor, disclosure, str(error))
            raise
        if inspect.iscoroutine(seen):
            return cast(R, self._watched(seen, actor, disclosure))
        if isinstance(message, Query):  # what a command has done stands in its own commit
            self._put_on_record(actor, disclosure)
        return seen

    async def _watched(
        self, seeing: Coroutine[Any, Any, Any], actor: Actor, disclosure: Disclosure
    ) -> object:
        """The same, for what is still being opened; of what cannot be put on record, nothing leaves."""
        try:
            opened = await seeing
        except (NotFound, Forbidden) as error:
            await asyncio.to_thread(self.refused, actor, disclosure, str(error))
            raise
        if self._granted.has(_access(actor, disclosure), self._clock.now()):
            return opened
        try:
            await asyncio.to_thread(self._put_on_record, actor, disclosure)
        except BaseException:
            await opened.chunks.aclose()
            raise
        return opened

    def _put_on_record(self, actor: Actor, disclosure: Disclosure) -> None:
        access, now = _access(actor, disclosure), self._clock.now()
        if self._granted.has(access, now):
            return
        with self._turns[hash(access) % len(self._turns)]:  # the first writes; who comes with it waits
            if not self._granted.has(access, now):
                self._recorder.granted(actor, disclosure)
                self._granted.note(access, now)

    def refused(self, actor: Actor, disclosure: Disclosure, why: str) -> None:
        """Somebody was not shown what they asked for. They are refused in any case, on record or not."""
        access, now = _access(actor, disclosure), self._clock.now()
        if self._refused.has(access, now) or self._refused.is_full(now):
            return
        self._refused.note(access, now)
        with suppress(DomainError):
            self._recorder.denied(actor, disclosure, why)


def _access(actor: Actor, disclosure: Disclosure) -> Access:
    who = actor.id if actor.role is not Role.ANONYMOUS else network_of(actor.address) or "anonymous"
    return Access(who, actor.session_id, actor.organization_id, actor.emergency, disclosure)
