"""From a document to its plan: sections and units, named as the annotation guidelines name them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from extract.errors import DocumentError
from extract.facts import Span
from extract.metadata import metadata
from extract.numbering import ARABIC
from extract.outline import Node, Outliner, Paragraph
from extract.paragraphs import lines
from extract.plan import Document, Plan, Section, Unit, UnitKind
from extract.repair import repaired

_CLAUSE = re.compile(r"(?:牵头|责任|主办|配合|参与)(?:单位|部门)|(?:负责|牵头)[。]?[）)〕]")
_RUN_IN = re.compile(r"[^。；]{2,45}?[。：]")
_ITEM_TITLE = re.compile(r"[^，。；：]{2,25}[。：](?=.)")
_CLOSING = re.compile(
    r"本(?:办法|措施|方案|意见|政策|规划|计划|通知|文件|细则|规定|行动方案|若干措施)(?:自|由|从|有效|中)"
)
_MIN_RUN = 5
_SUPPLIED = ("title", "number", "issuer", "adopted", "jurisdiction")


def plan(document: Document) -> Plan:
    """The plan that a document holds.

    Raises:
        DocumentError: where the text has no heading and no numbered passage.
    """
    root = Outliner(lines(document.text)).build()
    if not any(node.kind in ("part", "box") for node in root.walk()):
        path = Path(document.stem)
        raise DocumentError(path, "no heading and no numbered passage found; is this the text of a plan?")
    said = metadata(root, document.stem)
    given = dict(document.source)
    supplied = {name for name in _SUPPLIED if name in given and not getattr(said, name)}
    fields = {name: given[name] if name in supplied else getattr(said, name) for name in _SUPPLIED}
    builder = _Builder(root)
    units = repaired(tuple(builder.units()), fields["jurisdiction"])
    return Plan(
        stem=document.stem,
        title=fields["title"] or document.stem,
        number=fields["number"],
        issuer=fields["issuer"],
        adopted=fields["adopted"],
        period=said.period,
        jurisdiction=fields["jurisdiction"],
        sections=tuple(builder.sections()),
        units=units,
        supplied=frozenset(supplied),
    )


class _Builder:
    """Names the parts of a tree."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._measure = _measure_style(root)
        self._path: dict[int, str] = {}
        self._parent: dict[int, Node] = {}
        self._prefix: dict[int, str] = {}
        self._name(root, "", "")
        self._number_plans()
        self._tables = 0
        self._clauses = any(_CLAUSE.search(p.text) for node in root.walk() for p in node.paragraphs)

    def _name(self, node: Node, path: str, prefix: str) -> None:
        for child in node.children:
            self._parent[id(child)] = node
            if child.kind == "annex":
                self._path[id(child)], below, inner = "", "", f"{child.component}/"
            elif child.kind == "box":
                self._path[id(child)], below, inner = f"专栏{child.component}", path, prefix
            else:
                whole = child.number is not None and child.number.whole
                below = child.component if whole else path + child.component
                self._path[id(child)], inner = below, prefix
            self._prefix[id(child)] = inner
            self._name(child, below, inner)

    def _number_plans(self) -> None:
        """A file that holds several plans, numbered alike: 方案N/ stands in front of what is in each."""
        tops = [c for c in self._root.children if c.kind == "part" and c.number is not None]
        if not tops or not tops[0].number:
            return
        style, count, plans = tops[0].number.style, 0, []
        for top in tops:
            if top.number and top.number.style == style and top.number.value == 1:
                count += 1
            plans.append((top, count))
        if count > 1:
            for top, n in plans:
                for node in top.walk():
                    self._prefix[id(node)] = f"方案{n}/"

    # sections

    def sections(self) -> Iterator[Section]:
        """The headings, in printed order."""
        for node in self._root.walk():
            if not self._is_section(node) or not node.paragraphs:
                continue
            first = node.paragraphs[0]
            heading = _heading(node)
            parent = self._section_above(node)
            yield Section(
                path=self._section_path(node),
                heading=heading,
                parent=parent,
                span=Span(first.offsets[0], first.offsets[min(len(heading), len(first.offsets)) - 1] + 1),
            )

    def _is_section(self, node: Node) -> bool:
        if node.kind in ("box", "annex"):
            return True
        if node.kind != "part" or self._is_measure(node) or self._in_measure(node):
            return False
        return node.titled or any(child.kind == "part" for child in node.children)

    def _section_path(self, node: Node) -> str:
        prefix = self._prefix[id(node)]
        return prefix + self._path[id(node)] if node.kind != "annex" else prefix.rstrip("/")

    def _section_above(self, node: Node) -> str | None:
        above = self._parent.get(id(node))
        while above is not None and above is not self._root:
            if self._is_section(above):
                return self._section_path(above)
            above = self._parent.get(id(above))
        return None

    # units

    def _is_measure(self, node: Node) -> bool:
        return node.kind == "part" and node.number is not None and node.number.style == self._measure

    def _in_measure(self, node: Node) -> bool:
        above = self._parent.get(id(node))
        while above is not None:
            if self._is_measure(above):
                return True
            above = self._parent.get(id(above))
        return False

    def units(self) -> Iterator[Unit]:
        """The units, in printed order; a path that comes twice is one unit."""
        merged: dict[str, Unit] = {}
        for unit in self._each():
            known = merged.get(unit.id)
            merged[unit.id] = unit if known is None else _joined(known, unit)
        yield from merged.values()

    def _each(self) -> Iterator[Unit]:
        root = self._root
        yield from _unit("§前言", "passage", None, "前言", [_part(p) for p in root.paragraphs if not p.heading])
        last = next((n for n in reversed(list(root.walk())) if n.kind == "part"), None)
        for node in root.walk():
            if node.kind == "box":
                yield from self._box(node)
            elif node.kind == "annex":
                parts = [_part(p) for p in node.paragraphs if not p.heading]
                yield from _unit(f"{node.component}/§", "passage", None, node.component, parts)
            elif node.kind == "part" and not self._in_measure(node):
                yield from self._part(node, closing=node is last)
            yield from self._rows(node)

    def _part(self, node: Node, *, closing: bool) -> Iterator[Unit]:
        prefix, above = self._prefix[id(node)], self._section_above(node)
        if self._is_measure(node):
            texts = [t for below in node.walk() if below.kind == "part" for t in self._body(below)]
            body, end = _closing(texts) if closing else (texts, [])
            number = node.number
            assert number is not None  # noqa: S101 - a measure has one
            locator = f"第{number.value}条" if number.style == "n" else f"第（{number.value}）项"
            yield from _unit(f"{prefix}{number.value}", "measure", above, locator, body)
            yield from _unit(f"{prefix}§结尾", "passage", None, "结尾", end)
            return
        path = self._path[id(node)]
        leaf = not any(child.kind == "part" for child in node.children)
        texts = self._body(node) if leaf else self._between(node)
        body, end = _closing(texts) if closing else (texts, [])
        section = self._section_path(node) if self._is_section(node) else above
        measure = leaf and self._measure is None and self._states_duties(node)
        kind: UnitKind = "measure" if measure else "passage"
        yield from _unit(f"{prefix}{'' if measure else '§'}{path}", kind, section, self._locator(node), body)
        yield from _unit(f"{prefix}§结尾", "passage", None, "结尾", end)

    def _states_duties(self, node: Node) -> bool:
        """It or one beside it names who is responsible; in a document without any such clause, every part counts."""
        if not self._clauses:
            return True
        beside = self._parent[id(node)].children
        return any(_CLAUSE.search(p.text) for child in beside if child.kind == "part" for p in child.paragraphs)

    def _body(self, node: Node) -> list[tuple[str, tuple[int, ...]]]:
        """What a part says, its own heading and the headings inside it left out."""
        first, rest = node.paragraphs[:1], node.paragraphs[1:]
        texts = [_part(p) for p in rest if not p.heading and not p.row]
        if not first:
            return texts
        opening = first[0]
        text = opening.text[node.start :]
        bare = opening.heading or (bool(texts) and _RUN_IN.fullmatch(text) is not None and len(text) <= 20)  # noqa: PLR2004
        if bare and texts:
            return texts
        if opening.heading and not _has_stop(text) and not self._is_measure(node) and not _CLAUSE.search(text):
            return []
        return [(text, opening.offsets[node.start :]), *texts]

    def _between(self, node: Node) -> list[tuple[str, tuple[int, ...]]]:
        """The text between a heading and its first numbered part."""
        texts = self._body(node)
        if texts and not node.titled and len(node.paragraphs) == 1 and _RUN_IN.fullmatch(texts[0][0]):
            return []
        return texts

    def _box(self, node: Node) -> Iterator[Unit]:
        name = f"{self._prefix[id(node)]}专栏{node.component}"
        section = self._section_path(node)
        items = [child for child in node.children if child.kind == "item"]
        lead = [p for p in node.paragraphs if not p.heading and not p.row]
        if items:
            yield from _unit(name, "box", section, f"专栏{node.component}", [_part(p) for p in lead])
            for item in items:
                number = item.number
                assert number is not None  # noqa: S101 - an item was opened by its number
                locator = f"专栏{node.component}第{number.value}项"
                yield from _unit(f"{name}.{number.value}", "box", section, locator, self._body(item))
            return
        titled = [i for i, p in enumerate(lead) if _ITEM_TITLE.match(p.text)]
        first = titled[0] if titled else len(lead)
        yield from _unit(name, "box", section, f"专栏{node.component}", [_part(p) for p in lead[:first]])
        for n, (at, until) in enumerate(zip(titled, [*titled[1:], len(lead)], strict=True), 1):
            parts = [_part(p) for p in lead[at:until]]
            yield from _unit(f"{name}.{n}", "box", section, f"专栏{node.component}第{n}项", parts)

    def _rows(self, node: Node) -> Iterator[Unit]:
        """The rows of the tables in a part, the row of headers apart."""
        rows = [p for p in node.paragraphs if p.row]
        if not rows:
            return
        self._tables += 1
        table, prefix = self._tables, self._prefix.get(id(node), "")
        section = self._section_path(node) if self._is_section(node) else self._section_above(node)
        for m, row in enumerate(rows[1:], 1):
            yield from _unit(f"{prefix}表{table}.{m}", "passage", section, f"表{table}第{m}行", [_part(row)])

    def _locator(self, node: Node) -> str:
        """The path of headings."""
        headings = []
        at: Node | None = node
        while at is not None and at is not self._root:
            headings.append(_heading(at).rstrip("。："))
            at = self._parent.get(id(at))
        return "".join(reversed(headings))


def _measure_style(root: Node) -> str | None:
    """The finest numbering in Arabic digits that runs on through the whole document; None where none does."""
    values: dict[str, list[int]] = {}
    parents: dict[str, set[int]] = {}
    depths: Counter[str] = Counter()

    def visit(node: Node, depth: int) -> None:
        for child in node.children:
            if child.kind == "part" and child.number is not None and child.number.style in ARABIC:
                values.setdefault(child.number.style, []).append(child.number.value)
                parents.setdefault(child.number.style, set()).add(id(node))
                depths[child.number.style] = max(depths[child.number.style], depth)
            if child.kind == "part":
                visit(child, depth + 1)

    visit(root, 0)
    running = [
        style
        for style, seen in values.items()
        if seen[0] == 1 and all(a < b for a, b in pairwise(seen)) and (len(parents[style]) > 1 or len(seen) >= _MIN_RUN)
    ]
    return max(running, key=lambda style: depths[style], default=None)


def _heading(node: Node) -> str:
    """The printed heading of a part: its first line, or its first sentence where it runs into the text."""
    if not node.paragraphs:
        return node.component
    first = node.paragraphs[0]
    if first.heading:
        return first.text
    run_in = _RUN_IN.match(first.text, node.start)
    return first.text[: run_in.end()] if run_in else first.text[: node.start] or first.text[:20]


def _has_stop(text: str) -> bool:
    return re.search(r"[。；]", text) is not None


def _closing(
    texts: list[tuple[str, tuple[int, ...]]],
) -> tuple[list[tuple[str, tuple[int, ...]]], list[tuple[str, tuple[int, ...]]]]:
    """The last part's own text, and what closes the document (本措施自…起施行)."""
    for i, (text, _) in enumerate(texts):
        if i and _CLOSING.match(text):
            return texts[:i], texts[i:]
    return texts, []


def _part(paragraph: Paragraph) -> tuple[str, tuple[int, ...]]:
    return paragraph.text, paragraph.offsets


def _unit(
    name: str, kind: UnitKind, section: str | None, locator: str, parts: list[tuple[str, tuple[int, ...]]]
) -> Iterator[Unit]:
    """The unit of these paragraphs; none where they are empty."""
    text, offsets = "", ()
    for more, places in parts:
        if not more:
            continue
        if text:
            text, offsets = text + "\n", (*offsets, offsets[-1])
        text, offsets = text + more, (*offsets, *places)
    if text:
        yield Unit(name, kind, section, locator, text, offsets)


def _joined(one: Unit, other: Unit) -> Unit:
    return replace(one, text=f"{one.text}\n{other.text}", offsets=(*one.offsets, one.offsets[-1], *other.offsets))
