"""Measure goals, as ratios or times within one run; each bench ends with one line of JSON."""

import argparse
import importlib
import json
import pkgutil
import sys

import tests.bench


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="*", help=f"one of {', '.join(names())}; none named: all")


def names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__))


def run(options: argparse.Namespace) -> int:
    unknown = set(options.name) - set(names())
    if unknown:
        print(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(names())}.")
        return 2
    for name in options.name or names():
        print(f"\n{name}", flush=True)
        outcome = importlib.import_module(f"tests.bench.{name}").run(tell)
        print(json.dumps(outcome), flush=True)
    return 0


def tell(line: str) -> None:
    """Progress, on the terminal's own line where there is one."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{line}")
        sys.stderr.flush()
    else:
        print(f"  … {line}", flush=True)
