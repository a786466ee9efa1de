"""Whose plan it is decides who acts and who is outside: zones, the whole country, provinces, counties in front."""

import pytest

from extract.components import Profile
from extract.facts import CooperationTie
from extract.plan import Plan
from gazetteer.divisions import gazetteer
from tests.extract.passages import CENTRE, extractor, facts, unit

HUNAN, HENAN, SHANDONG, FUJIAN, GUANGXI = "430000", "410000", "370000", "350000", "450000"
CHANGSHA, LUOYANG, YANTAI, LONGYAN, HANZHONG, YULIN_GX = "430100", "410300", "370600", "350800", "610700", "450900"


def ties(text: str, jurisdiction: str) -> set[tuple[str, str, str]]:
    """Party, partner and mechanism of the ties that a text states."""
    found = facts(text, CooperationTie, jurisdiction)
    return {(f.party.name, f.partner.name, f.mechanism) for f in found}


def ties_of(title: str, issuer: str, text: str, jurisdiction: str) -> set[tuple[str, str]]:
    """Party and partner of the ties in a plan of a title and an issuer."""
    plan = Plan("made-up", title, None, issuer, None, None, jurisdiction, (), ())
    found = extractor().facts(unit(text), Profile(plan, gazetteer().get(jurisdiction)))
    return {(f.party.name, f.partner.name) for f in found if isinstance(f, CooperationTie)}


@pytest.mark.parametrize(
    ("issuer", "party"),
    [
        ("洛阳高新技术产业开发区管理委员会", "洛阳高新技术产业开发区"),
        ("中共洛阳经济技术开发区工委、管理委员会办公室", "洛阳经济技术开发区"),
        ("洛阳综合保税区管委会", "洛阳综合保税区"),
        ("洛阳市人民政府办公室", "洛阳市"),
    ],
)
def test_zone_acts_whose_plan_it_is(issuer: str, party: str) -> None:
    """A plan that a 管委会 issues is its zone's, so it is the party, not the city around it."""
    assert {(party, "西安交通大学")} == ties_of("行动方案", issuer, "与西安交通大学共建研究院。", LUOYANG)


def test_short_name_is_that_of_the_zone() -> None:
    """The zone whose plan it is acts under one name, however the text calls it."""
    text = "推动洛阳高新区与西安高新区合作，支持高新区引进华为。"
    issuer = "洛阳高新技术产业开发区管理委员会"
    expected = {("洛阳高新技术产业开发区", "西安高新区"), ("洛阳高新技术产业开发区", "华为")}
    assert expected == ties_of("行动方案", issuer, text, LUOYANG)


def test_whole_country_acts_with_those_abroad_alone() -> None:
    """Of a national plan everybody at home is of the own side."""
    text = "支持沿海港口与越南、马来西亚开展合作，推动上海与江苏共建园区。"
    assert {("中国", "越南"), ("中国", "马来西亚")} == ties_of("指导意见", "国务院", text, CENTRE)
    text = "加强与蒙古国在农牧领域的合作。"
    assert {("东北", "蒙古国")} == ties_of("关于支持东北振兴的若干意见", "国务院办公厅", text, CENTRE)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "支持企业赴埃塞俄比亚、肯尼亚建设农业合作园区。",
            HUNAN,
            {("湖南省", "埃塞俄比亚", "joint-park"), ("湖南省", "肯尼亚", "joint-park")},
        ),
        (
            "常态化开行长沙至德国汉堡、白俄罗斯明斯克中欧班列。",
            CHANGSHA,
            {("长沙市", "汉堡", "trade"), ("长沙市", "明斯克", "trade")},
        ),
        ("恢复烟台至大阪客运航线。", YANTAI, {("烟台市", "大阪", "transport")}),
        ("支持万华化学、泰和新材等企业与泰国开展橡胶产业合作。", YANTAI, {("烟台市", "泰国", "industry")}),
        (
            "面向印尼、泰国输出农机装备。",
            SHANDONG,
            {("山东省", "印度尼西亚", "industry"), ("山东省", "泰国", "industry")},
        ),
        ("组织企业参加德国汉诺威工业展、日本国际食品展。", FUJIAN, set()),
        ("保护俄罗斯族传统村落，引进德国街商业管理团队。", HENAN, set()),
    ],
)
def test_countries_and_cities_abroad_are_sides(
    text: str, jurisdiction: str, expected: set[tuple[str, str, str]]
) -> None:
    """A country or a city abroad is a partner as a region is; of 德国汉堡 the city, of a fair's name none."""
    assert expected == ties(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("推动湘南、湘西承接产业转移，加强长株潭与湘北协作。", HUNAN),
        ("深化闽东北与闽西南协作。", FUJIAN),
    ],
)
def test_regions_of_a_province_are_its_own(text: str, jurisdiction: str) -> None:
    """A region that lies in the own province acts with nobody as a partner."""
    assert set() == ties(text, jurisdiction)


@pytest.mark.parametrize(
    "text",
    [
        "支持三一重工、山河智能、铁建重工等龙头企业牵头组建创新联合体。",
        "鼓励蓝思科技、比亚迪参与工业软件攻关。",
        "依托华为、科大讯飞组建人工智能应用联合体。",
        "推动比亚迪、广汽埃安在长沙布局出口基地，引导京东在望城建设智能仓。",
        "引导中联重科、华新水泥开展水泥窑协同处置示范。",
        "以比亚迪、蓝思科技落户为牵引，加快配套。",
        "深化与国家药监局药品审评检查长三角分中心合作。",
        "鼓励企业通过亚马逊、速卖通等平台开拓多元化市场。",
    ],
)
def test_firms_that_a_plan_has_grow_are_no_partners(text: str) -> None:
    """What firms found, research or take part in by themselves ties them to nobody."""
    assert set() == ties(text, CHANGSHA)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "深化粤桂劳务协作，与肇庆市共建产业园。",
            YULIN_GX,
            {("玉林市", "广东省", "public-service"), ("玉林市", "肇庆市", "joint-park")},
        ),
        ("承接成渝装备制造产业转移。", HANZHONG, {("汉中市", "成渝", "industry")}),
        ("打通S211容县杨梅镇至信宜段。", YULIN_GX, {("杨梅镇", "信宜市", "transport")}),
        (
            "到绍兴、常熟举办订货会，向粤港澳大湾区输出认证蔬菜。",
            YULIN_GX,
            {
                ("玉林市", "绍兴市", "industry"),
                ("玉林市", "常熟市", "industry"),
                ("玉林市", "粤港澳大湾区", "industry"),
            },
        ),
        ("全面融入虹桥国际开放枢纽。", YANTAI, {("烟台市", "虹桥国际开放枢纽", "strategic")}),
        ("全面融入长三角。", LUOYANG, set()),
        (
            "开通武当山机场至北京航线，推进丹江口库区与天津水源保护合作。",
            "420300",
            {("十堰市", "北京市", "transport"), ("十堰市", "天津市", "water-ecology")},
        ),
        ("推动洛阳一中与浙江嘉兴一中结对。", LUOYANG, {("洛阳一中", "嘉兴一中", "pairing")}),
        ("支持洛阳高新区申报长三角共建省际产业合作示范园。", LUOYANG, set()),
        (
            "与太仓、昆山建立应急调度机制。",
            YANTAI,
            {("烟台市", "太仓市", "governance"), ("烟台市", "昆山市", "governance")},
        ),
        ("扩建海汕高速公路龙岩至武平段。", LONGYAN, set()),
        ("扩建沪陕高速公路南阳至洛阳段。", LUOYANG, {("洛阳市", "南阳市", "transport")}),
    ],
)
def test_reads_compounds_lines_and_markets(text: str, jurisdiction: str, expected: set[tuple[str, str, str]]) -> None:
    """Abbreviations that act together, lines between two places, markets that are served, and no slogan."""
    assert expected == ties(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("栾川县坚持以文塑旅。建设沟域度假带。与十堰市互推旅游线路。", "栾川县"),
        ("建设好栾川生态旅游带。完善交通。与十堰市互推旅游线路。", "栾川县"),
        ("洛阳高新区抓住机遇。建设载体。与十堰市互推旅游线路。", "洛阳高新区"),
        ("支持栾川钼钨产业提质。加强与中南大学合作。", "栾川县"),
        ("支持栾川、嵩县生态旅游发展。加强与中南大学合作。", "洛阳市"),
        ("提升旅游品质。支持栾川建设度假带。加强与中南大学合作。", "洛阳市"),
        ("提升旅游品质。栾川建设度假带。加强与中南大学合作。", "栾川县"),
    ],
)
def test_part_named_in_front_acts_to_the_end(text: str, party: str) -> None:
    """Where a unit is about one part of the own side, its later sentences speak of that part."""
    assert {party} == {tie[0] for tie in ties(text, LUOYANG)}
