"""Files that people send: what they are, whether they are whole, where their frames lie."""

from typing import Any

import pytest
from pydicom import config
from pydicom.dataset import Dataset

from shared.application.dicom.source import Stored
from shared.application.dicom.store_answer import Failure
from shared.infrastructure.part10.dicom_json import bulk_data, metadata_of
from shared.infrastructure.part10.file_meta import read_file_meta
from shared.infrastructure.part10.instance import Instance, inspect
from tests.dicom_files import SYNTAXES, changed, ct_slice, pixels

STUDY, SERIES = "1.2.3", "1.2.3.4"
INVALID = "The file's Study Instance UID is not a valid UID."
NOT_STORED = "Objects of this kind (SOP class) are not stored."
pytestmark = pytest.mark.filterwarnings(
    "ignore::UserWarning:pydicom"
)  # it comments on broken files at length


def whole(data: bytes) -> Instance:
    found = inspect(data)
    assert isinstance(found, Instance), found
    return found


def refused(data: bytes) -> Stored:
    found = inspect(data)
    assert isinstance(found, Stored)
    return found


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("frames", [1, 3])
def test_a_whole_file_tells_where_its_frames_lie(syntax: str, frames: int) -> None:
    data = ct_slice(STUDY, SERIES, syntax=syntax, frames=frames)
    instance = whole(data)
    assert instance.meta.transfer_syntax_uid == SYNTAXES[syntax]
    assert len(instance.frames) == frames
    if syntax != "jpeg-ls":
        assert b"".join(data[at : at + length] for at, length in instance.frames) == pixels(1, frames=frames)
    else:
        assert all(data[at : at + 2] == b"\xff\xd8" for at, *_ in instance.frames)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_file_cut_anywhere_is_refused(syntax: str) -> None:
    data = ct_slice(STUDY, SERIES, size=8, syntax=syntax)
    accepted = [length for length in range(len(data)) if isinstance(inspect(data[:length]), Instance)]
    assert accepted == []


def test_pixels_shorter_than_the_header_says_are_refused() -> None:
    data = changed(ct_slice(STUDY, SERIES), Rows=33)
    assert refused(data).comment == "The pixel data of the file is cut short."


def test_frames_in_several_fragments_are_put_together() -> None:
    data = ct_slice(STUDY, SERIES, syntax="jpeg-ls", frames=2)
    [(first, length), (second, _)] = [tuple(frame) for frame in whole(data).frames]
    half = length // 4 * 2
    fragment = b"\xfe\xff\x00\xe0" + (length - half).to_bytes(4, "little")
    split = (
        data[: first - 4]
        + half.to_bytes(4, "little")
        + data[first : first + half]
        + fragment
        + data[first + half :]
    )
    table = data[: first - 8].rfind(b"\xfe\xff\x00\xe0\x08\x00\x00\x00") + 8
    offset = (second + 8 - first).to_bytes(4, "little")
    patched = split[: table + 4] + offset + split[table + 8 :]
    one, two = whole(patched).frames
    assert (
        b"".join(patched[at : at + n] for at, n in zip(one[::2], one[1::2], strict=True))
        == data[first : first + length]
    )
    assert patched[two[0] : two[0] + 2] == b"\xff\xd8"


@pytest.mark.parametrize(
    ("attributes", "failure", "comment"),
    [
        ({"StudyInstanceUID": None}, Failure.NOT_UNDERSTOOD, "The file has no Study Instance UID."),
        ({"SeriesInstanceUID": ""}, Failure.NOT_UNDERSTOOD, "The file has no Series Instance UID."),
        ({"StudyInstanceUID": "1.x"}, Failure.NOT_UNDERSTOOD, INVALID),
        ({"SOPClassUID": "1.2.3"}, Failure.SOP_CLASS, NOT_STORED),
        ({"SOPClassUID": "1.2.840.10008.1.3.10"}, Failure.SOP_CLASS, NOT_STORED),
    ],
)
def test_what_cannot_be_filed_is_refused_with_a_reason(
    attributes: dict[str, Any], failure: Failure, comment: str
) -> None:
    result = refused(changed(ct_slice(STUDY, SERIES), **attributes))
    assert (result.failure, result.comment) == (failure, comment)


def test_a_deflate_bomb_is_refused_before_it_is_inflated() -> None:
    data = ct_slice(STUDY, SERIES)
    meta = read_file_meta(data)
    bomb = b"\xff" * (1 << 20)  # nothing that could be inflated, if somebody tried
    deflated = data[: meta.end].replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.1.99") + bomb
    result = refused(
        deflated.replace(b"UI\x14\x001.2.840.10008.1.2.1.99", b"UI\x16\x001.2.840.10008.1.2.1.99")
    )
    assert result.failure == Failure.TRANSFER_SYNTAX


def test_deep_nesting_is_refused() -> None:
    open_item = b"\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    data = ct_slice(STUDY, SERIES)
    meta = read_file_meta(data)
    result = refused(data[: meta.end] + open_item * 3000)
    assert result.failure == Failure.NOT_UNDERSTOOD


def test_bulk_data_is_named_and_found_again_even_in_sequences() -> None:
    item = Dataset()
    item.EncapsulatedDocument = bytes(range(256)) * 8
    instance = whole(
        ct_slice(STUDY, SERIES, ContentSequence=[item], RedPaletteColorLookupTableData=b"rg" * 4000)
    )
    metadata = metadata_of(instance)
    way = "0040A730/1/00420011"
    uri = metadata["0040A730"]["Value"][0]["00420011"]["BulkDataURI"]
    assert uri == f"/api/dicomweb/studies/{STUDY}/series/{SERIES}/instances/{SERIES}.1/bulkdata/{way}"
    assert bulk_data(instance.dataset, way) == bytes(range(256)) * 8
    assert bulk_data(instance.dataset, "00281201") == b"rg" * 4000
    for nowhere in ("00420011", "0040A730/2/00420011", "0040A730/0/00420011/1", "zz", "00100020"):
        assert bulk_data(instance.dataset, nowhere) is None


def test_what_is_no_number_in_json_is_left_out_of_it() -> None:
    told = metadata_of(
        whole(ct_slice(STUDY, SERIES, SliceThickness=float("nan"), ImagePositionPatient=[1, 2, 3]))
    )
    assert told["00180050"] == {"vr": "DS", "Value": [None]}
    assert told["00200032"]["Value"] == [1, 2, 3]


def test_the_parser_s_settings_which_all_threads_share_are_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []
    read = Dataset.__getitem__

    def watched(dataset: Dataset, tag: Any) -> Any:
        seen.append(config.settings.reading_validation_mode)
        return read(dataset, tag)

    instance = whole(ct_slice(STUDY, SERIES))
    monkeypatch.setattr(Dataset, "__getitem__", watched)
    metadata_of(instance)
    assert set(seen) == {config.settings.reading_validation_mode}
