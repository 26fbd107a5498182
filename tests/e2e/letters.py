"""The mails of this installation, as their readers open them."""

import re
import time
from email import message_from_bytes, policy

from tests.servers.imagini import Running

PATIENCE = 240.0  # seconds until a mail has gone through the queue


def link_to(imagini: Running, reader: str, page: str, known: str = "") -> str:
    """The address, on this site, that the newest mail to the reader leads to; not the one that is known."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for text in _texts(imagini, reader):
            found = re.search(rf"https?://[^/\s]+({re.escape(page)}\S*)", text)
            if found and found[1] != known:
                return found[1]
        time.sleep(0.2)
    raise AssertionError(f"no mail to {reader} leads to {page}")


def newest(imagini: Running, reader: str) -> str:
    return _texts(imagini, reader)[0]


def _texts(imagini: Running, reader: str) -> list[str]:
    """Newest first."""
    files = sorted((imagini.data / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True)
    letters = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    bodies = [one.get_body(("plain",)) for one in letters if one["To"] == reader]
    return [body.get_content() for body in bodies if body]
