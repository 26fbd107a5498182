"""Plain proxies, to measure ours against: nginx, and cors-anywhere, which the brief names."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from infra.local.stack.process import Process
from tests.servers.npm import installed
from tests.servers.process import answers, free_ports, program

HERE = Path(__file__).parent
NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream pacs {{ server 127.0.0.1:{pacs}; keepalive 32; keepalive_timeout 800ms; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://pacs; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_buffers 32 32k; proxy_buffer_size 32k; proxy_busy_buffers_size 256k;
    }}
  }}
}}
"""
CORS_ANYWHERE = 'require("cors-anywhere").createServer().listen(+process.argv[1], "127.0.0.1")'


class Proxy(NamedTuple):
    port: int
    pid: int | None


@contextmanager
def nginx(folder: Path, pacs: int) -> Generator[Proxy]:
    folder.mkdir()
    [port] = free_ports(1)
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, pacs=pacs, port=port))
    command = [program("nginx", "nginx-light"), "-c", str(settings), "-e", str(folder / "error.log")]
    with _started("nginx", command, folder, port, None) as proxy:
        yield proxy


@contextmanager
def cors_anywhere(folder: Path) -> Generator[Proxy]:
    """As it comes, with a connection for each request."""
    folder.mkdir()
    installed(HERE, "cors-anywhere")
    [port] = free_ports(1)
    command = [program("node", "nodejs"), "-e", CORS_ANYWHERE, str(port)]
    with _started("cors-anywhere", command, folder, port, HERE) as proxy:
        yield proxy


@contextmanager
def _started(name: str, command: list[str], folder: Path, port: int, home: Path | None) -> Generator[Proxy]:
    process = Process(name, command, folder / "log", {}, home)
    process.start()
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            if not process.running:
                raise RuntimeError((folder / "log").read_text())
        yield Proxy(port, process.pid)
    finally:
        process.stop(within=5)
