"""Component `projects`: concrete undertakings, their stage by the verb that governs them, the places they involve.

A clause is read as verb and object; the object is a list whose members may share a head
(`宿州—固镇、徐州—淮北—阜阳高速公路` are two roads) or a modifier (`管网蚌埠—宿州段、淮北—宿州段`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.brackets import split
from extract.components import Found, Passage, mark, marked, overlaps, passage, place_entity
from extract.facts import Entity, ProjectMention, Stage
from extract.project_boxes import cells, drop_umbrellas, itemized, titles
from extract.project_closure import Closure, closed_members, closes, closure
from extract.project_lists import Item, completed, counted, items
from extract.project_names import head_of, is_specific
from extract.project_objects import (
    Undertaking,
    act_jointly,
    is_one,
    named_from,
    outside,
    until_etc,
    without_note,
    without_tail,
)
from extract.project_verbs import RELIED_ON, behind, beside_verb, governing
from extract.project_words import words
from extract.tracing import is_tracing, reject
from gazetteer.divisions import COUNTRY

_SENTENCE = re.compile(r"[^。；;！\n]+")
_QUOTES = re.compile(r"[“”‘’\"]")
_EXTENDS = re.compile(r"延伸(?:到|至)")
_MADE_INTO = re.compile(
    r"(?:将|把)(?P<what>[^，]{2,60}?)(?:打造|建设|培育|布局|发展|建)(?:成为?|为|成)(?P<made>[^，]{2,40})$"
)
_NAMED = re.compile(
    r"(?<=“)[^“”，。]{6,24}工程(?=”)|(?:国家|省级|市级)?“[^“”]{2,20}”(?:(?![向在与和的等])[\u4e00-\u9fff]){0,6}?(?:工程|平台|园区|产业园)(?!师|计划|行动)"
)
_RELIED_ON_QUOTED = re.compile(r"依托((?:“[^“”]{2,20}”、?){1,6})等?[^，“”]{0,6}(?:平台|载体|基地|阵地|系统)")
_QUOTED = re.compile(r"“[^“”]{2,20}”")
_UMBRELLA = re.compile(
    r"(?P<name>“(?:[一两二三四五六七八九十百]+[\u4e00-\u9fff]{0,2}[港心园区带廊核地轴台镇湾网]、?){2,6}”"
    r"(?:的?[\u4e00-\u9fff]{2,8}?(?:示范区|园区|产业园))?)(?:建设|项目|$)"
)
_AWARDED = re.compile(r"(?:创建|争创|申报)$")
_HEADING = re.compile(r"[^，。；\n]{4,25}。(?=.)")
_TOWARDS = re.compile(r"向[^，向]*(?:延伸|覆盖|拓展|转移|集聚|集中|倾斜|开放|下沉|流动|推广)")
_HEADINGS = ("title", "cell")
_MOVES = ("支持", "鼓励", "引导", "推动", "组织", "指导")
_ACTS = re.compile(
    r"(?:平台|机构|园区|基地|中心|企业|单位|载体|高校|实验室|研究院|医院|学校|联盟|合作社)(?!建设|项目|工程|创建|发展|申报)[\u4e00-\u9fff]{2,}"
)
_DOES = re.compile(
    r"(?:开展|参与|建立|加强|深化|共建|联合|组建|成立|设立|创建|建设|实施|推广|打造|争创|申报|发展|承担|牵头)[^，]{3,}"
)
_AIMS = re.compile(r"(?:建设|创建|争创|申报|打造)(?=[^，、]{3,}$)")
_FRAGMENTS = ("在", "对", "向", "从", "以")
_AND_ANOTHER = re.compile(r"等[^、，等]{0,14}(?:项目|工程)(?P<joint>和|以及|及)(?=[^、，]{4})")
_WITH = re.compile(r"与(?P<other>[^，与]{2,20}?)的?$")


@Language.component("projects")
def projects(doc: Doc) -> Doc:
    """Emit a mention of each undertaking that the unit's body names."""
    here = passage(doc)
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    skip = [*marked(doc, "clauses")]
    found: dict[str, Undertaking] = {}
    boxes = itemized(here, text, places, skip)
    read = [*titles(here, text), *cells(text, places), *boxes, *_sentences(text, skip, places, here)]
    for undertaking in sorted(read, key=lambda u: u.rule == "quoted"):
        if undertaking.rule == "quoted" and any(overlaps(*undertaking.runs[0], u.runs) for u in found.values()):
            continue
        key = _QUOTES.sub("", undertaking.name)
        title = next((t for t in found if key.endswith(t) and found[t].rule in _HEADINGS), None)
        if title is not None:
            found[title] = _merged(found[title], undertaking)
            continue
        known = found.get(key)
        if known is None or (known.rule in _HEADINGS and known.stage == "underway"):
            found[key] = undertaking
    drop_umbrellas(text, found)
    heading = _HEADING.match(text)
    for key, undertaking in list(found.items()):
        if heading and undertaking.runs[-1][1] <= heading.end() and any(k.endswith(key) for k in found if k != key):
            del found[key]  # 建设应用基地。鼓励申报建设人工智能应用基地: the heading in short
    mark(doc, "projects", (run for u in found.values() for run in u.runs))
    doc.user_data["projects"] = list(found.values())
    for undertaking in found.values():
        here.facts.append(_fact(here, undertaking, places))
    return doc


def _merged(title: Undertaking, again: Undertaking) -> Undertaking:
    """The undertaking of a heading, with what the text below says of it."""
    return Undertaking(title.name, again.stage, title.runs, (*title.around, *again.runs, *again.around), title.rule)


def _fact(here: Passage, undertaking: Undertaking, places: Sequence[Found]) -> ProjectMention:
    within = {
        p.division.code: place_entity(p.division)
        for p in places
        if any(a <= p.start and p.end <= b for a, b in (*undertaking.runs, *undertaking.around))
    }
    own = here.profile.own
    return ProjectMention(
        unit=here.unit.id,
        rule=f"projects.{undertaking.rule}",
        as_written=undertaking.name,
        evidence=here.evidence(*undertaking.runs),
        project=Entity("project", undertaking.name, own.code if own else COUNTRY),
        stage=undertaking.stage,
        places=tuple(within.values()),
    )


def _sentences(
    text: str, skip: Sequence[tuple[int, int]], places: Sequence[Found], here: Passage
) -> Iterator[Undertaking]:
    for sentence in _SENTENCE.finditer(text):
        for start, end in outside(sentence.span(), skip):
            for at, until in split(text, "，,：:", start, end):
                made = _MADE_INTO.search(text, at, until)
                yield from _made(text, made, places, here) if made else _clause(text, at, until, places)


def _clause(text: str, at: int, until: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    relied_on = RELIED_ON.search(text, at, until)
    if relied_on and relied_on[0].startswith("依托"):
        yield from _objects(text, relied_on.start() + 2, relied_on.end(), "operating", places)
    begin, verb = governing(text, at, until)
    follows = None if text.endswith("依托", at, begin) else behind(text, begin, until)
    if follows:
        yield from _objects(text, *follows, places)
    elif verb is not None:
        sides = beside_verb(text, at, begin, places)
        yield from (replace(u, around=(*u.around, *sides)) for u in _objects(text, begin, until, verb, places))
        umbrella = _UMBRELLA.match(text, begin, until)
        if umbrella:
            yield Undertaking(umbrella["name"], verb, (umbrella.span("name"),), (), "umbrella")
    elif is_tracing():
        _note_ungoverned(text, at, until)
    for listed in _RELIED_ON_QUOTED.finditer(text, at, until):
        for quoted in _QUOTED.finditer(text, *listed.span(1)):
            yield Undertaking(quoted[0], "operating", (quoted.span(),), (), "quoted")
    for named in _NAMED.finditer(text, at, until):
        yield Undertaking(named[0], verb or "underway", (named.span(),), (), "quoted")


def _note_ungoverned(text: str, start: int, end: int) -> None:
    """Note the members of a clause without a governing verb that end in a head."""
    for item in items(text, start, end, ()):
        a, b = item.runs[0]
        a = text.rfind("的", a, b) + 1 or a
        if head_of(text[a:b]):
            reject("projects.no_verb", a, b)


def _made(text: str, made: re.Match[str], places: Sequence[Found], here: Passage) -> Iterator[Undertaking]:
    """将甲、乙等乡镇的部分区域打造成 X: X involves them; the whole jurisdiction made into X is a positioning aim."""
    inside = [p for p in places if made.start("what") <= p.start < made.end("what")]
    own = here.profile.own
    if not inside or (own is not None and any(p.division.code == own.code for p in inside) and len(inside) == 1):
        reject("projects.position", *made.span("made"))
        return
    start, end = made.span("made")
    start = max(
        [start, *(start + text[start:end].rfind(word) + len(word) for word in ("个", "条") if word in text[start:end])]
    )
    name = text[start:end]
    if head_of(name) and is_specific(name, "打造", places, (start, end)):
        yield Undertaking(name, "underway", ((start, end),), (made.span("what"),), "made_into")


def _objects(
    text: str, start: int, end: int, stage: Stage, places: Sequence[Found], verb: str = ""
) -> Iterator[Undertaking]:
    """The undertakings that a verb's object lists."""
    verb = verb or text[max(0, start - 4) : start]
    if text.startswith(words().several, start):
        reject("projects.several", start, end)
        return
    if text.startswith(_FRAGMENTS, start):
        return
    parted = _AND_ANOTHER.search(text, start, end)  # 甲、乙等项目和丙
    if parted and text.find("、", start, parted.start()) > 0:
        yield from _objects(text, start, parted.start("joint"), stage, places, verb)
        yield from _objects(text, parted.end(), end, stage, places, verb)
        return
    closed = closure(text, start, end, relied_on=verb.endswith("依托"))
    end, stage, tail = without_tail(text, start, end, stage)
    if (verb.endswith("加强") and tail not in ("保护管理", "管理保护")) or (
        verb.endswith("接") and stage == "underway"
    ):
        if head_of(text[start:end]):
            reject("projects.verb", start, end)
        return
    if verb.endswith((*_MOVES, "推进", "促进", "探索", "深化")) and act_jointly(text, start, end):
        reject("projects.actor", start, end)
        return
    start = named_from(text, start, end, places)
    extends = _EXTENDS.search(text, start, end)
    # 支持甲县创建 X: the title would be the county's
    around = ((max(0, start - 12), start),) if _AWARDED.search(verb) else ()
    if extends:
        around, end = ((extends.end(), end),), extends.start()
    towards = _TOWARDS.search(text, start, end)  # 5G向园区、产业集群延伸: they are where it goes
    end = towards.start() if towards else end
    other = _WITH.search(text, start, end) if tail.endswith("衔接") else None
    if other:
        around, end = (other.span("other"),), other.start()
    closed = closed if closed is not None and start < closed.etc and not extends else None
    yield from _members(text, (start, end), verb, stage, around, places, closed)


def _members(
    text: str,
    run: tuple[int, int],
    verb: str,
    stage: Stage,
    around: tuple[tuple[int, int], ...],
    places: Sequence[Found],
    closed: Closure | None,
) -> Iterator[Undertaking]:
    """The undertakings among the members of a list, or the one that stands alone."""
    start, end = run
    etc = until_etc(text, start, end)
    summed = text[etc + 1 : end] if etc is not None else ""
    exists = verb.endswith(("依托", "发挥"))
    if summed.endswith(words().sums_of_class) and not exists:
        reject("projects.examples", start, end)
        return
    if verb.endswith(_MOVES) and (_ACTS.search(summed) or _DOES.match(summed)):
        reject("projects.actor", start, end)  # 支持甲基地等公共平台汇聚…
        return
    aims = _AIMS.search(text, start, end) if verb.endswith(_MOVES) and etc is None else None
    if aims and text.endswith(words().zones, start, aims.start()):
        reject("projects.actor", start, aims.start())  # 支持甲新区建设乙产业园
        yield from _members(text, (aims.end(), end), aims[0], stage, around, places, None)
        return
    counted_here = list(counted(text, start, end))
    for item in counted_here:
        yield Undertaking(item.name(text), stage, tuple(item.runs), around, "counted")
    start = max([start, *(run[1] for item in counted_here for run in item.runs)])
    if start >= end or (counted_here and text[start:end] == "体系"):
        return
    if closed is not None and closes(text, start, closed, summed, places):
        yield from _closed(text, start, closed, verb, stage, around, places)
        return
    listed = items(text, start, end if etc is None else etc, places)
    for item in completed(text, listed, places, etc, summed):
        note = _trim(text, item, verb)
        name = item.name(text).strip("的")
        if exists and not is_one(name, item.runs[0], places):
            continue
        if head_of(name) and is_specific(name, verb, places, item.runs[0]):
            rule = "shared" if len(item.runs) > 1 else "listed" if len(listed) > 1 else "object"
            yield Undertaking(name, _stage(name, stage), tuple(item.runs), (*around, *note), rule)


def _closed(
    text: str,
    start: int,
    closed: Closure,
    verb: str,
    stage: Stage,
    around: tuple[tuple[int, int], ...],
    places: Sequence[Found],
) -> Iterator[Undertaking]:
    """The undertakings among the members of a list that a word behind 等 closes."""
    for item, rule in closed_members(text, start, closed, verb, places):
        name = item.name(text)
        if closed.strong or not verb.endswith("依托") or is_one(name, item.runs[0], places):
            yield Undertaking(name, _stage(name, stage), tuple(item.runs), around, rule)


def _trim(text: str, item: Item, verb: str) -> list[tuple[int, int]]:
    """Cut from a name what its last bracket tells (甲段（139公里）), or what its bearer is to build; that bracket."""
    run, note, _ = without_note(text, item.runs[-1])
    item.runs[-1] = run
    aims = _AIMS.search(text, *run) if verb.endswith(_MOVES) else None
    if aims and head_of(text[run[0] : aims.start()]):
        item.runs[-1] = run[0], aims.start()  # 支持甲医院建设三级医院
    return [note] if note else []


def _stage(name: str, stage: Stage) -> Stage:
    return "planned" if stage == "underway" and name.endswith("创建工程") else stage
