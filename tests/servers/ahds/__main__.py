"""`python -m tests.servers.ahds PORT TOKEN`."""

import sys

import uvicorn

from tests.servers.ahds.app import service

if __name__ == "__main__":
    _, port, token = sys.argv
    uvicorn.run(service(token), host="127.0.0.1", port=int(port), access_log=False, log_level="warning")
