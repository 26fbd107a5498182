"""The unmodified npm dist of OHIF before Orthanc, as a good static server has it: nginx, with brotli."""

import getpass
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.orthanc import Orthanc
from tests.servers.process import answers, free_ports, program, running

DIST = Path(__file__).parents[3] / "static-web" / "viewer" / "node_modules" / "@ohif" / "app" / "dist"
QUALITY = "9"  # of brotli, as ours is built
NGINX = """
user {user}; daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  sendfile on; tcp_nopush on; default_type application/octet-stream;
  types {{ text/html html; text/css css; text/javascript js; application/json json;
           image/svg+xml svg; application/wasm wasm; font/woff2 woff2; image/png png; }}
  upstream pacs {{ server {pacs}; keepalive 32; keepalive_timeout 800ms; }}
  server {{
    listen 127.0.0.1:{port}; root {root};
    location / {{ try_files $uri /index.html; }}
    location ~ \\.(js|css|html|svg|json|wasm)$ {{ add_header Content-Encoding br; }}
    location ~ ^/dicom-web/.*/frames/ {{
      proxy_pass http://pacs; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Accept-Encoding "";  # raw: Orthanc would make gzip of them
      proxy_buffers 32 32k; proxy_buffer_size 32k; proxy_busy_buffers_size 256k;
    }}
    location /dicom-web/ {{
      proxy_pass http://pacs; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_buffers 32 32k; proxy_buffer_size 32k; proxy_busy_buffers_size 256k;
    }}
  }}
}}
"""
SOURCE = """
window.config.defaultDataSourceName = 'pacs';
window.config.dataSources = [{
  namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'pacs',
  configuration: {
    friendlyName: 'pacs', name: 'pacs',
    qidoRoot: '/dicom-web', wadoRoot: '/dicom-web', wadoUriRoot: '/dicom-web',
    imageRendering: 'wadors', thumbnailRendering: 'wadors', enableStudyLazyLoad: true,
    qidoSupportsIncludeField: true, supportsFuzzyMatching: false, supportsWildcard: true,
    omitQuotationForMultipartRequest: true,
    bulkDataURI: { enabled: true, relativeResolution: 'studies' },
  },
}];
"""


@contextmanager
def npm_dist(folder: Path, pacs: Orthanc) -> Generator[str]:
    """Its address. Only app-config.js differs from the package: OHIF's own, and where the images are."""
    folder.mkdir()
    [port] = free_ports(1)
    settings = folder / "nginx.conf"
    upstream, us = pacs.url.removeprefix("http://"), getpass.getuser()  # the files are ours alone
    settings.write_text(NGINX.format(folder=folder, root=_made(folder), pacs=upstream, port=port, user=us))
    url = f"http://127.0.0.1:{port}"
    command = [program("nginx", "nginx-light"), "-c", str(settings), "-e", str(folder / "error.log")]
    with running(command, lambda: answers(url), folder / "log"):
        yield url


def _made(folder: Path) -> Path:
    dist = folder / "dist"
    shutil.copytree(
        DIST, dist, ignore=shutil.ignore_patterns("*.map", "ort")
    )  # 180 MB that nobody opens here
    with (dist / "app-config.js").open("a") as config:
        config.write(SOURCE)
    node, script = program("node", "nodejs"), str(Path(__file__).with_name("brotli.mjs"))
    subprocess.run([node, script, str(dist), QUALITY], check=True)
    return dist
