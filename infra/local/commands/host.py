"""Run the function app alone, without the stack around it.

App settings come from the environment. Prints `ready http://localhost:PORT` when it serves.
"""

import argparse
import asyncio
import logging
import os
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--app", type=Path, default=Path(), help="folder with function_app.py and host.json")
    parser.add_argument("--port", type=int, default=7071, help="0 takes a free one (default 7071)")
    parser.add_argument("--log", default="INFO", help="log level (default INFO)")


def run(options: argparse.Namespace) -> int:
    from infra.local.host.host import Host
    from infra.local.host.host_json import Refused

    configure_logging(options.log.upper())
    try:
        asyncio.run(Host(options.app, options.port).run())
    except (Refused, KeyError) as error:
        print(error.args[0], file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Port {options.port}: {error.strerror}.", file=sys.stderr)
        return 1
    sys.stdout.flush()
    os._exit(0)  # threads of functions that still run would hold the process; their messages come again


def configure_logging(level: str) -> None:
    from shared.core.logs import write_lines

    logging.basicConfig(level=level)
    write_lines(readable=True)
    for chatty in ("azure", "azure.functions", "uvicorn"):  # a line for every call
        logging.getLogger(chatty).setLevel(logging.WARNING)
