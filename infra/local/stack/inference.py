"""Starts the inference job when its queue has messages, as KEDA does for the container job on Azure.

One job at a time; it drains the queue and exits. Only visible messages count: one that waits for its next try
would otherwise start a job that finds nothing to do.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infra.local.stack.process import Process

if TYPE_CHECKING:
    from azure.storage.queue import QueueClient

QUEUE = "infer"
JOB = (sys.executable, "-m", "shared.inference")
LOOK = 0.4  # seconds between two looks at the queue
LONGEST = 30.0  # seconds to wait before a job that keeps failing is tried again


class InferenceRunner:
    def __init__(
        self, connection: str, log: Path, settings: Mapping[str, str], job: Sequence[str] = JOB
    ) -> None:
        self._connection = connection
        self._client: QueueClient | None = None
        self._process = Process("inference", job, log, settings)
        self._next_look, self._pause, self._judged = 0.0, LOOK, True

    @property
    def process(self) -> Process:
        return self._process

    def attend(self) -> str | None:
        """Call often. Starts a job when it is time to; says what to tell a person, if anything."""
        if self._process.running or time.monotonic() < self._next_look:
            return None
        complaint = None if self._judged else self._judge()
        if complaint is None and self._waiting():
            self._process.start()
            self._judged = False
        self._next_look = time.monotonic() + self._pause
        return complaint

    def _judge(self) -> str | None:
        """After a job: soon again when it went well, later and later while it fails."""
        self._judged = True
        if self._process.code == 0:
            self._pause = LOOK
            return None
        self._pause = min(max(self._pause, 0.5) * 2, LONGEST)
        return f"The inference job failed ({self._process.log}); next try in {self._pause:.0f} s."

    def _waiting(self) -> bool:
        from azure.core.exceptions import AzureError
        from azure.storage.queue import QueueClient

        if self._client is None:
            self._client = QueueClient.from_connection_string(self._connection, QUEUE, retry_total=0)
        try:
            return bool(self._client.peek_messages(max_messages=1))
        except AzureError:  # the queue is made by whoever first writes to it
            return False
