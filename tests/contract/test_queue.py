"""Every queue keeps these promises, at both of its ends."""

import json
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from typing import NamedTuple
from uuid import uuid4

import pytest
from azure.storage.queue import QueueClient

from shared.application.ports import Delivery, Inbox, Queue, QueueWatch
from shared.domain.errors import Stale
from shared.infrastructure.memory.queue import MemoryQueue
from shared.infrastructure.queue.inbox import AzureInbox
from shared.infrastructure.queue.queue import AzureQueue
from shared.infrastructure.queue.watch import AzureQueueWatch

LONG, SHORT = timedelta(minutes=10), timedelta(seconds=1)
PATIENCE = 60  # seconds


class Ends(NamedTuple):
    queue: Queue
    inbox: Inbox
    watch: QueueWatch
    wait: Callable[[float], None]  # seconds

    def take_again(self, name: str) -> Delivery:
        """Once it is no longer hidden."""
        for _ in range(5 * PATIENCE):
            if taken := self.inbox.take(name, LONG):
                return taken
            self.wait(0.2)
        raise AssertionError("it never reappeared")


class Time:
    """Passes at once."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture(scope="module", params=["memory", "azurite"])
def ends(request: pytest.FixtureRequest) -> Ends:
    if request.param == "memory":
        time = Time()
        memory = MemoryQueue(lambda: time.seconds)
        return Ends(memory, memory, memory, time.wait)
    where = request.getfixturevalue("azurite")
    queue, inbox, watch = AzureQueue.connect(where), AzureInbox.connect(where), AzureQueueWatch.connect(where)
    return Ends(queue, inbox, watch, sleep)


@pytest.fixture
def name() -> str:
    return f"infer-{uuid4().hex}"


def test_a_message_arrives_as_it_was_put(ends: Ends, name: str) -> None:
    message = json.dumps({"version": 1, "series_uid": "1.2.3", "ñ": "日本 <&>"}, ensure_ascii=False)
    ends.queue.put(name, message)
    taken = ends.inbox.take(name, LONG)
    assert taken
    assert (taken.message, taken.attempts) == (message, 1)


def test_a_queue_that_nobody_made_is_empty(ends: Ends, name: str) -> None:
    assert ends.inbox.take(name, LONG) is None
    assert ends.inbox.length(f"{name}-too") == 0


def test_a_taken_message_is_hidden_from_others_but_counted(ends: Ends, name: str) -> None:
    ends.queue.put(name, "1")
    ends.inbox.take(name, LONG)
    assert ends.inbox.take(name, LONG) is None
    assert ends.inbox.length(name) == 1


def test_a_message_that_nobody_finished_reappears_and_counts_its_attempts(ends: Ends, name: str) -> None:
    ends.queue.put(name, "1")
    first = ends.inbox.take(name, SHORT)
    second = ends.take_again(name)
    assert first
    assert (first.id, first.attempts) == (second.id, 1)
    assert second.attempts == 2


def test_a_finished_message_never_comes_back(ends: Ends, name: str) -> None:
    ends.queue.put(name, "1")
    taken = ends.inbox.take(name, SHORT)
    assert taken
    ends.inbox.done(name, taken)
    ends.wait(1.2)
    assert ends.inbox.take(name, LONG) is None
    assert ends.inbox.length(name) == 0


def test_more_time_keeps_a_message_hidden_and_its_text(ends: Ends, name: str) -> None:
    ends.queue.put(name, '{"a": 1}')
    taken = ends.inbox.take(name, SHORT)
    assert taken
    longer = ends.inbox.extend(name, taken, LONG)
    ends.wait(1.2)
    assert ends.inbox.take(name, LONG) is None
    assert longer.attempts == 1
    again = ends.inbox.extend(name, longer, SHORT)
    reappeared = ends.take_again(name)
    assert (reappeared.message, reappeared.id) == ('{"a": 1}', again.id)


def test_who_lost_a_message_cannot_keep_or_finish_it(ends: Ends, name: str) -> None:
    ends.queue.put(name, "1")
    slow = ends.inbox.take(name, SHORT)
    other = ends.take_again(name)
    assert slow
    with pytest.raises(Stale):
        ends.inbox.extend(name, slow, LONG)
    ends.inbox.done(name, slow)
    assert ends.inbox.length(name) == 1
    ends.inbox.done(name, other)
    with pytest.raises(Stale):
        ends.inbox.extend(name, other, LONG)


def test_a_buried_message_lies_in_the_poison_queue(ends: Ends, name: str) -> None:
    ends.queue.put(name, "bad")
    taken = ends.inbox.take(name, LONG)
    assert taken
    ends.inbox.bury(name, taken)
    assert ends.inbox.length(name) == 0
    buried = ends.inbox.take(f"{name}-poison", LONG)
    assert buried
    assert (buried.message, buried.attempts) == ("bad", 1)


def test_a_look_at_a_queue_tells_how_much_waits_and_since_when_and_takes_nothing(
    ends: Ends, name: str
) -> None:
    assert ends.watch.look(name) == (0, None)
    ends.queue.put(name, "1")
    first = ends.watch.look(name)
    ends.wait(1.2)
    ends.queue.put(name, "2")
    looked = ends.watch.look(name)
    assert (looked.length, looked.oldest) == (2, first.oldest)
    taken = ends.inbox.take(name, LONG)
    assert taken
    assert (taken.message, taken.attempts) == ("1", 1)
    left = ends.watch.look(name)
    assert left.length == 2
    assert left.oldest
    assert first.oldest
    assert left.oldest > first.oldest


def test_parallel_takers_lose_and_share_nothing(ends: Ends, name: str) -> None:
    def drain(_: int) -> list[str]:
        texts: list[str] = []
        while taken := ends.inbox.take(name, LONG):
            texts.append(taken.message)
            ends.inbox.done(name, taken)
        return texts

    for number in range(40):
        ends.queue.put(name, str(number))
    with ThreadPoolExecutor(6) as takers:
        texts = [text for part in takers.map(drain, range(6)) for text in part]
    assert sorted(texts, key=int) == [str(number) for number in range(40)]
    assert ends.inbox.length(name) == 0


def test_the_longest_message_fits_and_a_longer_one_is_refused(ends: Ends, name: str) -> None:
    longest = "é" * (24 * 1024)
    ends.queue.put(name, longest)
    taken = ends.inbox.take(name, LONG)
    assert taken
    assert taken.message == longest
    with pytest.raises(ValueError, match="49152 bytes"):
        ends.queue.put(name, longest + "!")


def test_messages_are_base64_as_the_functions_host_expects_and_never_expire(azurite: str, name: str) -> None:
    AzureQueue.connect(azurite).put(name, '{"version": 1}')
    [raw] = QueueClient.from_connection_string(azurite, name).peek_messages()
    assert raw.content == b64encode(b'{"version": 1}').decode()
    assert raw.expires_on
    assert raw.expires_on.year > 9000


def test_a_message_without_base64_is_passed_on_as_it_is(azurite: str, name: str) -> None:
    client = QueueClient.from_connection_string(azurite, name)
    client.create_queue()
    client.send_message("by hand: {")
    taken = AzureInbox.connect(azurite).take(name, LONG)
    assert taken
    assert taken.message == "by hand: {"
