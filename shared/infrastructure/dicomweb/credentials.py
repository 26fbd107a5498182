"""What authorizes us at a PACS, as headers."""

import base64

from shared.domain.pacs import PacsSettings
from shared.infrastructure.dicomweb.remarks import trouble


def headers_of(pacs: PacsSettings, secret: str | None) -> dict[str, str]:
    """Of what does not change. Raises Unavailable for what is missing or cannot be sent."""
    if pacs.auth == "none":
        return {}
    if not secret:
        raise trouble("secret-missing")
    if pacs.auth == "basic":
        token = base64.b64encode(f"{pacs.username}:{secret}".encode()).decode()
        return {"Authorization": f"Basic {token}"}
    return bearer(secret)


def bearer(token: str) -> dict[str, str]:
    if not token.isascii() or not token.isprintable():
        raise trouble("secret-odd")
    return {"Authorization": f"Bearer {token}"}
