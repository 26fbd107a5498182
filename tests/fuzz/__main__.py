"""`python -m tests.fuzz --runs 200000`: search for bytes that break what reads strangers' bytes.

Each input begins with the number of its target. What breaks one is printed, kept, and is the exit status.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

LOOKED_INTO = ["shared", "pydicom.filereader", "pydicom.fileutil", "pydicom.encaps"]
with atheris.instrument_imports(include=LOOKED_INTO):  # pyright: ignore
    from tests.fuzz.targets import TARGETS

SECONDS, MEGABYTES = 30, 1024  # for one input; of the whole search
INFLATED = 1 << 22  # bytes of a deflated file: mutants of that bomb would take all the time
KEPT = Path(".data") / "fuzz"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0, help="0: another each time")
    parser.add_argument("--corpus", type=Path, help="where to keep what was found, and to go on from")
    parser.add_argument("inputs", nargs="*", type=Path, help="run these alone, to see again what broke")
    options = parser.parse_args()
    from shared.core.discretion import hush
    from shared.imaging import reader

    hush()
    reader.MAX_INFLATED = INFLATED
    with tempfile.TemporaryDirectory(prefix="imagini-fuzz-") as folder:
        corpus = options.corpus or Path(folder)
        arguments = [str(one) for one in options.inputs] or [str(_seeded(corpus))]
        KEPT.mkdir(parents=True, exist_ok=True)
        limits = (f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", "-max_len=4096")
        how = (f"-runs={options.runs}", f"-seed={options.seed}", f"-artifact_prefix={KEPT}/", *limits)
        atheris.Setup([sys.argv[0], *how, *arguments], run)
        atheris.Fuzz()


def run(data: bytes) -> None:
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


def _seeded(corpus: Path) -> Path:
    from tests.fuzz.seeds import seeds

    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    return corpus


if __name__ == "__main__":
    main()
