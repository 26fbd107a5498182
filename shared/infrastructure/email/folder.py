"""Mails of an embedded installation: files that a person, or a test, opens."""

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from shared.application.ports import Letter
from shared.infrastructure.email.message import message_of


class FolderMailer:
    def __init__(self, folder: Path, sender: str) -> None:
        self._folder, self._sender = folder, sender

    def deliver(self, to: str, letter: Letter) -> None:
        """Complete before it has the name of a mail; readable by its owner only, for the links in it."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{uuid4().hex[:8]}.eml"
        part = file.with_suffix(".part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(message_of(self._sender, to, letter).as_bytes())
        part.rename(file)
