"""Companies without an ending of their own, where a list says what they are: 引进天齐锂业、盛新锂能等龙头企业."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.common_words import is_common
from extract.components import Profile
from extract.partners.lists import Listing, lists
from extract.partners.looks import Look, is_odd, is_sure, look, trade_of
from extract.partners.words import is_known, words
from gazetteer.divisions import gazetteer

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}")
_LEAD = re.compile("引进|引育|招引|引入|招商|依托|携手|联合|支持|对接|合作|以|与")
_SHORT, _FOUR = 2, 4
_FEW = 2
_GO_ON = ("新材料", "新能源")
_CLOSED = ("bearers", "companies")
_BLAND = frozenset(("", "common", "field", "works", "other"))
_NAMES = frozenset(("works", "known", "shaped", "short", "placed", "unknown", "branch", "tiny", "body"))

Spans = dict[tuple[int, int], bool]
"""Where companies stand, and whether a list says for certain that they are companies."""


@dataclass(slots=True)
class _InPlan:
    """What the lists of a plan's units name.

    Attributes:
        names: the companies, of three characters at least.
        stems: their names without their trade, by which a member may be one (新荣昌 for 新荣昌环保).
        read: the lists of each text and the companies in them.
    """

    names: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    read: dict[str, tuple[tuple[Listing, ...], Spans]] = field(default_factory=dict)


def listed_companies(text: str) -> Spans:
    """Where members of lists stand that are companies by what the list says and by how they look.

    Args:
        text: the text as read.
    """
    return _read(text)[1]


def companies_in(text: str, profile: Profile) -> Spans:
    """Where members of lists stand that are companies, by the list or as others of the plan name them, in order.

    Args:
        text: the text as read.
        profile: of the plan.
    """
    plan = _in_plan(profile)
    listings, found = plan.read.get(text) or _read(text)
    members = (span for listing in listings for span in listing.members if span[1] - span[0] > _SHORT)
    again = {span: False for span in members if text[slice(*span)] in plan.stems and span not in found}
    return dict(sorted((found | again).items()))


def companies_of_plan(profile: Profile) -> frozenset[str]:
    """The companies that lists anywhere in the plan name, of three characters at least."""
    return _in_plan(profile).names


def _in_plan(profile: Profile) -> _InPlan:
    plan: _InPlan | None = profile.memory.get("listed companies")
    if plan is None:
        read = {unit.text: _read(unit.text) for unit in profile.plan.units}
        names = frozenset(text[a:b] for text, (_, found) in read.items() for a, b in found if b - a > _SHORT)
        plan = _InPlan(names, frozenset(name.removesuffix(trade_of(name)) for name in names), read)
        profile.memory["listed companies"] = plan
    return plan


def _read(text: str) -> tuple[tuple[Listing, ...], Spans]:
    listings = tuple(listing for listing in lists(text) if listing.members)
    found: Spans = {}
    for listing in listings:
        named = [*_companies(text, listing), *(_heads(text, listing.members) if listing.says in _CLOSED else ())]
        for span in named:
            found[span] = listing.says == "companies" or found.get(span, False)
    return listings, found


def _companies(text: str, listing: Listing) -> Iterator[tuple[int, int]]:
    looks = [look(text[a:b]) for a, b in listing.members]
    match listing.says:
        case "companies":
            takes = _of_companies(text, listing.members, looks)
        case "dealt":
            takes = _of_dealt(text, listing.members, looks)
        case "backed":
            goods = sum(text.endswith(words().no_body, a, b) for a, b in listing.members)
            takes = set() if 2 * goods >= len(looks) else _of_backed(looks, is_closed=False)
        case _:
            takes = _of_others(looks)
    taken = [kind in takes for kind in looks]
    between = [0 < i < len(taken) - 1 and taken[i - 1] and taken[i + 1] for i in range(len(taken))]
    for span, kind, take, is_between in zip(listing.members, looks, taken, between, strict=True):
        if take or (is_between and kind == "unknown"):
            yield span


def _of_companies(text: str, members: Sequence[tuple[int, int]], looks: list[Look]) -> set[Look]:
    """Which looks are companies' in a list that says that it is of companies."""
    at = members[0][0]
    anchors = _anchors(looks)
    bland = not _BLAND.isdisjoint(looks)
    led = anchors > 0 or (len(looks) >= _FEW and "field" not in looks and at > 0 and _attracts(text, at))
    takes: set[Look] = {"known", "word", "shaped", "short", "branch"}
    takes |= {"placed", "unknown"} if led else set()
    takes |= {"tiny"} if led and not bland and "plain" not in looks else set()
    takes |= {"plain", "tiny"} if anchors >= _FEW or (anchors and not bland) else set()
    goods = sum(text.endswith(words().no_body, a, b) for a, b in members)
    is_backed = 2 * goods <= len(members) and text.endswith(words().backing, 0, at)
    return takes | _of_backed(looks, is_closed=True) if is_backed else takes


def _of_dealt(text: str, members: Sequence[tuple[int, int]], looks: list[Look]) -> set[Look]:
    """Which looks are companies' in a list of those dealt with, where one is for sure; `looks` of such become known."""
    sure = [is_known(text[a:b]) or is_sure(text[a:b]) for a, b in members]
    placed = [b - a for (a, b), kind in zip(members, looks, strict=True) if kind == "placed"]
    if not any(sure) and (len(placed) < _FEW or max(placed) <= _FOUR or not _NAMES.issuperset(looks)):
        return set()  # 平湖广陈、金山廊下 are townships
    bland = not _BLAND.isdisjoint(looks)
    looks[:] = ["known" if known else kind for kind, known in zip(looks, sure, strict=True)]
    takes: set[Look] = {"known", "word", "short", "placed", "unknown"}
    return takes if bland or "plain" in looks else takes | {"tiny"}


def _of_others(looks: list[Look]) -> set[Look]:
    """Which looks are companies' in a list that only its own members show to be of companies."""
    anchors = _anchors(looks)
    if anchors + looks.count("short") >= _FEW:
        return {"known", "word", "shaped", "short", "placed"}
    return {"known", "placed", "word"} if anchors else set()


def _anchors(looks: list[Look]) -> int:
    return sum(kind in {"known", "body", "shaped"} for kind in looks)


def _of_backed(looks: list[Look], *, is_closed: bool) -> set[Look]:
    """Which looks are companies' in a list of what the plan's side backs: none where it names a field or few names."""
    names = sum(kind in _NAMES for kind in looks)
    names += looks.count("plain") if names else 0
    if "field" in looks or not names or ("" in looks and not is_closed):
        return set()
    takes: set[Look] = {"known", "shaped", "short", "placed", "unknown", "branch", "word"}
    if not is_closed and set(looks) == {"tiny"}:
        return set()  # 支持尚卿、西坪创建淘宝镇
    if len(looks) > 1 and (is_closed or 2 * names >= len(looks)):
        takes |= {"tiny", "plain", "common"} if is_closed or 2 * names > len(looks) else {"tiny"}
    return takes


def _heads(text: str, members: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Companies in front of their products, where a list of their projects has two that show it by their trade."""
    ends = [(a, b, _head(text[a:b])) for a, b in members]
    if sum(n > 0 for *_, n in ends) < _FEW:
        return []
    odd = [
        (
            a,
            b,
            n
            or next((k for k in (4, 3) if is_known(text[a : a + k])), 0)
            or (_FOUR if b - a > _FOUR + 1 and not any(is_common(text[i : i + 2]) for i in range(a, a + _FOUR)) else 0),
        )
        for a, b, n in ends
    ]
    return [
        (a, a + n)
        for a, b, n in odd
        if n and _WORD.fullmatch(text, a, a + n) and not any(gazetteer().named(text[a : a + k]) for k in (2, 3))
    ]


def _head(member: str) -> int:
    """How long a company's name is that a member begins with, by its trade; 0 where none does."""
    for length in range(_FOUR, min(len(member), _FOUR + _FEW) + 1):
        if not member.endswith(words().sure_trades, 0, length) or member.startswith(_GO_ON, length - 2):
            continue  # 锂宝新材 in 锂宝新材料
        trade = next(t for t in words().sure_trades if member.endswith(t, 0, length))
        if (
            member.startswith(words().longer_trades, length - len(trade))
            and not member[: length - len(trade)].isascii()
        ):
            continue  # 新能 in 新能源
        stem = member[: length - len(trade)]
        if len(stem) >= _SHORT and is_odd(stem) and not any(is_common(stem[i : i + 2]) for i in (0, 1)):
            return length
    return 0


def _attracts(text: str, at: int) -> bool:
    return any(m.end() == at for m in _LEAD.finditer(text, max(0, at - _FOUR), at))
