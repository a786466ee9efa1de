"""Component `partners`: named organisations outside the plan's own government and its agencies."""

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, Passage, Profile, inside, mark, marked, passage
from extract.facts import Entity, PartnerKind, PartnerMention
from extract.partners.abridged import abridged, short_names
from extract.partners.branches import with_branch
from extract.partners.endings import by_ending
from extract.partners.events import is_alias
from extract.partners.extents import Organization
from extract.partners.forms import formed, sharing, sisters
from extract.partners.known import by_name
from extract.partners.listed import answers, listed, state_groups
from extract.partners.names import INDEPENDENT, SUPERIOR
from extract.partners.relied import relied
from extract.partners.words import words
from extract.partners.works import companies_at_work
from extract.tracing import reject

_AGREED = re.compile("合作|协议|共识|备忘录")
_LEADING_GROUP = re.compile(
    r"(?P<first>国家|省|市)(?:[及和、](?P<second>省|市))?"
    r"(?P<group>(?:(?![与及向由]|同(?!城|步)|加强|对接|[省市](?!场)|[一二三]办)[\u4e00-\u9fff]){4,20}?领导小组(?:办公室)?)"
)
_SHARING = ("superior", "shared_ending", "relied")
_GROUPS = ("集团", "公司", "控股")
_FULL = ("集团", "股份", "公司", "集团公司", "有限公司")
_INNER = (
    ("government", "institute"),
    ("government", "platform"),
    ("finance", "institute"),
    ("institute", "hospital"),
    ("university", "institute"),
    ("university", "hospital"),
)
_WHOLE = ("company", "event")
_PART_OF_UNIVERSITY = re.compile("第?[一二三四五六]?附(?:属|设|中|小)")


@Language.component("partners")
def partners(doc: Doc) -> Doc:
    """Emit a mention of each organisation that the unit's body names and that is not of the plan's own side."""
    here = passage(doc)
    found = _without_short(list(_organizations(doc, here)), here.profile)
    mark(doc, "partners", (run for o in found for run in o.runs))
    doc.user_data["partners"] = found
    for organization in {o.name: o for o in reversed(found)}.values():
        runs = [run for o in found if o.name == organization.name for run in o.runs]
        here.facts.append(
            PartnerMention(
                unit=here.unit.id,
                rule=f"partners.{organization.rule}",
                as_written=organization.name,
                evidence=here.evidence(*runs),
                organization=Entity("organization", organization.name),
                partner_kind=organization.kind,
            )
        )
    return doc


def _without_short(found: list[Organization], profile: Profile) -> list[Organization]:
    """Organisations without those that the same text names in full: 柳工 beside 柳工集团."""
    names = {o.name for o in found}
    given = short_names(profile)
    return [
        o
        for o in found
        if words().short_names.get(o.name) not in names
        and (o.name not in given or given[o.name][0] not in names)
        and (o.kind != "company" or not any(o.name + group in names for group in _FULL))
    ]


def _organizations(doc: Doc, here: Passage) -> Iterator[Organization]:
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    titles = [(a, b) for a, b in marked(doc, "policies") if not _AGREED.search(text, a, b) or "关于" in text[a:b]]
    skip = [*marked(doc, "clauses"), *titles]
    taken: list[tuple[int, int, bool]] = []
    read = [
        *_superiors(text, here, places),
        *(Organization(name, kind, runs, "shared_ending") for name, kind, runs in sharing(text, places, here.profile)),
        *(Organization(text[a:b], kind, ((a, b),), rule) for a, b, kind, rule in formed(text, places, here.profile)),
        *by_ending(text, places, doc),
        *(Organization(text[a:b], "company", ((a, b),), "at_work") for a, b in companies_at_work(text)),
        *by_name(text, places, here),
        *listed(text, here),
        *(Organization(name, kind, runs, "shared_ending") for name, kind, runs in sisters(text)),
        *state_groups(text, places),
        *abridged(text, here),
    ]
    read += relied(doc.user_data.get("relied", []), read, places)
    read = [with_branch(organization, text, places, here) for organization in read]
    starting: defaultdict[int, list[Organization]] = defaultdict(list)
    for organization in read:
        starting[organization.start].append(organization)
    named = [o for o in read if len(o.runs) == 1]
    whole = [(o.start, o.end, o.kind) for o in named if o.kind in _WHOLE or o.name.endswith("）")]
    for organization in read:
        start, end = organization.start, organization.end
        if any(
            a <= start and end <= b and b - a > end - start and _is_inner(organization, kind) for a, b, kind in whole
        ):
            continue
        if inside(start, skip):
            reject("partners.in_clause", start, end)
            continue
        if organization.kind == "event" and is_alias(organization.name, text):
            continue
        if organization.name.endswith(_GROUPS) and answers(organization.name, here.profile):
            reject("partners.own_side", start, end)
            continue
        if any(o.runs[0][1] > end and _is_part(organization, o, text) for o in starting[start]):
            continue
        # who bears a laboratory is named beside it: 浙江大学 and 浙江大学数字法治实验室
        longer = [(a, at_lab) for a, b, at_lab in taken if a < end and start < b and b - a >= end - start]
        bears_all = organization.kind in INDEPENDENT and all(at_lab and a == start for a, at_lab in longer)
        if longer and organization.rule not in _SHARING and not bears_all:
            continue
        taken.append((start, end, organization.name.endswith("实验室")))
        yield organization


def _is_inner(organization: Organization, kind: PartnerKind) -> bool:
    """Whether a body is no other than that of some kind which its name stands in: 衡钢 in 华菱衡钢."""
    second = kind == "university" and organization.kind == "institute"
    return second or (organization.kind == kind and kind in _WHOLE)


def _is_part(short: Organization, whole: Organization, text: str) -> bool:
    """世界互联网大会 in 世界互联网大会乌镇峰会, a university in its hospital; a laboratory has its bearer beside it."""
    if whole.name.endswith("实验室"):
        return False
    pair = (short.kind, whole.kind)
    if whole.name.endswith(("医联体", "研究中心")) or short.name == "中科院" or pair in _INNER:
        return True
    if short.kind in {"park", "event"} and whole.kind in {"company", "government"}:
        return True  # 南京江北新区 in 南京江北新区大数据公司, 临港新片区 in 临港新片区管委会
    return whole.kind in {short.kind, "event"} or _PART_OF_UNIVERSITY.match(text, short.end) is not None


def _superiors(text: str, here: Passage, places: list[Found]) -> Iterator[Organization]:
    """Leading groups of the levels above, and their offices: 国家及省…领导小组办公室 are two."""
    own = here.profile.own
    above = {
        "国家": True,
        **{
            level: own is not None and own.level in under and own.name[-1] != level for level, under in SUPERIOR.items()
        },
    }
    for match in _LEADING_GROUP.finditer(text) if "领导小组" in text else ():
        for which in ("first", "second"):
            if match[which] and above.get(match[which], False):
                named = next((p.start for p in places if p.start < match.start(which) < p.end), match.start(which))
                runs = dict.fromkeys(((named, match.end(which)), match.span("group")))
                name = text[named : match.end(which)] + match["group"]
                yield Organization(name, "government", tuple(runs), "superior")
