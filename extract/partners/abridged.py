"""Organisations by the short names that a plan gives them: 以下简称“裕同包装”."""

import re
from collections.abc import Iterator

from extract.common_words import reads_plainly
from extract.components import Passage, Profile
from extract.facts import PartnerKind
from extract.partners.extents import Organization
from extract.partners.names import LEGAL, name_start
from extract.partners.words import words
from gazetteer.divisions import gazetteer

_GIVEN = re.compile(
    '[（(](?:以下|下文)?(?:统一)?(?:简称|下称)(?:为)?[：:]?[“"「‘]?(?P<short>[\u4e00-\u9fffA-Za-z]{2,10})[”"」’]?[）)]'
)
_KINDS = ("company", "university", "institute", "hospital", "finance", "association", "alliance")
_LONGEST_PLACE = 11
_SAID = ("简称", "下称", "简称为", "简称：", "简称:")
_SET_UP = ("组建", "设立", "成立")
_MARKS = '“"「‘'


def abridged(text: str, here: Passage) -> Iterator[Organization]:
    """Organisations outside by the short names that the plan gives them anywhere; not where it gives them.

    Args:
        text: the text as read.
        here: its passage.
    """
    for short, (_, kind) in short_names(here.profile).items():
        for match in re.finditer(re.escape(short), text) if short in text else ():
            if not text[: match.start()].rstrip(_MARKS).endswith(_SAID):
                yield Organization(short, kind, (match.span(),), "abridged")


def short_names(profile: Profile) -> dict[str, tuple[str, PartnerKind]]:
    """The short names that a plan gives to organisations outside, with their full names and kinds."""
    found: dict[str, tuple[str, PartnerKind]] | None = profile.memory.get("abridged names")
    if found is None:
        found = {}
        for unit in profile.plan.units:
            for match in _GIVEN.finditer(unit.text) if "称" in unit.text else ():
                named = _named(unit.text, match.start(), profile)
                if named and not _is_class(match["short"]):
                    found[match["short"]] = named
        profile.memory["abridged names"] = found
    return found


def _named(text: str, end: int, profile: Profile) -> tuple[str, PartnerKind] | None:
    """The organisation outside whose name ends at a place in a text, and its kind."""
    ending, kind = next(((e, k) for e, k in words().endings if text.endswith(e, 0, end)), ("", None))
    if kind not in _KINDS:
        return None
    start = name_start(text, end - len(ending), end)
    name = text[start:end]
    divisions = (d for n in range(2, _LONGEST_PLACE) for d in gazetteer().named(name[:n]))
    own = name[0] in "省市县区" or any(profile.is_own(d.code) for d in divisions)
    at_home = own and (not name.endswith(LEGAL) or text.endswith(_SET_UP, 0, start))
    return None if at_home else (name, kind)


def _is_class(short: str) -> bool:
    """Whether a short name is one that any of its kind may bear: 集团公司, 学院."""
    return short in words().kinds or short in words().classes or reads_plainly(short)
