"""What only real Cosmos would refuse, as the emulator accepts every id."""

import re

import pytest

from shared.infrastructure.cosmos.items import item_id, place


@pytest.mark.parametrize("id", ["a/b\\c?d#e", "100%+1=2F", "é 日本", "\x00\n\t", "'\"<>", "~@:._-"])
def test_an_item_id_holds_only_letters_that_cosmos_takes(id: str) -> None:
    assert re.fullmatch(r"study:[A-Za-z0-9~@:._=-]+", item_id("study", id))


def test_an_escaped_id_is_never_that_of_another_record() -> None:
    ids = ["a/b", "a=2Fb", "a%2Fb", "a=3D2Fb", "a b", "a+b"]
    assert len({item_id("study", id) for id in ids}) == len(ids)


def test_places_sort_like_partition_and_id() -> None:
    pairs = [("a", "z"), ("a ", "b"), ("a", ""), ("a~b", "1"), ("a", "é"), ("ab", "0")]
    assert [pair for _, pair in sorted((place(*pair), pair) for pair in pairs)] == sorted(pairs)
