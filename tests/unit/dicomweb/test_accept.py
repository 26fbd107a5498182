"""What may be given to whom (PS3.18 8.7)."""

import pytest

from shared.application.dicom.accept import Form, accepts, form_of_frames, form_of_instances

IMPLICIT, EXPLICIT, JPEG_LS = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.80"
OCTETS = "application/octet-stream"
RAW, JLS = Form(OCTETS, EXPLICIT), Form("image/jls", JPEG_LS)
RELATED = "multipart/related; type"


@pytest.mark.parametrize(
    ("accept", "stored", "form"),
    [
        (f"{RELATED}={OCTETS}; transfer-syntax=*", EXPLICIT, RAW),
        (f"{RELATED}={OCTETS}; transfer-syntax=*", IMPLICIT, RAW),
        (f"{RELATED}={OCTETS}; transfer-syntax=*", JPEG_LS, Form(OCTETS, JPEG_LS)),
        (f'{RELATED}="{OCTETS}"', EXPLICIT, RAW),
        (f'{RELATED}="{OCTETS}"', JPEG_LS, Form(OCTETS, EXPLICIT, decoded=True)),
        (f'{RELATED}="image/jls"; transfer-syntax={JPEG_LS}', JPEG_LS, JLS),
        (f'{RELATED}="image/jls"', EXPLICIT, None),
        (f'{RELATED}="image/jp2", {RELATED}="image/jls"', JPEG_LS, JLS),
        ("", JPEG_LS, JLS),
        ("*/*", EXPLICIT, RAW),
        ("image/*", JPEG_LS, JLS),
        ("text/html", EXPLICIT, None),
        (f"{OCTETS}; transfer-syntax={JPEG_LS}", EXPLICIT, None),
    ],
)
def test_frames_are_given_as_asked_for(accept: str, stored: str, form: Form | None) -> None:
    assert form_of_frames(accept, stored) == form


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", True),
        ('multipart/related; type="application/dicom"', True),
        ('multipart/related; type="application/dicom"; transfer-syntax=*', True),
        (f'multipart/related; type="application/dicom"; transfer-syntax={JPEG_LS}', True),
        (f'multipart/related; type="application/dicom"; transfer-syntax={EXPLICIT}', False),
        ("application/json", False),
    ],
)
def test_files_are_given_as_they_are_or_not_at_all(accept: str, given: bool) -> None:
    assert form_of_instances(accept, JPEG_LS) is given


def test_the_picture_that_somebody_takes_is_chosen() -> None:
    assert accepts("image/png, image/jpeg", "image/jpeg", "image/png") == "image/jpeg"
    assert accepts("image/png;q=0.5", "image/jpeg", "image/png") == "image/png"
    assert accepts("text/html", "image/jpeg") is None
