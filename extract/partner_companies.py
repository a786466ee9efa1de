"""Companies without an ending of their own, where a list says what they are: 引进天齐锂业、盛新锂能等龙头企业."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.common_words import is_common, reads_plainly
from extract.components import Profile, scan
from extract.partner_names import name_start
from extract.partner_words import listed_names, name_scanner, universities_by_name, words
from extract.word_lists import either, word_lists
from gazetteer.companies import companies
from gazetteer.divisions import gazetteer

Look = Literal["known", "body", "shaped", "short", "placed", "plain", "branch", "unknown", "tiny", ""]
_REACH = 300
_STOP = re.compile(r"[，。；：！？\n《》]")
_SPLIT = re.compile(r"、|以及|(?<![协调])[和及与](?!平)|[（(][^（()）]{0,40}[)）]")
_NO_LIST_WORD = re.compile(r"[高同平均中初相对]等|等[级级于待候份额效]")
_ETC = re.compile("等")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}")
_LEAD = re.compile("引进|引育|招引|引入|招商|依托|携手|联合|支持|对接|合作|以|与")
_SHORT, _LONG_STEM, _FOUR = 2, 5, 4
_FEW = 2
_AREA = frozenset("区县市群带圈园")


@dataclass(frozen=True, slots=True)
class _List:
    """Members of a list, and how far it says that they are companies."""

    members: tuple[tuple[int, int], ...]
    says: Literal["companies", "perhaps", "bearers"]


def listed_companies(text: str, known: AbstractSet[str] = frozenset()) -> list[tuple[int, int]]:
    """Where members of lists stand that are companies by what the list says and by how they look, in order.

    Args:
        text: the text as read.
        known: companies that the plan names, so that a member may be one without its trade (新荣昌 for 新荣昌环保).
    """
    stems = {name.removesuffix(_trade(name)) for name in known}
    found: set[tuple[int, int]] = set()
    for listing in (*_closed(text), *_led(text), *_classed(text), *_around_known(text)):
        found.update(_companies(text, listing))
        found.update((a, b) for a, b in listing.members if b - a > _SHORT and text[a:b] in stems)
    return sorted(found)


def companies_of_plan(profile: Profile) -> frozenset[str]:
    """The companies that lists anywhere in the plan name, of three characters at least."""
    known: frozenset[str] | None = profile.memory.get("listed companies")
    if known is None:
        spans = ((unit.text, span) for unit in profile.plan.units for span in listed_companies(unit.text))
        known = frozenset(text[a:b] for text, (a, b) in spans if b - a > _SHORT)
        profile.memory["listed companies"] = known
    return known


def _trade(name: str) -> str:
    return next((trade for trade in words().trades if name.endswith(trade)), "")


# lists


def _closed(text: str) -> Iterator[_List]:
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
            elif any(field in close["between"] for field in words().fields):
                says = "perhaps"
            yield _List(_members(text, _start(text, at, floor), at), says)
            floor = close.end()


def _led(text: str) -> Iterator[_List]:
    """Lists between 以 and 为龙头."""
    for match in _leading().finditer(text):
        start = text.rfind("以", _start(text, match.start(), 0), match.start())
        if start >= 0:
            end = text.find("等", start, match.start())
            end = match.start() if end < 0 else end
            yield _List(
                _members(text, start + 1, end), "companies" if "企业" in text[end : match.start()] else "perhaps"
            )


def _classed(text: str) -> Iterator[_List]:
    """Lists whose last member is a class of companies: 达钢、某化工及水泥企业."""
    floor = 0
    for match in re.finditer("企业", text):
        start = _start(text, match.start(), floor)
        cuts = [cut for cut in _SPLIT.finditer(text, start, match.start()) if cut[0][0] not in "（("]
        if len(cuts) > 1 and match.start() - cuts[-1].end() <= _FOUR and "等" not in text[start : match.start()]:
            yield _List(_members(text, start, cuts[-1].start()), "perhaps")
        floor = match.end()


def _around_known(text: str) -> Iterator[_List]:
    """Lists with a company in them that is known by its name."""
    floor = 0
    for start, end in scan(name_scanner(), text):
        beside = text[start - 1 : start] == "、" or text[end : end + 1] == "、"
        if start >= floor and beside and (_is_known(text[start:end]) or text[start:end] in universities_by_name()):
            stop = _STOP.search(text, end, end + _REACH)
            until = stop.start() if stop else min(len(text), end + _REACH)
            etc = text.find("等", end, until)
            until = until if etc < 0 else etc
            yield _List(_members(text, _start(text, start, floor), until), "perhaps")
            floor = until


def _start(text: str, end: int, floor: int) -> int:
    """Where the clause starts that ends here."""
    at = max(floor, end - _REACH)
    return max((m.end() for m in _STOP.finditer(text, at, end)), default=at)


def _members(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The members of a list, without what is in brackets behind them and what governs the first."""
    out: list[tuple[int, int]] = []
    at = start
    for cut in (*_SPLIT.finditer(text, start, end), None):
        until = cut.start() if cut else end
        if until > at:
            first = name_start(text, until, until) if not out else at
            out.append((max(at, first), until))
        at = cut.end() if cut else end
    return tuple(out)


# members


def _companies(text: str, listing: _List) -> list[tuple[int, int]]:
    looks = [look(text[a:b]) for a, b in listing.members]
    anchors = sum(kind in {"known", "body", "shaped"} for kind in looks)
    takes = set[Look]()
    if listing.says == "companies":
        led = len(looks) >= _FEW and listing.members[0][0] > 0 and _attracts(text, listing.members[0][0])
        takes = {"known", "shaped", "short", "branch"}
        takes |= {"placed", "unknown"} if anchors or led else set()
        takes |= {"tiny"} if (anchors or led) and "" not in looks and "plain" not in looks else set()
        takes |= {"plain", "tiny"} if anchors >= _FEW else set()
    elif anchors + looks.count("short") >= _FEW:
        takes = {"known", "shaped", "short", "placed"}
    elif anchors:
        takes = {"known", "placed"}
    taken = [kind in takes for kind in looks]
    between = [0 < i < len(taken) - 1 and taken[i - 1] and taken[i + 1] for i in range(len(taken))]
    return [
        span
        for span, kind, take, is_between in zip(listing.members, looks, taken, between, strict=True)
        if take or (is_between and kind == "unknown")
    ]


def _attracts(text: str, at: int) -> bool:
    return any(m.end() == at for m in _LEAD.finditer(text, max(0, at - _FOUR), at))


def look(name: str) -> Look:
    """What a member of a list looks like: a known company, one by its trade, a short one, a place's, any name."""
    if not _WORD.fullmatch(name) or name in _sectors() or any(kind in name for kind in words().kinds_of_company):
        return ""
    if _is_known(name) or name in companies():
        return "known"
    if name in universities_by_name():
        return "body"
    known = next((name[:n] for n in range(_SHORT, len(name)) if _is_known(name[:n])), "")
    if known and known not in words().ambiguous:
        rest = name.removeprefix(known)
        is_branch = _SHORT <= len(rest) <= _FOUR and not reads_plainly(rest) and rest[-1] not in _AREA
        return "branch" if is_branch else ""  # 吉利百矿; not 宁德时代动力及储能电池项目
    if gazetteer().named(name) or any(name.endswith(ending) for ending, kind in words().endings if kind != "company"):
        return ""
    if len(name) == _SHORT:
        if name[0] in _of_places() and name[1] in words().trade_characters:
            return "short"
        return "tiny" if _is_odd(name) else ""
    trade = _trade(name)
    stem = name.removesuffix(trade)
    if trade and _SHORT <= len(stem) <= _LONG_STEM:
        bare = bool(gazetteer().named(stem)) or stem in _sectors() or reads_plainly(stem)
        return "plain" if bare else "shaped"
    return _other(name)


def _other(name: str) -> Look:
    """How a name without a trade looks: a place and a word that is none (四川炬原), or such a word alone (大华农)."""
    for length in (2, 3):
        rest = name[length:]
        if gazetteer().named(name[:length]) and _is_odd(rest):
            return "placed"
    return "unknown" if len(name) <= _LONG_STEM and _is_odd(name) else ""


def _is_odd(word: str) -> bool:
    """Whether a word is no common one, nor made of common ones."""
    if len(word) < _SHORT or reads_plainly(word) or gazetteer().named(word) or word in _sectors():
        return False
    return word[-1] not in words().no_ending or (len(word) == _FOUR and not is_common(word[:_SHORT]))


def _is_known(name: str) -> bool:
    return name in words().companies or name in words().ambiguous or name in listed_names()


@cache
def _sectors() -> frozenset[str]:
    table = word_lists("industries")
    return frozenset((*table["sectors"], *table["technologies"]))


@cache
def _of_places() -> frozenset[str]:
    """Characters that places are called by in front of a trade: their abbreviations, and the first of their names."""
    divisions = [d for d in gazetteer().divisions() if d.level in {"province", "prefecture"}]
    return frozenset(c for d in divisions for c in (*d.abbreviations, d.name[0]))


@cache
def _closer() -> re.Pattern[str]:
    closers = either((*words().closers, *words().bearers))
    return re.compile(rf"(?P<between>[^，。；：、\n（）等]{{0,14}}?)(?P<closer>{closers})(?!家)")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"为(?:{either(words().leading)})")
