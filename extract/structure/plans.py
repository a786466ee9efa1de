"""From a document to its plan: what it says of itself, its sections and its units."""

from pathlib import Path

from extract.errors import DocumentError
from extract.plan import Document, Plan
from extract.structure.lines import lines
from extract.structure.metadata import metadata
from extract.structure.naming import named
from extract.structure.outline import outline
from extract.structure.repair import repaired
from extract.structure.tree import Node
from extract.structure.units import sections, units
from extract.titles import is_title

_SUPPLIED = ("title", "number", "issuer", "adopted", "jurisdiction")


def plan(document: Document) -> Plan:
    """The plan that a document holds.

    Raises:
        DocumentError: where the text has neither a heading nor a numbered passage.
    """
    root = outline(lines(document.text))
    if not _is_plan(root):
        path = document.path or Path(document.stem)
        raise DocumentError(path, "no heading and no numbered passage found; check that this is the text of a plan")
    printed = metadata(root, document.stem)
    given = dict(document.source)
    supplied = {name for name in _SUPPLIED if name in given and not getattr(printed, name)}
    fields = {name: given[name] if name in supplied else getattr(printed, name) for name in _SUPPLIED}
    parts = named(root)
    return Plan(
        stem=document.stem,
        title=fields["title"] or document.stem,
        number=fields["number"],
        issuer=fields["issuer"],
        adopted=fields["adopted"],
        period=printed.period,
        jurisdiction=fields["jurisdiction"],
        sections=tuple(sections(parts)),
        units=repaired(tuple(units(parts)), fields["jurisdiction"]),
        supplied=frozenset(supplied),
    )


def _is_plan(root: Node) -> bool:
    return any(node.kind != "root" or node.tables for node in root.walk()) or any(
        p.heading and is_title(p.text) for p in root.paragraphs
    )
