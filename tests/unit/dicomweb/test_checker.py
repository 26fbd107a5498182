"""The connection check says of each step how it went, and what to do where it went wrong. # E5"""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shared.domain.pacs import PacsSettings
from shared.domain.source_check import SourceCheck
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.builders import row
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.world import StandingClock

STUDIES = [
    row({"0020000D": f"1.2.{number}", "00100020": patient}) for number, patient in ((1, "A11"), (2, "B22"))
]
IMAGES = [row({"0020000E": "1.2.1.1", "00080018": "1.2.1.1.1"})]
FILE = Answer(200, 'multipart/related; type="application/dicom"; boundary=b', b"--b--")
MATCH = {"A1*": "1.2.1", "B2*": "1.2.2"}
type Answering = Callable[[Asked], Answer]


def said(rows: list[dict[str, Any]]) -> Answer:
    return Answer(body=json.dumps(rows).encode())


def good(asked: Asked) -> Answer:
    """A PACS of two studies that does all it should."""
    if asked.method == "POST":
        return Answer(409)
    if asked.path.endswith("/metadata"):
        return said(IMAGES)
    if asked.path.endswith("/studies/1.2.1/instances"):
        return said(IMAGES)
    if asked.path.endswith("/instances/1.2.1.1.1"):
        return FILE
    if patient := asked.query.get("PatientID"):
        return said([one for one in STUDIES if one["0020000D"]["Value"][0] == MATCH.get(patient[0])])
    start, limit = int(asked.query.get("offset", ["0"])[0]), int(asked.query["limit"][0])
    return said(STUDIES[start : start + limit])


def instead(answer: Answer | Answering, when: Callable[[Asked], bool] = lambda _: True) -> Answering:
    """The good PACS, but for this."""

    def answering(asked: Asked) -> Answer:
        if not when(asked):
            return good(asked)
        return answer if isinstance(answer, Answer) else answer(asked)

    return answering


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path)


@pytest.fixture
def checker(secrets: FileSecrets) -> PacsChecker:
    """Patient: what this machine is slow at is not the PACS's fault."""
    return PacsChecker(Places.here(), secrets, resolve=resolve, timeout=60, slow=60)


@pytest.fixture
def impatient(secrets: FileSecrets) -> PacsChecker:
    return PacsChecker(Places.here(), secrets, timeout=0.4, slow=0.1)


def resolve(host: Any, *more: Any, **named: Any) -> Any:
    """Asks nobody beyond this machine."""
    if host == "pacs.invalid":
        raise socket.gaierror
    return socket.getaddrinfo(host, *more, **named)


def checked(checker: PacsChecker, pacs: Answering, **settings: str) -> SourceCheck:
    with pacs_double(pacs) as double:
        return whole(checker, PacsSettings.model_validate({"url": double.url} | settings))


def whole(checker: PacsChecker, pacs: PacsSettings, secret: str | None = None) -> SourceCheck:
    return SourceCheck.of(list(checker.steps(pacs, secret)), StandingClock().now())


def failed(check: SourceCheck) -> dict[str, str]:
    return {one.step: one.advice for one in check.steps if one.status == "failed"}


def test_a_good_pacs_passes_every_step(checker: PacsChecker) -> None:
    check = checked(checker, good)

    assert check.works, check.steps
    assert [(one.step, one.status) for one in check.steps] == [
        (step, "passed")
        for step in (
            "resolve",
            "guard",
            "reach",
            "authenticate",
            "qido",
            "paging",
            "wildcard",
            "wado",
            "stow",
        )
    ]
    assert check.capabilities
    assert check.capabilities.model_dump(exclude={"checked_at"}) == {
        "paging": True,
        "wildcard": True,
        "retrieve": True,
        "store": True,
    }


def test_each_step_is_told_as_soon_as_it_is_done(checker: PacsChecker) -> None:
    with pacs_double(good) as double:
        steps = checker.steps(PacsSettings(url=double.url))
        asked = [(step.step, len(double.asked)) for step in steps]

    assert asked[:3] == [("resolve", 0), ("guard", 0), ("reach", 1)]
    assert asked[-1][1] > asked[-2][1] > asked[4][1]


BROKEN: dict[str, tuple[Answering, str, str]] = {
    "asks": (instead(Answer(401)), "authenticate", "asks for a user name and password"),
    "web page": (
        instead(Answer(200, "text/html", b"<html>Welcome")),
        "qido",
        "does not speak DICOMweb. Is this the root",
    ),
    "moved": (
        instead(Answer(302, headers=(("Location", "http://127.0.0.1/"),))),
        "qido",
        "a redirection, which imagini",
    ),
    "broken": (instead(Answer(500)), "qido", "failed to answer (HTTP 500)"),
}


@pytest.mark.parametrize(("pacs", "step", "advice"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_the_connection_has_its_own_advice_and_ends_the_check(
    checker: PacsChecker, pacs: Answering, step: str, advice: str
) -> None:
    check = checked(checker, pacs)

    assert not check.works
    assert list(failed(check)) == [step]
    assert advice in failed(check)[step]
    after = [one for one in check.steps if one.status == "skipped"]
    assert after
    assert {one.remark for one in after} == {"not-tried"}
    assert check.capabilities is None


LATE = instead(Answer(delay=30))  # nobody waits for the end of it


def test_a_pacs_that_does_not_answer_in_time_is_waited_for_no_longer(impatient: PacsChecker) -> None:
    check = checked(impatient, LATE)

    assert not check.works
    assert "did not answer within 0.4 s. Ask its administrators" in failed(check)["reach"]
    assert {one.status for one in check.steps[3:]} == {"skipped"}


def test_no_two_troubles_are_told_alike(checker: PacsChecker, impatient: PacsChecker) -> None:
    unknown = whole(checker, PacsSettings(url="http://pacs.invalid/"))
    private = whole(checker, PacsSettings(url="https://10.0.0.1/dicom-web"))
    silent = whole(checker, PacsSettings(url="http://127.0.0.1:9/dicom-web"))
    answering = [checked(impatient, LATE), *(checked(checker, pacs) for pacs, _, _ in BROKEN.values())]
    told = [advice for check in (unknown, private, silent, *answering) for advice in failed(check).values()]
    remarks = {one.remark for check in (unknown, private, silent, *answering) for one in check.steps}

    assert len(set(told)) == len(told) == 8
    assert len(remarks - {None, "not-tried"}) == 8
    assert "private" in failed(private)["guard"]
    assert "nothing is known under the name" in failed(unknown)["resolve"]
    assert "nothing answers" in failed(silent)["reach"]


def test_a_slow_pacs_works_and_is_said_to_be_slow(secrets: FileSecrets) -> None:
    checker = PacsChecker(Places.here(), secrets, timeout=60, slow=0.1)
    check = checked(checker, lambda asked: good(asked)._replace(delay=0.15))

    assert check.works
    assert next(one.advice for one in check.steps if one.step == "reach").endswith("people will wait.")


def first_page(asked: Asked) -> bool:
    return asked.path.endswith("/studies") and asked.query.get("limit") == ["1"]


def searching(asked: Asked) -> bool:
    return "PatientID" in asked.query


@pytest.mark.parametrize(
    ("pacs", "step", "advice"),
    [
        (instead(said(STUDIES * 2), lambda asked: asked.query == {"limit": ["2"]}), "paging", "more studies"),
        (
            instead(said(STUDIES[:1]), first_page),
            "paging",
            "page by page",
        ),
        (instead(Answer(204, body=b""), searching), "wildcard", "by the beginning of a number"),
        (instead(said(STUDIES[:1]), searching), "wildcard", "does not look at the patient's number"),
        (
            instead(Answer(406), lambda asked: "/metadata" in asked.path),
            "wado",
            "(HTTP 406). Without this no image",
        ),
        (
            instead(Answer(200), lambda asked: asked.path.endswith(".1.1.1")),
            "wado",
            "does not speak DICOMweb",
        ),
        (instead(Answer(405), lambda asked: asked.method == "POST"), "stow", "takes no files (HTTP 405)"),
        (
            instead(Answer(403), lambda asked: asked.method == "POST"),
            "stow",
            "does not allow imagini to store",
        ),
    ],
)
def test_what_a_pacs_cannot_do_is_said_and_kept_while_the_rest_is_tried(
    checker: PacsChecker, pacs: Answering, step: str, advice: str
) -> None:
    check = checked(checker, pacs)

    assert list(failed(check)) == [step]
    assert advice in failed(check)[step]
    assert check.works is (step != "wado")
    assert check.capabilities
    told = check.capabilities.model_dump(exclude={"checked_at"})
    assert [name for name, can in told.items() if can is False] == [
        {"wado": "retrieve", "stow": "store"}.get(step, step)
    ]


def test_an_empty_pacs_works_as_far_as_can_be_told(checker: PacsChecker) -> None:
    check = checked(checker, instead(Answer(204, body=b""), lambda asked: asked.method == "GET"))

    assert check.works
    assert [one.step for one in check.steps if one.status == "skipped"] == ["paging", "wildcard", "wado"]
    assert check.capabilities
    assert (check.capabilities.paging, check.capabilities.store) == (None, True)


def test_nothing_that_a_pacs_could_store_is_sent(checker: PacsChecker) -> None:
    with pacs_double(good) as double:
        whole(checker, PacsSettings(url=double.url))
        [sent] = [asked.body for asked in double.asked if asked.method == "POST"]

    assert b"DICM" not in sent
    assert b"this is none" in sent


def test_the_credentials_that_are_kept_are_tried_or_those_that_are_given(
    checker: PacsChecker, secrets: FileSecrets
) -> None:
    secrets.put("pacs-clinic", "kept")
    with pacs_double(good) as double:
        pacs = PacsSettings(url=double.url, auth="bearer", secret_name="pacs-clinic")
        whole(checker, pacs)
        whole(checker, pacs, "given")
        shown = [asked.headers["authorization"] for asked in double.asked]

    assert set(shown[: len(shown) // 2]) == {"Bearer kept"}
    assert set(shown[len(shown) // 2 :]) == {"Bearer given"}


def test_wrong_and_missing_credentials_are_told_apart(checker: PacsChecker) -> None:
    refusing = instead(Answer(401))

    missing = failed(checked(checker, refusing, auth="basic"))["authenticate"]
    with pacs_double(refusing) as double:
        wrong = failed(whole(checker, PacsSettings(url=double.url, auth="basic"), "wrong"))["authenticate"]
    assert "is missing" in missing
    assert "refused imagini's user name, password or token" in wrong


@pytest.mark.parametrize("rows", [[{"0020000D": 5}], [{"0020000D": {"Value": 3}}], [7], [None]])
def test_nonsense_in_a_list_is_not_dicomweb(checker: PacsChecker, rows: Any) -> None:
    check = checked(checker, instead(said(rows), lambda asked: asked.method == "GET"))

    assert list(failed(check)) == ["qido"]


@pytest.mark.parametrize("rows", [[{}], [row({"0020000D": "../../secret", "00100020": "A11"})]])
def test_a_study_that_is_none_is_not_asked_for(checker: PacsChecker, rows: Any) -> None:
    with pacs_double(instead(said(rows), lambda asked: asked.method == "GET")) as double:
        check = whole(checker, PacsSettings(url=double.url))
        assert not any("secret" in asked.path for asked in double.asked)

    assert "wado" in failed(check)


def test_private_networks_are_not_called(secrets: FileSecrets) -> None:
    checker = PacsChecker(Places(plain=True), secrets)
    with pacs_double(good) as canary:
        check = whole(checker, PacsSettings(url=canary.url))
        assert canary.asked == []

    assert list(failed(check)) == ["guard"]
