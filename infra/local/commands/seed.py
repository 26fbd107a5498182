"""Fill a running installation with the demo: people, patients and images. Safe to run twice."""

import argparse
from pathlib import Path

from infra.local.seed import seed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", default="http://localhost:8000", help="of the running installation")
    parser.add_argument("--data", type=Path, default=Path(".data"), help="its data folder")


def run(options: argparse.Namespace) -> int:
    seed(options.url, options.data, print)
    print(f"seeded; accounts and patients are in {options.data / 'demo.json'}")
    return 0
