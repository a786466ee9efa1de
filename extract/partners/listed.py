"""Companies that lists name, here or elsewhere in a plan, those of a province at work, and those of the own side."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, Passage, Profile, overlaps
from extract.partners.companies import companies_in, companies_of_plan
from extract.partners.extents import Organization
from extract.partners.looks import look
from extract.partners.names import is_wide
from extract.partners.words import is_known
from extract.places.words import is_state_group
from extract.tracing import reject
from gazetteer.divisions import gazetteer

_DUTY = re.compile("责任|牵头|负责|配合单位|分工")
_TOGETHER = ("联手", "携手", "牵手", "共同", "联合")  # 甲与乙联手开发: what two do is no name
_AREAS = frozenset({"城市群", "都市圈", "经济圈", "经济带", "流域", "湾区"})
_OF_STATE = (
    "集团",
    "公司",
    "控股",
    "城投",
    "交投",
    "国投",
    "产投",
    "建投",
    "水投",
    "文旅",
    "农投",
    "城发",
    "投资",
    "水务",
    "银行",
)


def state_groups(text: str, places: Sequence[Found]) -> Iterator[Organization]:
    """A province's company of one trade in front of where it is at work: 粤电大旺."""
    spans = [(place.start, place.end) for place in places]
    for place in places:
        start, end = place.start - 2, place.start
        if place.end - end > 1 and is_state_group(text, end) and not overlaps(start, end, spans):
            yield Organization(text[start:end], "company", ((start, end),), "state_group")


def listed(text: str, here: Passage) -> Iterator[Organization]:
    """Companies that a list names, here or elsewhere in the plan."""
    known = companies_of_plan(here.profile)
    of_lists = companies_in(text, here.profile)
    again = [match.span() for name in known if name in text for match in re.finditer(re.escape(name), text)]
    for at, end in (*of_lists, *again):
        if text[at] in "省市县区" or text.endswith(_TOGETHER, at, end) or text[at:end] in _AREAS:
            reject("partners.own_side", at, end)
            continue
        place = next((text[at : at + n] for n in (3, 2) if gazetteer().named(text[at : at + n])), "")
        bare = text[at + len(place) : end]
        if place and is_known(bare) and gazetteer().named(bare[:2]):  # 河南省洛阳石化
            yield Organization(bare, "company", ((end - len(bare), end),), "listed")
            continue
        of_own = any(here.profile.is_own(division.code) for division in gazetteer().named(place))
        is_company = (
            look(bare) in {"known", "shaped"}
            or bare.endswith("厂")
            or is_known(text[at:end])
            or look(text[at:end]) == "shaped"
            or of_lists.get((at, end), False)
        )
        if of_own and (not is_company or (not is_wide(here) and text.endswith(_OF_STATE, at, end))):
            reject("partners.own_side", at, end)
            continue
        yield Organization(text[at:end], "company", ((at, end),), "listed" if (at, end) in of_lists else "named")


def answers(name: str, profile: Profile) -> bool:
    """Whether a responsibility clause of the plan names a company: it is one of the own side's bodies."""
    known: dict[str, bool] = profile.memory.setdefault("companies that answer", {})
    if name not in known:
        clause = re.compile(
            f"[（(〔:：][^（）()〔〕。\n:：]{{0,300}}{re.escape(name)}(?=[、，；等按负牵配及和）)〕。]|$)[^（）()〔〕。\n]{{0,300}}"
        )
        found = (m[0] for unit in profile.plan.units if name in unit.text for m in clause.finditer(unit.text))
        known[name] = any(_DUTY.search(said) for said in found)
    return known[name]
