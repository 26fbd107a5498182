"""Write the OpenAPI document to static-web/openapi.json, from which the portal's types are made."""

import argparse
import importlib
import json
from pathlib import Path

FILE = Path("static-web/openapi.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="only fail if it is out of date")


def run(options: argparse.Namespace) -> int:
    importlib.import_module("function_app")  # its operations make themselves known
    from functions.support.openapi import document

    text = json.dumps(document(), indent=1, ensure_ascii=False) + "\n"
    if options.check:
        same = FILE.exists() and FILE.read_text() == text
        print("static-web/openapi.json is up to date" if same else "run: ./imagini openapi")
        return 0 if same else 1
    FILE.write_text(text)
    print(f"wrote {FILE}")
    return 0
