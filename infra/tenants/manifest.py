"""What a file of an organization says of itself: its last entry, which names all others."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from shared.application.outbox import Outgoing
from shared.domain.audit_fault import Fault
from shared.domain.entity import Value
from shared.domain.fetched_series import FetchedSeries
from shared.domain.kept_series import KeptSeries
from shared.domain.organization_name import OrganizationName

NAME = "manifest.json"
ORGANIZATION = "organization.json"
PEOPLE = "people.jsonl"
INVITATIONS = "invitations.jsonl"
NOT_CARRIED = frozenset(
    {KeptSeries.kind, FetchedSeries.kind, Outgoing.kind}
)  # records of copies, and of messages to be sent


class Entry(Value):
    """`holds`: the partition whose records these are, or the name of the blob."""

    name: str  # in the file
    holds: str = ""
    content_type: str = ""  # of a blob
    size: int  # bytes
    sha256: str


class Manifest(Value):
    format: Literal["imagini organization"] = "imagini organization"
    format_version: Literal[1] = 1
    organization_id: OrganizationName
    exported_at: datetime
    exported_by: str  # the version of imagini
    kinds: dict[str, int]  # the shape of each kind of record, as its schema_version
    left_out: dict[str, str]  # what, and why or how it comes again
    faults: list[Fault] = Field(default_factory=list[Fault])  # that the audit had already
    records: int = 0
    lines: int = 0  # of the audit, among the records
    people: int = 0
    entries: list[Entry]

    def of(self, folder: Literal["records", "blobs"]) -> list[Entry]:
        return [entry for entry in self.entries if entry.name.startswith(f"{folder}/")]

    @property
    def blob_bytes(self) -> int:
        return sum(entry.size for entry in self.of("blobs"))
