"""Deploy imagini to Azure, or remove it. infra/scripts calls this; docs/deploy.md tells the whole story."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from infra.cloud.package import build
from infra.cloud.plan import OUTPUTS, STAGES, Step, Wish, deployment, release, removal
from infra.cloud.run import Stopped, run, show
from infra.cloud.site import assemble
from infra.cloud.smoke import smoke


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        return DO[options.what](options)
    except (Stopped, ValueError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.cloud", description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    for name in ("deploy", "release", "remove"):
        _add_plan(commands.add_parser(name), name)
    commands.add_parser("package").add_argument("target", type=Path)
    site = commands.add_parser("site")
    site.add_argument("target", type=Path)
    site.add_argument("--front-door", required=True)
    site.add_argument("--host", required=True)
    commands.add_parser("smoke").add_argument("url")
    commands.add_parser("confirm").add_argument("question")
    return parser


def _add_plan(command: argparse.ArgumentParser, name: str) -> None:
    command.add_argument("--stage", choices=STAGES, default="dev")
    command.add_argument("--group", help="resource group (default rg-imagini-STAGE)")
    command.add_argument("--location", default="westeurope")
    command.add_argument("--dry-run", action="store_true", help="print the plan; Azure is not asked")
    command.add_argument("--yes", action="store_true", help="do not ask")
    command.add_argument("--image", default="", help="NAME@sha256:… instead of building one")
    command.add_argument("--package", default="", help="functions.zip instead of building one")
    if name == "release":
        command.add_argument("--outputs", choices=("azure", "environment"), default="azure")


def _wish(options: argparse.Namespace) -> Wish:
    if options.image and "@sha256:" not in options.image:
        raise ValueError("--image: pin it by its digest, NAME@sha256:…")
    group = options.group or os.environ.get("AZURE_RESOURCE_GROUP") or f"rg-imagini-{options.stage}"
    return Wish(options.stage, group, options.location, options.image, options.package, approved=options.yes)


def _deploy(options: argparse.Namespace) -> int:
    return _carry_out(list(deployment(_wish(options))), options)


def _release(options: argparse.Namespace) -> int:
    """`--outputs environment`: azd has put them there."""
    given = options.outputs == "environment"
    known = {name: os.environ[name] for name in OUTPUTS if name in os.environ} if given else {}
    if given and not options.dry_run and (missing := sorted(set(OUTPUTS) - known.keys())):
        raise ValueError(f"The environment lacks {', '.join(missing)}.")
    return _carry_out(list(release(_wish(options), outputs_known=given)), options, known)


def _carry_out(steps: list[Step], options: argparse.Namespace, known: dict[str, str] | None = None) -> int:
    if options.dry_run:
        show(steps)
    else:
        run(steps, known)
    return 0


def _remove(options: argparse.Namespace) -> int:
    wish = _wish(options)
    steps, group = list(removal(wish)), wish.group
    if options.dry_run:
        return _carry_out(steps, options)
    if options.yes and options.stage == "prod":
        raise ValueError("--yes does not remove production: somebody types its name.")
    if not options.yes and input(f"Everything in {group} will be gone. Type its name: ") != group:
        raise Stopped("Nothing was removed.")
    return _carry_out(steps, options)


def _package(options: argparse.Namespace) -> int:
    file = build(options.target)
    print(f"{file}: {file.stat().st_size >> 20} MB")
    return 0


def _site(options: argparse.Namespace) -> int:
    from infra.local.stack.builds import ensure_built
    from infra.local.stack.progress import tell

    ensure_built(Path(".data") / "logs", tell)
    print(assemble(options.target, options.front_door, options.host))
    return 0


def _smoke(options: argparse.Namespace) -> int:
    wrong = smoke(options.url)
    print(wrong or f"{options.url} is well.")
    return 1 if wrong else 0


def _confirm(options: argparse.Namespace) -> int:
    return 0 if input(f"{options.question} [yes/no] ").strip().lower() == "yes" else 1


DO = {
    "deploy": _deploy,
    "release": _release,
    "remove": _remove,
    "package": _package,
    "site": _site,
    "smoke": _smoke,
    "confirm": _confirm,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
