"""What makes a password good enough: its length, and that others do not try it first (NIST SP 800-63B-4).

There are no rules about kinds of characters: they make passwords worse.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

from shared.domain.errors import RuleBroken

SHORTEST, LONGEST = 15, 128  # characters, after normalization
OWN_PART = 8  # so many characters must be left when names and addresses are taken out
PRODUCT = "imagini"


def normalized(password: str) -> str:
    """The same characters, however a keyboard composes them: hashed in this form, and so compared."""
    return unicodedata.normalize("NFKC", password)


def must_be_good(password: str, *own: str) -> None:
    """Raise RuleBroken with what is wrong. `own`: the person's e-mail address and names."""
    text = normalized(password)
    if len(text) < SHORTEST:
        raise RuleBroken(
            f"A password has at least {SHORTEST} characters. A few words in a row are easy to keep.",
            "password-short",
        )
    if len(text) > LONGEST:
        raise RuleBroken(f"A password has at most {LONGEST} characters.", "password-long")
    plain = _plain(text)
    if plain in _blocked() or _is_pattern(plain):
        raise RuleBroken(
            "This password is one of those that are tried first. Please choose another.", "password-common"
        )
    if len(_without(plain, own)) < OWN_PART:
        raise RuleBroken(
            "A password is not made of your name or e-mail address. Please choose another.", "password-own"
        )


def _plain(text: str) -> str:
    """As somebody guessing sees it: case and decoration make no difference."""
    return "".join(c for c in text.casefold() if c.isalnum()) or text


def _is_pattern(plain: str) -> bool:
    """One short piece again and again, or a walk along the alphabet or the digits."""
    repeated = re.fullmatch(r"(.{1,5}?)\1+.{0,4}", plain)
    steps = {ord(b) - ord(a) for a, b in pairwise(plain)}
    return bool(repeated) or steps <= {1, -9} or steps <= {-1, 9}


def _without(plain: str, own: tuple[str, ...]) -> str:
    words = {_plain(word) for text in own for word in (text, *re.split(r"[@.\s_-]+", text))} | {PRODUCT}
    for word in sorted(words, key=len, reverse=True):
        plain = plain.replace(word, "") if len(word) > 2 else plain
    return plain


@cache
def _blocked() -> frozenset[str]:
    lines = Path(__file__).with_name("blocked_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line and not line.startswith("#"))
