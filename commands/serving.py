"""The verb that serves: serve."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import sys

import click

from commands.options import examples, setting, store_folder, store_options
from commands.output import say

_MIB = 1 << 20


@click.command(
    epilog=examples(
        "deltakg serve",
        "deltakg serve --host 0.0.0.0 --allow-host graph.example.org --timeout 30",
    )
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="The address to listen to.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option(
    "--timeout",
    default=10.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="End a question that takes longer.",
)
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Quick questions at once.  [default: cores]")
@click.option(
    "--max-rows",
    default=100_000,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Cut longer answers.",
)
@click.option(
    "--max-bytes", default=32 * _MIB, show_default=True, type=click.IntRange(min=1000), metavar="N", help="The same."
)
@click.option(
    "--memory",
    default=1024,
    show_default=True,
    type=click.IntRange(min=16),
    metavar="MIB",
    help="Memory of a question.",
)
@click.option("--queue", default=500, show_default=True, type=click.IntRange(min=1), help="Questions that may wait.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name it is reached by; * for any.")
@click.option("--base-url", metavar="URL", help="Where it is reached from outside, path included.")
@click.option("--behind-proxy", is_flag=True, help="Trust X-Forwarded-For and -Proto of a proxy on this machine.")
@store_options
def serve(
    host: str,
    port: int,
    timeout: float,
    workers: int | None,
    max_rows: int,
    max_bytes: int,
    memory: int,
    queue: int,
    hosts: tuple[str, ...],
    base_url: str | None,
    behind_proxy: bool,  # noqa: FBT001 - click gives it by name
) -> None:
    """Serve the graph over HTTP, to read.

    `/` is where a browser begins; `/sparql` answers SPARQL, `/queries` the questions of the catalogue.
    It runs until Ctrl-C or SIGTERM, and answers from each new state of the store as soon as it is there.
    Standard output has one line a request.
    """
    from dataclasses import replace
    from urllib.parse import urlsplit

    from kg.store import Store
    from web.app import create_app
    from web.log import Lines, errors
    from web.pages.routes import routes, sparql_page
    from web.pages.trouble import as_page
    from web.server import listening
    from web.server import serve as run
    from web.settings import LOOPBACK, Settings

    outside = _host_of(urlsplit(base_url).hostname) if base_url else ()
    settings = Settings(
        timeout=timeout,
        max_rows=max_rows,
        max_bytes=max_bytes,
        memory=memory * _MIB,
        queue=queue,
        hosts=tuple(name.lower() for name in (*LOOPBACK, host, *hosts, *outside)),
        base_url=base_url,
        proxied=behind_proxy,
    )
    if workers:
        settings = replace(settings, workers=workers)
    Store(store_folder()).open().close()  # what is wrong with it is said at once
    opened = listening(host, port)
    name = f"[{host}]" if ":" in host else host
    lines = None if setting("quiet") else Lines(sys.stdout)
    notices = errors()
    app = create_app(store_folder(), settings, pages=routes(), paged=as_page, log=lines or (lambda _: None))
    app.state.sparql_page = sparql_page
    address = f"http{'://'}{name}:{opened.getsockname()[1]}/"
    run(app, opened, settings, lambda: say(f"serving {store_folder()} at {address}"))
    for log in filter(None, (lines, notices)):
        log.close()
    say("stopped")


def _host_of(name: str | None) -> tuple[str, ...]:
    if not name:
        msg = "give the whole address, with its scheme and host"
        raise click.BadParameter(msg, param_hint="--base-url")
    return (name,)
