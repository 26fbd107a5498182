"""Azurite: blobs and queues of Azure Storage on this machine."""

import socket
from dataclasses import dataclass
from pathlib import Path

from infra.local.stack.npm import install
from infra.local.stack.ports import free
from infra.local.stack.process import Process
from infra.local.stack.progress import Tell

TOOLS = Path(__file__).parents[1] / "tools"
PROGRAM = TOOLS / "node_modules" / "azurite" / "dist" / "src" / "azurite.js"
ACCOUNT = "devstoreaccount1"
# Public: the same in every Azurite.
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="


def ensure_installed(logs: Path, tell: Tell) -> None:
    """Raises Failed when npm cannot install it."""
    install(TOOLS, "local tools", logs, tell)


@dataclass(frozen=True)
class Azurite:
    """Its ports, chosen before it starts, and where it keeps its data and its log."""

    data: Path
    log: Path
    blob: int
    queue: int
    table: int  # nobody asks it, but it cannot be left out

    @classmethod
    def on_free_ports(cls, data: Path, log: Path) -> "Azurite":
        return cls(data, log, free(), free(), free())

    @property
    def connection(self) -> str:
        """What IMAGINI_STORAGE and AzureWebJobsStorage must be."""
        return (
            f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
            f"BlobEndpoint=http://127.0.0.1:{self.blob}/{ACCOUNT};"
            f"QueueEndpoint=http://127.0.0.1:{self.queue}/{ACCOUNT};"
        )

    def process(self) -> Process:
        ports = {"--blobPort": self.blob, "--queuePort": self.queue, "--tablePort": self.table}
        flags = [text for flag, port in ports.items() for text in (flag, str(port))]
        flags += [
            "--location",
            str(self.data),
            "--loose",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--silent",
        ]
        return Process("Azurite", ["node", str(PROGRAM), *flags], self.log, {})

    @property
    def answering(self) -> bool:
        """Whether both services take connections."""
        for port in (self.blob, self.queue):
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex(("127.0.0.1", port)) != 0:
                    return False
        return True
