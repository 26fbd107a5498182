"""What a PACS cannot do, what it is asked and with which credentials, as the check says it. # E5"""

from pathlib import Path
from typing import Any

import pytest

from shared.domain.pacs import PacsSettings
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.builders import row
from tests.unit.dicomweb.good_pacs import (
    STUDIES,
    Answering,
    checked,
    failed,
    good,
    instead,
    resolve,
    said,
    whole,
)
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double


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
