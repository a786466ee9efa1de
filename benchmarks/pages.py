"""How quick warm pages are for 20 clients at once, beside an empty page of the same framework.

Both servers run on this machine and take turns. Nothing is asserted: the aim stands beside.
"""

import argparse
import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from urllib.parse import quote
from urllib.request import urlopen

from kg.build import build

DOCUMENTS = Path(__file__).parents[1] / "documents"
HOST = "127.0.0.1"
SERVE = "from cli import main; main()"
EMPTY = """
import sys, uvicorn
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
template = Environment(autoescape=True).from_string("<!DOCTYPE html><title>{{ title }}</title>")
async def empty(request):
    return HTMLResponse(template.render(title="empty"))
uvicorn.run(Starlette(routes=[Route("/", empty)]), port=int(sys.argv[1]), http="h11", log_level="error")
"""
PAGES = (
    "/",
    "/projects",
    "/cooperation",
    "/id/place/341300",
    "/id/agency/341300/宿州市发展和改革委员会",
    "/id/plan/suzhou/unit/15",
    "/id/plan/suzhou",
    "/questions/cooperation-between?first=宿州&second=徐州",
)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@contextmanager
def running(*command: str, port: int) -> Iterator[None]:
    """A server as a process of its own, from its first answer on."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, "-c", *command], stdout=nowhere, stderr=nowhere)
    try:
        end = monotonic() + 60
        while True:
            try:
                with urlopen(f"http://{HOST}:{port}/", timeout=5):
                    break
            except OSError:
                if process.poll() is not None or monotonic() > end:
                    raise
                sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()


async def client(port: int, path: str, requests: int) -> tuple[list[float], int]:
    """Ask for a page again and again over one connection: the seconds of each, and the bytes of the page."""
    reader, writer = await asyncio.open_connection(HOST, port)
    head = (
        f"GET {quote(path, safe='/?=&')} HTTP/1.1\r\nHost: {HOST}\r\nAccept: text/html\r\nAccept-Language: zh\r\n\r\n"
    )
    seconds, size = [], 0
    for _ in range(requests):
        begun = perf_counter()
        writer.write(head.encode())
        said = await reader.readuntil(b"\r\n\r\n")
        if not said.startswith(b"HTTP/1.1 200"):
            msg = f"{path}: {said.splitlines()[0].decode()}"
            raise RuntimeError(msg)
        length = _LENGTH.search(said)
        size = int(length[1]) if length else 0
        await reader.readexactly(size)
        seconds.append(perf_counter() - begun)
    writer.close()
    return seconds, size


async def percentile(port: int, path: str, clients: int, requests: int) -> tuple[float, int]:
    """The p95 of clients that all ask at once, in seconds, and the bytes of the page."""
    found = await asyncio.gather(*(client(port, path, requests) for _ in range(clients)))
    return quantiles([one for seconds, _ in found for one in seconds], n=20)[-1], found[0][1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--requests", type=int, default=50, help="of each client for each page")
    parser.add_argument("--port", type=int, default=8471, help="and the next one")
    given = parser.parse_args()
    ours, theirs = given.port, given.port + 1
    with TemporaryDirectory() as folder:
        store = f"{folder}/store"
        build(Path(store), [DOCUMENTS])
        served = (SERVE, "--store", store, "--quiet", "serve", "--port", str(ours))
        with running(*served, port=ours), running(EMPTY, str(theirs), port=theirs):
            print(f"| page | KiB | p95, ms | empty page, ms | ratio (aim ≤ 10×) |\n| {'--- | ' * 5}".rstrip())
            for path in PAGES:
                asyncio.run(percentile(ours, path, 1, 2))  # warm
                empty, _ = asyncio.run(percentile(theirs, "/", given.clients, given.requests))
                page, size = asyncio.run(percentile(ours, path, given.clients, given.requests))
                print(f"| {path} | {size / 1024:.0f} | {page * 1e3:.1f} | {empty * 1e3:.1f} | {page / empty:.2f}× |")


if __name__ == "__main__":
    main()
