"""Lists that a word behind 等 closes: each member is an undertaking, with a head or without (甲电路、乙立业等项目)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.projects.lending import ROUTE, ROUTES, Item, lend_modifier, lend_works
from extract.projects.list_words import list_words
from extract.projects.lists import items
from extract.projects.names import head_of, objection
from extract.projects.objects import without_note
from extract.projects.proper import holds_a_name
from extract.projects.shares import shared_behind_places
from extract.projects.words import heads_of, words
from extract.tracing import reject
from extract.word_lists import either, word_lists

_LONGEST = 26
_LONGEST_ACT = 10
_LONGEST_SUM = 24
_SHORTEST = 2
_LONGEST_BRANCH = 6
_MOST = 100
_FORGIVEN = frozenset({"no_place", "says_little"})
_ONLY_PLACES = "至经到和与、—–－-~（）()"
_KIND = re.compile(
    r"(?:河流|河道|江河|支流|干支流|溪流|湖泊|河湖|水库|水闸|涵闸|闸坝|桥梁|道路|街道|街区|古村落|古村|村庄|古镇|海湾|泵站|灌区|港区|岛屿)(?=[\u4e00-\u9fff]{2})"
)
_KEPT = re.compile(
    r"(?:历史|革命|红色)?(?:文物|文化遗产|遗产|古迹|遗址|古建筑|文物古迹|文化遗存|遗存|遗址遗迹|文化遗址|文物保护单位|旧址|故居)$"
)
_OF_COUNTIES = re.compile(r"(?:县（市|县\(市|市县|县市|县区|市、县|[市县区]?[（(][市县区][）)])")
_REPAIRS = ("治理", "修复", "整治", "加固", "修缮", "清淤", "疏浚")
_LINES = ("铁路", "高铁", "高速", "公路", "城际", "快速路", "快速通道", "航道")
_MAKES = re.compile(r"建设|打造|创建|实施|开展|推进|发展|共建|申报|争创|组建")
_NO_NAME = re.compile(
    r"[，。；：]|\d{4}年(?!度?[\u4e00-\u9fff]{6,}$)|达到|超过|不低于|不少于|以上|以内|^(?:在|对|向|以|从|为|将|把|由|按|其中|包括|以及)|(?:企业|产业|产业链|集群|政策|机制|体系|制度|能力|水平|行动|计划|活动|问题|工作|方面|领域|人才|产品|品牌|政府|单位|部门|院所|高校"
    r"|会|论坛|节|大赛|[展赛]|联盟|[员金券贷险]|大学|学院|公司|集团|银行|数据集|评测)$|的"
)


@dataclass(frozen=True, slots=True)
class Closure:
    """What closes a list.

    Attributes:
        etc: where its 等 stands.
        strong: whether a noun says what is summed up (等项目); a bare 等 sums up anything.
        lent: the run that every member without a head takes (景区 of 等景区提质); None where it takes none.
        act: the run of what is done to each (改线升级 of 等普通国省道改线升级); None where nothing is said.
        kind: whether a number and the kind that its members end in sum it up (甲村、乙村等20个特色村).
    """

    etc: int
    strong: bool = True
    lent: tuple[int, int] | None = None
    act: tuple[int, int] | None = None
    kind: bool = False


def closure(text: str, start: int, end: int, *, relied_on: bool = False) -> Closure | None:
    """What closes the list that stands in a run; None where nothing does.

    Args:
        text: of the unit.
        start: where the list begins.
        end: where the clause that holds it ends.
        relied_on: whether more may follow, as it does behind 依托.
    """
    if not 0 < text.count("、", start, end) < _MOST:
        return None
    summed = None
    for etc in _etc().finditer(text, max(start, 0 if relied_on else end - _LONGEST_SUM), end):
        summed = etc
        if relied_on:
            break
    if summed is None:
        return _closed_by_project(text, start, end)
    at = summed.end()
    until = end if not relied_on else _head_end(text, at, end)
    if until is None or "、" in text[at:until]:
        return None
    closed = _closed_by(text, summed.start(), at, until)
    if closed is None and (summed["number"] or text.startswith("一批", summed.start() + 1)):
        closed = _closed_by_kind(text, start, summed.start(), at, until)
    return closed


@cache
def _etc() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![高平同])等(?!级|额)(?P<number>(?:\d+|[一二三四五六七八九十两]{{1,3}})余?[个项条座处家所对段片口])?(?:{either(word_lists('project_lists')['general'])})*"
    )


def _head_end(text: str, at: int, end: int) -> int | None:
    known = list_words()
    head = next((h for h in (*known.lent, *known.sums) if text.startswith(h, at, end)), None)
    return at + len(head) if head else None


def _closed_by_project(text: str, start: int, end: int) -> Closure | None:
    """What closes a list whose last member ends in 项目, and says it of all (甲桥、乙路项目)."""
    at = text.rfind("项目", max(start, end - _LONGEST_SUM), end)
    return Closure(at) if at > start and _without_actions(text, at + 2, end) == at + 2 else None


def _sums_up_no_works(text: str, etc: int, at: int, end: int, *, strong: bool) -> bool:
    """Whether what closes a list sums up no undertakings: 供水、供暖等配套, 等设施, 甲县、乙县等县（市）灌区."""
    furnishes = end <= at and not strong and text.endswith("配套", etc, at) and not text.startswith("项目", at)
    return furnishes or _OF_COUNTIES.match(text, at, end) is not None or text.endswith(words().sums_of_class, at, end)


def _lent(text: str, at: int, end: int, head: str) -> tuple[int, int]:
    """The run of a head that sums up a list, with what runs (国际货运航线) or is made there (不锈钢产业园区)."""
    route = ROUTE.search(text, at, end)
    if route:
        return route.span()
    whole = head.endswith(("园", "园区")) and 0 < end - len(head) - at <= _LONGEST_BRANCH
    return (at if whole else end - len(head)), end


def _closed_by(text: str, etc: int, at: int, end: int) -> Closure | None:
    known = list_words()
    strong = text.find("项目", etc, end) >= 0
    end = _without_actions(text, at, end)
    if _sums_up_no_works(text, etc, at, end, strong=strong):
        return None
    if end <= at or _KEPT.match(text, at, end):
        return Closure(etc, strong or end > at or text.endswith(known.sums, etc + 1, end))
    for act in known.acts:
        if text.endswith(act, at, end):
            return Closure(etc, act=(end - len(act), end)) if end - len(act) == at else Closure(etc, lent=(at, end))
    head = next((h for h in known.lent if text.endswith(h, at, end) and (h != "基地" or end - at == len(h))), None)
    if head is not None and _MAKES.search(text, etc, end - len(head)):
        return None  # 支持甲、乙等县建设产业园区
    if head is not None:
        return Closure(etc, lent=_lent(text, at, end, head))
    noun = next((n for n in known.sums if text.endswith(n, etc + 1, end)), None)
    if noun is None:
        follows = text.startswith("项目", at) and end - at <= _LONGEST_ACT and not text.startswith("项目的", at)
        return Closure(etc) if follows else None  # 等项目23个, 等项目落户
    inner = end - len(noun)
    acted = text.endswith(known.acts, at, inner)
    return Closure(etc, lent=(at, inner)) if acted else Closure(etc, kind=noun.endswith("村"))


def _closed_by_kind(text: str, start: int, etc: int, at: int, end: int) -> Closure | None:
    """What closes a list of things of one kind that a number and that kind sum up (甲村、乙村等20个康养特色村提升)."""
    end = _without_actions(text, at, end)
    kind = text[end - 1 : end]
    members = [text[a:b] for a, b in split(text, "、", start, etc)]
    alike = sum(member.endswith(kind) for member in members)
    return Closure(etc, kind=True) if end > at and kind in list_words().kinds and 2 * alike > len(members) else None


def _without_actions(text: str, at: int, end: int) -> int:
    """Where what sums up a list ends, without what is done with it (等项目|建设和前期)."""
    known = list_words()
    shorter = True
    while shorter and end > at:
        shorter = False
        if text.endswith(known.acts, at, end):
            break
        if tail := words().tails.of(text, at, end):
            end, shorter = end - len(tail), True
        if text.endswith(("和", "及", "的"), at, end):
            end, shorter = end - 1, True
    return end


def closes(text: str, start: int, closed: Closure, summed: str, places: Sequence[Found]) -> bool:
    """Whether the members of a closed list are to be read by what closes it.

    Not where its last words are a head that members take (等…铁路), nor behind a bare 等 where a member has a head.
    """
    if closed.lent or closed.act:
        return True
    if any(head in words().shared for head in heads_of(summed)[:1]):
        return False
    return closed.strong or not any(head_of(one.name(text)) for one in items(text, start, closed.etc, places))


def closed_members(
    text: str, start: int, closed: Closure, verb: str, places: Sequence[Found]
) -> list[tuple[Item, str]]:
    """The members of a closed list that are undertakings, made whole, each with the rule that made it.

    Args:
        text: of the unit.
        start: where the list begins.
        closed: what closes it.
        verb: the verb that governs it.
        places: those that the unit names.
    """
    listed = items(text, start, closed.etc, places)
    made = [_made_whole(text, n, listed, closed, places) for n in range(len(listed))]
    lend_modifier(text, made, places)
    lend_works(text, made)
    named = [holds_a_name(text[slice(*item.runs[0])], item.runs[0], places) for item in listed]
    headed = [head_of(text[slice(*item.runs[0])]) is not None for item in listed]
    if verb.endswith("依托") and 2 * sum(headed) < len(headed):
        return []  # 依托甲网、乙网等平台: companies as often as undertakings
    coherent = closed.kind or (closed.strong and 2 * sum(named) >= len(named) and len(named) > 1)
    found = []
    for item, has_name in zip(made, named, strict=True):
        item.runs[-1], _, _ = without_note(text, item.runs[-1])
        why = refused(item.name(text), item.runs[0], verb, places, trusted=has_name or coherent)
        if verb.endswith("依托") and not (has_name or coherent):
            why = "says_little"
        if why:
            reject(f"projects.{why}", *item.runs[0])
        else:
            whole = head_of(item.name(text)) is not None
            found.append((item, "shared" if len(item.runs) > 1 else "listed" if whole else "closed"))
    return found


def refused(name: str, run: tuple[int, int], verb: str, places: Sequence[Found], *, trusted: bool) -> str:
    """Why a member of a list of undertakings is none; "" where it is one.

    Args:
        name: of the member.
        run: where it stands.
        verb: that governs the list; "" in a box.
        places: those that the unit names.
        trusted: whether the member, or most of its list, holds a name of its own.
    """
    if head_of(name) is not None:
        why = objection(name, verb, places, run)
        return "" if why in _FORGIVEN and trusted else why
    bare = re.sub(r"[（(][^（()）]*[）)]", "", name)
    if not trusted or len(bare) < _SHORTEST:
        return "says_little"
    if len(bare) > _LONGEST:
        return "too_long"
    if len(name) == run[1] - run[0] and any(p.start == run[0] and p.end == run[1] for p in places):
        return "actor"
    known = words()
    if bare in known.classes or bare.endswith(known.sums_of_class) or bare.startswith(known.several):
        return "class"
    return (
        "no_name"
        if _NO_NAME.search(bare) or bare.startswith(_verbs()) or re.search(r"\d+(?:个|家|条|项|户|人)", bare)
        else ""
    )


def _made_whole(text: str, n: int, listed: Sequence[Item], closed: Closure, places: Sequence[Found]) -> Item:
    item = listed[n]
    run = item.runs[0]
    name = text[slice(*run)]
    lent = closed.lent
    kind = _KIND.match(text, *lent) if lent else None
    if lent and kind and name.endswith((kind[0][0], kind[0][-1])):
        return Item([run, (kind.end(), lent[1])])  # 甲河、乙河等重点河流|综合治理
    if lent and text.endswith(ROUTES, *lent) and not name.endswith(ROUTES):
        return Item([(run[0] + 1, run[1]) if name.startswith("至") else run, lent])
    repaired = lent is not None and text.endswith(_REPAIRS, *lent)
    done = next((act for act in list_words().acts if lent and text.endswith(act, *lent)), "") if repaired else ""
    if done and lent and not name.endswith((*list_words().acts, "工程")):
        alike = name[-1] == text[lent[1] - len(done) - 1]
        return Item([run, (lent[1] - len(done), lent[1]) if alike else lent])  # 甲矿、乙矿等矿坑|综合治理
    if head_of(name) is not None or name.endswith(list_words().acts):
        return Item([run, closed.act]) if closed.act and not name.endswith(list_words().acts) else item
    if closed.lent and not (name.endswith(list_words().whole) and len(name) > _SHORTEST):
        return Item([run, closed.lent])
    lent = next((s for other in listed[n + 1 :] if (s := shared_behind_places(text, run, other.runs[0], places))), None)
    if lent is None and is_of_places(text, run, places):
        lent = next((s for other in reversed(listed[:n]) if (s := _line_of(text, other.runs[0]))), None)
    return Item([run, lent]) if lent else Item([run, closed.act]) if closed.act else item


def _line_of(text: str, run: tuple[int, int]) -> tuple[int, int] | None:
    """The run of the head of a line (铁路); None where a run ends in none."""
    head = next((h for h in heads_of(text[slice(*run)]) if h in _LINES), None)
    return (run[1] - len(head), run[1]) if head else None


def is_of_places(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a run holds places and what joins them, and nothing else (黔江经开江至达州)."""
    inside = {i for p in places if run[0] <= p.start and p.end <= run[1] for i in range(p.start, p.end)}
    return bool(inside) and all(i in inside or text[i] in _ONLY_PLACES for i in range(*run))


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(word_lists("governing")["verbs"])
