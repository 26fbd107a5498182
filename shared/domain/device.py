"""A browser in which somebody has proven who they are: guesses made elsewhere do not keep them out here."""

import hashlib
import re
import secrets
from datetime import datetime, timedelta
from typing import ClassVar

from shared.domain.entity import Entity

REMEMBERED_FOR = timedelta(days=400)  # the longest a browser keeps a cookie
_SECRET = re.compile(r"[\w-]{43}", re.ASCII)  # 256 bits in base64


def new_secret() -> str:
    return secrets.token_urlsafe(32)


class Device(Entity):
    """The record's id is the hash of the browser's secret; one browser may be known to several people."""

    kind: ClassVar[str] = "device"

    first_seen_at: datetime

    @staticmethod
    def id_of(secret: str) -> str | None:
        """None for what cannot be a secret of ours."""
        return hashlib.sha256(secret.encode()).hexdigest() if _SECRET.fullmatch(secret) else None
