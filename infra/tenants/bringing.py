"""What a file holds of an organization, into the stores."""

import json
from collections.abc import Iterator

from infra.local.stack.progress import tell
from infra.tenants.crate import Unpacking
from infra.tenants.manifest import INVITATIONS, NOT_CARRIED, PEOPLE, Entry
from infra.tenants.people import Person, admit, invite
from infra.tenants.progress import Gigabytes
from infra.tenants.seals import Chain, listed, renewed
from infra.tenants.stores import Stores
from infra.tenants.writing import Writing
from shared.application.ports import Record
from shared.domain import partitions
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.errors import RuleBroken
from shared.domain.invitation import Invitation

TOLD = 1000  # partitions between two words on how far it is


class Bringing:
    def __init__(self, stores: Stores, file: Unpacking) -> None:
        self._stores, self._file = stores, file
        self._name = file.manifest.organization_id
        self._writing = Writing(stores.records)
        self._spoilt = {fault.chain for fault in file.manifest.faults}
        self._brought = partitions.brought(self._name)
        self._elsewhere = list[Record]()  # listed lines of the platform's chains

    def blobs(self) -> None:
        """Before the records that name them."""
        manifest = self._file.manifest
        progress = Gigabytes("images and results", manifest.blob_bytes)
        for entry in manifest.of("blobs"):
            there = self._stores.blobs.stat(entry.holds)
            if there is None or there.size != entry.size:
                self._stores.blobs.put(entry.holds, self._file.read(entry), entry.content_type)
            progress.add(entry.size)
        tell(f"{len(manifest.of('blobs'))} blobs")

    def records(self) -> None:
        found = self._file.manifest.of("records")
        for number, entry in enumerate(found, 1):
            self._partition(entry)
            if number % TOLD == 0:
                tell(f"{number} of {len(found)} partitions")
        self._bring_lines()  # behind those that have been brought before
        tell(f"{self._file.manifest.records} records")

    def people(self) -> None:
        store, now = self._stores.records, self._stores.now()
        people = [Person.model_validate_json(line) for line in self._file.lines(self._file.entry(PEOPLE))]
        if any(person.membership.organization_id != self._name for person in people):
            raise RuleBroken("The file holds people of another organization.")
        new = sum(admit(person, store, self._stores.passwords, now) for person in people)
        for line in self._file.lines(self._file.entry(INVITATIONS)):
            invite(Invitation.restore(json.loads(line), ""), store)
        tell(f"{len(people)} people, {new} of them new here")

    def _partition(self, entry: Entry) -> None:
        chain = Chain(entry.holds)
        self._writing.write(self._plain(entry, chain))
        whole = chain.partition not in self._spoilt  # a fault stays one, for the next who looks
        lines = chain.sealed_with(self._stores.audit_key.value) if whole else chain.as_it_was
        if entry.holds == self._brought and self._stores.chains.head(self._brought).number:
            lines = [line for line in lines if line is not chain.head]  # it has grown before we broke off
        self._writing.write(lines)
        self._writing.write(
            one for record in lines if record.kind == AuditLine.kind for one in listed(record)
        )

    def _plain(self, entry: Entry, chain: Chain) -> Iterator[Record]:
        """All but the audit: its lines go into the chain, and what is only listed here, elsewhere."""
        for line in self._file.lines(entry):
            told = json.loads(line)
            record = Record(entry.holds, told["kind"], told["id"], told["body"], "")
            if record.kind == AuditEntry.kind:
                if not str(record.body["chain"]).startswith(f"{self._name}~"):
                    self._elsewhere.append(record)
                elif not record.body.get("number"):  # older than all chains; the others are listed anew
                    yield record
            elif not chain.take(record) and record.kind not in NOT_CARRIED:
                yield record

    def _bring_lines(self) -> None:
        """Of the platform's chains: where those are not the platform's here, into a chain of their own."""
        unknown = list[Record]()
        for entry in self._elsewhere:
            known = self._stores.records.get(str(entry.body["chain"]), AuditLine.kind, entry.id)
            if known and known.body == {k: v for k, v in entry.body.items() if k != "chain"}:
                self._writing.write([entry])
            else:
                unknown.append(entry)
        for line in renewed(unknown):
            if self._stores.records.get(self._brought, AuditLine.kind, line.id) is None:
                self._stores.chains.commit(self._brought, [], [line])
            if stored := self._stores.records.get(self._brought, AuditLine.kind, line.id):
                self._writing.write(listed(stored))
