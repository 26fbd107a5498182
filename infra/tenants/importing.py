"""Everything of an organization out of a file: looked at as a whole, before anything of it is written.

The organization is there first, suspended, and opened last. An import that breaks off goes on when the same
file is imported again: what is here already, and the same, is passed over.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from infra.tenants.crate import Unpacking
from infra.tenants.manifest import INVITATIONS, NOT_CARRIED, ORGANIZATION, PEOPLE, Entry, Manifest
from infra.tenants.people import Person, admit, invite
from infra.tenants.seals import Chain, listed, renewed
from infra.tenants.stores import Stores, kinds_of_today
from infra.tenants.writing import Writing
from shared.application.ports import Record
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.errors import Conflict, RuleBroken
from shared.domain.invitation import Invitation
from shared.domain.organization import Organization
from shared.domain.organization_import import OrganizationImport
from shared.domain.partitions import ORGANIZATIONS

SHOWN = 20  # faults of a file


class Importing:
    def __init__(self, stores: Stores, path: Path) -> None:
        """Raises RuleBroken."""
        self._stores, self._file = stores, Unpacking(path)
        self.manifest, self.digest = self._file.manifest, self._file.digest
        self._name = self.manifest.organization_id
        self._writing = Writing(stores.records)
        self._spoilt = {fault.chain for fault in self.manifest.faults}

    def run(self) -> Manifest:
        """Raises RuleBroken, Conflict, having written nothing; Unavailable, where it can be run again."""
        self._must_be_whole()
        self._must_be_known()
        organization = self._organization()
        self._begin(organization)
        for entry in self.manifest.of("blobs"):
            self._bring_blob(entry)
        self._told(f"{len(self.manifest.of('blobs'))} blobs")
        for entry in self.manifest.of("records"):
            self._bring_partition(entry)
        self._told(f"{self.manifest.records} records")
        self._bring_people()
        self._finish(organization)
        self._file.close()
        return self.manifest

    def _must_be_whole(self) -> None:
        damage = list(self._file.damage())
        mine = {"records": f"{self._name}~", "blobs": f"{self._name}/"}
        damage += [
            f"{entry.name} is not of {self._name}."
            for folder, prefix in mine.items()
            for entry in self.manifest.entries
            if entry.name.startswith(f"{folder}/") and not entry.holds.startswith(prefix)
        ]
        if damage:
            raise RuleBroken("\n".join(["The file is damaged; nothing was imported.", *damage[:SHOWN]]))

    def _must_be_known(self) -> None:
        today = kinds_of_today()
        for kind, version in self.manifest.kinds.items():
            if kind not in today or version > today[kind].schema_version():
                raise RuleBroken(f"The file was written by a newer imagini ({kind} {version}). Use that one.")
        self._stores.must_be_of_today(today)

    def _organization(self) -> Organization:
        [line] = self._lines(ORGANIZATION)
        organization = Organization.restore(json.loads(line), "")
        if organization.id != self._name:
            raise RuleBroken("The file is damaged; nothing was imported.\nIt holds another organization.")
        return organization

    def _begin(self, organization: Organization) -> None:
        """Take the name, or go on with what broke off. Raises Conflict."""
        uow = self._stores.unit_of_work()
        begun = uow.of(OrganizationImport, ORGANIZATIONS).find(self._name)
        if begun and begun.digest == self.digest:
            return self._told("going on where it broke off")
        there = uow.of(Organization, ORGANIZATIONS).find(self._name)
        if begun or there or self._leavings():
            raise Conflict(f"There is something of an organization named {self._name} already.")
        uow.of(Organization, ORGANIZATIONS).add(
            organization.model_copy(update={"status": "suspended", "etag": None})
        )
        begin = OrganizationImport(id=self._name, digest=self.digest, begun_at=self._stores.now())
        uow.of(OrganizationImport, ORGANIZATIONS).add(begin)
        self._note(uow, "organization.import", f"begun, {self.digest[:16]}")
        return uow.commit()

    def _leavings(self) -> bool:
        """Of whoever had the name before; what the platform's own lines say of them stays when they go."""
        records = self._stores.all_records.under(f"{self._name}~")
        left = any(record.kind != AuditEntry.kind for record in records)
        return left or any(True for _ in self._stores.all_blobs.under(f"{self._name}/"))

    def _bring_blob(self, entry: Entry) -> None:
        there = self._stores.blobs.stat(entry.holds)
        if there is None or there.size != entry.size:
            self._stores.blobs.put(entry.holds, self._file.read(entry), entry.content_type)

    def _bring_partition(self, entry: Entry) -> None:
        chain, elsewhere = Chain(entry.holds), list[Record]()
        self._writing.write(self._plain(entry, chain, elsewhere))
        whole = chain.partition not in self._spoilt  # a fault stays one, for the next who looks
        lines = chain.sealed_with(self._stores.audit_key.value) if whole else chain.as_it_was
        self._writing.write(lines)
        entries = (one for record in lines if record.kind == AuditLine.kind for one in listed(record))
        self._writing.write(entries)
        self._bring_lines(elsewhere)

    def _plain(self, entry: Entry, chain: Chain, elsewhere: list[Record]) -> Iterator[Record]:
        """All but the audit: its lines go into the chain, and what is listed only, elsewhere."""
        for line in self._file.lines(entry):
            told = json.loads(line)
            record = Record(entry.holds, told["kind"], told["id"], told["body"], "")
            if record.kind == AuditEntry.kind:
                if not str(record.body["chain"]).startswith(f"{self._name}~"):
                    elsewhere.append(record)
            elif not chain.take(record) and record.kind not in NOT_CARRIED:
                yield record

    def _bring_lines(self, entries: list[Record]) -> None:
        """Of the platform's chains: where those are not the platform's here, into a chain of their own."""
        unknown = list[Record]()
        for entry in entries:
            known = self._stores.records.get(str(entry.body["chain"]), AuditLine.kind, entry.id)
            if known and known.body == {k: v for k, v in entry.body.items() if k != "chain"}:
                self._writing.write([entry])
            else:
                unknown.append(entry)
        chain = partitions.brought(self._name)
        for line in renewed(unknown):
            if self._stores.records.get(chain, AuditLine.kind, line.id) is None:
                self._stores.chains.commit(chain, [], [line])
            if stored := self._stores.records.get(chain, AuditLine.kind, line.id):
                self._writing.write(listed(stored))

    def _bring_people(self) -> None:
        store, now = self._stores.records, self._stores.now()
        people = [Person.model_validate_json(line) for line in self._lines(PEOPLE)]
        if any(person.membership.organization_id != self._name for person in people):
            raise RuleBroken("The file holds people of another organization.")
        new = sum(admit(person, store, self._stores.passwords, now) for person in people)
        for line in self._lines(INVITATIONS):
            invite(Invitation.restore(json.loads(line), ""), store)
        self._told(f"{len(people)} people, {new} of them new here")

    def _lines(self, name: str) -> Iterator[bytes]:
        """Of one of the entries that every file has. Raises RuleBroken."""
        for entry in self.manifest.entries:
            if entry.name == name:
                return self._file.lines(entry)
        raise RuleBroken(f"The file is damaged; nothing was imported.\n{name} is missing.")

    def _finish(self, organization: Organization) -> None:
        uow = self._stores.unit_of_work()
        organizations, imports = (
            uow.of(Organization, ORGANIZATIONS),
            uow.of(OrganizationImport, ORGANIZATIONS),
        )
        here = organizations.get(self._name)
        here.status = organization.status
        organizations.save(here)
        imports.remove(imports.get(self._name))
        self._note(uow, "organization.import", f"finished, {self.digest[:16]}")
        uow.commit()

    def _note(self, uow: UnitOfWork, action: str, detail: str) -> None:
        line = AuditLine.of(PLATFORM, action, self._name, self._stores.now(), detail)
        uow.of(AuditLine, ORGANIZATIONS).add(line)

    def _told(self, what: str) -> None:
        print(f"  {what}", flush=True)
