"""axe-core, which knows the rules of accessible pages, looks at a page."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from infra.local.stack import npm
from infra.local.stack.builds import WEB
from infra.local.stack.progress import tell

BAD = {"serious", "critical"}


def shortcomings(page: Page) -> list[str]:
    """Each rule that is broken seriously, with the elements that break it. OHIF's frame is left out."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate("axe.run({exclude: ['iframe']})")
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]}"
        for rule in found["violations"]
        if rule["impact"] in BAD
        for node in rule["nodes"]
    ]


@cache
def _axe() -> str:
    npm.install(WEB, "portal", Path(tempfile.mkdtemp()), tell)
    return (WEB / "node_modules" / "axe-core" / "axe.min.js").read_text()
