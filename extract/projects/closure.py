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
from extract.projects.names import head_of
from extract.projects.objects import without_note
from extract.projects.proper import holds_a_name, is_ordinary
from extract.projects.refusals import refused
from extract.projects.wholes import made_whole
from extract.projects.words import heads_of, words
from extract.tracing import reject
from extract.word_lists import either, word_lists

_LONGEST_ACT = 10
_LONGEST_SUM = 24
_SHORTEST, _LONGEST_LENT = 2, 14
_MOST = 100
_TELLING = 6
_MARKED = re.compile(r"[A-Za-z\d“]|[一二三四五六]期")
_ABILITY = re.compile(r"(?:综合|配套|公共)?(?:服务)?(?:功能|作用|能力|水平|优势|服务)$")
_GOES = ("延伸", "拓展", "转移", "下沉", "覆盖", "辐射")
_JOINT = re.compile(r"以及|和|及")
_ACTS_THERE = re.compile(
    r"设立|建立|成立|投入|布局|引进|举办|完善|升级为|^(?:领域|行业|方面|环节|产业(?!合作|园|带|基地|集群|协作|城|新城|走廊|园区|转移)|品牌|企业|方式)"
)
_KEPT = re.compile(
    r"(?:历史|革命|红色)?(?:文物|文化遗产|遗产|古迹|遗址|古建筑|文物古迹|文化遗存|遗存|遗址遗迹|文化遗址|文物保护单位|旧址|故居)$"
)
_OF_COUNTIES = re.compile(r"(?:县（市|县\(市|市县|县市|县区|市、县|[市县区]?[（(][市县区][）)])")
_ROADS = re.compile(
    r"(?:国省干线(?:公路)?|国省道|[国省县]道|干线公路)(?P<act>(?:(?:提质|升级|提档升级|提升|扩容)(?:改造|提质)|改造(?:提升|升级)?|改扩建|新改建|升级|整治|大修)(?:工程)?)(?:项目)?(?:建设|实施)?$"
)
_SYSTEMS = ("平台", "系统", "小程序", "大模型")
NAMED_WORKS = ("重大科技基础设施", "科技基础设施", "大科学设施", "重大科学设施")
_MAKES = re.compile(r"建设|打造|创建|实施|开展|推进|发展|共建|申报|争创|组建")


@dataclass(frozen=True, slots=True)
class Closure:
    """What closes a list.

    Attributes:
        etc: where its 等 stands.
        strong: whether a noun says what is summed up (等项目); a bare 等 sums up anything.
        lent: the run that every member without a head takes (景区 of 等景区提质); None where it takes none.
        act: the run of what is done to each (改线升级 of 等普通国省道改线升级); None where nothing is said.
        branch: whether 项目 of a branch sums it up, so that its members may be what people do (龙舟、武术等体育项目).
        kind: whether a number and the kind that its members end in sum it up (甲村、乙村等20个特色村).
    """

    etc: int
    strong: bool = True
    lent: tuple[int, int] | None = None
    act: tuple[int, int] | None = None
    kind: bool = False
    branch: bool = False


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
    until = end if not relied_on or _any_head(text, summed.start() + 1, end) else _head_end(text, at, end)
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
        rf"(?<!级[甲乙])(?<![高平同])等(?!级|额)(?P<number>(?:\d+|[一二三四五六七八九十两]{{1,3}})余?[个项条座处家所对段片口])?(?:{either(word_lists('project_lists')['general'])})*"
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
    """Whether what closes a list sums up no undertakings: 供水等配套, 甲橙等特色产业, 等设施, 甲县等县（市）灌区."""
    if text.endswith(NAMED_WORKS, etc, end):
        return False
    furnishes = text.endswith("配套", etc, at) and not text.startswith("项目", at)
    branch = end <= at and not strong and (furnishes or text.endswith(("产业", "农业", "工业", "服务业"), etc, end))
    return branch or _OF_COUNTIES.match(text, at, end) is not None or text.endswith(words().sums_of_class, at, end)


def _lent(text: str, etc: int, end: int, head: str) -> tuple[int, int]:
    """The run that sums up a list but for how many and how important they are (滨海度假区 of 等重点滨海度假区)."""
    at = _counts().match(text, etc, end)
    start = at.end() if at else etc + 1
    whole = end - start <= _LONGEST_LENT and "的" not in text[start:end]
    route = ROUTE.search(text, start, end)
    return route.span() if route else (start if whole else end - len(head), end)


@cache
def _counts() -> re.Pattern[str]:
    said = either(word_lists("project_lists")["counts"])
    return re.compile(rf"等(?:(?:\d+|[一二三四五六七八九十两]{{1,3}})余?[个项条座处家所对段片口大类])?(?:{said})*")


def _closed_by(text: str, etc: int, at: int, end: int) -> Closure | None:
    goes = text.startswith("地", etc + 1) and text.endswith(_GOES, etc, end)  # 向甲、乙等地延伸
    if goes or _ABILITY.match(text, etc + 1, end):
        return None  # 完善甲物流园仓储、检测等功能
    strong = text.find("项目", etc, end) >= 0
    road = _ROADS.search(text, etc + 1, end)
    if road is not None:
        return Closure(etc, act=road.span("act"))  # G1、G2等普通国省道提质改造
    end = _without_actions(text, at, end)
    if _sums_up_no_works(text, etc, at, end, strong=strong):
        return None
    if end <= at and (kind := _any_head(text, etc + 1, end)) and len(kind) > _SHORTEST:
        return Closure(etc, lent=_lent(text, etc, end, kind))  # 等国家级示范区
    if end <= at or _KEPT.match(text, at, end):
        return Closure(etc, strong or end > at or text.endswith(list_words().sums, etc + 1, end))
    return _closed_by_act(text, etc, at, end) or _closed_by_head(text, etc, at, end)


def _closed_by_act(text: str, etc: int, at: int, end: int) -> Closure | None:
    act = list_words().act_ends.of(text, at, end)
    if act:
        return Closure(etc, act=(end - len(act), end)) if end - len(act) == at else Closure(etc, lent=(at, end))
    tried = text.endswith("试点", at, end) and end - at > _LONGEST_ACT // 2
    return Closure(etc, lent=_lent(text, etc, end, "试点")) if tried else None  # 甲、乙等城区老工业区搬迁改造试点


def _closed_by_head(text: str, etc: int, at: int, end: int) -> Closure | None:
    known = list_words()
    head = known.lent_ends.of(text, at, end) or _any_head(text, etc + 1, end)
    if head is not None:
        made = _MAKES.search(text, etc, end - len(head))  # 支持甲、乙等县建设产业园区
        return None if made else Closure(etc, lent=_lent(text, etc, end, head))
    if text[etc - 1] == "”" and text.endswith(_SYSTEMS, etc + 1 + _SHORTEST, end):
        return Closure(etc, lent=_lent(text, etc, end, ""))  # “甲码”“乙服”等数字应用平台
    noun = known.sum_ends.of(text, etc + 1, end)
    if not noun:
        follows = text.startswith("项目", at) and end - at <= _LONGEST_ACT and not text.startswith("项目的", at)
        return Closure(etc) if follows else None  # 等项目23个, 等项目落户
    inner = end - len(noun)
    acted = text.endswith(known.acts, at, inner)
    branch = noun == "项目" and inner > at
    return Closure(etc, lent=(at, inner)) if acted else Closure(etc, kind=noun.endswith("村"), branch=branch)


def _any_head(text: str, at: int, end: int) -> str | None:
    """The head that says what the members are, where it is neither a class nor a word for any works."""
    said = text[at:end]
    if "的" in said or "企业" in said or _ACTS_THERE.search(said):
        return None
    said = said[1:-1] if said.startswith("“") and said.endswith("”") else said  # 等“产业飞地”
    head = next(iter(heads_of(said)), "")
    general = (said in words().classes and head not in words().lines) or said.endswith(
        (*words().class_endings, *list_words().sums, *list_words().no_kind)
    )
    return head if len(head) > 1 and not general and "“" not in said else None


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
        tail = words().tails.of(text, at, end)
        act = known.act_ends.of(text, at, end)
        if act and len(act) >= len(tail):
            break
        if tail:
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
    if closed.lent:
        listed = [part for item in listed for part in _apart(text, item)]
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
        if (
            closed.lent
            and not why
            and text.endswith(list_words().made_there, *closed.lent)
            and _is_thing(text, item.runs[0], places)
        ):
            why = "class"  # 黄牛、生猪等养殖基地
        if closed.branch and not why and _says_no_works(text, item.runs[0], places):
            why = "says_little"
        if verb.endswith("依托") and not (has_name or coherent):
            why = "says_little"
        if why:
            reject(f"projects.{why}", *item.runs[0])
        else:
            whole = head_of(item.name(text)) is not None
            found.append((item, "shared" if len(item.runs) > 1 else "listed" if whole else "closed"))
    return found


def _says_no_works(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a member is short, without a head, a place or marks."""
    start, end = run
    placed = any(start <= p.start < end for p in places) or _MARKED.search(text, start, end) is not None
    return end - start < _TELLING and not placed and head_of(text[start:end]) is None


def _apart(text: str, item: Item) -> list[Item]:
    """A member that joins two names without a head, which take what sums up the list, as two (甲故道和乙大道等廊道)."""
    start, end = item.runs[0]
    soft = _JOINT.search(text, start + _SHORTEST, end - _SHORTEST)
    whole = soft is None or (head_of(text[start:end]) is not None and not text.endswith(words().streets, start, end))
    return [item] if soft is None or whole else [Item([(start, soft.start())]), Item([(soft.end(), end)])]


def _is_thing(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a member is a beast or a plant in two characters, or an ordinary word, and no place or water."""
    start, end = run
    brief = end - start == _SHORTEST and (text[end - 1] in list_words().grown or is_ordinary(text[start:end]))
    return brief and text[end - 1] not in list_words().nature and not any(p.start == start for p in places)
