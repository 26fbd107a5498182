"""Request units of an operation, by what is documented of them (docs/scale.md names the pages)."""

from tests.bench.scale import parameters as known


def read_ru(size: int) -> float:
    """A point read; of nothing, too."""
    return _between(size, known.READ_1KB.value, known.READ_100KB.value)


def write_ru(size: int, paths: int, *, replaces: bool) -> float:
    """A create, with what the index costs; a replace takes the old values out of the index as well."""
    index = paths * known.INDEXED_PATH.value * (2 if replaces else 1)
    return _between(size, known.WRITE_1KB.value, known.WRITE_100KB.value) + index


def delete_ru() -> float:
    return known.DELETE.value


def query_ru(size: int) -> float:
    """Within one partition; `size`: of what it brings."""
    return known.QUERY.value + read_ru(size) - known.READ_1KB.value


def _between(size: int, small: float, large: float) -> float:
    """Microsoft tells the price of 1 KB and of 100 KB; in between it is taken to grow evenly."""
    kilobytes = max(size / 1024, 1.0)
    return small + (large - small) * (kilobytes - 1) / 99
