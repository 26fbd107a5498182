"""Checks a connection to a PACS: one step after the other, each with what to do where it fails."""

import socket
from collections.abc import Callable
from http import HTTPStatus
from time import monotonic

from shared.application.ports import Clock, Secrets
from shared.domain.errors import DomainError, Unavailable
from shared.domain.organization import PacsSettings
from shared.domain.source_check import CheckedStep, SourceCheck, Step
from shared.infrastructure.dicomweb.client import Answer, Client
from shared.infrastructure.dicomweb.credentials import headers_of
from shared.infrastructure.dicomweb.failures import CREDENTIALS, NOT_DICOMWEB, refusal_of
from shared.infrastructure.dicomweb.guard import Resolve, permit, read, resolved
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.queries import JSON, NO_CONTENT, data_sets
from shared.infrastructure.dicomweb.trials import TRIALS, CannotTell, Trial

TIMEOUT = 10.0  # seconds without a byte
SLOW = 3.0  # seconds for a list of two studies
HINTS: dict[Step, str] = {
    "resolve": "Look for a typing error in its name.",
    "reach": "Ask its administrators whether it runs, and whether its firewall lets imagini in.",
    "authenticate": "Check the user name and the password or token.",
    "qido": "Is this the root of its DICOMweb service, as in https://pacs.example.org/dicom-web?",
    "paging": "Long lists will be read in one piece and take longer.",
    "wildcard": "Patients will be found by their whole number only.",
    "wado": "Without this no image can be shown: ask its administrators to allow it (WADO-RS).",
    "stow": "imagini can show its studies, but not store reports in it (STOW-RS).",
}
NOT_TRIED = "Not tried, as an earlier step failed."


class PacsChecker:
    def __init__(
        self,
        places: Places,
        secrets: Secrets,
        clock: Clock,
        *,
        resolve: Resolve = socket.getaddrinfo,
        timeout: float = TIMEOUT,
        slow: float = SLOW,
    ) -> None:
        self._places, self._secrets, self._clock = places, secrets, clock
        self._resolve, self._timeout, self._slow = resolve, timeout, slow

    def check(self, pacs: PacsSettings, secret: str | None = None) -> SourceCheck:
        if secret is None and pacs.secret_name:
            secret = self._secrets.get(pacs.secret_name)
        run = Run(pacs, secret, self._places, self._resolve, self._timeout, self._slow)
        return SourceCheck.of(run.steps(), self._clock.now())


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

    def steps(self) -> list[CheckedStep]:
        before: dict[Step, Callable[[], str]] = {
            "resolve": self._resolve,
            "guard": self._guard,
            "reach": self._reach,
            "authenticate": self._authenticate,
            "qido": self._qido,
        }
        for step, attempt in before.items():
            self._take(step, attempt)
        for step, attempt in TRIALS.items():
            self._take(step, lambda attempt=attempt: attempt(self.trial), needs="qido")
        return self._done

    def _take(self, step: Step, attempt: Callable[[], str], needs: Step | None = None) -> None:
        before = [one for one in self._done if needs in (None, one.step)]
        if any(one.status != "passed" for one in before):
            self._done.append(CheckedStep(step=step, status="skipped", advice=NOT_TRIED))
            return
        try:
            self._done.append(CheckedStep(step=step, status="passed", advice=attempt()))
        except CannotTell as reason:
            self._done.append(CheckedStep(step=step, status="skipped", advice=str(reason)))
        except DomainError as error:
            advice = f"{error} {HINTS.get(step, '')}".strip()
            self._done.append(CheckedStep(step=step, status="failed", advice=advice))

    def _resolve(self) -> str:
        self._root = read(self._pacs.url)
        self._addresses = resolved(self._root, self._lookup)
        return ""

    def _guard(self) -> str:
        self._target = permit(self._root, self._addresses, self._places)
        return ""

    def _reach(self) -> str:
        """Also where we cannot show credentials: one thing wrong at a time."""
        try:
            headers, self._unusable = headers_of(self._pacs, self._secret), None
        except Unavailable as error:
            headers, self._unusable = dict[str, str](), error
        self.client = Client(self._target, headers, self._timeout)
        since = monotonic()
        self.first = self.client.get(f"{self._target.path}/studies?limit=2", JSON)
        seconds = monotonic() - since
        return f"It took {seconds:.1f} s to answer: people will wait." if seconds > self._slow else ""

    def _authenticate(self) -> str:
        if self._unusable:
            raise self._unusable
        if self.first.status in CREDENTIALS and self._pacs.auth == "none":
            raise Unavailable("The PACS asks for a user name and password, or for a token.")
        if self.first.status in CREDENTIALS:
            raise Unavailable("The PACS refused imagini's user name, password or token.")
        return ""

    def _qido(self) -> str:
        if refusal := refusal_of(self.first.status):
            raise Unavailable(NOT_DICOMWEB) if self.first.status == HTTPStatus.NOT_FOUND else refusal
        rows = [] if self.first.status == NO_CONTENT else data_sets(self.first.body)
        self.trial = Trial(self.client, self._target.path, rows)
        return "" if rows else "It answers, and holds no studies yet."
