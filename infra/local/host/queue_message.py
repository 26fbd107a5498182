"""One message of a storage queue: run, then deleted, hidden for a while, or moved to the poison queue.

As QueueProcessor.cs has it: after a failure a message is poison when it has been dequeued `maxDequeueCount`
times; before running, when it has been dequeued more often than that (an earlier run died without a word).
"""

import asyncio
import base64
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from azure.core.exceptions import AzureError, ResourceExistsError, ResourceNotFoundError
from azure.storage.queue import QueueMessage
from azure.storage.queue.aio import QueueClient

from infra.local.host.host_json import QueueOptions

LEASE, RENEWAL = (
    60,
    20,
)  # seconds; the real host hides a message for 600, too long to wait after a crash on a desk

log = logging.getLogger(__name__)
type Run = Callable[[str, dict[str, Any]], Awaitable[bool]]


class Delivery:
    """A message in hand, from receipt to its end."""

    def __init__(
        self, message: QueueMessage, queue: QueueClient, poison: QueueClient, options: QueueOptions
    ) -> None:
        self._message, self._queue, self._poison, self._options = message, queue, poison, options

    async def handle(self, run: Run) -> None:
        """Never raises: what goes wrong with the storage is logged, the message comes again."""
        try:
            await self._handle(run)
        except AzureError as error:
            log.warning("message %s of %s: %s", self._message.id, self._queue.queue_name, error)

    async def _handle(self, run: Run) -> None:
        count = self._message.dequeue_count or 1
        try:
            text = self._decoded()
        except ValueError:
            return await self._bury("cannot be decoded")
        if count > self._options.max_dequeue_count:
            return await self._bury(f"was given out {count} times")
        if await self._run_hidden(run, text):
            await self._queue.delete_message(self._message)
        elif count >= self._options.max_dequeue_count:
            await self._bury(f"failed {count} times")
        else:
            await self._hide(self._options.visibility_timeout)
        return None

    def _decoded(self) -> str:
        content = str(self._message.content)
        if self._options.message_encoding == "none":
            return content
        return base64.b64decode(content, validate=True).decode()

    async def _run_hidden(self, run: Run, text: str) -> bool:
        """Run while nobody else may see the message; give it back at once when the host stops."""
        renewal = asyncio.create_task(self._renew())
        try:
            return await run(text, self._metadata(text))
        except asyncio.CancelledError:
            await self._hide(0)
            raise
        finally:
            renewal.cancel()

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEWAL)
            with suppress(AzureError):
                await self._hide(LEASE)

    async def _hide(self, seconds: float) -> None:
        updated = await self._queue.update_message(self._message, visibility_timeout=int(seconds))
        self._message.pop_receipt = updated.pop_receipt

    async def _bury(self, why: str) -> None:
        log.error("a message of %s %s: moved to %s", self._queue.queue_name, why, self._poison.queue_name)
        try:
            await self._poison.send_message(self._message.content)
        except ResourceNotFoundError:
            with suppress(ResourceExistsError):
                await self._poison.create_queue()
            await self._poison.send_message(self._message.content)
        await self._queue.delete_message(self._message)

    def _metadata(self, text: str) -> dict[str, Any]:
        message = self._message
        return {
            "QueueTrigger": text,
            "Id": message.id,
            "DequeueCount": message.dequeue_count,
            "PopReceipt": message.pop_receipt,
            "InsertionTime": message.inserted_on,
            "ExpirationTime": message.expires_on,
            "NextVisibleTime": message.next_visible_on,
        }
