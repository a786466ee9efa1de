"""The small map of a page: the places that are tied, with a line for each direction, each leading to its sentences."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from viz.errors import MissingPackageError
from viz.inset import Inset, Line, Spot, Ties, inset
from web.pages.site import Named, Site


class Drawn(NamedTuple):
    """A line or a place as the template shows it.

    Attributes:
        shape: where it is.
        label: what a place is called, with the number of its ties where the page is about another.
        title: the same in full, in every language that the page has.
        href: address that it leads to.
        kind: `middle` for the place that the page is about and what it says, `other` for the rest.
    """

    shape: Line | Spot
    label: str
    title: str
    href: str
    kind: str


class Atlas(NamedTuple):
    """The map: its outlines, its lines, its places."""

    inset: Inset
    lines: Sequence[Drawn]
    spots: Sequence[Drawn]


def atlas(site: Site, ties: Sequence[tuple[str, str, int]], middle: str = "") -> Atlas | None:
    """The map of ties, None where there are no outlines of two of its places.

    Args:
        site: the page's.
        ties: IRI of the place whose plans speak, IRI of the other, and how many ties; what is no division is left out.
        middle: IRI of the place that the page is about, "" for none.
    """
    codes = {iri: path.removeprefix("place/") for one in ties for iri in one[:2] if (path := site.path(iri)) != iri}
    known = {iri: code for iri, code in codes.items() if code.isdecimal()}
    called = site.called(known)
    names = {code: _label(site, called.get(iri, Named(code, ""))) for iri, code in known.items()}
    wanted = [Ties(known[one], known[other], many) for one, other, many in ties if one in known and other in known]
    try:
        found = inset(wanted, names, known.get(middle, ""))
    except MissingPackageError:
        return None
    if found is None:
        return None
    iris = {code: iri for iri, code in known.items()}
    full = {code: _full(called.get(iri, Named(code, ""))) for iri, code in known.items()}
    counts = Counter[str]()
    for one in wanted:
        counts.update({one.party: one.many, one.partner: one.many})
    lines = [
        Drawn(
            line,
            "",
            site.t("atlas.line", party=full[line.ties.party], partner=full[line.ties.partner], count=line.ties.many),
            site.between(f"place/{line.ties.party}", f"place/{line.ties.partner}", site.path(middle)),
            "middle" if not middle or iris[line.ties.party] == middle else "other",
        )
        for line in found.lines
    ]
    spots = []
    for code, spot in found.spots.items():
        is_middle = iris[code] == middle
        label = names[code] if is_middle or not middle else f"{names[code]} {counts[code]}"
        spots.append(Drawn(spot, label, full[code], site.href(iris[code]), "middle" if is_middle else "other"))
    return Atlas(found, lines, spots)


def _label(site: Site, named: Named) -> str:
    return named.english if site.language == "en" and named.english else named.label


def _full(named: Named) -> str:
    return f"{named.label} {named.english}".strip()
