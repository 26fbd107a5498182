"""Which passwords are good enough (NIST SP 800-63B-4). # C1"""

import pytest

from shared.domain.errors import RuleBroken
from shared.domain.password import LONGEST, must_be_good, normalized

OWN = ("ada.lovelace@example.org", "Ada", "Lovelace")


@pytest.mark.parametrize(
    "password",
    [
        "four stones in a river",
        "all lower case and no digit",
        "739105528461097",  # digits alone, if nobody can foresee them
        "日本語のとても長い秘密の言葉です",
        "Ada likes her analytical engine",  # her name, and enough besides
        "🎹 seven tall pianos",
        "x" * 7 + "q8-horse lamp" * 4,
    ],
)
def test_a_long_password_is_good_whatever_its_characters(password: str) -> None:
    must_be_good(password, *OWN)


@pytest.mark.parametrize("password", ["", "short", "Tr0ub4dor&3!xy", "ﬁﬁﬁ"])
def test_a_short_password_is_refused_however_clever(password: str) -> None:
    with pytest.raises(RuleBroken, match="at least 15"):
        must_be_good(password, *OWN)


def test_a_password_has_an_end() -> None:
    text = "".join(chr(0x4E00 + 37 * i) for i in range(LONGEST + 1))

    must_be_good(text[:-1])
    with pytest.raises(RuleBroken, match="at most 128"):
        must_be_good(text)


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password-Password!",
        "correct horse battery staple",
        "QWERTYUIOPASDFGHJKL",
        "micontraseña123",
        "aaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcab",
        "123456789012345",
        "abcdefghijklmnop",
        "987654321098765",
        "!!!!!!!!!!!!!!!!",
    ],
)
def test_a_password_that_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(RuleBroken, match="tried first"):
        must_be_good(password, *OWN)


@pytest.mark.parametrize(
    "password", ["ada.lovelace@example.org", "Ada Lovelace 2026", "LovelaceLovelace1", "imagini imagini Ada!"]
)
def test_a_password_made_of_ones_name_or_address_is_refused(password: str) -> None:
    with pytest.raises(RuleBroken):
        must_be_good(password, *OWN)


def test_one_and_the_same_word_is_one_password_from_any_keyboard() -> None:
    assert normalized("contrasen\u0303a") == normalized("contrase\u00f1a")
