"""What a store holds, described by VoID and DCAT: counts, vocabularies, classes, properties, graphs, rights."""

from importlib.resources import files

from pyoxigraph import QueryTriples, Triple

from kg.store import Reader


def question() -> str:
    """The CONSTRUCT that describes a dataset, whatever engine it is put to; its IRIs are relative."""
    return files("kg").joinpath("void.rq").read_text(encoding="utf-8")


def description(reader: Reader, address: str = "") -> tuple[Triple, ...]:
    """The description of an open store, sorted.

    Args:
        reader: the store.
        address: IRI of the description, `void` beside the store's graphs where none is given; the dataset is
            `#data` of it.
    """
    found = reader.query(question(), base_iri=address or f"{reader.base}void")
    assert isinstance(found, QueryTriples)  # noqa: S101 - a CONSTRUCT
    return tuple(sorted(set(found), key=str))
