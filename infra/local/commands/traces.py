"""Show what happened within what, and how long it took: after ./imagini up --traces.

Without an id the latest traces are listed, one a line; the first characters of an id show one as a tree.
"""

import argparse
from pathlib import Path

from infra.local.traces import measured, read, summary, tree


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="how the id of a trace begins; `last`: the latest of the list")
    parser.add_argument("--data", type=Path, default=Path(".data"), help="folder of everything that is kept")
    parser.add_argument("--file", type=Path, help="instead of traces.jsonl in that folder")
    parser.add_argument("--having", default="", help="only traces with this in a name, such as fetch_study")
    parser.add_argument("--measures", action="store_true", help="what was measured, instead")


def run(options: argparse.Namespace) -> int:
    file: Path = options.file or options.data / "traces.jsonl"
    if not file.exists():
        print(f"There is no {file}. ./imagini up --traces writes it.")
        return 1
    traces = read(file)
    if options.measures:
        print(*measured(traces.measures), sep="\n")
        return 0
    latest = traces.latest(options.having)
    if options.id is None:
        print(*(summary(spans) for spans in latest[-30:]), sep="\n")
        return 0
    try:
        spans = latest[-1] if options.id == "last" and latest else traces.beginning(options.id)
    except LookupError as error:
        print(error)
        return 1
    print(*tree(spans), sep="\n")
    return 0
