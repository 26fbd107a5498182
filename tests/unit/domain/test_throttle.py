"""How failures make the next attempt wait."""

from datetime import timedelta
from itertools import pairwise

import pytest

from shared.domain.throttle import ACCOUNT, LONGEST_WAIT, NETWORK, Attempts, network_of
from tests.builders import NOON


def attempts(failures: int) -> Attempts:
    return Attempts(failures=failures, last_at=NOON)


def test_a_few_slips_cost_no_time() -> None:
    assert not any(attempts(n).wait(ACCOUNT, NOON) for n in range(ACCOUNT.free))


def test_each_failure_more_doubles_the_wait_up_to_a_limit() -> None:
    waits = [attempts(ACCOUNT.free + n).wait(ACCOUNT, NOON) for n in range(20)]

    assert waits[0] == timedelta(seconds=15)
    assert all(later == min(2 * wait, LONGEST_WAIT) for wait, later in pairwise(waits))


def test_a_wait_passes() -> None:
    assert attempts(ACCOUNT.free).wait(ACCOUNT, NOON + timedelta(seconds=10)) == timedelta(seconds=5)
    assert not attempts(1000).wait(ACCOUNT, NOON + LONGEST_WAIT)


def test_what_failed_long_ago_is_forgotten() -> None:
    known = attempts(1000)

    known.fail(ACCOUNT, NOON + ACCOUNT.forgotten_after)

    assert known.failures == 1


def test_a_network_of_many_people_is_allowed_more_slips_than_one_account() -> None:
    assert not attempts(ACCOUNT.free).wait(NETWORK, NOON)
    assert attempts(NETWORK.free).wait(NETWORK, NOON)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", None),
        ("testclient", None),
    ],
)
def test_a_guesser_changes_the_end_of_an_address_in_vain(address: str, network: str | None) -> None:
    assert network_of(address) == network
