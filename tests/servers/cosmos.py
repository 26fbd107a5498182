"""A Cosmos DB emulator from npm."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.npm import installed
from tests.servers.process import answers, free_ports, program, running

HERE = Path(__file__).parent


@contextmanager
def cosmos(folder: Path) -> Generator[str]:
    """Its address. It keeps everything in memory."""
    installed(HERE, "@vercel/cosmosdb-server")
    [port] = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    command = [program("node", "nodejs"), str(HERE / "cosmos.cjs"), str(port)]
    with running(command, lambda: answers(url), folder / "cosmos.log"):
        yield url
