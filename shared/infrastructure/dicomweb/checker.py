"""Checks a connection to a PACS: one step after the other, each with what to do where it fails."""

import socket
from collections.abc import Callable, Iterator
from http import HTTPStatus
from time import monotonic
from typing import Literal, cast

from shared.application.ports import Secrets
from shared.domain.errors import DomainError
from shared.domain.pacs import PacsSettings
from shared.domain.source_check import CheckedStep, Remark, Step
from shared.infrastructure.dicomweb.client import Answer, Client
from shared.infrastructure.dicomweb.credentials import bearer, headers_of
from shared.infrastructure.dicomweb.failures import CREDENTIALS, refusal_of
from shared.infrastructure.dicomweb.guard import Resolve, permit, read, resolved
from shared.infrastructure.dicomweb.issuing import issuer_of
from shared.infrastructure.dicomweb.lists import JSON, NO_CONTENT, data_sets
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.remarks import HINTS, Said, trouble
from shared.infrastructure.dicomweb.trials import TRIALS, CannotTell, Trial

TIMEOUT = 10.0  # seconds without a byte
SLOW = 3.0  # seconds for a list of two studies


class PacsChecker:
    def __init__(
        self,
        places: Places,
        secrets: Secrets,
        *,
        resolve: Resolve = socket.getaddrinfo,
        timeout: float = TIMEOUT,
        slow: float = SLOW,
    ) -> None:
        self._places, self._secrets = places, secrets
        self._resolve, self._timeout, self._slow = resolve, timeout, slow

    def steps(self, pacs: PacsSettings, secret: str | None = None) -> Iterator[CheckedStep]:
        if secret is None and pacs.secret_name:
            secret = self._secrets.get(pacs.secret_name)
        return Run(pacs, secret, self._places, self._resolve, self._timeout, self._slow).steps()


class Run:
    """Each step leaves behind what the next ones need."""

    client: Client
    first: Answer

    def __init__(
        self,
        pacs: PacsSettings,
        secret: str | None,
        places: Places,
        resolve: Resolve,
        timeout: float,
        slow: float,
    ) -> None:
        self._pacs, self._secret, self._places = pacs, secret, places
        self._lookup, self._timeout, self._slow = resolve, timeout, slow
        self._done: list[CheckedStep] = []

    def steps(self) -> Iterator[CheckedStep]:
        """Each as soon as it is done."""
        before: dict[Step, Callable[[], Said | None]] = {
            "resolve": self._resolve,
            "guard": self._guard,
            "reach": self._reach,
            "authenticate": self._authenticate,
            "qido": self._qido,
        }
        for step, attempt in before.items():
            yield self._take(step, attempt)
        for step, trial in TRIALS.items():
            yield self._take(step, lambda trial=trial: trial(self.trial), needs="qido")

    def _take(self, step: Step, attempt: Callable[[], Said | None], needs: Step | None = None) -> CheckedStep:
        before = [one for one in self._done if needs in (None, one.step)]
        if any(one.status != "passed" for one in before):
            done = _told(step, "skipped", Said("not-tried"))
        else:
            done = _tried(step, attempt)
        self._done.append(done)
        return done

    def _resolve(self) -> None:
        self._root = read(self._pacs.url)
        self._addresses = resolved(self._root, self._lookup)

    def _guard(self) -> None:
        self._target = permit(self._root, self._addresses, self._places)

    def _reach(self) -> Said | None:
        """Also where we cannot show credentials: one thing wrong at a time."""
        try:
            headers, self._unusable = self._headers(), None
        except DomainError as error:
            headers, self._unusable = dict[str, str](), error
        self.client = Client(self._target, headers, self._timeout)
        since = monotonic()
        self.first = self.client.get(f"{self._target.path}/studies?limit=2", JSON)
        seconds = monotonic() - since
        return Said("slow", f"{seconds:.1f}") if seconds > self._slow else None

    def _headers(self) -> dict[str, str]:
        if issue := issuer_of(self._pacs, self._secret, self._places):
            return bearer(issue().value)
        return headers_of(self._pacs, self._secret)

    def _authenticate(self) -> None:
        if self._unusable:
            raise self._unusable
        if self.first.status in CREDENTIALS:
            raise trouble("credentials-asked-for" if self._pacs.auth == "none" else "credentials-refused")

    def _qido(self) -> Said | None:
        if refusal := refusal_of(self.first.status):
            raise trouble("not-dicomweb") if self.first.status == HTTPStatus.NOT_FOUND else refusal
        rows = [] if self.first.status == NO_CONTENT else data_sets(self.first.body)
        self.trial = Trial(self.client, self._target.path, rows)
        return None if rows else Said("empty")


def _tried(step: Step, attempt: Callable[[], Said | None]) -> CheckedStep:
    try:
        return _told(step, "passed", attempt())
    except CannotTell:
        return _told(step, "skipped", Said("too-few"))
    except DomainError as error:
        advice = f"{error} {HINTS.get(step, '')}".strip()
        remark = cast(Remark | None, error.reason or None)
        return CheckedStep(step=step, status="failed", advice=advice, remark=remark, value=error.value)


def _told(step: Step, status: Literal["passed", "skipped"], said: Said | None) -> CheckedStep:
    if said is None:
        return CheckedStep(step=step, status=status)
    return CheckedStep(step=step, status=status, advice=str(said), remark=said.remark, value=said.value)
