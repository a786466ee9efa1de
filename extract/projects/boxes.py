"""Undertakings that no verb governs: headings of items of a box, cells of a table, and lists under a title of projects.

Under 专栏1 基础设施重点项目 every item of `铁路：甲、乙（在建）；丙（前期）。` is an undertaking, whatever its noun.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.brackets import split
from extract.components import Found, Passage
from extract.facts import Stage
from extract.projects.ends import makes
from extract.projects.lists import members
from extract.projects.names import head_of
from extract.projects.objects import Undertaking, notes, outside, without_note
from extract.projects.proper import holds_a_name, is_ordinary
from extract.projects.refusals import refused
from extract.projects.verbs import governing
from extract.projects.wholes import is_of_places
from extract.projects.words import leading_word, words
from extract.structure.cells import project_cells, stage_cells
from extract.tracing import reject
from extract.word_lists import either, word_lists

_TITLE = re.compile(
    r"[^，。；：]{4,25}(?=[。：]|，(?:规划|总投资|投资|位于|占地|用地|全长|线路|设计|新建|建设|总建筑|年))"
)
_SITE = re.compile(r"(?:园|园区|区|带|小镇|基地)$")
_MARKER = (
    r"(?:—{1,2}|[①-⑳❶-❿•●○◎◆◇▲△★☆■□▪►▶※➢✓·]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、)）](?!\d)"
    r"|[一二三四五六七八九十]{1,2}、)?\s*"
)
_MARKED = re.compile(_MARKER)
_LINE = re.compile(
    rf"^\s*{_MARKER}(?:(?P<label>[^，。；：:、\n（(]{{1,16}})(?:[（(][^（()）\n]{{1,30}}[）)])?[：:])?(?P<list>[^\n。]+)。?$",
    re.MULTILINE,
)
# 1. 普通公路。甲线乙段、丙线丁段。
_HEADING = re.compile(r"[^，。；：、\n]{2,12}。(?P<list>[^\n。]+)")
_DETAIL = re.compile(
    r"\s*(?:估算|总投资|计划|预计|占地|规划|投资|位于|全长|全线|里程|主要|其中|用地|线路|力争|到20|20\d\d|\d|新增|年产|年处理|总规模|总建筑|总里程|总长|总库容|设计|建筑面积|涉及|合计|共|约)"
)
_COUNTED = re.compile(r"“[一二两三四五六七八九十\d][^“”]{0,8}”")
_PROGRAMME = re.compile(r"(?:实施|推进|组织实施|启动|抓好)?(?P<name>[^，。；：、]{4,22}工程)。")
_LONGEST_HEADING = 30
_LONGEST_UNLABELLED = 60
_LINES = ("铁路", "高铁", "高速", "高速公路", "公路", "城际铁路", "快速路", "航道")


def titles(here: Passage, text: str) -> Iterator[Undertaking]:
    """The run-in heading of a box item that names an undertaking (1. 高标准农田建设工程。).

    So does that of a measure in a section of programmes (三、实施重点工程（一）绿色升级工程。). A site involves the
    places of its item; a programme those that its own name says.
    """
    if here.unit.kind != "box":
        yield from _programme(here, text)
        return
    match = _TITLE.match(text, _MARKED.match(text).end())  # type: ignore[union-attr]  # it matches nothing, too
    if match is not None and (sized := without_note(text, match.span())[0]) != match.span():
        yield Undertaking(text[slice(*sized)], "underway", (sized,), (), "title")
        return
    if match is not None and match[0].endswith("项目") and not head_of(match[0]):
        yield from _project_named(match[0].removesuffix("项目"), match.start())
        return
    if match is None or match[0] in words().classes or not head_of(match[0]):
        return
    if head_of(match[0]) in words().need_place and is_ordinary(match[0]):
        return  # 港航机场。
    if match[0].endswith((*words().acts, *words().acts_of_named)) and is_ordinary(match[0]):
        return  # 水闸除险加固。
    if text.startswith("：", match.end()) and (
        is_ordinary(match[0].removesuffix("工程")) or match[0].endswith(_actors())
    ):
        return  # 省级平台：… is a label, and so is 甲高新区：…
    if is_titled(here) and is_ordinary(match[0]) and _heads_a_list(text):
        return
    if not match[0].startswith(("打造", "推进", "加快", "实施")):
        stage: Stage = "planned" if "创建" in match[0] else "underway"
        site = ((match.end(), len(text)),) if _SITE.search(match[0]) else ()
        yield Undertaking(match[0], stage, (match.span(),), site, "title")


def _project_named(name: str, start: int) -> Iterator[Undertaking]:
    """The undertaking of a heading that ends in 项目; what is made there needs the word (甲电子级化学品项目)."""
    run = (start, start + len(name))
    if holds_a_name(name, run, ()) and not is_ordinary(name):
        made = makes(name, (0, len(name)), ()) and not name[-1].isascii()
        named = f"{name}项目" if made else name
        yield Undertaking(named, "underway", ((start, start + len(named)),), (), "title")


def _programme(here: Passage, text: str) -> Iterator[Undertaking]:
    """The programme that the heading of a measure names, where its section announces programmes."""
    named = (
        _PROGRAMME.match(text) if here.unit.kind == "measure" and text.find("工程。", 0, _LONGEST_HEADING) > 0 else None
    )
    section = here.profile.section(here.unit) if named is not None else None
    if named is not None and section is not None and "工程" in section.heading:
        yield Undertaking(named["name"], "underway", (named.span("name"),), (), "title")


def cells(text: str, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The undertakings that a column of a table, or a line with a label, names (项目名称：合广长高速公路)."""
    stage: Stage = next((notes()[text[a:b]] for a, b in stage_cells(text) if text[a:b] in notes()), "underway")
    for start, end in project_cells(text):
        named = holds_a_name(text[start:end], (start, end), places)
        if head_of(text[start:end]) or (named and not refused(text[start:end], (start, end), "", places, trusted=True)):
            yield Undertaking(text[start:end], stage, ((start, end),), (), "cell")


def itemized(
    here: Passage, text: str, places: Sequence[Found], skip: Sequence[tuple[int, int]]
) -> Iterator[Undertaking]:
    """The items of the lists of a box, or of an annex, that holds undertakings (铁路：甲、乙（在建）；丙（前期）).

    Args:
        here: the unit.
        text: its text.
        places: those that it names.
        skip: what holds none: the responsibility clauses.
    """
    titled = is_titled(here)
    if here.unit.kind != "box" and not titled:
        return
    heading = _HEADING.match(text) if titled and _heads_a_list(text) else None
    if heading:
        for a, b in split(text, "；;", *heading.span("list")):
            yield from _group(text, (a, b), None, places, titled=True)
    for line in (line for a, b in outside((0, len(text)), skip) for line in _LINE.finditer(text, a, b)):
        label = line["label"]
        if label is None and (not titled or len(line["list"]) > _LONGEST_UNLABELLED or here.unit.kind != "box"):
            continue
        if label is not None and (label in word_lists("project_lists")["no_labels"] or label.endswith(_no_labels())):
            continue
        for a, b in split(text, "；;", *line.span("list")):
            yield from _group(text, (a, b), line.span("label") if label in _LINES else None, places, titled=titled)


def staged(text: str, start: int, end: int) -> Iterator[tuple[int, int, Stage]]:
    """The runs of lists behind labels that say how far their members are, with the stage (续建：甲、乙，前期：丙)."""
    label = _staged().match(text, start, end)
    if label is None:
        return
    for a, b in split(text, "，,", start, end):
        label = _staged().match(text, a, b) or label
        yield max(a, label.end()), b, notes()[label["said"]]


@cache
def _staged() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<said>{either(notes())})(?:类|的)?(?:重点|重大)?(?:项目|工程)?[：:]")


def _heads_a_list(text: str) -> bool:
    """Whether the first sentence of an item is a label, and what stands behind it a list that no verb governs."""
    heading = _HEADING.match(text)
    label = text[: heading.start("list") - 1] if heading else ""
    if heading is None or label.endswith("工程") or not is_ordinary(label):
        return False
    listed = list(members(text, *heading.span("list")))
    whole = sum(head_of(text[a:b]) is not None for a, b in listed)
    return len(listed) > 1 and 2 * whole > len(listed) and governing(text, *listed[0])[1] is None


def is_titled(here: Passage) -> bool:
    """Whether the heading above a unit says that its items are undertakings (专栏1 基础设施重点项目)."""
    section = here.profile.section(here.unit)
    return section is not None and _titled().search(section.heading) is not None


def drop_umbrellas(text: str, found: dict[str, Undertaking]) -> None:
    """Drop “三横三纵”快速路 where the rest of its sentence names the members."""
    for key, undertaking in list(found.items()):
        if not _COUNTED.match(undertaking.name) or undertaking.name.endswith("”"):
            continue
        end = undertaking.runs[-1][1]
        stop = min((i for mark in "。；;\n" if (i := text.find(mark, end)) >= 0), default=len(text))
        if sum(end < other.runs[0][0] < stop for other in found.values()) > 1:
            del found[key]


def _group(
    text: str, run: tuple[int, int], line: tuple[int, int] | None, places: Sequence[Found], *, titled: bool
) -> Iterator[Undertaking]:
    """The items of a list up to a semicolon; the note behind the last says the stage of all before it without one."""
    begin, verb = governing(text, *run)
    if (verb is not None and not titled) or _tells(text, *run):
        return
    parts = list(_parts(text, begin if verb is not None else run[0], run[1]))
    named = [holds_a_name(text[a:b], (a, b), places) for a, b in parts]
    coherent = 2 * sum(named) >= len(named) and (titled or len(named) > 1)
    stage: Stage = verb or "underway"
    found: list[Undertaking] = []
    for part, has_name in zip(reversed(parts), reversed(named), strict=True):
        bare, note, said = without_note(text, part)
        stage = said or stage
        runs = (bare, line) if line is not None and is_of_places(text, bare, places) else (bare,)
        name = "".join(text[a:b] for a, b in runs)
        why = refused(name, bare, "", places, trusted=has_name or (verb is None and (titled or coherent)))
        if not why and not titled and head_of(name) is None:
            why = "class"  # 白酒：甲窖酒、乙大曲
        if why:
            reject(f"projects.{why}", *bare)
            continue
        found.append(Undertaking(name, said or stage, runs, (note,) if note else (), "itemized"))
    if 2 * len(found) >= len(parts) and not any(_is_cut(text[a:b]) for a, b in parts):
        yield from reversed(found)


def _tells(text: str, start: int, end: int) -> bool:
    """Whether a group is a sentence: a verb begins it, and another one a clause behind it (重点发展甲，建设乙)."""
    clauses = list(split(text, "，,", start, end))
    return (
        len(clauses) > 1
        and text.startswith(_tellers(), clauses[0][0])
        and any(leading_word(text, a, b) for a, b in clauses[1:])
    )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list, up to the first comma behind which details stand (，总投资5亿元)."""
    for a, b in split(text, "，,", start, end):
        if a > start and _DETAIL.match(text, a, b):
            return
        for c, d in members(text, a, b):
            until = d - 1 if text[d - 1] == "等" else d
            until = until - 3 if text.endswith("等项目", c, d) else until
            at = c + len(text[c:until]) - len(text[c:until].lstrip())
            if until - at > 1:
                yield at, at + len(text[at:until].rstrip())


def _is_cut(part: str) -> bool:
    """Whether a part begins in quotation marks and does not end in them, so that the list is one of words."""
    return part.count("“") != part.count("”")


@cache
def _actors() -> tuple[str, ...]:
    return tuple(word_lists("project_lists")["zones_that_act"])


@cache
def _tellers() -> tuple[str, ...]:
    table = word_lists("governing")
    return (*table["verbs"], *(adverb + verb for adverb in table["adverbs"] for verb in table["verbs"]))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(either(word_lists("project_lists")["titles"]))


@cache
def _no_labels() -> tuple[str, ...]:
    return tuple(label for label in word_lists("project_lists")["no_labels"] if len(label) > 1)
