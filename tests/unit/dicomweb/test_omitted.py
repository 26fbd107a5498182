"""What a server leaves out of its metadata is named; what it tells, or has nowhere, is left as it is."""

from typing import Any

from shared.application.dicom.omitted import with_omitted
from tests.builders import row

IMAGE = {"0020000D": "1.2", "0020000E": "1.2.3", "00080018": "1.2.3.1"}
BULK_DATA = "/api/dicomweb/studies/1.2/series/1.2.3/instances/1.2.3.1/bulkdata"


def named(**described: Any) -> dict[str, str]:
    """Addresses by tag."""
    found = with_omitted(row(IMAGE) | described)
    return {tag: element["BulkDataURI"] for tag, element in found.items() if "BulkDataURI" in element}


def us(*values: int) -> dict[str, Any]:
    return {"vr": "US", "Value": list(values)}


def test_values_are_named_beside_what_describes_them() -> None:
    assert named(**{"00281101": us(256, 0, 16)}) == {"00281201": f"{BULK_DATA}/00281201"}
    assert named(**{"60020010": us(512), "60020100": us(1)}) == {"60023000": f"{BULK_DATA}/60023000"}
    assert named(**{"00420012": {"vr": "LO", "Value": ["application/pdf"]}}) == {
        "00420011": f"{BULK_DATA}/00420011"
    }


def test_what_is_told_stays() -> None:
    data = {"vr": "OW", "InlineBinary": "AAA="}
    found = with_omitted(row(IMAGE) | {"00281101": us(2, 0, 16), "00281201": data})
    assert found["00281201"] == data


def test_overlays_that_lie_among_the_pixels_have_no_address() -> None:
    assert named(**{"60000010": us(512), "60000100": us(16)}) == {}


def test_items_of_sequences_have_their_number_in_the_address() -> None:
    items = [{"00283002": us(256, 0, 16)}, {"00283002": us(256, 0, 16)}]
    found = with_omitted(row(IMAGE) | {"00283010": {"vr": "SQ", "Value": items}})

    addresses = [item["00283006"]["BulkDataURI"] for item in found["00283010"]["Value"]]
    assert addresses == [f"{BULK_DATA}/00283010/1/00283006", f"{BULK_DATA}/00283010/2/00283006"]
