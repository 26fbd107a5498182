"""Read every audit line, and name those that somebody has changed, removed or inserted."""

from shared.application.ports import Clock, RecordStore
from shared.application.services.audit_anchor_check import AnchorCheck
from shared.application.services.audit_anchors import AuditAnchors
from shared.application.services.audit_key import AuditKey
from shared.application.services.audit_verification import Verification, Verified
from shared.application.services.scanning import every
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.audit_chain import AuditChain


class VerifyAudit(Query[Verified]):
    access = Permission.MANAGE_PLATFORM

    anchored: bool = False  # whether anchors are looked at as well; they lie with the blobs


@handles(VerifyAudit)
def verify_audit(
    query: VerifyAudit,
    *,
    store: RecordStore,
    key: AuditKey,
    anchors: AuditAnchors,
    clock: Clock,
) -> Verified:
    """Anchors are read before listings, those before ends, and ends before lines: what is written meanwhile
    is no fault."""
    since, check = key.made_at, AnchorCheck()
    for kept in anchors.all() if query.anchored else ():
        check.keep(kept)
    verification = Verification(key.value if since else b"", since, clock.now())
    for record in every(AuditEntry.kind, store):
        verification.listing(record)
    for record in every(AuditChain.kind, store):
        verification.head(record)
    for record in every(AuditLine.kind, store):
        verification.line(record)
        check.line(record)
    found = verification.result()
    return found.model_copy(update={"anchors": check.anchors, "faults": (*found.faults, *check.faults())})
