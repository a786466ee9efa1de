"""The undertakings that the object of a verb lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.components import Found
from extract.facts import Stage
from extract.projects.actors import AIMS, MOVES, acts_listed, builders, without_zones
from extract.projects.awards import AWARDED_TAILS, AWARDS, winner_of
from extract.projects.classes import are_everywhere
from extract.projects.closure import NAMED_WORKS, Closure, closed_members, closes, closure
from extract.projects.counts import counted, measured
from extract.projects.ends import beyond, extension, makes, parts_of, product, settles, without_counts
from extract.projects.lending import Item
from extract.projects.lists import completed, items
from extract.projects.names import NOT_SEVERAL, head_of, is_specific
from extract.projects.objects import (
    Undertaking,
    is_one,
    named_from,
    until_etc,
    without_note,
    without_tail,
)
from extract.projects.parting import apart
from extract.projects.proper import holds_a_name, is_ordinary
from extract.projects.systems import of_example
from extract.projects.unbuilt import AIMING, begins_otherwise, is_aim, is_no_work, is_position, strengthened
from extract.projects.words import words
from extract.tracing import reject

_EXTENDS = re.compile(
    r"延伸(?:到|至)|(?<=[延线路道段])(?:对接|衔接|连接|连通)(?=[^，、]{2,12}(?:线|[^通]道|路|高速|桥)$)"
)
_AWARDED = re.compile(r"(?:创建|争创|申报)$")
_TOWARDS = re.compile(r"向[^，向]*(?:延伸|覆盖|拓展|转移|集聚|集中|倾斜|开放|下沉|流动|推广)")
_ACTS = re.compile(
    r"(?:平台|机构|园区|基地|中心|企业|单位|载体|高校|实验室|研究院|医院|学校|联盟|合作社)(?!建设|项目|工程|创建|发展|申报)[\u4e00-\u9fff]{2,}"
)
_DOES = re.compile(
    r"(?:开展|参与|建立|加强|深化|共建|联合|组建|成立|设立|创建|建设|实施|推广|打造|争创|申报|发展|承担|牵头)[^，]{3,}"
)
_RESOURCES = re.compile(r"(?:优质|优势|高端|外部)[^、，]{0,6}资源")
_WAYS = ("模式", "方式", "做法")
_LEAST_DESCRIBED, _LONGEST_WORD, _LONGEST_KIND = 3, 2, 14
_BUILDS = re.compile(r"建|布局|落|前期|规划|申|创|谋划|选址|研究|审批|核准|立项|实施|开发|推进|获批|批复|纳")
_ASPECTS = re.compile(
    r"等(?:重点|多个|相关|[^、，等]{2,4})?(?:方面|领域|环节)|等重点(?:区域|地区|城市|市场|国家|企业)$"
)
_AND_ANOTHER = re.compile(
    r"等[^、，等]{0,14}(?:项目|工程|景区|园区|产业园|古镇|街区|场馆|片区|枢纽|港区|通道|载体|校区|院区|平台|基地|中心|铁路|公路|高速|水库|灌区|机场|医院|学校|码头|电站|节点|集群|航线|线路|小镇|公园|商圈|“[^“”]{2,6}飞地”|飞地)(?P<joint>和|以及|及)(?=[^、，]{4})"
)
_WITH = re.compile(r"与(?P<other>[^，与]{2,20}?)的?$")


def objects(
    text: str, start: int, end: int, stage: Stage, places: Sequence[Found], verb: str = "", *, sided: bool = False
) -> Iterator[Undertaking]:
    """The undertakings that a verb's object lists.

    Args:
        text: of the unit.
        start: where the object begins.
        end: where the clause ends.
        stage: by the verb.
        places: those that the unit names.
        verb: that governs the object; by default what stands in front of it.
        sided: whether a place in front of the verb builds it, or is where it is built.
    """
    verb = verb or text[max(0, start - 4) : start]
    if text.startswith(words().several, start) and not text.startswith(NOT_SEVERAL, start):
        reject("projects.several", start, end)
        return
    start, end = parts_of(text, start, end)
    if begins_otherwise(text, start, end) or _ASPECTS.search(text, start, end):
        return
    told = builders(text, start, end, verb, places)
    if told is not None:
        reject("projects.actor", start, told.until)  # 支持甲新区建设乙产业园
        stage = "planned" if text.endswith(AWARDS, 0, told.at) and not verb.endswith(MOVES) else stage
        for undertaking in objects(text, told.at, end, stage, places, text[told.until : told.at], sided=told.sited):
            if told.named or is_named(undertaking, text, places):
                yield replace(undertaking, around=(*undertaking.around, (start, told.until)))
        return
    if verb.endswith(MOVES) and acts_listed(text, start, end, places):
        reject("projects.actor", start, end)
        return
    parted = _parted(text, start, end)
    if parted is not None:
        yield from objects(text, start, parted[0], stage, places, verb, sided=sided)
        yield from objects(text, parted[1], end, stage, places, verb, sided=sided)
        return
    end = without_counts(text, start, end, places)
    line = extension(text, start, end) if text.endswith("延伸工程", start, end) else None
    if line:
        yield Undertaking(text[slice(*line)], stage, (line,), (), "object")
        end = max(start, line[0] - 1)
    if start < end:
        yield from _object(text, (start, end), stage, places, verb, sided=sided)


def _parted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first of two lists ends and the second begins (甲、乙等项目|和|丙; 甲铁路延伸至乙|、|丙铁路)."""
    parted = _AND_ANOTHER.search(text, start, end) if text.find("等", start, end) >= 0 else None
    if parted and text.find("、", start, parted.start()) > 0:
        return parted.start("joint"), parted.end()
    mark = beyond(text, start, end)
    return (mark, mark + 1) if mark > 0 else None


def _object(
    text: str, run: tuple[int, int], stage: Stage, places: Sequence[Found], verb: str, *, sided: bool
) -> Iterator[Undertaking]:
    """The undertakings of an object without what ends it."""
    start, whole = run
    closed = closure(text, start, whole, relied_on=verb.endswith("依托"))
    end, stage, tail = without_tail(text, start, whole, stage)
    made = product(text, start, end, whole, places) if text.startswith("项目", end, whole) else None
    if made is not None:
        yield Undertaking(text[slice(*made)], stage, (made,), (), "object")
        end = max(start, made[0] - 1)
        closed = replace(closed, etc=end) if closed is not None else None
    if verb.endswith("加强"):
        end, stage, tail = strengthened(text, (start, end), stage, tail, places)
    if stage == "planned" and verb.endswith("支持") and tail and not _BUILDS.search(tail):
        stage = "underway"  # 支持甲港做大做强: it exists
    verb = "创建" if tail in AWARDED_TAILS else verb
    if start >= end or is_no_work(text, (start, end), verb, stage, tail) or is_position(text, start, end, verb, places):
        return
    start = named_from(text, start, end, places)
    extends = _EXTENDS.search(text, start, end) or settles(text, start, end, places)
    # 支持甲县创建 X: the title would be the county's
    around = ((max(0, start - 12), start),) if _AWARDED.search(verb) else ()
    if extends:
        around, end = ((extends.end(), end),), extends.start()
    towards = _TOWARDS.search(text, start, end)  # 5G向园区、产业集群延伸: they are where it goes
    end = towards.start() if towards else end
    other = _WITH.search(text, start, end) if tail.endswith(("衔接", "对接")) else None
    if other:
        around, end = (other.span("other"),), other.start()
        closed = closed or closure(text, start, end)
    closed = closed if closed is not None and start < closed.etc and not (extends or towards) else None
    if closed is not None and not closed.strong and tail == "运营" and verb.endswith(("支持", "鼓励")):
        return  # 支持甲航空、乙航空等运营
    yield from _members(text, (start, end), verb, stage, around, places, closed, sided=sided)


def is_named(undertaking: Undertaking, text: str, places: Sequence[Found]) -> bool:
    """Whether a name holds more than ordinary words: what any firms are to build is none otherwise."""
    return any(holds_a_name(text[a:b], (a, b), places) for a, b in undertaking.runs)


def _members(
    text: str,
    run: tuple[int, int],
    verb: str,
    stage: Stage,
    around: tuple[tuple[int, int], ...],
    places: Sequence[Found],
    closed: Closure | None,
    *,
    sided: bool = False,
) -> Iterator[Undertaking]:
    """The undertakings among the members of a list, or the one that stands alone."""
    start, end = run
    etc = until_etc(text, start, end)
    summed = text[etc + 1 : end] if etc is not None else ""
    exists = verb.endswith(("依托", "发挥"))
    classes = summed.endswith(words().sums_of_class) and not text.startswith("项目", end)
    classes = classes or summed.startswith(("设施", "场所", "机构"))
    if classes and not exists and not summed.endswith(NAMED_WORKS):
        reject("projects.examples", start, end)
        return
    if summed and (summed.endswith(_WAYS) or _RESOURCES.match(summed)):
        reject("projects.actor", start, end)  # 甲大学、乙医院等优质资源; “总部+基地”等合作模式
        return
    if verb.endswith(MOVES) and (_ACTS.search(summed) or _DOES.match(summed)):
        reject("projects.actor", start, end)  # 支持甲基地等公共平台汇聚…
        return
    if verb.endswith(AIMING) and is_aim(text, start, end):
        reject("projects.position", start, end)
        return
    summed_up = measured(text, start, end, places) if etc is None else []
    counted_here = summed_up or list(counted(text, start, end))
    for item in counted_here:
        yield Undertaking(item.name(text), stage, tuple(item.runs), around, "counted")
    if summed_up:
        return
    start = max([start, *(run[1] for item in counted_here for run in item.runs)])
    if start >= end or (counted_here and text[start:end] == "体系"):
        return
    if closed is not None and closes(text, start, closed, summed, places):
        summed_by = (closed.etc, end)  # 甲园、乙园等沪嘉合作园区
        yield from _closed(text, start, closed, verb, stage, (*around, summed_by), places)
        return
    yield from _listed(text, (start, end), etc, verb, stage, around, places, sided=sided)


def _listed(
    text: str,
    run: tuple[int, int],
    etc: int | None,
    verb: str,
    stage: Stage,
    around: tuple[tuple[int, int], ...],
    places: Sequence[Found],
    *,
    sided: bool,
) -> Iterator[Undertaking]:
    """The undertakings among the members of a list that nothing closes, each made whole."""
    start, end = run
    summed = text[etc + 1 : end] if etc is not None else ""
    example = of_example(text, start, etc, end, places)
    if example is not None:
        yield Undertaking(text[start:etc] + summed, stage, example, around, "shared")
        return
    listed = items(text, start, end if etc is None else etc, places)
    if etc is None and _is_modified_by_list(text, listed, places):
        return  # 研发、制造、试飞和交付基地
    for a, b in (item.runs[0] for item in listed):
        if text.endswith("项目", a, b) and makes(text, (a, b - 2), places):
            yield Undertaking(text[a:b], stage, ((a, b),), around, "listed")
    if not sided and are_everywhere(text, [item.runs[0] for item in listed], places):
        reject("projects.class", start, end)
        return  # 推进旅游厕所、游客服务中心、停车场建设
    relied = verb.endswith(("依托", "发挥", "利用"))
    listed = without_zones(text, listed, places)
    winners = _without_winners(text, listed, verb, places)
    for item in completed(text, listed, places, etc, summed):
        note = _trim(text, item, verb)
        name = item.name(text).strip("的")
        if head_of(name) is None or (relied and not _is_ground(name, item.runs[0], places, len(listed))):
            continue
        if is_specific(name, verb, places, item.runs[0], sided=sided):
            rule = "shared" if len(item.runs) > 1 else "listed" if len(listed) > 1 else "object"
            for one_name, runs in apart(text, name, item.runs):
                yield Undertaking(one_name, _stage(name, stage), runs, (*around, *note, *winners), rule)


def _is_ground(name: str, run: tuple[int, int], places: Sequence[Found], listed: int) -> bool:
    """Whether a member of a list of so many that is relied on is one thing."""
    return is_one(name, run, places) or (listed > 1 and holds_a_name(name, run, places))


def _without_winners(text: str, listed: Sequence[Item], verb: str, places: Sequence[Found]) -> list[tuple[int, int]]:
    """Cut from titles the places in front that are to win them (甲镇|全国文明镇创建); those places."""
    winners: list[tuple[int, int]] = []
    if not verb.endswith(AWARDS):
        return winners
    for item in listed:
        winner = winner_of(text, item.runs[0], verb, places)
        if winner is not None:
            winners.append(winner)
            item.runs[0] = (winner[1], item.runs[0][1])
    return winners


def _is_modified_by_list(text: str, listed: Sequence[Item], places: Sequence[Found]) -> bool:
    """Whether the members in front of the last are words that describe it with its first (研发、设计和检测基地)."""
    if len(listed) < _LEAST_DESCRIBED:
        return False
    *before, last = (item.runs[0] for item in listed)
    bare = all(b - a <= _LONGEST_WORD and is_ordinary(text[a:b]) and head_of(text[a:b]) is None for a, b in before)
    return bare and not holds_a_name(text[slice(*last)], last, places)


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
    of_firms = verb.endswith(MOVES) and text.find("平台", closed.etc, closed.etc + _LONGEST_KIND) >= 0
    for item, rule in closed_members(text, start, closed, verb, places):
        name = item.name(text)
        if of_firms and rule == "closed" and not name.endswith("”"):
            continue  # 支持甲网、乙云等工业互联网平台发展
        if closed.strong or not verb.endswith("依托") or is_one(name, item.runs[0], places):
            for one_name, runs in apart(text, name, item.runs):
                yield Undertaking(one_name, _stage(name, stage), runs, around, rule)


def _trim(text: str, item: Item, verb: str) -> list[tuple[int, int]]:
    """Cut from a name what its last bracket tells (甲段（139公里）), or what its bearer is to build; that bracket."""
    run, note, _ = without_note(text, item.runs[-1])
    item.runs[-1] = run
    aims = AIMS.search(text, *run) if verb.endswith(MOVES) else None
    if aims and head_of(text[run[0] : aims.start()]):
        item.runs[-1] = run[0], aims.start()  # 支持甲医院建设三级医院
    return [note] if note else []


def _stage(name: str, stage: Stage) -> Stage:
    return "planned" if stage == "underway" and name.endswith("创建工程") else stage
