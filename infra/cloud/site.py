"""Portal and viewer as one folder for Azure, which answers only what came through our Front Door."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
CONFIG = "staticwebapp.config.json"
LIMIT = 500 * 1024 * 1024  # bytes; what a Standard site may hold


def assemble(target: Path, front_door_id: str, public_url: str, web: Path = ROOT / "static-web") -> Path:
    """Raises ValueError for a site that Azure would refuse."""
    shutil.rmtree(target, ignore_errors=True)
    leave = shutil.ignore_patterns("*.gz", "*.br", ".*")
    shutil.copytree(web / "out", target, ignore=leave)
    shutil.copytree(web / "viewer" / "dist", target / "viewer", ignore=leave)
    config = json.loads((web / "out" / CONFIG).read_text())
    (target / CONFIG).write_text(json.dumps(closed(config, front_door_id, public_url), indent=2))
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    if size > LIMIT:
        raise ValueError(f"The site has {size >> 20} MB; Azure takes {LIMIT >> 20}.")
    return target


def closed(config: dict[str, Any], front_door_id: str, public_url: str) -> dict[str, Any]:
    """Only requests of Front Door, and of ours."""
    return {
        **config,
        "networking": {"allowedIpRanges": ["AzureFrontDoor.Backend"]},
        "forwardingGateway": {
            "requiredHeaders": {"X-Azure-FDID": front_door_id},
            "allowedForwardedHosts": [urlsplit(public_url).hostname],
        },
    }
