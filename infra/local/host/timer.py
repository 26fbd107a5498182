"""Runs a timer-triggered function when it is due. It never overlaps itself; missed times are not made up."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.local.host.functions import Function
from infra.local.host.messages import typed
from infra.local.host.schedule import Schedule
from infra.local.host.settings import resolve
from infra.local.host.worker import Worker

LATE = timedelta(seconds=5)  # past due from here on
NEVER = "0001-01-01T00:00:00+00:00"


def now() -> datetime:
    return datetime.now(UTC)


class Timer:
    def __init__(self, function: Function, worker: Worker, clock: Callable[[], datetime] = now) -> None:
        self._function, self._worker, self._clock = function, worker, clock
        self._schedule = Schedule(resolve(function.trigger["schedule"]))
        self._last: datetime | None = None

    async def keep(self) -> None:
        """Fire at every due time, until cancelled."""
        if self._function.trigger.get("runOnStartup"):
            await self.fire(self._clock())
        due = self._clock()
        while True:
            due = self._schedule.after(max(due, self._clock()))
            await asyncio.sleep(max(0.0, (due - self._clock()).total_seconds()))
            await self.fire(due)

    async def fire(self, due: datetime) -> bool:
        """Run the function once; whether it succeeded."""
        status = self._status(due)
        self._last = self._clock()
        return await self._worker.invoke(self._function, typed(status))

    def _status(self, due: datetime) -> dict[str, Any]:
        last = self._last.isoformat() if self._last else NEVER
        upcoming = self._schedule.after(self._clock()).isoformat()
        return {
            "Schedule": {"AdjustForDST": True},
            "ScheduleStatus": {"Last": last, "Next": upcoming, "LastUpdated": last},
            "IsPastDue": self._clock() - due > LATE,
        }
