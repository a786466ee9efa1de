"""The two sides of an evaluation: an annotation, and the facts of a store or another annotation."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.annotations import Key, Units, documents, keyed, renamed
from kg.errors import UnknownDocumentError
from kg.facts import Found, export, found
from kg.likeness import unit_key
from kg.passages import unit_texts
from kg.store import Reader

_OTHER = "the other annotation"


@dataclass(frozen=True, slots=True)
class Side:
    """What an annotation is compared with, its documents named as the annotation names them.

    Attributes:
        units: the lines.
        notices: what a reader should know of how documents were matched.
    """

    units: Units
    notices: tuple[str, ...]


def stored(reader: Reader, gold: Units, names: Mapping[str, str]) -> Side:
    """The facts of a store, in the documents of an annotation.

    Args:
        reader: the store.
        gold: the annotation.
        names: a plan's stem, by the name that its document has in the annotation.

    Raises:
        UnknownDocumentError: where the annotation has no such document, or the store no such plan.
    """
    stems = tuple(document.stem for document in reader.documents())
    called, notices = _called(gold, stems, names, "the store")
    wanted = [stem for stem in stems if stem in called.values()]
    lines = keyed(export(reader, wanted)) if wanted else {}
    return Side(renamed(lines, called, documents(gold)), notices)


def ruled(reader: Reader, gold: Units, names: Mapping[str, str]) -> dict[Key, list[Found]]:
    """The facts of a store with their rules, by unit, in the documents of an annotation.

    Args:
        reader: the store.
        gold: the annotation.
        names: as of `stored`.
    """
    stems = tuple(document.stem for document in reader.documents())
    called, _ = _called(gold, stems, names, "the store")
    units: dict[Key, list[Found]] = {}
    for stem in dict.fromkeys(called.values()):
        for one in found(reader, stem) if stem in stems else ():
            units.setdefault((stem, unit_key(one.unit)), []).append(one)
    return renamed(units, called, documents(gold))


def annotated(other: Units, gold: Units, names: Mapping[str, str]) -> Side:
    """Another annotation, its documents named as an annotation names them; those that only it has keep their name.

    Args:
        other: the other annotation.
        gold: the annotation.
        names: a document's name in the other one, by its name in the annotation.

    Raises:
        UnknownDocumentError: where either has no such document.
    """
    held = documents(gold)
    called, notices = _called(gold, documents(other), names, _OTHER)
    alone = [name for name in documents(other) if name not in called.values() and name not in held]
    return Side(renamed(other, called, (*held, *alone)), notices)


def texts(reader: Reader, gold: Units, names: Mapping[str, str]) -> dict[Key, str]:
    """The texts of the annotated documents that a store holds under the name on either side.

    Args:
        reader: the store.
        gold: the annotation.
        names: other names that documents may have, by their name in the annotation.
    """
    stems = tuple(document.stem for document in reader.documents())
    wanted = documents(gold)
    called = {name: name if name in stems else names.get(name, name) for name in wanted}
    if len(stems) == len(wanted) == 1:
        called = dict(zip(wanted, stems, strict=True))
    return renamed(unit_texts(reader, called.values()), called, wanted)


def _called(
    gold: Units, others: tuple[str, ...], names: Mapping[str, str], side: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What each annotated document is called on the other side, and what there is to say of it."""
    wanted = documents(gold)
    for name, other in names.items():
        if name not in wanted:
            where = "the annotation"
            raise UnknownDocumentError(name, where, wanted)
        if other not in others:
            raise UnknownDocumentError(other, side, others)
    if not names and len(wanted) == len(others) == 1 and wanted != others:
        return dict(zip(wanted, others, strict=True)), (f"{others[0]} is taken for {wanted[0]}",)
    called = {name: names.get(name, name) for name in wanted}
    absent = [name for name in wanted if called[name] not in others]
    left = "none of it is compared" if side == _OTHER else "all of it counts as missed"
    return called, tuple(
        f"{side} has no document {name!r}, so {left}; --doc {name}=NAME tells its name there" for name in absent
    )
