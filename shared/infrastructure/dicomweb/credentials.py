"""What authorizes us at a PACS, as headers."""

import base64

from shared.domain.errors import Unavailable
from shared.domain.organization import PacsSettings


def headers_of(pacs: PacsSettings, secret: str | None) -> dict[str, str]:
    """Raises Unavailable for what is missing or cannot be sent."""
    if pacs.auth == "none":
        return {}
    if not secret:
        raise Unavailable("The password or token of the PACS is missing: enter it in the settings again.")
    if pacs.auth == "basic":
        token = base64.b64encode(f"{pacs.username}:{secret}".encode()).decode()
        return {"Authorization": f"Basic {token}"}
    if not secret.isascii() or not secret.isprintable():
        raise Unavailable("The token of the PACS holds letters that no token has.")
    return {"Authorization": f"Bearer {secret}"}
