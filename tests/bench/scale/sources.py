"""Where each number is from, as docs/scale.md tells it."""

from collections.abc import Iterator

from tests.bench.scale import parameters as known

KINDS: tuple[known.Kind, ...] = ("price", "limit", "measured", "assumed")


def numbers() -> Iterator[tuple[str, known.Known]]:
    for name, value in vars(known).items():
        if isinstance(value, known.Known):
            yield name, value
    for profile, value in known.JOB_COLD.items():
        yield f"JOB_COLD {profile.rpartition('-')[2]}", value


def rows() -> list[list[str]]:
    """Prices first, assumptions last."""
    told = [["", "", "", "from", "as of"]]
    for kind in KINDS:
        for name, one in numbers():
            if one.kind == kind:
                value = f"{one.value:,.9f}".rstrip("0").rstrip(".")
                told.append([f"`{name}`", f"{value} {one.unit}", kind, _page(one.source), one.asof])
    return told


def _page(source: str) -> str:
    """Without the words that stand above the table."""
    return source.replace(known.LIST, "as remembered").replace(known.LEARN, "learn: ")
