"""A message's trace travels with it, and what is identified by the message stays what it was."""

import pytest

from shared.application.commands.fetch_study import FetchStudy
from shared.core.envelope import opened, sealed
from shared.domain.failed_task import FailedTask

TRACE = f"00-{'ab' * 16}-{'cd' * 8}-01"
TASK = FetchStudy(organization_id="clinic", study_uid="1.2.3", analysis_id="a1").model_dump_json()


def test_what_was_sealed_is_opened() -> None:
    assert opened(sealed(TASK, TRACE)) == (TASK, TRACE)


def test_a_message_without_a_trace_is_as_it_always_was() -> None:
    assert sealed(TASK, "") == TASK
    assert opened(TASK) == (TASK, "")


def test_a_failure_is_the_same_whatever_trace_its_message_came_with() -> None:
    ids = {FailedTask.id_of("fetch-study", opened(sealed(TASK, trace)).message) for trace in ("", TRACE)}

    assert ids == {FailedTask.id_of("fetch-study", TASK)}


@pytest.mark.parametrize("strange", ["", "{}", "words", '{"trace":"00-xy-1-01"}', f'{{"a":"{TRACE}"}}'])
def test_what_somebody_else_has_put_is_left_as_it_is(strange: str) -> None:
    assert opened(strange) == (strange, "")
