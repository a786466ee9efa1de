"""Branches of bodies of other sides: 科大讯飞苏州研究院, 中国科学院上海分院, 微软苏州, 北师大珠海校区.

A branch at home that acts is named whole; one that is built or served is a project, and its parent the partner.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.components import Found, Passage
from extract.facts import PartnerKind
from extract.partners.extents import Organization, is_outside
from extract.partners.words import words
from extract.word_lists import either, word_lists

_OF_HOSPITAL = re.compile("(?:[\u4e00-\u9fff]{2,3}(?:院区|分院)|[东西南北]院区?)(?![\u4e00-\u9fff]{0,3}医院)")
_BRACKETED = ("company", "institute", "university")
_BEHIND = re.compile("[、，。；：等和与及的]|联合|合作|共建|开展|建设|牵头|参与|转产|扩产|承接|研发|投资|扩大|$")
_BEHIND_NAME = re.compile("[、，；：等和与及]")
_REACH = 80
_WITH = ("与", "和", "同", "联合", "会同", "携手", "联手")
_ALSO_CALLED = re.compile("（[\u4e00-\u9fff]{2,6}[会展节]）")


def with_branch(named: Organization, text: str, places: Sequence[Found], here: Passage) -> Organization:
    """An organisation with its branch (北师大珠海校区, 贵州银行遵义分行) or its place in a bracket (台积电（南京）).

    Args:
        named: the organisation as found.
        text: the text as read.
        places: the divisions named.
        here: the unit.
    """
    start, end = named.start, named.end
    if branch := next((p for p in places if p.start == end), None):
        return _of_place(named, branch, text, is_own=here.profile.is_own(branch.division.code), here=here)
    if named.kind == "hospital" and (tail_of := _OF_HOSPITAL.match(text, end)):
        return _longer(named, text, tail_of.end())
    if named.kind == "event" and (also := _ALSO_CALLED.match(text, end)):
        return _longer(named, text, also.end())
    if named.kind not in _BRACKETED or text[end : end + 1] not in ("（", "("):
        return named
    place = next((p for p in places if p.start == end + 1 and text[p.end : p.end + 1] in ("）", ")")), None)
    if place is None or not _BEHIND.match(text, place.end + 1):
        return named
    if here.profile.is_own(place.division.code) and named.kind == "institute":
        return named
    run = (start, place.end + 1)
    return replace(named, name=text[slice(*run)], runs=(*named.runs[:-1], (named.runs[-1][0], place.end + 1)))


def _of_place(named: Organization, branch: Found, text: str, *, is_own: bool, here: Passage) -> Organization:
    """An organisation with the place behind it, where that says which branch of it is meant."""
    start = named.start
    if tail := _words().tails.get(named.kind, _NOTHING).match(text, branch.end):
        at_home = is_own or not is_outside(branch, here)
        built = named.kind not in {"finance", "company"} and at_home and is_built(text, start, tail.end())
        return named if built else _longer(named, text, tail.end())
    if named.kind == "hospital" and not is_own and (tail := _OF_HOSPITAL.match(text, named.end)):
        return _longer(named, text, tail.end())
    if named.kind not in ("company", "university", "institute"):
        return named
    if is_own and (tail := _words().institute.match(text, branch.end)) and acts(text, start, tail.end()):
        if is_built(text, start, tail.end()):
            return named
        return replace(_longer(named, text, tail.end()), kind="institute")
    if named.kind == "company" and named.rule == "company" and _BEHIND_NAME.match(text, branch.end):
        listed = text[start - 1 : start] == "、" or text.endswith(words().deals, 0, start)
        return _longer(named, text, branch.end) if listed else named
    return named


def _longer(named: Organization, text: str, end: int) -> Organization:
    run = (named.start, end)
    return replace(named, name=text[slice(*run)], runs=(run,))


def is_built(text: str, start: int, end: int) -> bool:
    """Whether a clause builds, or says how far, what the list that the name stands in holds."""
    before = _words().builds.search(text, max(0, start - _REACH), start)
    return before is not None or _words().built.match(text, end) is not None


def acts(text: str, start: int, end: int) -> bool:
    """Whether the own side acts with a branch, or has it act: 与…研究院共建, 支持…研究院等建设."""
    return text.endswith(_WITH, 0, start) or _words().acting.match(text, end) is not None


_NOTHING = re.compile("(?!)")


class _Words:
    """Patterns of `partners.toml` of what branches are called and what is done with them."""

    def __init__(self) -> None:
        table = word_lists("partners")["branches"]
        tails: dict[PartnerKind, list[str]] = table["tails"]
        self.tails = {kind: re.compile(either(listed)) for kind, listed in tails.items()}
        self.tails["company"] = re.compile(
            f"[\u4e00-\u9fff]{{0,4}}?(?:{either(tails['company'])})|所(?![\u4e00-\u9fff])"
        )
        self.institute = re.compile(f"[\u4e00-\u9fff]{{0,8}}?(?:{either(table['institutes'])})(?![\u4e00-\u9fff]?长)")
        self.builds = re.compile(f"(?:{either(table['builds'])})(?:[^，。；、]{{2,16}}?[、和]){{0,6}}$")
        rest = "(?:、[^，。；、等]{2,16}){0,5}?(?:等[^，。；、]{0,6}?)?"
        self.built = re.compile(f"{rest}(?:{either(table['built'])})(?=[，。；、]|$)|(?:{either(table['built'])})")
        self.acting = re.compile(f"{rest}(?:{either(table['acting'])})(?![，。；、]|$)")


@cache
def _words() -> _Words:
    return _Words()
