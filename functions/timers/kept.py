"""Copies of series that nobody needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator, settings
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

kept = func.Blueprint()


@kept.timer_trigger(arg_name="timer", schedule="0 41 * * * *")
@timed
def evict_kept_series(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Remove copies that are older than their organization keeps them, and the least used of too many."""
    from shared.application.commands.evict_kept_series import EvictKeptSeries

    mediator().send(EvictKeptSeries(most=settings().kept_gb << 30), PLATFORM)


@kept.timer_trigger(arg_name="timer", schedule="0 46 * * * *")
def evict_fetched_series(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Remove copies that models have looked at."""
    from shared.application.commands.evict_fetched_series import EvictFetchedSeries

    mediator().send(EvictFetchedSeries(most=settings().kept_gb << 30), PLATFORM)
