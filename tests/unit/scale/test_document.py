"""docs/scale.md says what the simulation says, and where each number is from."""

from collections.abc import Callable

import pytest

from tests.bench.scale import parameters as known
from tests.bench.scale.cases import volumes
from tests.bench.scale.document import DOCUMENT, table_of
from tests.bench.scale.sources import numbers
from tests.bench.scale.table import column, limit_table, source_table


@pytest.mark.parametrize("table", [limit_table, source_table])
def test_what_needs_no_simulation_is_in_the_document_as_it_is_known_today(table: Callable[[], str]) -> None:
    assert table() in DOCUMENT.read_text(), "python -m tests.bench.scale writes it anew"


def test_a_thousand_studies_a_month_are_in_the_document_as_they_are_simulated() -> None:
    """The larger volumes take seconds: `./imagini bench scale` compares those."""
    today, _ = volumes()[0]
    head, *rows = table_of("volumes")
    place = head.index("1,000 today")
    said = {row[0]: row[place] for row in rows}
    assert said == column(today.run()), "python -m tests.bench.scale writes it anew"


@pytest.mark.parametrize(("name", "number"), list(numbers()))
def test_every_number_says_where_it_is_from_and_of_when(name: str, number: known.Known) -> None:
    assert number.source, name
    assert number.asof[:2] == "20", name


def test_a_price_names_its_page_or_says_that_it_has_none() -> None:
    prices = {name: one.source for name, one in numbers() if one.kind == "price"}
    assert [name for name, source in prices.items() if "/" not in source and known.LIST not in source] == []
