"""Lists of undertakings: their members, made whole where they share a head or a modifier."""

import re
from collections.abc import Sequence
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.projects.lending import (
    GENERAL_WORKS,
    LEVEL,
    LEVELS,
    LONGEST_OF_QUOTED,
    ROADS,
    STREETS,
    Item,
    behind_quotes,
    behind_street,
    is_sight,
    lend_modifier,
    lend_number,
    lend_route,
    lend_works,
    takes_works,
)
from extract.projects.names import head_of
from extract.projects.proper import holds_a_word, is_ordinary
from extract.projects.shares import places_end, shared_head
from extract.projects.wholes import with_shared_prefix
from extract.projects.words import heads_of, leading_word, words
from extract.word_lists import word_lists

_LINE = re.compile(r"(?:高速|高铁|铁路|轨道|国道|省道|航道|干线)$")
_SOMEWHERE = re.compile(r"[区河江湖县镇乡市村]$")
_LONGEST_SHARED = 12
_WORKS = frozenset({"工程", "铁路", "公路", "航道"})
_DONE_TO_ALL = re.compile(r"^(?:[\u4e00-\u9fff]{2})?(?:修复|治理|整治|加固|修缮|疏浚)工程$")
_SOFT = re.compile(r"以及|和(?!美乡村|谐|平[区县镇]|田[市地县]|县)|及(?!周边|其周边|其他|附近)|与")
# A member that ends in these takes what is done to the last (甲站、乙站改造工程).
_KINDS = frozenset("站厂馆园楼桥坝塔矿")
_AREAS = frozenset("区城谷镇街岛")
_BUILT = frozenset("园馆厂楼")
_DONE = re.compile(
    r"(?:清淤|治理|整治|加固|改造|扩建|改扩建|新建|改建|迁建|修复|修缮|保护|疏浚|续建|配套|拓宽|扩容|扩能|主体)(?:工程)?$"
)
_WORKED = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:工程|改造|加固|治理|整治|修复|修缮|扩建|扩容|提升|建设|清淤|疏浚|衬砌|护砌|绿化|亮化)$"
)
_NUMBERS = re.compile(r"\d{1,2}号")
_SEAM = re.compile(r"”(?=“)")
_SECTION = re.compile(r"[（(][^（()）]{2,16}段[）)]$")
_SEVERAL = re.compile(r"^(?:一批|一系列|若干|\d+个|多个|系列)")
_CARRIES_WATER = re.compile(r"引.{1,3}[济补入].{1,3}$|(?:引水|调水|补水|输水|供水|配水|提水|水资源配置|连通|贯通)$")
_REFUGE = re.compile(r"和(?:鸟类|候鸟|水禽|野生[动植]+物?|珍稀|湿地|森林|自然)[^、，和]{0,12}?保护区")
_MIN_MODIFIER, _LONG_ACT = 2, 4
_LENT_BY_KIND = ("工程", "泊位群", "疏港铁路", "疏港公路")
_SHARED_KINDS = frozenset({"片区", "社区", "街道"})


def members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The runs between the marks of a list: 、 outside quotation marks, and the seam of “甲”“乙” where it ends in ”."""
    runs: list[tuple[int, int]] = []
    quotes = text.find("”", start, end) >= 0
    for a, b in split(text, "、", start, end):
        if runs and text[runs[-1][1] - 1] in LEVEL and LEVELS.match(text, runs[-1][0], b):
            runs[-1] = (runs[-1][0], b)  # 省、市、县三级服务平台
            continue
        if (
            runs
            and text[a].isdigit()
            and _NUMBERS.match(text, a, b)
            and (text[a - 2].isdigit() or text.endswith("号", *runs[-1]))
        ):
            runs[-1] = (runs[-1][0], b)  # 5、6号机组
            continue
        opened = quotes and runs and text.count("“", *runs[-1]) > text.count("”", *runs[-1])
        begin = runs.pop()[0] if opened else a
        if quotes and (text[b - 1] == "”" or _is_of_quoted(text, begin, b)):
            for seam in _SEAM.finditer(text, begin, b):
                runs.append((begin, seam.start() + 1))
                begin = seam.start() + 1
        runs.append((begin, b))
    return runs


def _is_of_quoted(text: str, start: int, end: int) -> bool:
    """Whether a run ends in what several names in quotation marks are (“甲通”“乙办”平台)."""
    closing = text.rfind("”", start, end) + 1
    return start < closing and end - closing <= LONGEST_OF_QUOTED and bool(heads_of(text[closing:end]))


def _joined(text: str, runs: list[tuple[int, int]], places: Sequence[Found]) -> list[tuple[int, int]]:
    """Members, with places that stand side by side in a name taken together (S338与北京房山、大兴对接段)."""
    done: list[tuple[int, int]] = []
    for a, b in runs:
        joins = done and text.endswith(words().joining, a, b) and any(p.start == a for p in places)
        if joins and "与" in text[slice(*done[-1])] and any(p.end == done[-1][1] for p in places):
            done[-1] = (done[-1][0], b)
        else:
            done.append((a, b))
    return done


def items(text: str, start: int, end: int, places: Sequence[Found]) -> list[Item]:
    """The members of a list; 和 parts two of them where what stands before it is whole."""
    found: list[Item] = []
    for begin, until in _joined(text, members(text, start, end), places):
        at = begin
        if found:
            at = _behind_verb(text, at, until)
        cut = at
        for soft in _SOFT.finditer(text, at, until):
            if _REFUGE.match(text, soft.start(), until):
                continue  # 甲湿地和鸟类自然保护区
            left = text[cut : without_works(text, (cut, soft.start()))[1]]
            whole = (
                soft[0] == "以及"
                or left.endswith("”")
                or head_of(left)
                or (soft[0] in "和及" and left[-2:] == text[until - 2 : until] and not is_ordinary(left))
                or places_end(cut, soft.start(), places) == soft.start()
            )
            joins = soft[0] in "与和" and text.endswith(words().joining, soft.end(), until)
            cuts = soft.start() > cut and soft.end() < until and whole and not joins
            if cuts and (soft[0] == "以及" or not _is_one_work(text, left, (soft.end(), until), places)):
                found.append(Item([without_works(text, (cut, soft.start()))]))
                cut = soft.end()
        found.append(Item([without_works(text, (cut, until))]))
    return found


def _is_one_work(text: str, left: str, right: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether what 和 joins is done to one thing (甲河主槽清淤及堤防加固工程, 乙水厂扩建及配套管网工程)."""
    named = any(right[0] <= p.start < right[1] for p in places)
    if left.endswith("工程") and text.endswith("工程", *right):
        return False
    return (
        not named
        and _DONE.search(left) is not None
        and _WORKED.match(text, *right) is not None
        and is_ordinary(text[slice(*right)])
    )


def _behind_verb(text: str, start: int, end: int) -> int:
    """Where what a verb that begins a member governs begins (打造甲、加快建设乙); where it begins without a verb."""
    at, verb = start, False
    while word := leading_word(text, at, end):
        at += len(word)
        verb = verb or word in words().verbs
    return at if verb else start


def without_works(text: str, run: tuple[int, int]) -> tuple[int, int]:
    """A member without what is done to the thing that it names (甲湿地公园|修复); as it is where no thing is left."""
    start, end = run
    if not text.endswith(words().works, start, end) or head_of(text[start:end]) is not None:
        return run
    work = next(w for w in words().works if text.endswith(w, start, end))
    thing = text[start : end - len(work)]
    return (start, end - len(work)) if head_of(thing) is not None and holds_a_word(thing) else run


def completed(text: str, items: list[Item], places: Sequence[Found], etc: int | None, summed: str) -> list[Item]:
    """The members made whole: one without a head takes the next one's, one without a modifier the first one's."""
    done = [one for i, item in enumerate(items) for one in _completed(text, item, items[i + 1 :], places, etc, summed)]
    if etc is not None and items:
        done += with_shared_prefix(text, items, (etc + 1, etc + 1 + len(summed)))
    if len(done) > 1:
        lend_modifier(text, done, places)
        lend_route(text, done)
        lend_number(text, done)
        lend_works(text, done)
    return done


def _completed(  # noqa: C901 - one step for each way in which a member is whole
    text: str, item: Item, after: list[Item], places: Sequence[Found], etc: int | None, summed: str
) -> list[Item]:
    start, end = item.runs[0]
    if etc is not None and _DONE_TO_ALL.search(summed) and not text.endswith("工程", start, end):
        return [Item([(start, end), (etc + 1, etc + 1 + len(summed))])]
    worked = _worked(text, item, after, etc, summed) if after or summed.endswith("工程") else None
    if worked is not None:
        return [Item([(start, end), worked])]
    if after and text.endswith(("项目", "公司", "集团"), start, end):
        return []
    if _is_whole(text, item, etc, summed) or _LINE.search(text[start:end]):
        return [item]
    shared = next((head for head in heads_of(summed)[:1] if head in words().shared), None)
    last = (after or [item])[-1]
    if (
        shared is None
        and text.endswith(words().complete, start, end)
        and not text.endswith(words().done, *last.runs[0])
    ):
        return [item] if head_of(text[start:end]) else []  # a thing by itself, of a kind that is no undertaking
    lender = next((other for other in after if _is_whole(text, other, etc, summed)), None)
    if lender is not None and is_sight(text, item.runs[0], places) and not text.endswith(_acts(), *lender.runs[0]):
        return []
    if etc is not None and lender is None and end - start <= _MIN_MODIFIER:
        return []
    lender = None if lender is last and takes_works(text, item.runs[0], summed, places) else lender
    water = shared == "工程" and _CARRIES_WATER.search(text[start:end]) is not None
    if etc is not None and shared is not None and (lender is None or lender is not last or water):
        behind = etc + 1 + len(summed)
        taken = (behind - _taken(text[start:end], summed, shared), behind)
        soft = _SOFT.search(text, start + 1, end)
        parts = [(start, soft.start()), (soft.end(), end)] if soft else [(start, end)]
        return [Item([part, taken]) for part in parts]
    if (
        lender is not None
        and head_of(text[start:end]) in _KINDS
        and head_of(text[slice(*lender.runs[0])]) == text[end - 1]
    ):
        return [item]
    lent = shared_head(text, (start, end), lender.runs[0], places) if lender is not None else None
    if lent is None and head_of(text[start:end]) in _KINDS and not after:
        return [item]
    section = _SECTION.search(text, *lent) if lent and text[lent[1] - 1] in "）)" else None
    lent = (lent[0], section.start()) if lent and section and section.start() > lent[0] else lent
    if lent and _keeps_its_noun(text, (start, end), lent):
        return [item]
    if lent is None or (text.endswith(words().works, start, end) and not text.endswith("工程", *lent)):
        return []  # 甲口岸改造 is not a 甲口岸改造合作区
    return [Item([(start, end), lent])]


def _keeps_its_noun(text: str, run: tuple[int, int], lent: tuple[int, int]) -> bool:
    """Whether a member is whole as it is: of the kind that a later one is, or a building to which nothing is done."""
    start, end = run
    last = text[end - 1]
    area = last in _AREAS and last == text[lent[1] - 1] and end - start > _LONG_ACT  # 甲智慧区、乙新区
    return area or (last in _BUILT and not text.endswith(("工程", *_acts()), *lent))


def _work_of_kind(text: str, item: Item, after: list[Item]) -> tuple[int, int] | None:
    """The works that the last member names behind what both are (甲片区、乙片区供水工程)."""
    streets = [behind_street(text, o.runs[0], _acts()) for o in after] if text.endswith(STREETS, *item.runs[0]) else []
    if street := next((run for run in streets if run), None):
        return street  # 甲路、乙街雨污分流管网改造
    head = head_of(text[slice(*item.runs[0])]) if after else None
    a, b = after[-1].runs[0] if after else (0, 0)
    if head is None or len(head) < _MIN_MODIFIER or not text.endswith(_LENT_BY_KIND, a, b):
        return None
    at = text.find(head, a, b)
    if not a < at < b - len(head) - 2:
        return None
    works = head in _SHARED_KINDS or is_ordinary(text[at + len(head) : b])
    return (at + len(head), b) if works else None


def _worked(text: str, item: Item, after: list[Item], etc: int | None, summed: str) -> tuple[int, int] | None:
    """The run that a member takes of a later one: the 工程 behind repairs (甲加固、乙扩容工程), what quotes are."""
    taken: tuple[int, int] | None
    a, b = after[-1].runs[0] if after and etc is None else (0, 0)
    if etc is not None and GENERAL_WORKS.fullmatch(summed):
        taken = etc + len(summed) - 1, etc + 1 + len(summed)
    elif text.endswith("工程", a, b) and text.endswith(_acts(), a, b - 2):
        taken = b - 2, b
    else:
        taken = None
    if taken and text.endswith(_acts(), *item.runs[0]):
        return taken
    return behind_quotes(text, item, after) or (_work_of_kind(text, item, after) if etc is None else None)


@cache
def _acts() -> tuple[str, ...]:
    return (*words().acts, *words().acts_of_named, *word_lists("project_lists")["acts"])


def _is_whole(text: str, item: Item, etc: int | None, summed: str) -> bool:
    name = text[slice(*item.runs[0])]
    if name.endswith("”") and len(name) - name.rfind("“") > _LONG_ACT:
        return True
    head = head_of(name)
    if head is not None and name.endswith("期"):
        return True
    street = (
        etc is not None and name.endswith(words().streets) and not (name.endswith("公路") and summed.endswith(ROADS))
    )
    return head is not None and not street and head not in _KINDS


def _taken(member: str, summed: str, head: str) -> int:
    """How much of what sums up a list a member takes: all of 沉陷区等配水工程, which says what is done there.

    Of 智慧交通等智慧城市工程 it is only the head: that says what kind of thing it is.
    """
    summed = _SEVERAL.sub("", summed)
    short = head in _WORKS and not _SOMEWHERE.search(member)
    return len(head) if short or len(summed) > _LONGEST_SHARED else len(summed)
