"""Codes of the second factor: each counts once. # C11"""

from shared.domain.second_factor import RECOVERY_CODES, SecondFactor, new_recovery_codes
from tests.builders import NOON


def factor(*codes: str) -> SecondFactor:
    made = SecondFactor(id="ada")
    made.confirm(NOON, list(codes))
    return made


def test_a_step_of_time_counts_once_and_none_before_it() -> None:
    ada = factor()

    assert ada.takes_step(100)
    assert not ada.takes_step(100)
    assert not ada.takes_step(99)
    assert ada.takes_step(101)
    assert not ada.takes_step(None)


def test_a_recovery_code_counts_once_however_it_is_typed() -> None:
    ada = factor("abcd-efgh-jkmn-pqrs", "2345-6789-abcd-efgh")

    assert ada.takes_recovery("ABCD EFGH jkmn pqrs")
    assert not ada.takes_recovery("abcd-efgh-jkmn-pqrs")
    assert ada.takes_recovery("2345-6789-abcd-efgh")
    assert ada.recovery == []


def test_recovery_codes_are_many_long_and_different_and_kept_as_hashes() -> None:
    codes = new_recovery_codes()

    assert len(set(codes)) == RECOVERY_CODES
    assert all(len(code.replace("-", "")) == 16 for code in codes)
    assert not any(code in factor(*codes).model_dump_json() for code in codes)


def test_what_is_being_set_up_is_not_on() -> None:
    assert not SecondFactor(id="ada").is_on
    assert factor().is_on
