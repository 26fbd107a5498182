"""The tables of docs/scale.md, as `./imagini bench scale` prints them."""

from collections.abc import Sequence

from tests.bench.scale import parameters as known
from tests.bench.scale.cases import Case
from tests.bench.scale.cost import monthly
from tests.bench.scale.limits import limits, storage_requests
from tests.bench.scale.outcome import Outcome
from tests.bench.scale.setup import deployed
from tests.bench.scale.sources import rows
from tests.bench.scale.storing import stored_gb

HEAVY = 0.01  # of requests that are refused


def column(seen: Outcome) -> dict[str, str]:
    """One volume, one setup: everything that the table says about it."""
    setup, bill = seen.setup, monthly(seen)
    total, studies = sum(bill.values()), seen.volume.per_month
    quota = int(known.FLEX_MEMORY_MB.value / 1024 / setup.memory)
    rows = {
        "deployments": f"{setup.stamps}",
        "organizations": f"{seen.volume.tenants:,}",
        "studies a second, busiest minute": _short(seen.busiest * setup.stamps),
        "order to findings, p50": seconds(seen.p50),
        "p95": seconds(seen.p95),
        "p99": seconds(seen.p99),
        "nothing found half an hour later": _share(seen.unfinished),
        "turned away (503), given up": f"{seen.turned_away}, {seen.given_up}",
        "job seconds a study, with work / paid": f"{seen.work_seconds:.1f} / {seen.job_seconds:.1f}",
        "jobs at a time, of": f"{seen.executions} of {setup.scaling.most}",
        "longest `fetch-study`, oldest message": f"{seen.fetch_longest:,}, {seconds(seen.fetch_oldest)}",
        "longest `infer`, oldest message": f"{seen.infer_longest:,}, {seconds(seen.infer_oldest)}",
        "queue functions' instances, of": f"{seen.instances} of {quota}",
        "RU/s, busiest minute, of": f"{seen.ru_peak:,.0f} of {seen.capacity:,.0f}",
        "in partitions": f"{seen.partitions}",
        "429": _share(seen.refused),
        "messages/s into one queue, of 2,000": f"{seen.messages_peak}",
        "storage requests/s, of 20,000": f"{seen.busiest * storage_requests():,.0f}",
        "records after a year": _bytes(stored_gb(seen.volume, setup) * setup.stamps),
    }
    prices = {f"$ {what}": f"{price:,.0f}" for what, price in bill.items()}
    sums = {"**$ a month**": f"**{total:,.0f}**", "**$ a study**": f"**{total / studies:.3f}**"}
    return rows | prices | sums | {"first bottleneck": bottleneck(seen)}


def bottleneck(seen: Outcome) -> str:
    """What a study waits for first."""
    if seen.executions == seen.setup.scaling.most and seen.infer_oldest > 600:
        return "inference jobs"
    if seen.refused > HEAVY:
        return "records"
    if seen.fetch_oldest > 600:
        return "fetching"
    return "cold starts" if seen.p50 > 5 * seen.work_seconds else "none"


def main_table(seen: Sequence[Outcome], names: Sequence[str]) -> str:
    columns = [column(one) for one in seen]
    head = ["", *(f"{one.volume.per_month:,} {name}" for one, name in zip(seen, names, strict=True))]
    return _table([head, *([row, *(each[row] for each in columns)] for row in columns[0])])


def price_chart(seen: Sequence[Outcome], names: Sequence[str]) -> str:
    """What a study costs, in cents."""
    labels = [f'"{_short_count(one)} {name}"' for one, name in zip(seen, names, strict=True)]
    cents = [f"{sum(monthly(one).values()) / one.volume.per_month * 100:.1f}" for one in seen]
    lines = [
        "xychart-beta",
        '    title "US cents a study"',
        f"    x-axis [{', '.join(labels)}]",
        f"    bar [{', '.join(cents)}]",
    ]
    return "\n".join(["```mermaid", *lines, "```"])


def _short_count(seen: Outcome) -> str:
    count = seen.volume.per_month
    return f"{count // 1_000_000}M" if count >= 1_000_000 else f"{count // 1000}k"


def trouble_table(cases: Sequence[Case], seen: Sequence[Outcome]) -> str:
    head = "p50, p95, p99, others' p95, longest `fetch-study`, longest `infer`, oldest message, 429"
    rows = [["100,000 a month, and", *head.split(", "), "turned away", "given up", "not found"]]
    for case, one in zip(cases, seen, strict=True):
        times = [seconds(value) for value in (one.p50, one.p95, one.p99, one.others)]
        oldest = seconds(max(one.fetch_oldest, one.infer_oldest))
        lost = [f"{one.turned_away}", f"{one.given_up}", _share(one.unfinished)]
        rows.append(
            [
                case.name,
                *times,
                f"{one.fetch_longest:,}",
                f"{one.infer_longest:,}",
                oldest,
                _share(one.refused),
                *lost,
            ]
        )
    return _table(rows)


def profile_table(cases: Sequence[Case], seen: Sequence[Outcome]) -> str:
    rows = [
        [
            "100,000 a month, on",
            "p50",
            "p95",
            "p99",
            "job seconds a study, with work / paid",
            "$ of the job a study",
        ]
    ]
    for case, one in zip(cases, seen, strict=True):
        price = monthly(one)["inference job"] / one.volume.per_month
        worked = f"{one.work_seconds:.1f} / {one.job_seconds:.1f}"
        rows.append([case.name, seconds(one.p50), seconds(one.p95), seconds(one.p99), worked, f"{price:.4f}"])
    return _table(rows)


def measure_table(cases: Sequence[Case], seen: Sequence[Outcome]) -> str:
    rows = [["100,000 a month, with", "p50", "p95", "p99", "RU/s, busiest minute", "$ a month", "$ a study"]]
    for case, one in zip(cases, seen, strict=True):
        total = sum(monthly(one).values())
        times = [seconds(one.p50), seconds(one.p95), seconds(one.p99)]
        rows.append(
            [case.name, *times, f"{one.ru_peak:,.0f}", f"{total:,.0f}", f"{total / one.volume.per_month:.4f}"]
        )
    return _table(rows)


def limit_table() -> str:
    rows = [["limit", "reached at, studies a month", "what is done then"]]
    rows += [[one.what, _round(one.holds), one.then] for one in limits(deployed())]
    return _table(rows)


def source_table() -> str:
    return _table(rows())


def seconds(value: float) -> str:
    if value == float("inf"):
        return "never"
    return f"{value:.1f} s" if value < 10 else f"{value:.0f} s" if value < 600 else f"{value / 60:.0f} min"


def _share(value: float) -> str:
    return "0" if value == 0 else f"{value:.1%}"


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 1 else f"{value:.1f}"


def _bytes(gigabytes: float) -> str:
    return f"{gigabytes:,.1f} GB" if gigabytes < 1000 else f"{gigabytes / 1000:,.1f} TB"


def _round(value: float) -> str:
    """Two figures: more is not known."""
    return f"{float(f'{value:.2g}'):,.0f}"


def _table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
