"""What a plan as a whole says of places: names that it prints in full, and lines and groups that it explains."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import Profile, dictionary, scan, within
from extract.places.cuts import is_word
from extract.places.words import words
from extract.word_lists import either, word_lists
from gazetteer.divisions import COUNTRY, Division, gazetteer

_SHORTEST = 3
_LENGTHS = (3, 2)
_TO = re.compile(r"(?:（[^（）]{1,8}）)?(?:至|—|——|-|－)")
_FEWEST, _MOST = 2, 4
_OFTEN = 2
_COMMON_CHARACTERS = frozenset("新大中安平和长江海")
_STAND_FOR_REGIONS = frozenset(word_lists("regions")["characters"])


def printed_whole(profile: Profile) -> frozenset[str]:
    """The full names of divisions that stand in the plan."""
    known: frozenset[str] | None = profile.memory.get("full names")
    if known is None:
        texts = (profile.plan.title, *(unit.text for unit in profile.plan.units))
        known = frozenset(text[a:b] for text in texts for a, b in scan(_full_names(), text))
        profile.memory["full names"] = known
    return known


def explained(profile: Profile) -> dict[str, tuple[Division, ...]]:
    """Compounds of one character a place that the plan explains, each with its places.

    Lines that it names by their ends too (镇巴至广安高速: 镇广), and groups of the own place and others that it names
    in full, which it uses at least twice, once with a word like 三地 or 一体化 (万达开 beside 万州区 and 开州区).
    """
    known: dict[str, tuple[Division, ...]] | None = profile.memory.get("compounds")
    if known is None:
        known = {}
        for unit in profile.plan.units:
            known = dict(_lines(unit.text, profile)) | known
        for run in _runs(profile):
            if run not in known and (members := _members(run, profile)):
                known[run] = members
        for run, members in _with_own(profile):
            known.setdefault(run, members)
        profile.memory["compounds"] = known
    return known


def own_compounds(profile: Profile) -> frozenset[str]:
    """Compounds of the own city and others that the plan uses again and again: 滁宁, 京雄保."""
    return frozenset(run for run, _ in _with_own(profile))


def _with_own(profile: Profile) -> list[tuple[str, tuple[Division, ...]]]:
    """Runs of the own city's character and those of cities and provinces that the plan names, used more than once."""
    known: list[tuple[str, tuple[Division, ...]]] | None = profile.memory.get("own compounds")
    if known is None:
        known = []
        own = profile.own
        if own is not None and own.level in {"prefecture", "county"}:
            mine = {own.name[0], *own.abbreviations} - _COMMON_CHARACTERS
            others = _named_by_character(profile)
            printed = {c: ds[0] for c, ds in printed_by_character(profile).items() if len(ds) == 1}
            outside = {c: d for c, d in printed.items() if not within(d.code, own.code)}
            if own.level == "county":
                others = outside
            else:  # 遂潼 of 遂宁市 and 潼南区
                counties = {c: d for c, d in outside.items() if d.level == "county" and c not in _COMMON_CHARACTERS}
                others = counties | others
            texts = [unit.text for unit in profile.plan.units]
            runs = Counter(run for text in texts for run in _runs_around(text, mine, {*others, *_STAND_FOR_REGIONS}))
            for run, times in runs.items():
                grouped = any(_group_of_own().match(text, m.end()) for text in texts for m in re.finditer(run, text))
                if times >= _OFTEN and grouped and not is_common(run) and not is_word(run[:2]):
                    named = (own if c in mine else others.get(c) for c in run)
                    known.append((run, tuple(d for d in named if d is not None)))
        profile.memory["own compounds"] = known
    return known


def _runs_around(text: str, mine: set[str], others: set[str]) -> Iterator[str]:
    """The runs of known characters in a text in which one of the own city is, of two to four."""
    for match in re.finditer(f"[{''.join(mine)}]", text) if mine else ():
        start, end = match.span()
        while start and text[start - 1] in others and end - start < _MOST:
            start -= 1
        while end < len(text) and text[end] in others and end - start < _MOST:
            end += 1
        if end - start >= _FEWEST:
            yield text[start:end]


def _named_by_character(profile: Profile) -> dict[str, Division]:
    """Cities and municipalities outside that the plan names, by their one-character name."""
    out: dict[str, Division] = {}
    for division in gazetteer().divisions():
        if division.level not in {"province", "prefecture"} or division == profile.own or not division.abbreviations:
            continue
        if division.short and profile.prints(division.short):
            for character in division.abbreviations:
                if character not in out or division.level == "prefecture":
                    out[character] = division
    return out


def _lines(text: str, profile: Profile) -> Iterator[tuple[str, tuple[Division, ...]]]:
    """The ends of a line, by the first characters of their names (镇广 for 镇巴至广安高速)."""
    for match in _TO.finditer(text):
        before = (text[match.start() - n : match.start()] for n in _LENGTHS if match.start() >= n)
        behind = (text[match.end() : match.end() + n] for n in _LENGTHS)
        first = next((end for name in before if (end := _one(name, profile))), None)
        last = next((end for name in behind if (end := _one(name, profile))), None)
        if first and last and first.name[0] != last.name[0] and _line_behind().match(text, match.end() + _LENGTHS[-1]):
            yield first.name[0] + last.name[0], (first, last)


def _one(name: str, profile: Profile) -> Division | None:
    """The one division of a name, or the one that the plan lies in the province of."""
    found = [d for d in gazetteer().named(name) if name in {d.name, d.short}]
    top = [d for d in found if d.level == found[0].level] if found else []
    if len(top) > 1 and profile.own is not None:
        top = [d for d in top if d.code[:2] == profile.own.code[:2]]
    return top[0] if len(top) == 1 else None


def _runs(profile: Profile) -> set[str]:
    """Runs of characters in front of words that groups of places stand before, used more than once."""
    out: set[str] = set()
    texts = [unit.text for unit in profile.plan.units]
    known = printed_by_character(profile)
    for text in texts:
        for match in _behind_group().finditer(text):
            at = match.start()
            while at > max(0, match.start() - _MOST) and text[at - 1] in known:
                at -= 1
            out.update(text[a : match.start()] for a in range(at, match.start() - 1))
    return {run for run in out if not is_common(run) and sum(text.count(run) for text in texts) >= _OFTEN}


def _members(run: str, profile: Profile) -> tuple[Division, ...]:
    """The own place and places that the plan prints in full, outside it, by one character each; () where unclear."""
    own, known = profile.own, printed_by_character(profile)
    chosen: list[Division] = []
    for character in run:
        found = known.get(character, ())
        if own in found:
            found = (own,)
        elif own is not None:
            found = tuple(d for d in found if not within(d.code, own.code))
        if len(found) != 1:
            return ()
        chosen.append(found[0])
    return tuple(chosen) if own in chosen and len(set(chosen)) == len(run) >= _FEWEST else ()


def printed_by_character(profile: Profile) -> dict[str, tuple[Division, ...]]:
    """The own place and those outside that the plan prints in full, by the first character of their names."""
    own = profile.own
    known: dict[str, tuple[Division, ...]] | None = profile.memory.get("printed by character")
    if known is not None:
        return known
    out: dict[str, tuple[Division, ...]] = {}
    profile.memory["printed by character"] = out
    if own is None or own.level in {"country", "province"}:
        return out
    named = (gazetteer().named(name)[0] for name in printed_whole(profile))
    for division in {own, *(d for d in named if d.level != "province")}:
        out[division.name[0]] = (*out.get(division.name[0], ()), division)
    return out


@cache
def _full_names() -> ahocorasick_rs.AhoCorasick:
    divisions = gazetteer().divisions()
    return dictionary(d.name for d in divisions if d.code != COUNTRY and len(d.name) >= _SHORTEST)


@cache
def _line_behind() -> re.Pattern[str]:
    ends = "[\u4e00-\u9fff]{2,6}(?:至|—|-|－)[\u4e00-\u9fff]{2,6}"
    return re.compile(
        rf"[\u4e00-\u9fff]{{0,6}}?(?:{either(words().lines)})|(?:[\u4e00-\u9fff]?、{ends}){{1,4}}?[\u4e00-\u9fff至—]{{0,6}}?(?:{either(words().lines)})"
    )


@cache
def _group_of_own() -> re.Pattern[str]:
    return re.compile(either((*words().behind_group, *words().behind_own, *words().joint_parks, *words().lines)))


@cache
def _behind_group() -> re.Pattern[str]:
    return re.compile(either(words().behind_group))
