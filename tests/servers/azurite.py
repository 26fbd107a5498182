"""Azurite, Microsoft's emulator of Blob and Queue Storage."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.npm import installed
from tests.servers.process import answers, free_ports, program, running

TOOLS = Path(__file__).parents[2] / "infra" / "local" / "tools"
ACCOUNT = "devstoreaccount1"
# Not a secret: Azurite's documented key.
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="


@contextmanager
def azurite(folder: Path) -> Generator[str]:
    """Its connection string. What it keeps lies in `folder`."""
    script = installed(TOOLS, "azurite") / "dist" / "src" / "azurite.js"
    blob, queue, table = free_ports(3)
    places = [
        option
        for kind, port in (("blob", blob), ("queue", queue), ("table", table))
        for option in (f"--{kind}Host", "127.0.0.1", f"--{kind}Port", str(port))
    ]
    quiet = ["--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", str(folder)]
    command = [program("node", "nodejs"), str(script), *places, *quiet]
    urls = {kind: f"http://127.0.0.1:{port}/{ACCOUNT}" for kind, port in (("Blob", blob), ("Queue", queue))}
    with running(command, lambda: all(answers(url) for url in urls.values()), folder / "azurite.log"):
        endpoints = "".join(f"{kind}Endpoint={url};" for kind, url in urls.items())
        yield f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};{endpoints}"
