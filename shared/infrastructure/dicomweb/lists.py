"""Lists of data sets, as a PACS answers with them."""

import json
from typing import Any

from shared.application.dicom.source import DicomJson
from shared.infrastructure.dicomweb.remarks import trouble

JSON = "application/dicom+json"
NO_CONTENT = 204


def data_sets(body: bytes) -> list[DicomJson]:
    """Raises Unavailable for what is no list of data sets."""
    try:
        found = json.loads(body) if body.strip() else []
    except (ValueError, RecursionError) as error:
        raise trouble("not-dicomweb") from error
    if not isinstance(found, list) or not all(_is_data_set(one) for one in found):
        raise trouble("not-dicomweb")
    return found


def _is_data_set(found: Any) -> bool:
    return isinstance(found, dict) and all(
        isinstance(attribute, dict) and isinstance(attribute.get("Value") or [], list)
        for attribute in found.values()
    )
