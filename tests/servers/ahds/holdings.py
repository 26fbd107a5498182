"""What was stored: files as they were sent, and what searches and metadata read of them."""

from io import BytesIO
from typing import Any, NamedTuple

from pydicom import Dataset, dcmread

from tests.servers.ahds.refusal import not_found

UNSENT = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})  # metadata has no values of these

type Json = dict[str, Any]


class Held(NamedTuple):
    file: bytes
    transfer_syntax: str
    metadata: Json

    def text(self, tag: str) -> str:
        return str(next(iter(self.metadata.get(tag, {}).get("Value", ())), ""))

    @property
    def study(self) -> str:
        return self.text("0020000D")

    @property
    def series(self) -> str:
        return self.text("0020000E")

    @property
    def sop(self) -> str:
        return self.text("00080018")

    def read(self) -> Dataset:
        return dcmread(BytesIO(self.file))


class Holdings:
    def __init__(self) -> None:
        self._held: dict[tuple[str, str, str], Held] = {}

    def add(self, file: bytes, dataset: Dataset) -> bool:
        """False where one of the same UIDs is there already."""
        metadata = _without_bulk(dataset.to_json_dict(suppress_invalid_tags=True))
        held = Held(bytes(128) + file[128:], dataset.file_meta.TransferSyntaxUID, metadata)
        return self._held.setdefault((held.study, held.series, held.sop), held) is held

    def newest_first(self) -> list[Held]:
        return list(reversed(self._held.values()))

    def under(self, study: str, series: str | None = None, sop: str | None = None) -> list[Held]:
        """Raises Refused."""
        found = [
            held
            for key, held in self._held.items()
            if all(asked in (None, own) for asked, own in zip((study, series, sop), key, strict=True))
        ]
        if not found:
            raise not_found()
        return found


def _without_bulk(dataset: Json) -> Json:
    kept: Json = {}
    for tag, element in dataset.items():
        if element["vr"] == "SQ":
            items = [_without_bulk(item) for item in element.get("Value", ())]
            kept[tag] = {"vr": "SQ", "Value": items}
        elif element["vr"] not in UNSENT:
            kept[tag] = element
    return kept
