"""From the named parts of a document to its sections and units, as the annotation guidelines define them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.clauses.clauses import clauses, says_only_who
from extract.clauses.words import is_labelled
from extract.facts import Span
from extract.numbering import CHAPTERS, is_counted
from extract.plan import Section, Unit, UnitKind
from extract.punctuation import COLON, HAS_STOP
from extract.structure.duties import CLAUSE, says_who
from extract.structure.headings import is_closing_line
from extract.structure.lists import has_clause, mark_lists
from extract.structure.naming import Part
from extract.structure.paragraphs import CLAUSE_END, Paragraph
from extract.structure.tables import table_rows
from extract.structure.tree import Table

_TITLE_END = rf"。|{COLON}|(?<=[\u4e00-\u9fff）)”])\.(?![\dA-Za-z])"
_RUN_IN = re.compile(rf"[^。；;]{{2,45}}?(?:{_TITLE_END})")
_RUN_IN_TITLE, _LONGEST_TITLE = 20, 30
_ODD = 3
_ITEM_TITLE = re.compile(rf"[^，。；：,;]{{2,25}}?(?:{_TITLE_END})(?=.)")
_BRACKETS = str.maketrans("()", "（）")
_BARE_BOX = re.compile(r"专栏[\d一二三四五六七八九十—.-]*[：:]?")
_SIGNED = re.compile("年.{1,3}月.{1,3}日|(?:政府|办公室|办公厅|委员会|[局厅）)])$")
_CLOSING = re.compile(
    r"本(?:办法|措施|方案|意见|政策|规划|计划|通知|文件|细则|规定|行动方案|若干措施)(?:自|由|从|有效|中)"
)

_Text = tuple[str, tuple[int, ...]]


def sections(root: Part) -> list[Section]:
    """The headings of a document, in printed order; of those with one path the first."""
    found: dict[str, Section] = {}
    for part in root.walk():
        if part.is_section and part.node.paragraphs and part.section_path not in found:
            offsets, heading = part.node.paragraphs[0].offsets, _heading(part)
            span = Span(offsets[0], offsets[len(heading) - 1] + 1)
            found[part.section_path] = Section(part.section_path, heading, part.section, span)
    return list(found.values())


def units(root: Part) -> list[Unit]:
    """The units of a document, in printed order; all paragraphs of one path are one unit."""
    drafts: dict[str, _Draft] = {}
    for draft in _Drafting(root).drafts():
        if not draft.paragraphs:
            continue
        known = drafts.setdefault(draft.name, draft)
        if known is not draft:
            known.paragraphs += draft.paragraphs
    return [draft.unit() for draft in drafts.values()]


@dataclass(slots=True)
class _Draft:
    """A unit before its paragraphs are put together."""

    name: str
    kind: UnitKind
    locator: str
    section: str | None
    paragraphs: list[_Text]

    def unit(self) -> Unit:
        text = "\n".join(text for text, _ in self.paragraphs).translate(_BRACKETS)
        offsets: list[int] = []
        for _, places in self.paragraphs:
            offsets += offsets[-1:]  # of the newline between
            offsets += places
        return Unit(self.name, self.kind, self.section, self.locator, text, tuple(offsets))


class _Drafting:
    """Turns the parts of a document into units."""

    def __init__(self, root: Part) -> None:
        self._root = root
        self._duties: dict[int, bool] = {}
        mark_lists(root)
        self._with_clauses = {id(part.scope) for part in root.walk() if has_clause(part)}
        ordered: dict[int, list[Part]] = {}
        for part in root.walk():
            if part.node.kind == "part" and not part.in_measure and (part.is_leaf or part.is_measure):
                ordered.setdefault(id(part.scope), []).append(part)
        self._before_last = {id(parts[-1]): parts[-2] if parts[1:] else None for parts in ordered.values()}

    def drafts(self) -> Iterator[_Draft]:
        """The units in printed order, one for each stretch of text; some are empty."""
        for part in self._root.walk():
            kind = part.node.kind
            if kind == "box":
                yield from self._box(part)
            elif kind == "part":
                yield from self._part(part)
            elif kind != "item":
                yield self._preamble(part)
            for table in part.node.tables:
                yield from _rows(part, table)

    def _preamble(self, top: Part) -> _Draft:
        texts = [_whole(p) for p in top.node.paragraphs if not p.heading]
        name = "" if top.node.kind == "annex" and top.is_leaf else "前言"
        return _draft(top, f"§{name}", name, texts, section=top.section_path if top.is_section else None)

    def _part(self, part: Part) -> Iterator[_Draft]:
        number = part.node.number
        if part.in_measure or number is None:
            return
        kind: UnitKind = "measure"
        if part.is_measure:
            inner = [below for below in part.walk() if below is not part and below.node.kind == "part"]
            texts = _body(part) + [_whole(p) for below in inner for p in _unsigned(below.node.paragraphs)]
            name, section = str(number.value), part.section
            locator = f"第{number.value}条" if number.style == "n" else f"第（{number.value}）项"
            if is_counted(number.style):
                locator = number.component
            if number.style != part.scope.measures:
                name, locator = part.path, _heading_path(part)
        else:
            texts, locator = _body(part), _heading_path(part)
            states = part.is_leaf and part.scope.measures is None and self._states_duties(part)
            if not states or all(_CLOSING.match(text) for text, _ in texts):
                kind = "passage"
            name, section = part.path if kind == "measure" else f"§{part.path}", part.own_section
        closing: list[_Text] = []
        if id(part) in self._before_last:
            texts, closing = _closing(texts, self._before_last[id(part)])
        yield _draft(part, name, locator, texts, kind=kind, section=section)
        yield _draft(part, "§结尾", "结尾", closing, section=None)

    def _states_duties(self, part: Part) -> bool:
        """It or several beside it name who is responsible.

        In a plan without any such clause all do, but chapters and what is numbered 一、 right below them; where an
        annex has one, the parts of the highest level do not either: they introduce it.
        """
        number, above = part.node.number, part.above
        if number is None or above is None:
            return False
        if id(part.scope) not in self._with_clauses:
            if above.node.number is None:
                return number.style not in CHAPTERS and not self._with_clauses
            return number.style not in CHAPTERS and (number.style != "cn" or above.node.number.style not in CHAPTERS)
        if id(above) not in self._duties:
            beside = [any(map(says_who, node.paragraphs)) for node in above.node.parts]
            heading = any(map(says_who, above.node.paragraphs[:1]))
            self._duties[id(above)] = heading or _ODD * sum(beside) > len(beside)
        return self._duties[id(above)] or any(map(says_who, part.node.paragraphs))

    def _box(self, part: Part) -> Iterator[_Draft]:
        """The lead-in of a box and its items: by their numbers, or by the titles in front of them."""
        held = _unsigned(part.node.paragraphs[1:])
        if held and held[0].heading and _BARE_BOX.fullmatch(part.node.paragraphs[0].text):
            held = held[1:]  # the title stands in a line of its own
        titled = [i for i, p in enumerate(held) if p.heading or _ITEM_TITLE.match(p.text)]
        bounds = [len(held)] if part.below else [*titled, len(held)]
        texts = [_whole(p) for p in held]
        items = [(n, texts[at:until]) for n, (at, until) in enumerate(pairwise(bounds), 1)]
        items += [(item.node.number.value, _body(item)) for item in part.below if item.node.number]
        yield _draft(part, part.path, part.path, texts[: bounds[0]], kind="box", section=part.section_path)
        for n, own in items:
            name, locator = f"{part.path}.{n}", f"{part.path}第{n}项"
            yield _draft(part, name, locator, own, kind="box", section=part.section_path)


def _draft(
    part: Part, name: str, locator: str, texts: list[_Text], *, kind: UnitKind = "passage", section: str | None
) -> _Draft:
    texts = [(text, offsets) for text, offsets in texts if text]
    return _Draft(part.scope.prefix + name, kind, part.scope.name + locator, section, texts)


def _rows(part: Part, table: Table) -> Iterator[_Draft]:
    """The rows of a table, the row of headers apart; those of the one table that a box holds are its items."""
    duties, texts = table_rows(table.rows)
    kind: UnitKind = "measure" if duties else "passage"
    if part.node.kind != "box" or len(part.node.tables) != 1 or part.below:
        part.scope.tables += 1
        name, section = f"表{table.number or part.scope.tables}", part.own_section
    else:
        name, kind, section = part.path, "box", part.section_path
    for n, text in texts:
        yield _draft(part, f"{name}.{n}", f"{name}第{n}行", [text], kind=kind, section=section)


def _unsigned(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without the signature, the date and the state of the paper behind them."""
    end = len(paragraphs)
    while end and paragraphs[end - 1].heading and is_closing_line(paragraphs[end - 1].text):
        end -= 1
    signed = paragraphs[end:]
    if end and is_labelled(paragraphs[end - 1].text) and not any(is_closing_line(p.text, dated=True) for p in signed):
        return paragraphs  # bodies, a line each, behind 责任单位：
    return paragraphs[:end] if any(_SIGNED.search(p.text) for p in signed) else paragraphs


def _body(part: Part) -> list[_Text]:
    """What a part says, its own heading and the signature behind it left out."""
    node = part.node
    if not node.paragraphs:
        return []
    opening, texts = node.paragraphs[0], [_whole(p) for p in _unsigned(node.paragraphs[1:])]
    text = opening.text[node.start :]
    own = [(text, opening.offsets[node.start :])]
    if opening.heading:
        says_what = HAS_STOP.search(text) or CLAUSE.search(text) or part.is_measure or part.is_empty
        if (part.is_leaf or part.is_measure) and all(says_only_who(text) for text, _ in texts):
            return own + texts if texts or says_what else []
        return own + texts if CLAUSE.search(text) else texts  # 实施…行动（牵头单位：甲） above numbered parts
    if part.is_measure or (part.is_leaf and not texts):
        return own + texts
    run_in = _RUN_IN.fullmatch(text) is not None
    if texts:
        title = run_in and len(text) <= _RUN_IN_TITLE and not all(says_only_who(text) for text, _ in texts)
        return texts if title else own + texts
    return [] if run_in and "，" not in text else own


def _closing(texts: list[_Text], before: Part | None) -> tuple[list[_Text], list[_Text]]:
    """The texts of the last part, and those that close the document behind it.

    They begin with 本措施自…起施行, or stand behind its clause where the part before ends with its own.
    """
    for i, (text, _) in enumerate(texts):
        if i and _CLOSING.match(text):
            return texts[:i], texts[i:]
    last = before.node.paragraphs[-1:] if before else []
    if not last or not CLAUSE_END.search(last[0].tail):
        return texts, []
    for i in range(len(texts) - 1, -1, -1):
        text, offsets = texts[i]
        end = max((clause.end for clause in clauses(text, first_leads=False)), default=0)
        if end:
            own, behind = [*texts[:i], (text[:end], offsets[:end])], [(text[end:], offsets[end:]), *texts[i + 1 :]]
            said = behind[0][0].strip("。；;.")
            return (own, behind) if (said and HAS_STOP.search(behind[0][0])) or behind[1:] else (texts, [])
    return texts, []


def _whole(paragraph: Paragraph) -> _Text:
    return paragraph.text, paragraph.offsets


def _heading(part: Part) -> str:
    """The printed heading: the first line, or a title that runs into the text; else the number alone."""
    first, start = part.node.paragraphs[0], part.node.start
    if first.heading:
        return first.text
    title = _RUN_IN.match(first.text, start)
    if title is None or "，" in title[0] or title.end() - start > _LONGEST_TITLE:
        return first.text[:start].rstrip("、.") if start else first.text[:_RUN_IN_TITLE]
    return first.text[: title.end()]


def _heading_path(part: Part) -> str:
    headings = []
    at: Part | None = part
    while at is not None and at.node.kind in {"part", "box"}:
        headings.append(_heading(at).rstrip("。：:."))
        at = at.above
    return "".join(reversed(headings))
