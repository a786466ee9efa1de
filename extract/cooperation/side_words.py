"""The word lists of `sides.toml`: who of the own side acts, and how a clause joins it to others."""

import re
from dataclasses import dataclass
from functools import cache

from extract.word_lists import either, tree, word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `sides.toml`, most as patterns.

    Attributes:
        zone: what makes a place in front a zone.
        full: the endings of a place's name printed in full.
        each_its_own: that each of one list is joined to one of the other.
        lead: what may stand in front of those who act; the group `verb` is what the plan does with them.
        supporting: the verbs by which it has companies grow.
        comes: that a company of elsewhere comes to the own side.
        there: what stands in front of the own place that such a company comes to.
        settles: what such a company does there; what it but builds or makes there it does as one at home.
        joined: what stands in front of a partner.
        together: what stands in front of one with whom one acts.
        acts: what a place in front of it does.
        goods: what comes from the place in front of it.
        goods_summed: what sums up a list of such goods.
    """

    zone: re.Pattern[str]
    full: tuple[str, ...]
    each_its_own: re.Pattern[str]
    lead: re.Pattern[str]
    supporting: tuple[str | None, ...]
    comes: re.Pattern[str]
    there: re.Pattern[str]
    settles: re.Pattern[str]
    joined: re.Pattern[str]
    together: re.Pattern[str]
    acts: re.Pattern[str]
    goods: re.Pattern[str]
    goods_summed: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("sides")
    lead, comes, join, acts = table["lead"], table["comes"], table["join"], table["acts"]
    here, at_home = either(comes["here"]), either(comes["at_home"])
    together = either(join["together"])
    return Words(
        zone=re.compile(either(table["zones"])),
        full=tuple(table["full"]),
        each_its_own=re.compile(either(table["each_its_own"])),
        lead=re.compile(
            f"(?:[\u4e00-\u9fff]{{2,6}}：)?(?:{either(lead['adverbs'])})*(?P<verb>{either(lead['verbs'])})?"
        ),
        supporting=(None, *lead["supporting"]),
        comes=re.compile(
            f"[来在到][我本]|来[\u4e00-\u9fff](?:{here})|在[^\\W德法英美俄日韩欧非澳印泰越外国](?:{at_home})"
            f"|(?:[与和]|(?<![协共合联])同)(?:{either(comes['with'])})"
            f"|{either(comes['verbs'])}|对接(?!活动|会|平台|服务|[，。；]|$)|进入(?![^，]{{0,16}}(?:{either(comes['not_into'])}))"
        ),
        there=re.compile(f"(?:{either(comes['there'])})[^，、与]{{0,6}}$"),
        settles=re.compile(either(comes["settles"])),
        joined=re.compile(
            f"(?:{either(join['adverbs'])})?"
            f"(?:[与同]|{together}|{either(join['seeking'])}|在(?=[^，]{{2,24}}(?:{either(join['set_up'])})))"
        ),
        together=re.compile(f"[与同]|{together}"),
        acts=re.compile(f"(?:片区|[县市区]?(?:{either(acts['between'])}|[与同赴]|{tree(acts['verbs'])}))"),
        goods=re.compile(
            f"[\u4e00-\u9fff]{{2,4}}(?:[、，。；]|等[^，。；]{{0,6}}(?:{either(table['goods']['classes'])})|[赴进入销])"
        ),
        goods_summed=re.compile(f"等[^，。；、]{{0,6}}(?:{either(table['goods']['summed'])})"),
    )
