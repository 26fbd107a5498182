"""Measurements through the gateway, into our archive and into a PACS. # A2 G12"""

from typing import Any

from infra.local.client import Client
from tests.integration.dicomweb import files_of, rows, stow, value
from tests.viewer_report import viewer_report


def test_saved_measurements_are_read_back_under_the_name_of_who_saved_them(
    reader: Client, study: str
) -> None:
    stow(reader, files_of(study, 1))
    status, _ = stow(reader, [viewer_report(study)])
    assert status == 200

    [series] = rows(reader, f"studies/{study}/series?Modality=SR")
    [report] = rows(reader, f"studies/{study}/series/{value(series, '0020000E')}/metadata")
    me: dict[str, Any] = reader.call("GET", "/api/me")["user"]
    [author] = report["0040A078"]["Value"]
    assert value(author, "0040A123") == {"Alphabetic": f"{me['last_name']}^{me['first_name']}"}
    assert value(report, "00080070") == "imagini"


def test_measurements_of_a_study_that_is_not_there_are_refused(reader: Client, study: str) -> None:
    status, answer = stow(reader, [viewer_report(study)])
    assert status == 409
    [refused] = answer["00081198"]["Value"]
    assert value(refused, "00000902") == "These measurements belong to a study that is not here."


def test_nobody_writes_into_anothers_study(reader: Client, stranger: Client, study: str) -> None:
    stow(reader, files_of(study, 1))
    assert stow(stranger, [viewer_report(study)])[0] == 409
    assert rows(reader, f"studies/{study}/series?Modality=SR") == []
