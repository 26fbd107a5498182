"""A storage queue: messages are taken, hidden meanwhile, and gone once they are done."""

from collections import deque
from dataclasses import dataclass, field

from tests.bench.scale.clock import Clock, Signal


@dataclass
class Message[T]:
    about: T
    came: float
    attempts: int = 0


@dataclass
class Seen:
    """What became of a queue."""

    put: int = 0
    done: int = 0
    given_up: int = 0
    longest: int = 0
    oldest: float = 0.0
    put_in: dict[int, int] = field(default_factory=dict[int, int])  # by the second

    @property
    def peak(self) -> int:
        """Messages put in the busiest second."""
        return max(self.put_in.values(), default=0)


class Queue[T]:
    def __init__(self, clock: Clock, tries: int, pause: float) -> None:
        """`tries`: host.json's maxDequeueCount; `pause`: its visibilityTimeout, in seconds."""
        self._clock, self._tries, self._pause = clock, tries, pause
        self._visible, self._hidden = deque[Message[T]](), 0
        self.arrival, self.seen = Signal(clock), Seen()
        self.watch = Signal(clock)  # of a scaler that has nothing to do while the queue is empty

    def __len__(self) -> int:
        """With those that somebody works on, as Azure's approximate count has them."""
        return len(self._visible) + self._hidden

    def put(self, about: T) -> None:
        self.seen.put += 1
        second = int(self._clock.now)
        self.seen.put_in[second] = self.seen.put_in.get(second, 0) + 1
        self._show(Message(about, self._clock.now))
        self.watch.fire()

    def take(self) -> Message[T] | None:
        if not self._visible:
            return None
        message = self._visible.popleft()
        message.attempts += 1
        self._hidden += 1
        self.seen.oldest = max(self.seen.oldest, self._clock.now - message.came)
        return message

    def done(self) -> None:
        self._hidden -= 1
        self.seen.done += 1

    def failed(self, message: Message[T], pause: float | None = None) -> bool:
        """It comes back after a while; False where it was tried often enough."""
        if message.attempts >= self._tries:
            self._hidden -= 1
            self.seen.given_up += 1
            return False
        self.later(message, self._pause if pause is None else pause)
        return True

    def later(self, message: Message[T], pause: float) -> None:
        def show() -> None:
            self._hidden -= 1
            self._show(message)

        self._clock.at(self._clock.now + pause, show)

    def _show(self, message: Message[T]) -> None:
        self._visible.append(message)
        self.seen.longest = max(self.seen.longest, len(self))
        self.arrival.fire()
