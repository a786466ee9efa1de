"""Lists that a word behind 等 closes: each member is an undertaking, with a head or without (甲电路、乙立业等项目)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.projects.lending import ROUTE, Item, lend_modifier, lend_works
from extract.projects.list_words import list_words
from extract.projects.lists import items
from extract.projects.names import head_of, objection
from extract.projects.objects import without_note
from extract.projects.proper import holds_a_name
from extract.projects.wholes import made_whole
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
_KEPT = re.compile(
    r"(?:历史|革命|红色)?(?:文物|文化遗产|遗产|古迹|遗址|古建筑|文物古迹|文化遗存|遗存|遗址遗迹|文化遗址|文物保护单位|旧址|故居)$"
)
_OF_COUNTIES = re.compile(r"(?:县（市|县\(市|市县|县市|县区|市、县|[市县区]?[（(][市县区][）)])")
_BRANCHES = (
    "支线",
    "干线",
    "通用",
    "综合运输",
    "综合交通",
    "水水中转",
    "集装箱",
    "抽水蓄能",
    "海上",
    "水上",
    "航空",
    "出省",
    "出海",
    "省际连接",
    "对外连接",
    "国家级",
    "省级",
    "国际",
    "国家",
    "重点开发开放",
)
_ROADS = re.compile(
    r"(?:国省干线(?:公路)?|国省道|[国省县]道|干线公路)(?P<act>(?:提质|升级|提档升级|提升|扩容)(?:改造|提质)|改造(?:提升|升级))$"
)
NAMED_WORKS = ("重大科技基础设施", "科技基础设施", "大科学设施", "重大科学设施")
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
    if not 0 < text.count("、", start, end) + text.count("”“", start, end) < _MOST:
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
    if closed is not None and closed.lent is None and text.find("、", start, end) < 0:
        return None  # “甲戏”“乙戏”等非遗: only a head that they take shows what they are
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
    if text.endswith(NAMED_WORKS, etc, end):
        return False
    furnishes = end <= at and not strong and text.endswith("配套", etc, at) and not text.startswith("项目", at)
    return furnishes or _OF_COUNTIES.match(text, at, end) is not None or text.endswith(words().sums_of_class, at, end)


def _lent(text: str, at: int, end: int, head: str) -> tuple[int, int]:
    """The run of a head that sums up a list, with what runs (国际货运航线) or is made there (不锈钢产业园区)."""
    route = ROUTE.search(text, at, end)
    if route:
        return route.span()
    if end - len(head) > at and text.endswith(_BRANCHES, at, end - len(head)):
        return at, end  # 甲、乙等支线机场
    whole = head.endswith(("园", "园区")) and 0 < end - len(head) - at <= _LONGEST_BRANCH
    return (at if whole else end - len(head)), end


def _closed_by(text: str, etc: int, at: int, end: int) -> Closure | None:
    known = list_words()
    strong = text.find("项目", etc, end) >= 0
    road = _ROADS.search(text, etc + 1, end)
    if road is not None:
        return Closure(etc, act=road.span("act"))  # G1、G2等普通国省道提质改造
    end = _without_actions(text, at, end)
    if _sums_up_no_works(text, etc, at, end, strong=strong):
        return None
    if end <= at or _KEPT.match(text, at, end):
        return Closure(etc, strong or end > at or text.endswith(known.sums, etc + 1, end))
    for act in known.acts:
        if text.endswith(act, at, end):
            return Closure(etc, act=(end - len(act), end)) if end - len(act) == at else Closure(etc, lent=(at, end))
    if text.endswith("试点", at, end) and end - at > _LONGEST_ACT // 2:
        return Closure(etc, lent=(at, end))  # 甲、乙等城区老工业区搬迁改造试点
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
    made = [made_whole(text, n, listed, closed.lent, closed.act, places) for n in range(len(listed))]
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


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(word_lists("governing")["verbs"])
