"""Small files that explode: in a parser, a decoder, or what inflates them. Built here: none is kept."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate, get_frame
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_file_meta_info
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)

from tests.dicom_files import ct_slice, saved

STUDY, SERIES = "1.2.3", "1.2.3.4"
DEEP = 10_000
MANY = 110_000  # elements, items, fragments; more than a header has
OPEN_ITEM = struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF)
EMPTY_ITEM = struct.pack("<HHI", 0xFFFE, 0xE000, 0)
END = struct.pack("<HHI", 0xFFFE, 0xE0DD, 0)
HUGE = 65_535


def element(tag: int, vr: bytes, value: bytes = b"", length: int | None = None) -> bytes:
    """In explicit little endian; `length`: what is claimed of it."""
    stated = len(value) if length is None else length
    long = vr in (b"SQ", b"OB", b"OW", b"UN", b"UT")
    return struct.pack("<HH2s", tag >> 16, tag & 0xFFFF, vr) + (
        struct.pack("<2xI" if long else "<H", stated) + value
    )


def with_header(*elements: bytes, syntax: str = "explicit") -> bytes:
    """A whole file with these in its header, behind what every file has."""
    file = ct_slice(STUDY, SERIES, syntax=syntax)
    at = file.index(b"\xe0\x7f\x10\x00")
    return file[:at] + b"".join(elements) + file[at:]


def nested() -> bytes:
    return with_header(*[element(0x00400555, b"SQ", length=0xFFFFFFFF) + OPEN_ITEM] * DEEP)


def nested_with_lengths() -> bytes:
    lengths = [20 * level for level in range(DEEP)]
    heads = [element(0x00400555, b"SQ", length=inner + 8) for inner in reversed(lengths)]
    items = [struct.pack("<HHI", 0xFFFE, 0xE000, inner) for inner in reversed(lengths)]
    return with_header(*(part for pair in zip(heads, items, strict=True) for part in pair))


def nested_implicit() -> bytes:
    return with_header(
        *[struct.pack("<HHI", 0x0040, 0x0555, 0xFFFFFFFF) + OPEN_ITEM] * DEEP, syntax="implicit"
    )


def nested_unknown() -> bytes:
    """Private, of unknown representation, which is as good as a sequence."""
    return with_header(*[element(0x00091001, b"UN", length=0xFFFFFFFF) + OPEN_ITEM] * DEEP)


def endless_items() -> bytes:
    return with_header(element(0x00400555, b"SQ", length=0xFFFFFFFF), EMPTY_ITEM * MANY)


def many_private_elements() -> bytes:
    return with_header(
        *(
            element(0x00090000 + (number << 17) % 0x7FDF0000 + number % 0x10000, b"LO")
            for number in range(MANY)
        )
    )


def length_beyond_the_file() -> bytes:
    return with_header(element(0x00091001, b"OB", length=0xFFFFFFFE))


def many_values() -> bytes:
    """Numbers written as text, a byte each: a parser makes an object of each."""
    numbers = element(0x00189313, b"DS", b"1\\" * 32_000)
    items = [struct.pack("<HHI", 0xFFFE, 0xE000, len(numbers)) + numbers] * 80
    return with_header(element(0x00400555, b"SQ", b"".join(items)))


def endless_meta() -> bytes:
    file = ct_slice(STUDY, SERIES)
    return file[:132] + element(0x00020016, b"AE") * MANY


def deflated() -> bytes:
    """300 MB of zeros in as many kilobytes."""
    squeeze = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = squeeze.compress(bytes(1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    plain = dcmread(BytesIO(ct_slice(STUDY, SERIES)))
    plain.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    meta = DicomBytesIO()
    write_file_meta_info(meta, plain.file_meta)
    return bytes(128) + b"DICM" + meta.getvalue() + block * 300


def too_large() -> bytes:
    """65,535 by 65,535 pixels, and ten bytes of them."""
    return _with(Rows=HUGE, Columns=HUGE, PixelData=bytes(10))


def too_large_compressed() -> bytes:
    ds = _compressed(JPEGLSLossless)
    ds.Rows = ds.Columns = HUGE
    return saved(ds)


def many_frames() -> bytes:
    return _with(Rows=1, Columns=1, NumberOfFrames=MANY, PixelData=bytes(2 * MANY))


def endless_fragments() -> bytes:
    file = saved(_compressed(JPEGLSLossless))
    return file[: file.rindex(END)] + EMPTY_ITEM * MANY + END


def tables_that_go_back() -> bytes:
    """Every frame begins at the first fragment, so that all of them hold all."""
    frames = 1000
    ds = _compressed(JPEGLSLossless)
    ds.NumberOfFrames = frames
    fragments = struct.pack("<HHI", 0xFFFE, 0xE000, 2) + b"\xff\xd9"
    table = b"".join(struct.pack("<I", (frame % 2) * 10 * frames) for frame in range(frames))
    stream = struct.pack("<HHI", 0xFFFE, 0xE000, len(table)) + table + fragments * (2 * frames)
    file = saved(ds)
    at = file.index(b"\xe0\x7f\x10\x00") + 12
    return file[:at] + stream + END


def lying_jpeg() -> bytes:
    out = BytesIO()
    Image.new("L", (10, 10), 77).save(out, "JPEG")
    return _lying(JPEGBaseline8Bit, out.getvalue(), b"\xff\xc0", ">HH", 5)


def lying_jpeg_ls() -> bytes:
    return _lying(JPEGLSLossless, _stream(JPEGLSLossless), b"\xff\xf7", ">HH", 5)


def lying_jpeg_2000() -> bytes:
    return _lying(JPEG2000Lossless, _stream(JPEG2000Lossless), b"\xff\x51", ">II", 6)


def lying_rle() -> bytes:
    """1,024 pixels are said, and 64 KB, of which each two bytes become 128, are there."""
    runs = b"\x81\0" * 32_000
    head = struct.pack("<16I", 2, 64, 64 + len(runs), *[0] * 13)
    return saved(_holding(_compressed(RLELossless), head + runs + runs))


def no_beginning() -> bytes:
    return saved(_holding(_compressed(JPEG2000Lossless), b"\xff\x4f" + bytes(500)))


def short_table() -> bytes:
    """A look-up table that says it has more entries than it has."""
    item = Dataset()
    item.LUTDescriptor, item.ModalityLUTType, item.LUTData = [0, 0, 16], "HU", b"\1\0"
    item["LUTDescriptor"].VR, item["LUTData"].VR = "US", "OW"
    return _with(ModalityLUTSequence=[item])


def rows_that_are_a_list() -> bytes:
    return with_header(element(0x00280010, b"US", b"\x20\0\x20\0"))


def greedy() -> bytes:
    """As many pixels as there may be, of nothing, and a table to look them up in: 40 bytes for each."""
    side = 5792
    ds = _compressed(RLELossless)
    ds.Rows = ds.Columns = side
    table = Dataset()
    table.LUTDescriptor, table.LUTData = [0, 0, 16], bytes(1 << 17)
    table["LUTDescriptor"].VR, table["LUTData"].VR = "US", "OW"
    ds.VOILUTSequence = [table]
    runs = b"\x81\0" * -(-side * side // 128)
    return saved(_holding(ds, struct.pack("<16I", 2, 64, 64 + len(runs), *[0] * 13) + runs + runs))


def _with(**attributes: object) -> bytes:
    ds = dcmread(BytesIO(ct_slice(STUDY, SERIES)))
    for keyword, value in attributes.items():
        setattr(ds, keyword, value)
    return saved(ds)


@cache
def _small(syntax: str) -> bytes:
    ds = dcmread(BytesIO(ct_slice(STUDY, SERIES, size=32)))
    if syntax == JPEGBaseline8Bit:
        ds.BitsAllocated = ds.BitsStored = 8
        ds.HighBit, ds.PixelData = 7, encapsulate([b"\xff\xd8\xff\xd9"])
        ds["PixelData"].VR, ds["PixelData"].is_undefined_length = "OB", True
        ds.file_meta.TransferSyntaxUID = UID(syntax)
    else:
        ds.compress(syntax, generate_instance_uid=False)
    return saved(ds)


def _compressed(syntax: str) -> Dataset:
    return dcmread(BytesIO(_small(syntax)))


def _stream(syntax: str) -> bytes:
    return get_frame(_compressed(syntax).PixelData, 0, number_of_frames=1)


def _holding(ds: Dataset, stream: bytes) -> Dataset:
    ds.PixelData = encapsulate([stream])
    ds["PixelData"].VR, ds["PixelData"].is_undefined_length = "OB", True
    return ds


def _lying(syntax: str, stream: bytes, marker: bytes, form: str, behind: int) -> bytes:
    """The header says 32 by 32."""
    at = stream.index(marker) + behind
    size = struct.pack(form, HUGE, HUGE)
    return saved(_holding(_compressed(syntax), stream[:at] + size + stream[at + len(size) :]))


BOMBS: dict[str, Callable[[], bytes]] = {
    make.__name__.replace("_", " "): make
    for make in (
        *(nested, nested_with_lengths, nested_implicit, nested_unknown, endless_items),
        *(many_private_elements, length_beyond_the_file, endless_meta, deflated, too_large),
        *(too_large_compressed, endless_fragments, lying_jpeg, lying_jpeg_ls, lying_jpeg_2000, lying_rle),
        *(no_beginning, short_table, rows_that_are_a_list),
    )
}
"""Each is refused as a picture; by name."""
