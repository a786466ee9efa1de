"""Responsibility clauses: where a measure says who leads it and who supports it, and how such a clause is read.

The forms are those of Chinese official papers: `（甲牵头，乙、丙等按职责分工负责）`, `（责任单位：甲、乙）`,
`（牵头单位：甲；配合单位：乙）`, `（甲、乙等负责）`, `（甲、乙）` behind a stop, and lines `牵头单位：甲`.
"""

import re
from collections.abc import Iterator

from extract.brackets import Group, split
from extract.clauses.agency_lists import is_list_of_agencies, says_nobody
from extract.clauses.bodies import (
    bodies,
    chunks,
    ends_short,
    is_agency,
    is_body,
    is_known_body,
    is_remark,
)
from extract.clauses.business import behind_business, is_business, is_duty, says_duty, share
from extract.clauses.candidates import LONGEST, candidates
from extract.clauses.inner_labels import inner_label, says_who
from extract.clauses.named import Body, Clause, Named
from extract.clauses.notes import Order, meaning, note, ordered
from extract.clauses.shared_heads import shared_heads
from extract.clauses.words import (
    LIST_MARK,
    REMARK,
    SHORT_LABEL,
    as_marked,
    before_for_all,
    first_ends,
    is_bare_label,
    is_labelled,
    label_at,
    labels,
    marks_leader,
    note_apart,
    says_what,
    verb_at_end,
)
from extract.facts import Role
from extract.tracing import reject

_NO_CLAUSE = re.compile(
    r"(?:含|不含|包括|以下|其中|括号[内中里]|详见|见|例如|比如|注[：:]|[*＊★☆※▲△●◆◎#＃]号?的?[为是])|.*(?:(?<![局委厅部办府])负总责|抓落实)",
    re.DOTALL,
)
_LINE = re.compile(r".+")
_BY = re.compile(
    "(?:^|(?<=[，,；;。]))(?P<by>(?:(?:此|该|本|以上|上述)(?:项|工作|任务|事项|措施|条)*)?由)", re.MULTILINE
)
_LEADER_END = re.compile("[、，,（(〔]|(?:负责|[为是](?:主要)?)$")
_MARKS = re.compile(rf"[—－─…-]*{LIST_MARK}*")
_DEED = re.compile("组建|组成|成立|建立|设立|形成|召开|联合(?!会)|牵头")
_OF_DUTY = re.compile("职责|分工")
_NEAR = 8
_LONGEST_SENTENCE = 80


def clauses(text: str, *, first_leads: bool, leads_before: str = "") -> Iterator[Clause]:
    """The responsibility clauses of a unit's text: those in brackets, then those that are lines, each in order.

    Args:
        text: the text as read.
        first_leads: the document has said that the body named first leads (列第一位的为牵头单位，下同).
        leads_before: the sign in front of which, by the document, those stand that lead (分号前为牵头单位).
    """
    order = Order(first_leads, leads_before)
    taken = -1
    for group in candidates(text):
        if group.start < taken:
            continue
        clause = _in_brackets(text, group, order)
        if clause is not None:
            yield clause
            taken = clause.end
    yield from _lines(text, order)


def says_only_who(text: str) -> bool:
    """Whether a paragraph is a clause, or a line with a label, and nothing more."""
    return is_labelled(text) or any(
        clause.start == 0 and clause.end == len(text) for clause in clauses(text[:LONGEST], first_leads=False)
    )


def _in_brackets(text: str, group: Group, order: Order) -> Clause | None:
    start, end = group.start + 1, group.inner_end
    if _NO_CLAUSE.match(text, start, end):
        reject("responsibilities.explains", group.start, group.end)
        return None
    said = note(text, start, end)
    named, claimed = _read(text, start, end, meaning(said) if said else order)
    claimed = claimed or said is not None or marks_leader(text, start, end)
    if not named or not (claimed or is_list_of_agencies(text, group, named)):
        for body in named:
            reject("responsibilities.no_duty", body.start, body.end)
        return None
    form = "list" if not claimed else "label" if label_at(text, start, end) else "verb"
    return Clause(group.start, group.end, tuple(named), form)


def _lines(text: str, order: Order) -> Iterator[Clause]:
    """Clauses without brackets: lines, or last sentences of lines, that begin with 牵头单位： and the like."""
    run: list[tuple[int, int]] = []
    alone = -1
    for line in _LINE.finditer(text):
        if is_bare_label(line[0]):
            alone = line.start()
            continue
        if alone >= 0 and is_known_body(_LEADER_END.split(line[0], 1)[0]) and "：" not in line[0]:
            run.append((alone, line.end()))
            alone = -1
            continue
        alone = -1
        for at, end in split(text, "。", *line.span()):
            start = _MARKS.match(text, at, end).end()  # type: ignore[union-attr]  # it matches nothing, too
            start = inner_label(text, start, end)
            label = label_at(text, start, end) if end - start <= LONGEST else None
            if label and (not label["other"] or says_who(text, label.end(), end)):
                run.append((start, end))
            elif run and not label:
                yield from _of_lines(text, run, order)
                run = []
            if not label and (bare := _bare(text, start, end) or _led_by(text, start, end)):
                yield bare
    if run:
        yield from _of_lines(text, run, order)


def _bare(text: str, start: int, end: int, *, by: bool = False) -> Clause | None:
    """A sentence of bodies and what they do alone, a leader first (市教育局牵头，市财政局配合), be it behind 由."""
    led = first_ends(text, start, end)
    if (
        led < 0
        or text[start + 1 : start + 2] == "是"
        or end - start > LONGEST
        or not (is_body if by else is_known_body)(_LEADER_END.split(text[start:led], 1)[0])
    ):
        return None
    named, claimed = _read(text, start, end, Order())
    parts = [part for part in chunks(text, start, end) if not says_nobody(text, *part)]
    whole = all(any(a <= one.start and says_what(text, one.end, b) for one in named) for a, b in parts)
    certain = sum(is_body(one.written(text)) for one in named)
    verb = verb_at_end(text, max(start, end - _NEAR), end)  # what bodies do: 车务段配合
    enough = 3 * certain >= 2 * len(named) if verb and not verb[2] else certain == len(named)
    if not (claimed and whole and enough) or any(_DEED.match(text, one.start) for one in named):
        return None
    return Clause(start, end, tuple(named), "verb")


def _led_by(text: str, start: int, end: int) -> Clause | None:
    """The end of a sentence that says who leads what it tells: …，由市教育局牵头组织实施，市财政局配合.

    A sentence may say alone who does it, without a leader: 由县政府负责.
    """
    for by in _BY.finditer(text, start, end) if text.find("由", start, end) >= 0 else ():
        clause = _bare(text, by.end(), end, by=True)
        if clause is not None:
            return Clause(by.start("by"), end, clause.named, clause.form)
    alone = _BY.match(text, start, end) if end - start <= _LONGEST_SENTENCE else None
    if alone is None:
        return None
    named, claimed = _read(text, alone.end(), end, Order())
    known = all(is_known_body(one.written(text)) and not _DEED.match(text, one.start) for one in named)
    if not (claimed and named and known):
        return None
    whole = all(any(says_what(text, one.end, b) for one in named) for _, b in chunks(text, alone.end(), end))
    return Clause(start, end, tuple(named), "verb") if whole else None


def _of_lines(text: str, run: list[tuple[int, int]], order: Order) -> Iterator[Clause]:
    leads = any(label is not None and label["lead"] for label in (label_at(text, *line) for line in run))
    named = [n for line in run for n in _read(text, *line, Order() if leads else order)[0]]
    short = [label[0] for start, _ in run if (label := SHORT_LABEL.match(text, start))]  # 参与：动员各方力量, a heading
    told = named[:1] if all(label.endswith(("为", "是")) for label in short) else named  # 责任单位为市教育局、园区
    if named and not (short and not all(is_body(n.written(text)) for n in told)):
        yield Clause(run[0][0], run[-1][1], tuple(named), "line")


def _read(text: str, start: int, end: int, order: Order) -> tuple[list[Named], bool]:
    """The bodies that a clause names, with their roles, and whether a label or a verb says that they do something."""
    found: list[Body] = []
    claimed = False
    parts = list(_labelled(text, start, end))
    for a, b, role in parts:
        claimed = claimed or role is not None
        alone = role == "lead" and b == parts[-1][1]  # 牵头单位：甲；乙、丙 where no label says what those do
        for n, segment in enumerate(split(text, "；;。.", a, b)):
            there, verb = _segment(text, *segment, None if n and alone else role)
            found += there
            claimed = claimed or verb
    if order.is_known and found and not any(role == "lead" for *_, role in found):
        found = ordered(text, found, order)
    shared = shared_heads(text, found)
    return [_named(a, b, role or "support", shared.get(a)) for a, b, role in found], claimed


def _named(start: int, end: int, role: Role, runs: tuple[tuple[int, int], ...] | None) -> Named:
    return Named(*runs[0], role, runs[1]) if runs else Named(start, end, role)


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role | None]]:
    """The parts of a clause, each behind its label, with the role that it gives; what is no body's is left out."""
    end = before_for_all(text, start, end)
    if stated := note_apart(text, start, end):
        yield from _labelled(text, start, stated.start())
        rest = text.find("；", stated.end(), end) + 1  # 甲牵头，排第一位的为牵头单位，下同；乙配合
        yield from _labelled(text, rest, end) if rest else ()
        return
    found = labels(text, start, end)
    if not found or found[0].start() > start:
        yield start, found[0].start() if found else end, None
    for n, label in enumerate(found):
        until = found[n + 1].start() if n + 1 < len(found) else end
        if (label["lead"] or label["support"]) and label.end() < until:
            behind = label.end() + text.startswith("\n", label.end())
            yield behind, until, "lead" if label["lead"] else "support"


def _segment(text: str, start: int, end: int, labelled: Role | None) -> tuple[list[Body], bool]:
    """One segment between semicolons: names pile up until a verb says what they do; and whether one does."""
    found: list[Body] = []
    pending: list[tuple[int, int]] = []
    claimed = shared = False
    says = says_duty(text, start, end)
    parts = [part for part in chunks(text, start, end) if not REMARK.match(text, *part)]
    last = max((part for part in parts if not is_remark(text[slice(*part)])), default=None)
    for a, b in parts:
        verb = verb_at_end(text, a, b)
        until = verb[0] if verb else b
        own = share(text, a, until) if says else None
        if own:
            role = labelled if own.plain and labelled else own.role
            found += [(*name, role) for name in [*pending, *own.names]]
            claimed, shared, pending = claimed or own.plain or own.role == "lead", True, []
            continue
        shared = shared and verb is None and text[a - 1] == "、" and is_business(text, a, b)
        if shared or (says and is_duty(text, a, until)):
            claimed = claimed or bool(pending)
            continue
        begin = behind_business(text, a, until) if verb else a
        if begin > a:
            pending = [name for name in pending if is_known_body(text[slice(*name)])]
        pending += bodies(text, begin, until)
        if verb and pending:
            found += [(*name, verb[1]) for name in pending]
            claimed = claimed or verb[1] == "lead" or ((a, b) == last and _does(text, pending, verb, b))
            pending = []
    return as_marked(text, found + [(*name, labelled) for name in pending]), claimed


def _does(text: str, names: list[tuple[int, int]], verb: tuple[int, Role, bool], end: int) -> bool:
    """Whether a verb at the end of a clause says what bodies do: the last is one, or one does its part of a duty.

    What the duty is shared with may be of any kind (科技部等和各示范基地按职责分工负责).
    """
    last = text[slice(*names[-1])]
    if verb[2]:
        return is_agency(last)
    if is_body(last) or ends_short([text[slice(*name)] for name in names]):
        return True
    return _OF_DUTY.search(text, verb[0], end) is not None and is_body(text[slice(*names[0])])
