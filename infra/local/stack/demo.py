"""The demo data: made through the running product, so that every upload takes the real way."""

import json
import threading
from importlib.util import find_spec
from pathlib import Path

from infra.local.stack.progress import Tell


class Seeding(threading.Thread):
    """Runs beside the supervisor, which must go on starting jobs. `error` holds what went wrong."""

    def __init__(self, url: str, data: Path, tell: Tell) -> None:
        super().__init__(daemon=True)
        self._url, self._data, self._tell = url, data, tell
        self.error: BaseException | None = None

    @staticmethod
    def possible() -> bool:
        return find_spec("infra.local.seed") is not None

    def run(self) -> None:
        from infra.local.seed import seed

        try:
            seed(self._url, self._data, self._tell)
        except Exception as error:  # shown to the person who waits for it
            self.error = error


def accounts(data: Path) -> str:
    """The table of demo accounts, or nothing when there are none."""
    file = data / "demo.json"
    if not file.is_file():
        return ""
    rows = [
        (account["email"], account["password"], account["role"], account["organization"] or "-")
        for account in json.loads(file.read_text())["accounts"]
    ]
    widths = [max(len(str(row[column])) for row in rows) for column in range(3)]
    lines = [
        f"  {email:<{widths[0]}}  {password:<{widths[1]}}  {role:<{widths[2]}}  {organization}"
        for email, password, role, organization in rows
    ]
    return "\n".join(["demo accounts (e-mail, password, role, organization):", *lines])
