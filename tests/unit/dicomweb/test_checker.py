"""The connection check says of each step how it went, and what to do where it went wrong. # E5"""

from pathlib import Path

import pytest

from shared.domain.pacs import PacsSettings
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.unit.dicomweb.good_pacs import Answering, checked, failed, good, instead, resolve, whole
from tests.unit.dicomweb.pacs_double import Answer, pacs_double


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
