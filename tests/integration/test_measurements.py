"""Measurements through the gateway, beside our archive and beside a PACS. # A2 G12"""

from typing import Any

from pydicom import Dataset

from infra.local.client import Client
from tests.integration.dicomweb import files_of, get, parts, rows, stow, value
from tests.viewer_report import viewer_report

FILES, GZIP = 'multipart/related; type="application/dicom"', {"Accept-Encoding": "gzip"}


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


def test_publishing_sends_it_to_the_source_as_it_is_shown_however_often(reader: Client, study: str) -> None:
    stow(reader, files_of(study, 1))
    stow(reader, [viewer_report(study)])
    [kept] = parts(get(reader, f"studies/{study}/series/{study}.9", accept=FILES))
    for _ in range(2):
        view = reader.call("POST", f"/api/studies/{study}/measurements/publication", json={"version": 1})
        assert (view["state"], len(view["versions"])) == ("published", 1)

    stow(reader, [viewer_report(study, SOPInstanceUID=f"{study}.9.2", **after(study))])
    everything = parts(
        get(reader, f"studies/{study}", accept=FILES)
    )  # what the source holds, and the current one
    assert [part.body for part in everything].count(kept.body) == 1
    assert len(everything) == 3
    [series] = rows(reader, f"studies/{study}/series?Modality=SR")
    assert value(series, "00201209") == 1
    assert reader.call("GET", f"/api/studies/{study}/measurements")["state"] == "changed"


def test_metadata_is_asked_for_again_only_where_somebody_has_saved(reader: Client, study: str) -> None:
    stow(reader, files_of(study, 1))
    stow(reader, [viewer_report(study)])
    path = f"studies/{study}/series/{study}.9/metadata"
    first = get(reader, path, **GZIP).headers["etag"]
    assert get(reader, path, **GZIP, **{"If-None-Match": first}).status == 304
    stow(reader, [viewer_report(study, SOPInstanceUID=f"{study}.9.2", **after(study))])
    again = get(reader, path, **GZIP, **{"If-None-Match": first})
    assert (again.status, again.headers["etag"] == first) == (200, False)


def after(study: str) -> dict[str, Any]:
    """What the viewer says of the version that it had open."""
    report, series, before = Dataset(), Dataset(), Dataset()
    report.ReferencedSOPInstanceUID = f"{study}.9.1"
    series.SeriesInstanceUID, series.ReferencedSOPSequence = f"{study}.9", [report]
    before.StudyInstanceUID, before.ReferencedSeriesSequence = study, [series]
    return {"PredecessorDocumentsSequence": [before]}
