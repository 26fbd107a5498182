"""Room for answers is used again, but never while somebody looks at what lies in it."""

from shared.infrastructure.dicomweb.room import MOST, Room


def test_room_that_nobody_looks_at_is_used_again() -> None:
    room, piece = Room(), bytearray(b"pixels")
    room.keep(piece)
    del piece
    assert room.take(6) == b"pixels"  # the same memory, not cleared
    assert room.take(6) == bytes(6)  # there was only one


def test_room_that_is_still_being_sent_is_left_alone() -> None:
    room = Room()
    piece = room.take(6)
    view = memoryview(piece)[2:4]
    room.keep(piece)
    del piece
    other = room.take(6)
    other[:] = b"others"
    assert bytes(view) == bytes(2)
    del view
    assert room.take(6) == bytes(6)


def test_room_of_another_size_holds_nothing_that_could_be_read_by_mistake() -> None:
    room, piece = Room(), bytearray(b"pixels of somebody")
    room.keep(piece)
    del piece
    assert room.take(6) == bytes(6)


def test_no_more_is_kept_than_is_of_use() -> None:
    room = Room()
    for _ in range(MOST + 5):
        room.keep(bytearray(1))
    assert sum(1 for _ in range(MOST + 5) if room.take(1) is not None) == MOST + 5
    assert room._pieces == []  # pyright: ignore[reportPrivateUsage]
