"""What a stretch of text names outside the own side: organisations, regions, groups and places."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, Profile, inside, place_entity, within
from extract.cooperation.actors import Actors
from extract.cooperation.counterpart_words import words
from extract.cooperation.sides import Sides
from extract.cooperation.values import Counterpart
from extract.cooperation.works import Works
from extract.facts import Entity
from extract.partners.extents import Organization
from extract.places.grouped import ABBREVIATED, grouped, is_one_side, without_parents
from extract.projects.objects import Undertaking
from extract.tracing import reject
from gazetteer.divisions import COUNTRY, Division
from gazetteer.regions import region_named

_NEAR = 100
_OF_STATE = re.compile("国家[\u4e00-\u9fff]{1,6}局(?!集团)|中国人民银行|医疗器械技术审评|药品审评")
_HAS_ACT = re.compile("(?:推动|支持|促进|引导)?")
_SEATED = re.compile("在|布局|设立|落户")
_PAIR = 2
_ZONE_OF = re.compile("[^，、与和]{0,3}(?:融合发展|(?:产业|区域|经济)合作)[^，、]{0,4}区(?!域)")  # 长三角产业合作区
_DIRECTIONS = ("东", "西", "南", "北", "中")
_SUMMED = re.compile("[^，、]{0,6}(?:企业|公司|厂商)")  # 华为等深圳企业
_LINE = re.compile("班列|航线|航班|专列|支线|班轮")
_SUMMED_IN_REGION = re.compile("[^，、]{0,6}(?:企业|公司|厂商|机构|平台|港口)(?!展|会)")  # 招商银行等大湾区金融机构
_SLOGAN = re.compile("[，、。；\n]|$|(?:一体化|协同)?(?:发展|建设)?(?:[，、。；\n]|$)")
_ACT_TOGETHER = re.compile(
    "(?:(?!交界|毗邻|边|结合)[^，。；]){0,8}?(?:协作|合作)(?![区园带圈]|示范|平台|基地|先行|组织|联盟)"
)  # 粤黔东西部协作
_OF_PROVINCE = re.compile("省(?!际|外)|自治区|区直")
_OF_PROVINCE_OR_CITY = re.compile(f"{_OF_PROVINCE.pattern}|市(?![^，]*(?:医院|公司))")


class Counterparts:
    """Reads the counterparts of one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        partners: the organisations named.
        regions: the regions named, as (start, end, name, rule).
        projects: the undertakings named.
        policies: where titles stand.
        sides: who is who in the unit.
        actors: who of the own side stands beside a partner.
        works: the reader of the undertakings.
        aims: whether the unit tells the aims of the whole, where a region is none that one acts with.
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        *,
        places: Sequence[Found],
        partners: Sequence[Organization],
        regions: Sequence[tuple[int, int, str, str]],
        projects: Sequence[Undertaking],
        policies: Sequence[tuple[int, int]],
        sides: Sides,
        actors: Actors,
        works: Works,
        aims: bool,
    ) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._place_ends = {p.end for p in places}
        self._partners = partners
        self._regions = regions
        self._policies = policies
        self._sides = sides
        self._actors = actors
        self._works = works
        self._aims = aims
        self._known: dict[tuple[int, int], tuple[Counterpart, ...]] = {}
        self._organization_ends = {b for organization in partners for _, b in organization.runs}
        self._bearing = self._fronts()
        county = profile.own is not None and profile.own.level == "county"
        self._level_above = _OF_PROVINCE_OR_CITY if county else _OF_PROVINCE
        couples = {(p.start, p.end) for p in places if text.startswith(("与", "同"), p.end)}  # 甲市与乙市产业园区共建
        couples |= {r for p in projects for r in p.runs if r[0] - 1 in {b for _, b in couples}}  # 甲市与乙市轨道交通
        self._outside_projects = [r for p in projects for r in p.runs if self._holds_both(p) and r not in couples]

    def _fronts(self) -> dict[str, set[int]]:
        """Where organisations begin in whose names a place of the place in front stands, by the code of that."""
        starts = {organization.start for organization in self._partners}
        inner = {p.start: p.division.code for p in self._places if p.start in starts}
        out: dict[str, set[int]] = {}
        for place in self._places:
            if place.end in inner and within(inner[place.end], place.division.code):
                out.setdefault(place.division.code, set()).add(place.end)
        return out

    def of(self, start: int, end: int) -> Sequence[Counterpart]:
        """What a clause names outside the own side; kept, as those in front of a clause ask too.

        Args:
            start: where the clause starts.
            end: behind it.
        """
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = tuple(self._named(start, end))
        return known

    def _named(self, start: int, end: int) -> Iterator[Counterpart]:
        """What a clause names; the name of an organisation hides the places in it."""
        hidden = list(self._outside_projects)
        for organization in self._partners:
            if start <= organization.start < end:
                hidden += organization.runs
                if organization.own and not self._is_joined_branch(organization, start):
                    continue
                asks = words().asked.search(self._text, max(0, organization.start - 4), organization.start)
                asked = asks and not self._actors.comes(organization.end, end)
                if self._is_made(organization) or self._is_nested(organization) or self._is_means(organization, start):
                    continue
                if asked or self._is_superior(organization):
                    reject("cooperation.superior", organization.start, organization.end)
                elif organization.kind != "event":
                    entity = Entity("organization", organization.name)
                    yield Counterpart(organization.start, organization.end, entity, organization.kind)
                else:
                    reject("cooperation.event", organization.start, organization.end)
        for a, b, name, _ in self._regions:
            titled = inside(a, self._policies) and not self._agreed(a)
            slogan = (
                self._text.endswith("融入", start, a)
                and _SLOGAN.match(self._text, b)
                and not name.endswith(words().joined_whole)
            )
            told = titled or slogan or inside(a, hidden)
            if start <= a < end and not told and self._is_side(a, name, start, end):
                yield Counterpart(a, b, Entity("region", name), "region")
            hidden.append((a, b))  # 南京 in 南京都市圈 is no partner beside it
        yield from self._named_places(start, end, hidden)

    def _is_side(self, at: int, name: str, start: int, end: int) -> bool:
        """Whether a region is one that acts: no basin that both look after, no sum of others (温州、丽水等浙南)."""
        joined = words().learns.search(self._text, start, end) or self._text.endswith(("与", "同"), start, at)
        basin = name.endswith(words().basins) and not joined
        summed = self._text.endswith("等", 0, at) and (
            at - 1 in self._place_ends
            or (
                at - 1 in self._organization_ends
                and _SUMMED_IN_REGION.match(self._text, at + len(name), end) is not None
            )
        )
        zone = () if self._text.endswith("参与", start, at) else (_ZONE_OF,)
        no_side = any(w.match(self._text, at + len(name), end) for w in (words().event, words().body, *zone))
        lead = _HAS_ACT.match(self._text, start)
        acts = lead and lead.end() == at and self._text.startswith(("与", "同"), at + len(name))
        own = acts or self._lies_within(at, name) or self._text.endswith((*words().awards, "”"), start, at)
        return not (self._aims or basin or summed or self._is_home_in_bracket(at + len(name)) or no_side or own)

    def _lies_within(self, at: int, name: str) -> bool:
        """Whether a region is one of the own side: 洛阳都市圈 of 洛阳, 粤东 and 珠三角 of 广东."""
        own = self._profile.own
        if own is None or own.code == COUNTRY:
            return False
        apart = name.endswith("新区") and own.level != "province"  # 雄安新区 beside 保定
        known = None if apart else region_named(name)
        members = known.members if known is not None else ()
        if name.startswith(own.name[:-1]) or (members and all(self._profile.is_own(code) for code in members)):
            return True
        if own.level == "province" and name[0] in own.abbreviations and name[1:2] in _DIRECTIONS:
            return True
        end = at + (len(name) if own.level == "province" else 1)
        named = [p for p in self._places if at <= p.start < end]
        return bool(named) and all(self._profile.is_own(p.division.code) for p in named)

    def _is_home_in_bracket(self, at: int) -> bool:
        """Whether a bracket says what of the own side bears a region's name: 长三角（盐城）专科联盟."""
        if not self._text.startswith("（", at):
            return False
        inner = (p for p in self._places if p.start == at + 1 and self._text.startswith("）", p.end))
        return any(self._profile.is_own(p.division.code) for p in inner)

    def _is_joined_branch(self, organization: Organization, start: int) -> bool:
        """Whether it is the local branch of a body of the whole country that the own side joins: 与中国移动甲分公司."""
        branch = organization.name.endswith(words().branches)
        return branch and self._actors.is_joined(organization.start, start)

    def _is_made(self, organization: Organization) -> bool:
        """Whether an organisation is what the sides set up: 共建“玄武岩纤维创新中心”."""
        at = organization.start
        made = organization.name.endswith(words().made) and self._text[at - 1 : at] == "“"
        return made and words().makes.search(self._text, max(0, at - _NEAR), at) is not None

    def _is_means(self, organization: Organization, floor: int) -> bool:
        """Whether it is a platform by which something is sold: 企业通过甲、乙等平台开拓市场."""
        if organization.kind not in ("company", "platform"):
            return False
        before = self._text.rfind("，", floor, organization.start) + 1
        return words().means.search(self._text, max(floor, before), organization.start) is not None

    def _is_nested(self, organization: Organization) -> bool:
        """Whether its name is but the beginning of another's: 北京大学 in 北京大学第三医院."""
        start, end = organization.start, organization.end
        return any(o.start == start and o.end > end and len(o.runs) == 1 for o in self._partners)

    def _is_superior(self, organization: Organization) -> bool:
        """Whether an organisation is a body of a government above the own side."""
        if _OF_STATE.match(organization.name):
            return True
        if organization.kind != "government":
            return False
        above = words().centre.match(organization.name) or self._level_above.match(organization.name)
        at = next((p.division for p in self._places if p.start == organization.start), None)
        own = self._profile.own
        return above is not None or (at is not None and own is not None and within(own.code, at.code))

    def _agreed(self, at: int) -> bool:
        """The title of a paper of agreement is a tie with those it names."""
        return any(a <= at < b and words().agreement.search(self._text, a, b) for a, b in self._policies)

    def _holds_both(self, project: Undertaking) -> bool:
        named = [p for p in self._places if any(a <= p.start < b for a, b in (*project.runs, *project.around))]
        if any(self._text.startswith("在", p.end) for p in named) or _SEATED.search(project.name):
            return False  # 与甲县在乙河治理方面合作: the side acts, it is no work's
        return any(self._sides.is_outside(p.division) for p in named)

    def _named_places(self, start: int, end: int, hidden: Sequence[tuple[int, int]]) -> Iterator[Counterpart]:
        skip = [*hidden, *(title for title in self._policies if not self._agreed(title[0]))]
        places = [p for p in self._places if start <= p.start < end and not inside(p.start, skip)]
        behind = [p for p in places if p.start - 1 in self._organization_ends]
        told = {p.start for p in behind if self._text[p.start - 1] in "（("}  # 研究中心（天津）
        told |= {p.start for p in behind if _SUMMED.match(self._text, p.end, end) and self._text[p.start - 1] == "等"}
        told |= {p.start for p in places if self._text.endswith(("中科院", "中国科学院"), start, p.start)}
        told |= {p.start for p in places if words().breed.match(self._text, p.end, end)}
        told |= {p.start for p in places if p.end in self._bearing.get(p.division.code, ())}  # 安徽宣城中学
        places = [p for p in places if p.start not in told]
        kept = {id(place) for place in without_parents(self._works.without_details(self._works.without_sites(places)))}
        institutions: list[tuple[int, int]] = []
        for group in grouped(places):
            if inside(group[0].start, institutions):
                continue  # 咸阳 in 西安咸阳机场
            after = group[-1].end
            if words().event.match(self._text, after, end) or words().body.match(self._text, after, end):
                reject("cooperation.event", group[0].start, group[0].end)
            elif len(group) > 1:
                yield from self._of_group(group)
            elif self._sides.is_outside(group[0].division) and id(group[0]) in kept:
                institution = self._institution(group[0], start, end)
                if institution is not None:
                    institutions.append((institution.start, institution.end))
                place = Counterpart(group[0].start, group[0].end, place_entity(group[0].division), "place")
                yield institution or place
            elif not self._profile.is_own(group[0].division.code):
                reject("cooperation.superior", group[0].start, group[0].end)

    def _of_group(self, group: Sequence[Found]) -> Iterator[Counterpart]:
        """The sides in a compound of abbreviations: provinces as one, cities (沪宁杭) and those beside the own each."""
        a, b = group[0].start, group[-1].end
        outside = [p.division for p in group if self._sides.is_outside(p.division)]
        name = self._text[a:b]
        apart = len(outside) == len(group) and (len(group) > _PAIR or is_one_side(name, outside))
        if apart or name in words().as_one:
            members = tuple(place_entity(p.division) for p in group)
            yield Counterpart(a, b, Entity("place_group", name, COUNTRY, members), "group")
            return
        acting = _ACT_TOGETHER.match(self._text, b)
        if acting is None and self._works.is_line_of_superior(group):
            return
        for division in outside:
            if not self._told_apart(division, a, itself=len(outside) < len(group), near=acting is not None):
                yield Counterpart(a, b, place_entity(division), "place")

    def _institution(self, place: Found, floor: int, end: int) -> Counterpart | None:
        """The institution in whose name a place stands, where it is joined: 上海博物馆 in 联合上海博物馆."""
        tail = words().institution.match(self._text, place.end, end)
        if tail is None or not self._actors.is_joined(place.start, floor):
            return None
        led = tail[0].endswith("港") and self._text.endswith(("至", "到", "往"), floor, place.start)
        if led and _LINE.search(self._text, tail.end(), end):
            return None  # 开行至甲港班列: the port is where the line ends
        if any(place.end <= p.start < tail.end() and not self._sides.is_outside(p.division) for p in self._places):
            return None
        kind = next(kind for kind, last in words().kinds.items() if tail[0].endswith(last))
        parents = (p for p in self._places if p.end == place.start and within(place.division.code, p.division.code))
        start = next(parents, place).start
        return Counterpart(start, tail.end(), Entity("organization", self._text[start : tail.end()]), kind)

    def _told_apart(self, division: Division, at: int, *, itself: bool, near: bool) -> bool:
        """Whether the text around names what of a division is meant (与信阳市…鄂豫边界), or the division itself."""
        for place in self._places:
            if abs(place.start - at) < _NEAR and place.rule not in ABBREVIATED:
                beside = "，" not in self._text[min(at, place.start) : max(at, place.start)]
                same = place.division.code == division.code
                if same and beside and itself:
                    return True
                if not same and (beside or not near) and within(place.division.code, division.code):
                    return True
        return False
