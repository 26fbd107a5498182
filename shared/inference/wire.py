"""Protocol Buffers as bytes: fields of a message without its schema (protobuf.dev, "Encoding")."""

from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
LONGEST = 70  # bits; ten bytes hold a number of 64
MORE = 0x80  # set on every byte of a number but its last


class Malformed(ValueError):
    """These bytes are no Protocol Buffers message."""


def fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Each field's number and value: an integer, or the bytes of a string, message or packed array."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == VARINT:
            value, at = _varint(data, at)
            yield number, value
        elif kind in (FIXED64, FIXED32, BYTES):
            length, at = _varint(data, at) if kind == BYTES else ({FIXED64: 8, FIXED32: 4}[kind], at)
            if at + length > len(data):
                raise Malformed("A field is longer than the file.")
            yield number, data[at : at + length]
            at += length
        else:
            raise Malformed(f"Unknown wire type {kind}.")


def varints(data: memoryview) -> list[int]:
    """A packed array of integers."""
    numbers, at = list[int](), 0
    while at < len(data):
        number, at = _varint(data, at)
        numbers.append(number)
    return numbers


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < LONGEST:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < MORE:
            return value, at
    raise Malformed("A number does not end.")
