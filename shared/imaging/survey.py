"""Steps over the elements of a header, before a parser is let near it: how many, how deep, do they fit.

A parser makes objects of all it reads, calls itself for what is nested, and believes lengths.
"""

import struct

from shared.imaging.limits import MAX_DEPTH, MAX_ELEMENTS

LONG = frozenset({b"OB", b"OW", b"UN", b"SQ", b"UT", b"OD", b"OF", b"OL", b"OV", b"UC", b"UR", b"SV", b"UV"})
BINARY = frozenset({b"OB", b"OW", b"OD", b"OF", b"OL", b"OV"})
UNDEFINED = 0xFFFFFFFF
DELIMITERS, END_OF_ITEM, END_OF_SEQUENCE = 0xFFFE, 0xE00D, 0xE0DD
PIXELS = frozenset({(0x7FE0, 0x0008), (0x7FE0, 0x0009), (0x7FE0, 0x0010)})
SHORT = 1024  # bytes, below which it does not matter whether a value is text


class Unsound(Exception):
    """This header is not given to a parser."""


class Cut(Unsound):
    """An element is longer than what it lies in."""


class TooDeep(Unsound):
    """Sequences in sequences in sequences."""


class TooMany(Unsound):
    """More elements than a header has."""


def survey(data: bytes, at: int, *, explicit: bool, big_endian: bool = False) -> int:
    """Of the data set that begins there: bytes before its pixels that are taken apart. Raises Unsound."""
    walk = _Walk(data, ">" if big_endian else "<")
    walk.elements(at, len(data), explicit, 0)
    return walk.text


class _Walk:
    def __init__(self, data: bytes, order: str) -> None:
        self._data = data
        self._tag, self._long, self._short = (struct.Struct(order + form) for form in ("HH", "I", "H"))
        self._item = self._tag.pack(DELIMITERS, 0xE000)
        self._sequence_end = self._tag.pack(DELIMITERS, END_OF_SEQUENCE)
        self.count = self.text = 0

    def elements(self, at: int, end: int, explicit: bool, depth: int) -> int:
        """Where they end: behind the delimiter of an item, before pixels, or with what they lie in."""
        explicit = self._is_explicit(at, explicit, depth)
        while at + 8 <= end:
            tag = self._tag.unpack_from(self._data, at)
            if depth and tag[0] == DELIMITERS:
                return at + 8 if tag[1] == END_OF_ITEM else at
            if not depth and tag in PIXELS:
                return at
            self._counted()
            at = self._element(tag, at, end, explicit, depth)
        return end

    def _is_explicit(self, at: int, explicit: bool, depth: int) -> bool:
        """As parsers find out: some writers change to implicit in a sequence."""
        if depth and not explicit:
            return False
        return self._data[at + 4 : at + 6].isalpha() and self._data[at + 4 : at + 6].isupper()

    def _counted(self) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise TooMany

    def _element(self, tag: tuple[int, int], at: int, end: int, explicit: bool, depth: int) -> int:
        """Where the next one begins."""
        vr, at, length = self._head(at, end, explicit)
        if length == UNDEFINED:
            return self._undefined(vr, at, end, explicit, depth)
        if at + length > end:
            raise Cut
        if vr == b"SQ":
            self._items(at, at + length, explicit, depth + 1)
        elif vr in (b"", b"UN"):
            self._unnamed(tag, at, length, depth)
        elif vr not in BINARY:
            self.text += length
        return at + length

    def _head(self, at: int, end: int, explicit: bool) -> tuple[bytes, int, int]:
        """The value representation, empty where none is written; where the value begins; its length."""
        vr = self._data[at + 4 : at + 6] if explicit else b""
        if not b"AA" <= vr <= b"ZZ":  # parsers take such an element for an implicit one
            return b"", at + 8, self._long.unpack_from(self._data, at + 4)[0]
        if vr not in LONG:
            return vr, at + 8, self._short.unpack_from(self._data, at + 6)[0]
        if at + 12 > end:
            raise Cut
        return vr, at + 12, self._long.unpack_from(self._data, at + 8)[0]

    def _undefined(self, vr: bytes, at: int, end: int, explicit: bool, depth: int) -> int:
        if vr in (b"", b"UN", b"SQ"):
            return self._items(at, end, explicit, depth + 1)
        found = self._data.find(self._sequence_end, at, end)  # as parsers look for it
        if found < 0:
            raise Cut
        return found + 8

    def _unnamed(self, tag: tuple[int, int], at: int, length: int, depth: int) -> None:
        """A value that only a dictionary knows the kind of: it may be a sequence."""
        if self._data.startswith(self._item, at, at + length):
            try:
                self._items(at, at + length, False, depth + 1)
            except Cut:  # it only looks like one
                return
        elif length < SHORT or _is_text(tag):
            self.text += length

    def _items(self, at: int, end: int, explicit: bool, depth: int) -> int:
        if depth > MAX_DEPTH:
            raise TooDeep
        while at + 8 <= end:
            tag, [length] = self._tag.unpack_from(self._data, at), self._long.unpack_from(self._data, at + 4)
            if tag == (DELIMITERS, END_OF_SEQUENCE):
                return at + 8
            self._counted()
            if length == UNDEFINED:
                at = self.elements(at + 8, end, explicit, depth)
                continue
            if at + 8 + length > end:
                raise Cut
            self.elements(at + 8, at + 8 + length, explicit, depth)
            at += 8 + length
        return end


def _is_text(tag: tuple[int, int]) -> bool:
    from pydicom.datadict import dictionary_VR  # noqa: PLC0415  not needed by most

    try:
        return dictionary_VR(tag).encode() not in BINARY | {b"UN", b"OB or OW", b"US or OW", b"SQ"}
    except KeyError:
        return False
