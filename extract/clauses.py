"""Responsibility clauses: where a measure says who leads it and who supports it, and how such a clause is read.

The forms are those of Chinese official papers: `（甲牵头，乙、丙等按职责分工负责）`, `（责任单位：甲、乙）`,
`（牵头单位：甲；配合单位：乙）`, `（甲、乙等负责）`, `（甲、乙）` behind a stop, and lines `牵头单位：甲`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.bodies import bodies, chunks, is_agency, is_body, is_list_of_bodies, is_remark
from extract.brackets import CLOSING, OPENING, Group, bracketed, split
from extract.facts import Role
from extract.tracing import reject

_WHO = "(?:单位|部门|地区|机构|处室|主体)"
_LEADER = "(?:主要)?(?:牵头(?:责任)?|主办|主责|主要责任|第一责任)"
_SUPPORTER = "(?:相关)?(?:有关|责任|配合|参与|参加|协办|协同|协作|支持|承办|落实|实施|负责|成员)"
_OTHER = (
    "(?:完成|办结|推进|整改)?(?:时限|时间|期限|节点|进度)(?:安排|要求|节点)?|备注"
    "|(?:分管|责任|牵头|包抓|联系|督导)(?:领导|负责人|责任人|人)"
)
_SAYS = (
    rf"(?:(?P<lead>{_LEADER}{_WHO})|(?P<support>{_SUPPORTER}(?:[和与及、]?(?:配合|参与|协办|落实|责任))?{_WHO})|(?P<other>{_OTHER}))"
    r"(?:[及和与、]其?(?:负责人|责任人|联系人|领导))?(?:[（(][^（()）]{0,20}[)）])?"
)
_LABEL = re.compile(rf"{_SAYS}[为是]?[：:]")
_BRACKETED_LABEL = re.compile(rf"[{re.escape(OPENING)}]{_SAYS}[{re.escape(CLOSING)}][：:]?")
_BARE_LABEL = re.compile(rf"(?:(?P<lead>{_LEADER}{_WHO})|(?P<support>{_SUPPORTER}{_WHO}))[为是]?")
_SHORT_LABEL = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:(?P<lead>(?:牵头|主办|主责)(?:责任)?|{_LEADER}{_WHO}[为是])|(?P<support>(?:配合|协办|协同|协作|参与)(?:责任)?|责任|落实|{_SUPPORTER}{_WHO}[为是])"
    r"|(?P<other>(?!)))(?:[：:]|(?<=[为是]))"
)
_LEADING_VERBS = (
    "牵头负责|负责牵头|总牵头|牵头(?:抓总|推进|落实|实施|组织实施|组织)?|主办"
    "|为(?:主要)?(?:牵头|主责|主办)(?:单位|部门)"
)
_SUPPORTING_VERBS = (
    "负责(?:落实|推进|实施|组织实施|抓好落实|指导)?|配合(?:落实|实施|推进)?|参与|参加|协同(?:推进|配合)?|协助|协办|落实"
    "|组织实施|支持|为(?:责任|配合|参与|协办|协同|协助|支持)(?:单位|部门|主体)"
)
_VERB = re.compile(rf"(?:(?P<lead>{_LEADING_VERBS})|(?P<support>{_SUPPORTING_VERBS}))$")
_LONGEST_VERB = 8
_DUTY = (
    "按照", "按", "根据", "依据", "依", "各自", "职责", "职能", "责任", "任务", "权限", "范围", "分工", "要求", "内",
    "分别", "共同", "联合", "双", "具体", "统筹",
)  # fmt: skip
FIRST_LEADS = re.compile(
    r"(?:列|排|居|位列|排名|排列|列在|排在)?(?:第一|首)(?:列|位|个|名|家)?(?:的|者)?(?:责任)?(?:单位|部门)?(?:的|者)?"
    r"(?:(?:为|是|即为?)(?:主要)?(?:牵头|主办|主要责任|主责)|牵头)"
)
"""The statement that the body named first leads (列第一位的为牵头单位)."""
_MARKED = re.compile("[（(](?:(?P<lead>牵头|主办)|(?P<support>配合|协办|参与))(?:单位|部门)?[）)]$")
_REMARK = re.compile(rf"(?:以)?下同|{FIRST_LEADS.pattern}")
_NO_CLAUSE = re.compile(r"(?:含|不含|包括|以下|其中|详见|见|例如|比如|注[：:])|.*(?:负总责|抓落实)", re.DOTALL)
_LINE = re.compile(r".+")
_DASHES = re.compile(r"[—－─-]*")
_LINE_END = re.compile(r"[。；.;]?(?:\n|$)")
_MEANS_MEMBERS = re.compile("(?:单位|部门|机构|成员|小组|会议|办公室|专班|机关|委员会|联盟|机制|[局委办厅部院署])$")
_NEAR = 8
_LONGEST = 1000
_DEEPEST = 2
_UNCLOSED_TRIES = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A body that a clause names, by its place in the text of the unit."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its place in the text of the unit (brackets included), the bodies that it names, and its form.

    The form is `verb` (甲牵头，乙负责), `label` (责任单位：甲), `list` (甲、乙 alone) or `line` (a line 牵头单位：甲).
    """

    start: int
    end: int
    named: tuple[Named, ...]
    form: str


def clauses(text: str, *, first_leads: bool) -> Iterator[Clause]:
    """The responsibility clauses of a unit's text: those in brackets, then those that are lines, each in order.

    Args:
        text: the text as read.
        first_leads: the document has said that the body named first leads (列第一位的为牵头单位，下同).
    """
    taken = -1
    for group in _candidates(text):
        if group.start < taken:
            continue
        clause = _in_brackets(text, group, first_leads=first_leads)
        if clause is not None:
            yield clause
            taken = clause.end
    yield from _lines(text, first_leads=first_leads)


def is_labelled(text: str) -> bool:
    """Whether a line says by a label in front who does something or until when (牵头单位：…, 完成时限：…)."""
    start = 1 if text[:1] in tuple(OPENING) else 0
    return _LABEL.match(text, start) is not None or _BRACKETED_LABEL.match(text) is not None


def says_only_who(text: str) -> bool:
    """Whether a paragraph is a clause, or a line with a label, and nothing more."""
    return is_labelled(text) or any(
        clause.start == 0 and clause.end == len(text) for clause in clauses(text[:_LONGEST], first_leads=False)
    )


def names_bodies(label: str) -> bool:
    """Whether a label, such as the header of a column, says that what follows are responsible bodies."""
    match = _LABEL.fullmatch(label.rstrip("：:") + "：")
    return match is not None and match["other"] is None


def _candidates(text: str) -> Iterator[Group]:
    """The bracketed runs that may be clauses: short, not deep inside others, and few of those that nothing closes."""
    unclosed = 0
    line_end = -1
    for group in bracketed(text):
        if group.depth > _DEEPEST or group.inner_end - group.start > _LONGEST:
            continue
        if group.inner_end == group.end:
            unclosed = unclosed + 1 if group.end == line_end else 1
            line_end = group.end
            if unclosed > _UNCLOSED_TRIES:
                continue
        yield group


def _in_brackets(text: str, group: Group, *, first_leads: bool) -> Clause | None:
    start, end = group.start + 1, group.inner_end
    if _NO_CLAUSE.match(text, start, end):
        reject("responsibilities.explains", group.start, group.end)
        return None
    first_leads = first_leads or FIRST_LEADS.search(text, start, end) is not None
    named, claimed = _read(text, start, end, first_leads=first_leads)
    if not named or not (claimed or _is_list_of_agencies(text, group, named)):
        for body in named:
            reject("responsibilities.no_duty", body.start, body.end)
        return None
    form = "list" if not claimed else "label" if _label_at(text, start, end) else "verb"
    return Clause(group.start, group.end, tuple(named), form)


def _is_list_of_agencies(text: str, group: Group, named: list[Named]) -> bool:
    """Behind the last stop of a line, a bracket that holds bodies alone is a clause: 。（市教育局、市财政局）.

    In front of that stop it is one where it holds agencies alone, and nothing that it may explain stands before it
    (成员单位（市教育局、市财政局）。). What says until when or how (持续推进) names none and does not count.
    """
    names = [text[n.start : n.end] for n in named]
    alone = text[max(0, group.start - 1) : group.start] in tuple("。；.;") or (
        all(map(is_agency, names)) and _MEANS_MEMBERS.search(text, max(0, group.start - _NEAR), group.start) is None
    )
    inner = split(text, "；;。", group.start + 1, group.inner_end)
    parts = [part for segment in inner for part in chunks(text, *segment) if not is_remark(text[slice(*part)])]
    all_name = all(any(a <= one.start < b for one in named) for a, b in parts)
    ends = _LINE_END.match(text, group.end) is not None
    return alone and ends and all_name and is_list_of_bodies(names)


def _lines(text: str, *, first_leads: bool) -> Iterator[Clause]:
    """Clauses without brackets: lines, or last sentences of lines, that begin with 牵头单位： and the like."""
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        for at, end in split(text, "。", *line.span()):
            start = _DASHES.match(text, at, end).end()  # type: ignore[union-attr]  # it matches nothing, too
            label = _label_at(text, start, end) if end - start <= _LONGEST else None
            if label and not label["other"]:
                run.append((start, end))
            elif run and not label:
                yield from _of_lines(text, run, first_leads=first_leads)
                run = []
    if run:
        yield from _of_lines(text, run, first_leads=first_leads)


def _of_lines(text: str, run: list[tuple[int, int]], *, first_leads: bool) -> Iterator[Clause]:
    labels = [_label_at(text, start, end) for start, end in run]
    leads = any(label is not None and label["lead"] for label in labels)
    named = [n for start, end in run for n in _read(text, start, end, first_leads=first_leads and not leads)[0]]
    short = any(_SHORT_LABEL.match(text, start) for start, _ in run)  # 参与：动员各方力量, a heading
    if named and not (short and not all(is_body(text[n.start : n.end]) for n in named)):
        yield Clause(run[0][0], run[-1][1], tuple(named), "line")


def _read(text: str, start: int, end: int, *, first_leads: bool) -> tuple[list[Named], bool]:
    """The bodies that a clause names, with their roles, and whether a label or a verb says that they do something."""
    found: list[tuple[int, int, Role | None]] = []
    claimed = False
    for a, b, role in _labelled(text, start, end):
        claimed = claimed or role is not None
        for n, segment in enumerate(split(text, "；;。.", a, b)):
            there, verb = _segment(text, *segment, None if n else role)
            found += there
            claimed = claimed or verb
    if first_leads and found and not any(role == "lead" for *_, role in found):
        found[0] = (*found[0][:2], "lead")
    return [Named(a, b, role or "support") for a, b, role in found], claimed


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role | None]]:
    """The parts of a clause, each behind its label, with the role that it gives; what is no body's is left out."""
    first = _label_at(text, start, end) or _BARE_LABEL.match(text, start, end)
    at = first.end() if first else start
    labels = sorted([*_LABEL.finditer(text, at, end), *_SHORT_LABEL.finditer(text, at, end)], key=re.Match.start)
    if first:
        labels = [first, *labels]
    if not labels or labels[0].start() > start:
        yield start, labels[0].start() if labels else end, None
    for n, label in enumerate(labels):
        until = labels[n + 1].start() if n + 1 < len(labels) else end
        if (label["lead"] or label["support"]) and label.end() < until:
            yield label.end(), until, "lead" if label["lead"] else "support"


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    run = (text, start, end)
    return _LABEL.match(*run) or _BRACKETED_LABEL.match(*run) or _SHORT_LABEL.match(*run)


def _segment(text: str, start: int, end: int, labelled: Role | None) -> tuple[list[tuple[int, int, Role | None]], bool]:
    """One segment between semicolons: names pile up until a verb says what they do; and whether one does."""
    found: list[tuple[int, int, Role | None]] = []
    pending: list[tuple[int, int]] = []
    claimed = False
    parts = [part for part in chunks(text, start, end) if not _REMARK.match(text, *part)]
    for a, b in parts:
        verb = _verb(text, a, b)
        pending += bodies(text, a, verb[0] if verb else b)
        if verb and pending:
            found += [(*name, verb[1]) for name in pending]
            claimed = claimed or verb[1] == "lead" or ((a, b) == parts[-1] and is_body(text[slice(*pending[-1])]))
            pending = []
    return _as_marked(text, found + [(*name, labelled) for name in pending]), claimed


def _as_marked(text: str, found: list[tuple[int, int, Role | None]]) -> list[tuple[int, int, Role | None]]:
    """The bodies with the role that a bracket behind one of them gives: 市财政局（牵头）、市金融办."""
    marks = [_MARKED.search(text, start, end) for start, end, _ in found]
    leads = any(mark and mark["lead"] for mark in marks)
    return [
        (start, mark.start(), "lead" if mark["lead"] else "support")
        if mark
        else (start, end, "support" if leads else role)
        for mark, (start, end, role) in zip(marks, found, strict=True)
    ]


def _verb(text: str, start: int, end: int) -> tuple[int, Role] | None:
    """Where the words begin that say what the bodies before them do (等按职责分工负责), and the role that they give."""
    match = _VERB.search(text, max(start, end - _LONGEST_VERB), end)
    if match is None:
        return None
    at = match.start()
    while before := next((word for word in _DUTY if text.endswith(word, start, at)), None):
        at -= len(before)
    return at, "lead" if match["lead"] else "support"
