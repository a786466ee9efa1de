"""Names of undertakings out of lists whose members share a head or a modifier, and what makes a name one thing's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.project_words import heads_of, leading_word, words
from extract.tracing import reject

_QUOTES = re.compile(r"[“”‘’\"]")
_LINE = re.compile(r"(?:高速|高铁|铁路|国道|省道|航道|干线)$")
_OWN_NAME = re.compile(r"(?:[河江湖海]|[A-Z0-9]|号|高速|高铁|铁路)$")
_SOMEWHERE = re.compile(r"[区河江湖县镇乡市村]$")
_LONGEST_SHARED = 12
_WORKS = frozenset({"工程", "铁路", "公路", "航道"})
_SOFT = re.compile(r"以及|和|及|与")
_MIN_MODIFIER = 2
_MAX_NAME = 40
_NO_NAME = re.compile(r"\d+(?:个|家|条|项)|联合(?!创新|实验|研究|体|培养|办学)")


@dataclass(slots=True)
class Item:
    """A member of a list: the runs of text that make its name, in order, and what they read together."""

    runs: list[tuple[int, int]]

    def name(self, text: str) -> str:
        """The name, runs joined."""
        return "".join(text[a:b] for a, b in self.runs)


def items(text: str, start: int, end: int, places: Sequence[Found]) -> list[Item]:
    """The members of a list; 和 parts two of them where what stands before it is whole."""
    found: list[Item] = []
    for a, b in split(text[start:end], "、"):
        at, until = start + a, start + b
        while found and (word := leading_word(text, at, until)):  # 打造甲、建设乙
            at += len(word)
        cut = at
        for soft in _SOFT.finditer(text, at, until):
            left = text[cut : soft.start()]
            whole = head_of(left) or _places_end(cut, soft.start(), places) == soft.start()
            if soft.start() > cut and soft.end() < until and whole:
                found.append(Item([(cut, soft.start())]))
                cut = soft.end()
        found.append(Item([(cut, until)]))
    return found


def _places_end(start: int, end: int, places: Sequence[Found]) -> int:
    """The end of the chain of places that begins a run."""
    at = start
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if place.start == at and place.end <= end:
            at = place.end
            if any(p.start == at + 1 for p in places) and at + 1 < end:
                at += 1
    return at


def completed(text: str, items: list[Item], places: Sequence[Found], etc: int | None, summed: str) -> list[Item]:
    """The members made whole: one without a head takes the next one's, one without a modifier the first one's."""
    done: list[Item] = []
    for i, item in enumerate(items):
        start, end = item.runs[0]
        if head_of(text[start:end]) or _LINE.search(text[start:end]):
            done.append(item)
            continue
        lender = next((other for other in items[i + 1 :] if head_of(text[slice(*other.runs[0])])), None)
        if etc is not None and lender is None and end - start <= _MIN_MODIFIER:
            continue
        head = next(iter(heads_of(summed)), "")
        if etc is not None and head in words().shared and lender is not items[-1]:
            # 沉陷区等配水工程 says what is done there; 智慧交通等智慧城市工程 only what kind of thing it is
            short = head in _WORKS and not _SOMEWHERE.search(text[start:end])
            whole = len(head) if short or len(summed) > _LONGEST_SHARED else len(summed)
            behind = etc + 1 + len(summed)
            soft = _SOFT.search(text, start + 1, end)
            parts = [(start, soft.start()), (soft.end(), end)] if soft else [(start, end)]
            done += [Item([part, (behind - whole, behind)]) for part in parts]
        elif lender is not None:
            a, b = lender.runs[0]
            lent = _shared_head(text, (start, end), (a, b), places)
            if lent:
                done.append(Item([(start, end), lent]))
    _lend_modifier(text, done, places)
    for i, item in enumerate(done[:-1]):
        start, end = item.runs[0]
        if len(item.runs) == 1 and _LINE.search(text[start:end]):
            a, b = done[-1].runs[0]
            line = re.match(r"[\u4e00-\u9fff]{2,4}?(?:高速|高铁|铁路)(?=[\u4e00-\u9fff]+[“”])", text[a:b])
            if line:
                done[i] = Item([(start, end), (a + line.end(), b)])
    return done


def _shared_head(
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run of the lender that its list shares: what follows its places where the item ends in one, else its head."""
    a, b = lender
    if any(p.end == item[1] for p in places):
        cut = _places_end(a, b, places)
        return (cut, b) if cut > a else None
    river = re.match(r"[\u4e00-\u9fff]{1,3}[河江湖](?=流域|综合|治理)", text[a:b])
    if river and re.search(r"[河江湖]$", text[slice(*item)]):
        return a + river.end(), b
    head = next((h for h in _compound_heads() if text.endswith(h, a, b) and b - len(h) > a), None)
    return (b - len(head), b) if head else None


@cache
def _compound_heads() -> tuple[str, ...]:
    """Heads with what usually stands before them (研发平台, 综合治理工程)."""
    before = ("研发", "创新", "公共服务", "综合治理", "改扩建", "建设", "示范", "现代", "合作", "产业", "")
    return tuple(sorted((b + h for b in before for h in words().heads), key=len, reverse=True))


def _lend_modifier(text: str, items: list[Item], places: Sequence[Found]) -> None:
    """A modifier in front of the first member's places counts for those after it that begin with a place."""
    if len(items) < 2:  # noqa: PLR2004 - a list has two members
        return
    a, b = items[0].runs[0]
    first = next((p.start for p in sorted(places, key=lambda p: p.start) if a < p.start < b), None)
    if first is None or first - a < _MIN_MODIFIER or _head_inside(text[a:first]) is None:
        return
    for item in items[1:]:
        start = item.runs[0][0]
        if any(p.start == start for p in places):
            item.runs.insert(0, (a, first))


def _head_inside(modifier: str) -> str | None:
    return head_of(modifier) or ("段" if _LINE.search(modifier) else None)


def head_of(name: str) -> str | None:
    """The head that ends a name, None where it ends in none."""
    bare = _QUOTES.sub("", name)
    if bare.endswith("试点") and len(bare) > _MIN_MODIFIER:
        return "试点" if head_of(bare.removesuffix("试点")) else None  # of a facility, not of a policy
    if bare.endswith(words().not_heads):
        return None
    if re.search(r"[\u4e00-\u9fff]段$", bare) or re.search(r"\d+号线$", bare) or bare.endswith("扩建"):
        return "段"
    return next(iter(heads_of(bare)), None)


def is_specific(name: str, verb: str, places: Sequence[Found], run: tuple[int, int]) -> bool:
    """One instance is meant: its name has a place, or says what it is for; no class, no positioning aim."""
    objection = _objection(name, verb, places, run)
    if objection:
        reject(f"projects.{objection}", *run)
    return not objection


def _objection(name: str, verb: str, places: Sequence[Found], run: tuple[int, int]) -> str:
    """Why a name means no one instance; "" where it means one."""
    bare = _QUOTES.sub("", re.sub(r"[（(][^（()）]*[）)]", "", name))
    known = words()
    if bare in known.classes:
        return "class"
    if bare.startswith(known.several):
        return "several"
    if len(name) > _MAX_NAME:
        return "too_long"
    named = any(run[0] <= p.start < run[1] for p in places)
    if bare.endswith(known.class_endings) and not named:
        return "class"
    if _NO_NAME.search(bare) or (any(word in bare for word in known.not_in_names) and not bare.endswith("工程")):
        return "no_name"
    if re.search("的(?:.{1,6}|.+[和与].+)$", bare) and not named:
        return "described"
    if "打造" in verb and (_is_position(bare) or (bare.endswith(known.figures) and not named)):
        return "position"
    heads = heads_of(bare) or [""]
    if heads[0] in known.need_place and not named and not _OWN_NAME.search(bare[: -len(heads[0])]):
        return "no_place"
    modifier = len(bare) - len(heads[-1])
    return "" if modifier > (3 if heads[-1] in known.weak and not named else 1) else "says_little"


def _is_position(bare: str) -> bool:
    """A scope or a rank in front of 基地, 中心 and the like: what a place wants to be, not what is built."""
    known = words()
    return (
        bare.endswith(known.positions) and any(s in bare[:-2] for s in known.scopes) and not bare.endswith(known.in_use)
    )
