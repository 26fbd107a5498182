"""Feeds a queue-triggered function, as QueueListener.cs does: in batches, and slower while nothing comes."""

import asyncio
import logging
import random
from contextlib import suppress

from azure.core.exceptions import AzureError, ResourceNotFoundError
from azure.storage.queue import QueueMessage
from azure.storage.queue.aio import QueueServiceClient

from infra.local.host.functions import Function
from infra.local.host.host_json import QueueOptions
from infra.local.host.queue_message import LEASE, Delivery, Run
from infra.local.host.settings import resolve

SHORTEST = 0.1  # seconds between two looks at a queue that had messages a moment ago

log = logging.getLogger(__name__)


class QueueListener:
    """`run` takes the text and the metadata of a message and says whether the function succeeded."""

    def __init__(
        self, function: Function, service: QueueServiceClient, options: QueueOptions, run: Run
    ) -> None:
        name = resolve(function.trigger["queueName"])
        self._queue = service.get_queue_client(name)
        self._poison = service.get_queue_client(f"{name}-poison")
        self._options, self._run = options, run
        self._running: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look again soon: some function has just ended, and may have put something on the queue."""
        self._woken.set()

    async def listen(self) -> None:
        """Until cancelled; messages in hand are then given back."""
        delay = SHORTEST
        try:
            while True:
                messages = await self._receive()
                self._start(messages)
                await self._room()
                delay = SHORTEST if messages else await self._rest(delay)
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _receive(self) -> list[QueueMessage]:
        pages = self._queue.receive_messages(
            messages_per_page=self._options.batch_size, visibility_timeout=LEASE
        ).by_page()
        try:
            return [message async for message in await anext(pages)]
        except (StopAsyncIteration, ResourceNotFoundError):
            return []
        except AzureError as error:
            log.warning("queue %s: %s", self._queue.queue_name, str(error).partition("\n")[0])
            return []

    def _start(self, messages: list[QueueMessage]) -> None:
        for message in messages:
            delivery = Delivery(message, self._queue, self._poison, self._options)
            task = asyncio.create_task(delivery.handle(self._run))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _room(self) -> None:
        """Wait until so few messages are in hand that the next batch may be fetched."""
        while len(self._running) > self._options.threshold:
            await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)

    async def _rest(self, delay: float) -> float:
        """Sleep, and say how long to sleep next time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(delay * random.uniform(0.8, 1.2)):  # noqa: S311  spreads the polls, no secret
                await self._woken.wait()
            self._woken.clear()
            await asyncio.sleep(SHORTEST)
            return SHORTEST
        return min(delay * 2, self._options.max_polling_interval)
