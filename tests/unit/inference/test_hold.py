"""While a series is being read, its message stays hidden from other jobs."""

import time
from datetime import timedelta

from shared.inference.hold import Hold
from shared.infrastructure.memory.queue import MemoryQueue


def wait_for_a_renewal(hold: Hold) -> None:
    before, end = hold.delivery, time.monotonic() + 60
    while hold.delivery == before:
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_message_in_work_does_not_reappear() -> None:
    now = [0.0]
    queue = MemoryQueue(lambda: now[0])
    queue.put("infer", "{}")
    delivery = queue.take("infer", timedelta(seconds=100))
    assert delivery is not None
    with Hold(queue, "infer", delivery, every=0.01) as hold:
        for _ in range(20):
            now[0] += 50
            wait_for_a_renewal(hold)
            assert queue.take("infer", timedelta(seconds=1)) is None
    queue.done("infer", hold.delivery)
    assert queue.length("infer") == 0


def test_a_message_lost_to_somebody_else_is_left_to_them() -> None:
    now = [0.0]
    queue = MemoryQueue(lambda: now[0])
    queue.put("infer", "{}")
    delivery = queue.take("infer", timedelta(seconds=1))
    assert delivery is not None
    now[0] += 10
    other = queue.take("infer", timedelta(seconds=100))
    with Hold(queue, "infer", delivery, every=0.01) as hold:
        time.sleep(0.05)
    queue.done("infer", hold.delivery)
    assert queue.length("infer") == 1
    assert other is not None
