"""Component `partners`: named organisations outside the plan's own government and its agencies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, Passage, around, dictionary, inside, mark, marked, passage, scan
from extract.facts import Entity, PartnerKind, PartnerMention
from extract.project_words import leading_word
from extract.tracing import reject
from extract.word_lists import word_lists
from gazetteer.universities import University, universities

_STOPS = re.compile(r"[，。；：、！？\n（）()《》【】]")
_LEAD = re.compile(
    r".*(?:对标|学习|借鉴|复制|参与|参加|加入|对接|加强|推进|推动|支持|引进|承办|举办|办好|组织|配合|依托|借助|发挥|利用|深化|联合|落实|争取|建立|通过|打造|实施|开展|建成|签订|签署|鼓励|引导"
    r"|组建|衔接|委托|扩大|推送给|承接|(?<![共协合中总应可自])[与和同跟向及将把在由以对从到](?!城))"
)
_OURS = re.compile(r"我[省市县区]|全[省市县区]|本[省市县区地]")
_NO_NAME = re.compile(r"^各|的|\d+[个家]|等")
_PROPER = re.compile(r"中国|国家|世界|国际|全球|长三角")
_SUPERIOR = {"市": ("county",), "省": ("county", "prefecture")}
_JOINED = re.compile(r"借鉴|学习|对标|复制推广|合作|对接|交流|衔接|沟通|签订|签署|共建|联合|汇报|层级")
_PART_OF_WORD = re.compile(r"[其集当之城市区园]中.|中.[食辆位道断]|[北南]京东")
_NEED_JOINING = ("platform", "park", "government", "university")
_LEADING_GROUP = re.compile(
    r"(?P<first>国家|省|市)(?:[及和、](?P<second>省|市))?(?P<group>[\u4e00-\u9fff]{4,20}?领导小组(?:办公室)?)"
)
_OF_PARK = re.compile("(?:综合性国家)?科学城|综合性国家科学中心|高科技园区?|国家自主创新示范区|科技城|片区")
_MIN_NAME = 4
_MIN_ALIAS = 3
_LONGEST_COMPANY = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `partners.toml`."""

    endings: tuple[tuple[str, PartnerKind], ...]
    companies: frozenset[str]
    ambiguous: frozenset[str]
    does: tuple[str, ...]
    parks: frozenset[str]
    events: frozenset[str]
    aims: tuple[str, ...]
    generic: tuple[str, ...]


@cache
def words() -> Words:
    """The word lists, the longest ending first."""
    table = word_lists("partners")
    endings = [(ending, kind) for kind, listed in table["kinds"].items() for ending in listed]
    return Words(
        endings=tuple(sorted(endings, key=lambda e: len(e[0]), reverse=True)),
        companies=frozenset(table["companies"]["names"]),
        ambiguous=frozenset(table["companies"]["ambiguous"]),
        does=tuple(table["companies"]["does"]),
        parks=frozenset(table["parks"]["names"]),
        events=frozenset(table["events"]["names"]),
        aims=tuple(table["aims"]["endings"]),
        generic=tuple(sorted(table["generic"]["words"], key=len, reverse=True)),
    )


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation named: its name, kind, and the runs of text that make the name."""

    name: str
    kind: PartnerKind
    runs: tuple[tuple[int, int], ...]
    rule: str

    @property
    def start(self) -> int:
        """Where its first run starts."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """Where its last run ends."""
        return self.runs[-1][1]


@Language.component("partners")
def partners(doc: Doc) -> Doc:
    """Emit a mention of each organisation that the unit's body names and that is not of the plan's own side."""
    here = passage(doc)
    found = list(_organizations(doc, here))
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


def _organizations(doc: Doc, here: Passage) -> Iterator[Organization]:
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    skip = [*marked(doc, "clauses"), *marked(doc, "policies")]
    taken: list[tuple[int, int]] = []
    read = [*_superiors(text, here), *_by_ending(text, places, doc), *_by_name(text, places, here)]
    for organization in read:
        start, end = organization.start, organization.end
        if inside(start, skip):
            reject("partners.in_clause", start, end)
            continue
        if any(o.kind == organization.kind and o.start == start and o.runs[0][1] > end for o in read):
            continue  # 世界互联网大会 in 世界互联网大会乌镇峰会
        longer = any(a < end and start < b and (b - a) >= (end - start) for a, b in taken)
        if longer and organization.rule != "superior":
            continue
        taken.append((start, end))
        yield organization


def _by_name(text: str, places: Sequence[Found], here: Passage) -> Iterator[Organization]:
    """Companies, parks, events and universities that the dictionaries know."""
    for start, end in scan(_name_scanner(), text):
        name = text[start:end]
        if name in words().parks:
            before = next((p.start for p in places if p.end == start), start)
            tail = _OF_PARK.match(text, end)
            run = (before, tail.end() if tail else end)
            yield Organization(text[slice(*run)], "park", (run,), "park")
        elif name in words().events:
            yield Organization(name, "event", ((start, end),), "event")
        elif name in words().companies or name in words().ambiguous:
            alone = name in words().ambiguous and not _does_business(text, end, places)
            if alone or _PART_OF_WORD.search(text[max(0, start - 1) : end + 1]):
                reject("partners.part_of_word", start, end)
                continue
            tail = re.match(r"集团|股份|控股", text[end : end + 2])
            until = end + (tail.end() if tail else 0)
            yield Organization(text[start:until], "company", ((start, until),), "company")
        elif here.profile.is_own(_universities()[name].code):
            reject("partners.own_side", start, end)
        else:
            yield Organization(name, "university", ((start, end),), "university")


def _does_business(text: str, end: int, places: Sequence[Found]) -> bool:
    at = next((p.end for p in places if p.start == end), end)
    return text.startswith(words().does, at)


@cache
def _universities() -> dict[str, University]:
    """Universities by each of their names that is long enough to be no other word."""
    return {
        name: university
        for university in universities().values()
        for name in (university.name, *university.aliases)
        if len(name) >= _MIN_ALIAS
    }


@cache
def _name_scanner() -> ahocorasick_rs.AhoCorasick:
    known = words()
    return dictionary((*known.companies, *known.ambiguous, *known.parks, *known.events, *_universities()))


def _superiors(text: str, here: Passage) -> Iterator[Organization]:
    """Leading groups of the levels above, and their offices: 国家及省…领导小组办公室 are two."""
    own = here.profile.own
    above = {"国家": True, **{level: own is not None and own.level in under for level, under in _SUPERIOR.items()}}
    for match in _LEADING_GROUP.finditer(text):
        for which in ("first", "second"):
            if match[which] and above.get(match[which], False):
                runs = dict.fromkeys((match.span(which), match.span("group")))
                yield Organization(match[which] + match["group"], "government", tuple(runs), "superior")


def _by_ending(text: str, places: Sequence[Found], doc: Doc) -> Iterator[Organization]:
    """Names by their endings, the words that run into them left out; a shared ending is distributed over places."""
    last = (0, 0)
    for start, end, kind in _endings(text):
        at = _start(text, start, end)
        name = text[at:end]
        objection = _objection(at, end, kind, doc)
        if objection:
            reject(f"partners.{objection}", at, end)
            continue
        lent = _lent(text, last, (at, start, end), places)
        last = (at, end)
        if lent:
            yield Organization(text[slice(*lent)] + name, kind, (lent, (at, end)), "shared_beginning")
            continue
        yield Organization(name, kind, ((at, end),), "joined" if kind in _NEED_JOINING else "ending")
        first = next((p for p in places if p.start == at), None)
        if first is not None:
            for lender in _listed_before(text, at, places):
                runs = ((lender.start, lender.end), (first.end, end))
                yield Organization("".join(text[a:b] for a, b in runs), kind, runs, "shared_ending")


def _lent(
    text: str, last: tuple[int, int], named: tuple[int, int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """What a name takes from the one before it: 安徽自由贸易试验区 in 安徽自由贸易试验区合肥片区、蚌埠片区."""
    at, start, end = named
    if at != last[1] + 1 or text[last[1]] != "、" or not any((p.start, p.end) == (at, start) for p in places):
        return None
    inner = last[1] - (end - start)
    before = next((p for p in places if p.end == inner and p.start > last[0]), None)
    return (last[0], before.start) if before and text.endswith(text[start:end], 0, last[1]) else None


def _endings(text: str) -> Iterator[tuple[int, int, PartnerKind]]:
    """Where an ending stands that no longer word goes on from."""
    kinds = dict(words().endings)
    for start, end in scan(_ending_scanner(), text):
        if text[end : end + 1] not in set("化型级性") and not (
            text[end - 1] == "办" and text[end : end + 1] in set("学医班事好")
        ):
            yield start, end, kinds[text[start:end]]


@cache
def _ending_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(ending for ending, _ in words().endings)


def _start(text: str, start: int, end: int) -> int:
    """Where a name starts: behind the last stop or the last word that governs it."""
    floor = max(0, end - 30)
    for match in _STOPS.finditer(text, floor, start):
        bracket = match[0] in "（）()" and re.search(r"（[\u4e00-\u9fff]{1,6}）", text[floor:end])
        floor = floor if bracket else match.end()
    lead = _LEAD.match(text, floor, start)
    at = lead.end() if lead else floor
    while word := leading_word(text, at, start - 1):
        at += len(word)
    return at


def _listed_before(text: str, at: int, places: Sequence[Found]) -> Iterator[Found]:
    """The places of a list that ends in a name (上海、合肥农业产业化交易会)."""
    while at > 0 and text[at - 1] in "、和":
        before = next((p for p in places if p.end == at - 1), None)
        if before is None or (before.start > 0 and text[before.start - 1] not in "、，和加会与"):
            return
        yield before
        at = before.start


def _objection(start: int, end: int, kind: PartnerKind, doc: Doc) -> str:
    """Why words are no proper name of another side; "" where they are.

    Platforms, parks and offices count where the clause joins them to the plan's.
    """
    here = passage(doc)
    text, name = here.unit.text, here.unit.text[start:end]
    rest = name
    while generic := next((g for g in words().generic if rest.startswith(g)), ""):
        rest = rest.removeprefix(generic)
    inner = [p for p in doc.user_data.get("places", []) if start <= p.start < end]
    area = any(start <= a < end for a, _ in marked(doc, "regions"))
    ending = next((e for e, k in words().endings if name.endswith(e) and k == kind), "")
    if kind == "company" and not inner and len(name) > _LONGEST_COMPANY:
        return "no_proper_name"
    if len(name) < _MIN_NAME or _NO_NAME.search(name) or name.count("“") != name.count("”"):
        return "no_proper_name"
    if _OURS.search(name) or (name[0] in "省市县区" and not _of_superior(name, kind, here)):
        return "own_side"
    if any(here.profile.is_own(p.division.code) for p in inner) and kind != "event":
        return "own_side"
    if len(rest) <= len(ending) and not (inner and kind == "event"):
        return "class"
    if name.endswith(words().aims):
        return "position"
    named = bool(inner) or area or name.startswith("“") or name[0] in _SUPERIOR or _PROPER.match(name) is not None
    if kind in _NEED_JOINING:
        return _unjoined(start, end, named=named and re.match("世界|国际|全球", name) is None, ending=ending, text=text)
    if kind == "event" and name.endswith(("大赛", "论坛")) and not named:
        return "class"
    own_name = 2 if kind in ("company", "finance") else 5
    return "" if named or (kind != "institute" and len(rest) - len(ending) >= own_name) else "no_proper_name"


def _unjoined(start: int, end: int, *, named: bool, ending: str, text: str) -> str:
    """Why the name of a platform, a park or an office is none that the clause joins to the plan's side."""
    if not named or end - start - len(ending) <= 1:
        return "no_proper_name"
    return "" if _JOINED.search(text, *around(text, start, end, "。；，\n")) else "not_joined"


def _of_superior(name: str, kind: PartnerKind, here: Passage) -> bool:
    """An office of the city in the plan of a county, of the province in that of a city."""
    own = here.profile.own
    return kind == "government" and own is not None and own.level in _SUPERIOR.get(name[0], ())
