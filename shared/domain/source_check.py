"""What a connection check found out about a PACS: step by step for people, and as a profile to rely on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Self

from shared.domain.entity import Value

type Step = Literal["resolve", "guard", "reach", "authenticate", "qido", "paging", "wildcard", "wado", "stow"]
NEEDED = frozenset({"resolve", "guard", "reach", "authenticate", "qido", "wado"})  # to show any image

Remark = Literal[
    "address-odd", "address-extras", "address-path", "name-unknown",
    "place-never", "place-private", "port-odd", "plain-http",
    "nothing-answers", "timeout", "certificate", "connection-broke", "broken-off", "too-much", "slow",
    "secret-missing", "secret-odd", "credentials-asked-for", "credentials-refused",
    "token-address", "token-unreachable", "token-refused", "token-odd",
    "identity-missing", "identity-elsewhere",
    "not-dicomweb", "no-such-images", "redirection", "busy", "failed", "empty",
    "more-than-asked", "no-pages", "no-prefix", "number-ignored", "no-metadata",
    "storing-refused", "takes-no-files", "too-few", "not-tried",
]  # fmt: skip
"""What there is to say of a step: the portal has a sentence for each, in each language."""


class CheckedStep(Value):
    step: Step
    status: Literal["passed", "failed", "skipped"]
    advice: str = ""  # in English: what to do about it, or why it was not tried
    remark: Remark | None = None  # the same for programs; None: there is nothing to say
    value: str = ""  # that the remark speaks of: seconds, a name, a status


class Capabilities(Value):
    """None: could not be told, as too little is stored to try it with."""

    checked_at: datetime
    paging: bool | None
    wildcard: bool | None
    retrieve: bool | None
    store: bool | None


class SourceCheck(Value):
    works: bool
    steps: tuple[CheckedStep, ...]
    capabilities: Capabilities | None = None  # None: it did not get as far

    @classmethod
    def of(cls, steps: Sequence[CheckedStep], now: datetime) -> Self:
        failed = {one.step for one in steps if one.status == "failed"}
        told = {one.step: one.status == "passed" for one in steps if one.status != "skipped"}
        capabilities = Capabilities(
            checked_at=now,
            paging=told.get("paging"),
            wildcard=told.get("wildcard"),
            retrieve=told.get("wado"),
            store=told.get("stow"),
        )
        answers = told.get("qido", False)
        return cls(
            works=answers and not failed & NEEDED,
            steps=tuple(steps),
            capabilities=capabilities if answers else None,
        )

    @property
    def summary(self) -> str:
        failed = [one.step for one in self.steps if one.status == "failed"]
        return f"failed: {', '.join(failed)}" if failed else "works"
