"""Industries by their names: sectors with what stands before and behind them, and technologies that are made."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs

from extract.components import Found, around, dictionary, floor_of, scan
from extract.industries.goods import is_goods
from extract.industries.lists import name_start
from extract.industries.words import governs, grammar, grammar_matches, words

_MADE = re.compile(
    r"(?:(?:[、和与及]|以及)(?![\u4e00-\u9fff]{0,6}(?:融合|应用|赋能))[\u4e00-\u9fffA-Z0-9]{2,8}){0,8}等?"
    r"(?:前沿|新兴|核心|关键|领域|行业|重点|未来|数字|高新|高端|顶尖|复合型|龙头|骨干|行业应用|通用|技术|(?:的)?研究和)*"
    r"(?:学院|担保|产业|企业|人才|赛道|集群|领域(?![^，。；]{0,8}(?:应用|推广|场景|数据|平台))|关键核心技术(?:攻关|难题|突破|研发|攻坚)|制造业|基金|研发平台|基地|园区|(?:创新|高质量)?发展(?![^，。；]{0,6}(?:融合|场景))"
    r"|[、等]?[^，。；]{0,8}研发平台)"
)
_NAMED = re.compile(  # 国家大数据综合试验区, 机器人与智能制造创新研究院
    "(?:[与和及][\u4e00-\u9fff]{2,6}?)?(?:综合|创新|应用|融合|先进|科学|技术|工程|产业|国际|国家|省级|联合|重点|开放|[\u4e00-\u9fff]{2,3}省|发展)*"
    "(?:(?:试验|实验|先导|创新|示范)区|试验场|测试场|训练场|研究院|实验室|创新中心|研究中心|交易所|计算中心|云计算中心)"
)
_TAIL = re.compile(
    r"(?![、，。；：等和与及产企的园区]|参[与加])[\u4e00-\u9fff]{1,5}?"
    "(?=[、，。；和与及等（\\d]|$|产业|企业|项目|领域|基地|研发|制造|产能|板块|赛道)"
)
_BREAKS = "、，。；：等"
_GROWS = re.compile("(?:发展|培育|壮大|做强|做大|做优|做精|主攻|布局)(?![、和与及，])")
_SUMMED = re.compile(
    "(?:、[^，。；、]{2,10})+(?:产业链|产业集群|产业)(?![园城基])|(?:、[^，。；、]{2,10})*等[^，。；、]{0,8}(?:产业|业态|行业|赛道|集群|产品|领域|方向)"
)
_COMPANIES = re.compile("企业|公司|集团|龙头|链主|银行|大学|学院|研究")
_AFTER, _LIST_STOPS = frozenset("、，。；等和与及"), "、，。；：（）()和与及等\n"
_KIND = re.compile("(?:重型|轻型|大型|小型|高端|新型|先进|特种|精密|智能|绿色)*")
_HEAD, _LONGEST_FIRST, _SEEDS, _SCRAP = 2, 5, "种业", ("钢铁", "有色金属")


def sectors(text: str, trades: dict[int, int], places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Sectors with their modifiers; where two share a head, both together (动力及储能电池)."""
    whole = {start: end for end, start in trades.items()}
    for match in grammar_matches(text):
        start, end = match.span()
        end = _wider(text, start, max(end, whole.get(start, end)))
        start = _whole(text, min(start, trades.get(end, start)), end, trades, places)  # 铝基新材料
        start = trades.get(start, start) if text[start:end] == _SEEDS else start  # 生猪种业
        start -= text.startswith(_SCRAP, start) and text[start - 1] == "废"  # 废钢铁
        shared = text[end - _HEAD : end]
        if start > _HEAD and text[start - 1] in "及和与" and not text.endswith(words().technologies, 0, start - 1):
            for first in range(start - 1 - _HEAD, max(start - _LONGEST_FIRST, 0) - 1, -1):
                one = text[first : start - 1]
                if one + shared in words().names and one not in words().names and one not in words().of_their_own:
                    floor = floor_of(text, first, _LIST_STOPS)
                    begin = name_start(text, floor, first + 1, places)  # not 体验 in 农耕体验和乡村旅游
                    if _KIND.fullmatch(text, begin, first):
                        yield begin, end
        yield start, end


def _wider(text: str, start: int, end: int) -> int:
    """Where the goods end that a sector begins, or of which it is the use (复合材料结构件, 核电用钢, 汽车软件)."""
    tail = _TAIL.match(text, end)
    if text.startswith(words().not_inside, end):
        return end
    if tail and is_goods(text, start, tail.end()) and not governs(text, end, tail.end()):
        return tail.end()
    return end


def _whole(text: str, start: int, end: int, trades: dict[int, int], places: Sequence[Found]) -> int:
    """Where a member of a list starts that ends in a sector (运动鞋服 in 发展运动鞋服、高端面料)."""
    if (
        start in trades
        and not text.startswith("现代农业", start)
        and (trades[start] == 0 or text[trades[start] - 1] in _BREAKS)
    ):
        return trades[start]  # 化纤纺织
    if text[end : end + 1] not in _BREAKS or text[start - 1 : start] in _BREAKS:
        return start
    floor = max(text.rfind(stop, max(0, start - _LONGEST_FIRST), start) for stop in _BREAKS) + 1
    verb = _GROWS.search(text, max(0, start - _LONGEST_FIRST - 2), start)
    first = max(floor, verb.end() if verb else 0)
    if not first or not (text[first - 1] == "、" or verb) or not 0 < start - first < _LONGEST_FIRST:
        return start
    if name_start(text, first, start + 1, places) != first:
        return start
    left, right = around(text, start, end, "，。；\n")
    grown = _GROWS.search(text, left, start) or _SUMMED.match(text, end, right)
    return first if grown and not _COMPANIES.search(text, left, right) else start


def technologies(text: str) -> Iterator[tuple[int, int]]:
    """Technologies that are made or sold: in front of 产业, 企业 and the like, or what 发展 and 培育 govern."""
    last = 0
    for start, end in scan(_technology_scanner(), text):
        governed = text.endswith(words().grows, 0, start) or (start - 1 == last and text[last] in "、和与及")
        made = (governed and text[end : end + 1] in _AFTER) or _MADE.match(text, end) or _NAMED.match(text, end)
        if made or (text[end : end + 1] == "、" and _between(text, start, end)):
            yield start, end
            last = end


def _between(text: str, start: int, end: int) -> bool:
    """Whether it stands in a list between two sectors (新一代信息技术、人工智能、生物医药)."""
    left, right = around(text, start - 1, end + 1, _LIST_STOPS)
    if text[start - 1] != "、" or left >= start - 1:
        return False
    return all(grammar().fullmatch(text, *run) is not None for run in ((left, start - 1), (end + 1, right)))


@cache
def _technology_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().technologies)
