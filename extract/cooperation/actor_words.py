"""The word lists of `actors.toml`: names of the own side's zones and institutions, and what joins them to partners."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.cooperation.side_words import words as side_words
from extract.word_lists import either, tree, word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `actors.toml`, as patterns.

    Attributes:
        classes: what stands behind a place for all of its zones.
        name: of a zone or an institution, with what may stand behind it.
        subject: such a name in front of what it does.
        lead: what may stand in front of the actors with which a clause begins.
        has_act: what may stand in front of the one with which a sentence begins.
        here: that something is done at home.
        join: what stands between actors and their partners.
        behind: what stands between partners and actors behind them.
        comes_here: what stands between a partner and the own place that it comes to; the group `here` is 我市.
        does_here: what it does there, behind that place.
        supports: that a clause has someone act.
        goes_on: what a clause begins with that goes on about those who act.
        sight: the name of a sight.
        unknown_backed: organisations that a clause has act.
        backing: what has organisations act.
        branch: behind the name of a place, what an institution has there.
        facility: behind the name of a place, what bears it and is not of that place alone.
    """

    classes: frozenset[str]
    name: re.Pattern[str]
    subject: re.Pattern[str]
    lead: re.Pattern[str]
    has_act: re.Pattern[str]
    here: re.Pattern[str]
    join: re.Pattern[str]
    behind: re.Pattern[str]
    comes_here: re.Pattern[str]
    does_here: re.Pattern[str]
    supports: re.Pattern[str]
    sight: re.Pattern[str]
    goes_on: re.Pattern[str]
    unknown_backed: re.Pattern[str]
    backing: tuple[str, ...]
    branch: re.Pattern[str]
    facility: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("actors")
    body, lead = _body(table), table["lead"]
    backing = either(lead["backing"])
    return Words(
        classes=frozenset(table["classes"]),
        name=re.compile(f"{body}(?=[、和及与同，。；：）等签赴在到为向互]|$|{tree(table['behind_names'])})"),
        subject=re.compile(f"{body}(?={side_words().acts.pattern}(?![，、。；和及等与]))"),
        lead=re.compile(f"(?:[一二三四五六七八九十]是|{either(lead['adverbs'])})*(?:{either(lead['verbs'])})?"),
        has_act=re.compile(f"(?:{either(lead['of_sentence'])})?"),
        here=re.compile(f"[在来](?:我[市县区省]|[\u4e00-\u9fff](?:{either(table['behind']['at_home'])}))"),
        join=_join(table["join"]),
        behind=_behind(table["behind"]),
        comes_here=re.compile(
            "(?:等?[^，。；、与同和及在到来赴的]{0,10}?)?"
            f"(?:[在到来赴]|{either(table['comes']['verbs'])})"
            f"(?P<here>[我本][省市县区州]|[^\\W\\d外内境线此各其](?={either(table['comes']['does'])}))?"
        ),
        does_here=re.compile(
            f"(?![^，]*(?:{either(table['comes']['not_within'])}))[^，的]{{0,16}}?(?:{either(table['comes']['does'])})"
        ),
        supports=re.compile(f"(?:{either(lead['adverbs'])})*(?:{backing})"),
        sight=re.compile(
            f"(?:国家级(?={either(table['of_the_state'])})|(?!{tree(table['not_in_names'])})[\u4e00-\u9fff]){{1,10}}(?:{either(table['sights'])})"
        ),
        goes_on=re.compile(f"(?:{either(table['join']['adverbs'])})*(?:[与同在赴到]|{either(lead['going_on'])})"),
        unknown_backed=re.compile(f"(?:{backing})[^，。；、与]{{2,12}}(?:、[^，。；、与]{{2,12}})*$"),
        branch=re.compile(either(word_lists("counterparts")["branches_there"])),
        facility=re.compile(f"[^，。；、至到与和]{{0,4}}(?:{either(table['facilities'])})"),
        backing=(*lead["backing"], *lead["backing_one"]),
    )


def _body(table: dict[str, Any]) -> str:
    """A zone's or an institution's name; 高等 stands in one, another 等 ends a list."""
    titled = f"国家级(?={either(table['of_the_state'])})"
    character = f"{titled}|(?!(?<!高)等|{tree(table['not_in_names'])})[\u4e00-\u9fffA-Za-z0-9（）·]"
    ending = f"(?:{either(table['zones'])})(?!区)|(?P<institution>{either(table['institutions'])})"
    return f"(?:(?:{character}){{1,18}}?(?:{ending})|{either(table['zones_alone'])})"


def _join(table: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(
        f"(?:等[省市县区]?(?:{either(table['classes'])})?)?(?:{either(table['adverbs'])})*"
        f"(?:[与同和跟赴到在—－-]|{either(table['words'])})(?:{either(table['outside'])})?$"
    )


def _behind(table: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(
        "(?:等[^，。；、与同和及在到向来]{0,12}?)?(?:分别)?[与同和]"
        f"|[^，。；、与同和及在到向来]{{0,16}}?(?:{either(table['adverbs'])}|“?组团式”?)*(?:[在到来向]|{either(table['verbs'])})"
    )
