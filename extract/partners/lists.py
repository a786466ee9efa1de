"""Lists whose members may be companies, by what stands around them: 甲、乙等龙头企业; 以甲、乙为龙头; 与甲、乙签订."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.components import scan
from extract.partners.names import name_start
from extract.partners.words import is_known, name_scanner, universities_by_name, words
from extract.word_lists import either

_COUPLE = re.compile("[\u4e00-\u9fff、]{2,24}[与和][\u4e00-\u9fff、]{2,24}$")
_REACH = 300
_STOP = re.compile(r"[，。；：！？\n《》]")
_SPLIT = re.compile(r"、|以及|(?<![协调参])[和及与](?!平)|[（(][^（()）]{0,40}[)）]")
_NO_LIST_WORD = re.compile(r"[高同平均中初相对]等|等[级级于待候份额效]")
_ETC = re.compile("等")
_DONE = (
    "结对",
    "结成",
    "签约",
    "签订",
    "挂钩",
    "牵手",
    "开展",
    "加强",
    "深化",
    "推进",
    "建立",
    "构建",
    "实施",
    "联动",
    "协同",
    "互认",
    "共享",
    "共用",
    "共推",
    "共商",
)
_TURNS = re.compile("延伸|拓展|转型|转变|升级|攀升|迈进|集中|集聚|转化|倾斜|开放|转产")
_NEAR = 16
_SHORT, _FOUR = 2, 4


@dataclass(frozen=True, slots=True)
class Listing:
    """Members of a list, and how far it says that they are companies."""

    members: tuple[tuple[int, int], ...]
    says: Literal["companies", "perhaps", "bearers", "dealt", "backed"]


def lists(text: str) -> Iterator[Listing]:
    """The lists of a text that may be of companies."""
    yield from _closed(text)
    yield from _led(text)
    yield from _classed(text)
    yield from _around_known(text)
    yield from _dealt(text)
    yield from _backed(text)


def _closed(text: str) -> Iterator[Listing]:
    """Lists in front of 等企业, 等龙头企业, 等项目."""
    floor = 0
    for match in _ETC.finditer(text):
        at = match.start()
        if at < floor or _NO_LIST_WORD.match(text, at - 1) or _NO_LIST_WORD.match(text, at):
            continue
        if close := _closer().match(text, at + 1):
            says: Literal["companies", "perhaps", "bearers"] = "companies"
            if close["closer"] in words().bearers:
                says = "bearers"
            elif any(field in close["between"].replace("产业化", "") for field in words().fields):
                says = "perhaps"
            for start, end in _couples(text, _start(text, at, floor), at, floor):
                members = _members(text, start, end)
                goods = sum(text.endswith(words().no_body, a, b) for a, b in members)
                if close["closer"] != "品牌" or 2 * goods <= len(members):
                    yield Listing(members, says)  # not 径山茶、武当道茶等品牌
            floor = close.end()


def _couples(text: str, start: int, end: int, floor: int) -> Iterator[tuple[int, int]]:
    """The clauses of a list of couples, the last of which is closed: 推动甲与乙，丙与丁等企业对接."""
    yield start, end
    while start > floor and text[start - 1] == "，" and _COUPLE.fullmatch(text, start, end):
        start, end = _start(text, start - 1, floor), start - 1
        if _COUPLE.search(text, start, end) is None:
            return
        yield start, end


def _led(text: str) -> Iterator[Listing]:
    """Lists between 以 and 为龙头."""
    for match in _leading().finditer(text):
        start = text.rfind("以", _start(text, match.start(), 0), match.start())
        if start >= 0:
            end = text.find("等", start, match.start())
            end = match.start() if end < 0 else end
            members = _members(text, start + 1, end)
            yield Listing(members, "companies" if "企业" in text[end : match.start()] else "perhaps")
            if len(members) > 1:
                yield Listing(members, "backed")


def _dealt(text: str) -> Iterator[Listing]:
    """Lists behind a word by which one deals with their members: 发挥甲、乙作用, 面向甲、乙供应, 与甲、乙签订."""
    floor = 0
    for match in _dealing().finditer(text):
        start = match.end()
        if start < floor or "、" not in text[start : start + _NEAR]:
            continue
        stop = _STOP.search(text, start, start + _REACH)
        until = stop.start() if stop else min(len(text), start + _REACH)
        etc = text.find("等", start, until)
        until = until if etc < 0 else etc
        if etc >= 0 and _fields().match(text, etc + 1):
            continue  # 围绕智能飞行、空天信息等方向
        act = _act().search(text, start + _SHORT, until)
        if match[0] == "向" and _TURNS.search(text, start, stop.start() if stop else len(text)):
            continue  # 向永磁电机、伺服系统延伸
        yield Listing(_members(text, start, act.start() if act else until), "dealt")
        floor = act.start() if act else until


def _backed(text: str) -> Iterator[Listing]:
    """Lists behind a verb by which the plan's side backs their members, which then act: 支持甲、乙（等）牵头组建."""
    for match in _behind_backing().finditer(text):
        if "、" in match["members"]:
            yield Listing(_members(text, *match.span("members")), "backed")


def _classed(text: str) -> Iterator[Listing]:
    """Lists whose last member is a class of companies: 达钢、某化工及水泥企业."""
    floor = 0
    for match in re.finditer("企业", text):
        start = _start(text, match.start(), floor)
        cuts = [cut for cut in _SPLIT.finditer(text, start, match.start()) if cut[0][0] not in "（("]
        if len(cuts) > 1 and match.start() - cuts[-1].end() <= _FOUR and "等" not in text[start : match.start()]:
            yield Listing(_members(text, start, cuts[-1].start()), "perhaps")
        floor = match.end()


def _around_known(text: str) -> Iterator[Listing]:
    """Lists with a company in them that is known by its name."""
    floor = 0
    for start, end in scan(name_scanner(), text) if "、" in text else ():
        beside = text[start - 1 : start] == "、" or text[end : end + 1] == "、"
        if start >= floor and beside and (is_known(text[start:end]) or text[start:end] in universities_by_name()):
            stop = _STOP.search(text, end, end + _REACH)
            until = stop.start() if stop else min(len(text), end + _REACH)
            etc = text.find("等", end, until)
            until = until if etc < 0 else etc
            last = max(end, text.rfind("、", end, until))
            act = _act().search(text, min(last + _FOUR, until), until)
            until = act.start() if act else until
            yield Listing(_members(text, _start(text, start, floor), until), "perhaps")
            floor = until


def _start(text: str, end: int, floor: int) -> int:
    """Where the clause starts that ends here."""
    at = max(floor, end - _REACH)
    return max((m.end() for m in _STOP.finditer(text, at, end)), default=at)


def _members(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The members of a list, without what is in brackets behind them and what governs the first."""
    out: list[tuple[int, int]] = []
    at, bracket = start, False
    for cut in (*_SPLIT.finditer(text, start, end), None):
        until = cut.start() if cut else end
        if until > at:
            if out and (again := _again().search(text, at + 1, until - 1)):
                out, at = [], again.end()  # 保山市、丽江市依托隆基、晶澳
            first = name_start(text, until, until) if not out else at
            if not bracket:  # 顺丰（徐水）华北枢纽 goes on behind the bracket
                out.append((max(at, first), until))
        bracket = cut is not None and cut[0][0] in "（("
        at = cut.end() if cut else end
    return tuple(out)


@cache
def _closer() -> re.Pattern[str]:
    closers = either((*words().closers, *words().bearers))
    return re.compile(
        rf"(?P<between>[^，。；：、\n（）等]{{0,14}}?)(?P<closer>{closers})(?!家|研究|技术(?!升级|改造|攻关|人员|骨干)|实验|师|道路|电源|网络|路网|通道|管网|线路|人才|教师|队伍|产品|景区|镇|作用)"
    )


@cache
def _dealing() -> re.Pattern[str]:
    return re.compile(either(words().deals))


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{either(words().fields)}|方向|赛道|技术|重点|优势|特色|传统|装备)")


@cache
def _act() -> re.Pattern[str]:
    known = (*words().acts, "的", "作用", "优势", "供应", "在", "带动", "需求", "配套", "进修", "销售", "疏解", *_DONE)
    return re.compile(f"参与|(?:{either(known)})(?!集团|公司|控股|银行|股份|发展|开发)")


@cache
def _behind_backing() -> re.Pattern[str]:
    member = r"[^，。；：！？\n《》、的等]{2,10}?"
    return re.compile(
        f"(?:{either(words().moving)})(?P<members>{member}(?:、{member}){{0,9}}?(?:[和与及]{member})?)"
        f"等?(?:{either(words().agents)})(?![、等]|集团|公司|控股|银行|股份)"
    )


@cache
def _again() -> re.Pattern[str]:
    return re.compile(either(v for v in words().backing if len(v) > 1))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"(?:落户|布局|入驻)?为(?:{either(words().leading)})")
