"""Ties where a name holds words or places that are none: modifiers, ends of lines, what is set up."""

import pytest

from extract.facts import CooperationTie, PartnerMention
from tests.extract.passages import facts

MIANYANG, GUANGYUAN, SANMING, XUCHANG, YULIN = "510700", "510800", "350400", "411000", "610800"


def ties(text: str, jurisdiction: str) -> set[tuple[str, str, str]]:
    """Party, partner and mechanism of the ties that a text states."""
    found = facts(text, CooperationTie, jurisdiction)
    return {(f.party.name, f.partner.name, f.mechanism) for f in found}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "推进成渝地区（绵阳）专科联盟建设，加强与重庆市医疗合作。",
            MIANYANG,
            {("绵阳市", "重庆市", "public-service")},
        ),
        (
            "开行三明至厦门港海铁联运“五定班列”，扩大外贸出口。",
            SANMING,
            {("三明市", "厦门市", "trade")},
        ),
        (
            "支持厦门大学、福州大学在闽研究院联合企业攻关。",
            SANMING,
            {("三明市", "厦门大学", "innovation"), ("三明市", "福州大学", "innovation")},
        ),
        (
            "积极对接华为、浪潮等企业布局算力和灾备中心。",
            XUCHANG,
            {("许昌市", "华为", "data"), ("许昌市", "浪潮", "data")},
        ),
        (
            "推出“西安—榆林—延安”红色旅游精品线路。",
            YULIN,
            {("榆林市", "西安市", "public-service"), ("榆林市", "延安市", "public-service")},
        ),
        ("对接成都、融入关中的开放格局基本形成。", GUANGYUAN, set()),
        ("加强与中国民航局合作，申报低空试点。", GUANGYUAN, set()),
        ("开通市域低空客运航线。", GUANGYUAN, set()),
        (
            "引进浦发银行、平安银行等长三角金融机构在我市设立分支机构。",
            XUCHANG,
            {("许昌市", "浦发银行", "finance"), ("许昌市", "平安银行", "finance")},
        ),
        ("推动榆阳区医院与西安市胸科医院医共体建设。", YULIN, {("榆阳区医院", "西安市胸科医院", "public-service")}),
    ],
)
def test_names_are_read_for_what_they_say(text: str, jurisdiction: str, expected: set[tuple[str, str, str]]) -> None:
    """A modifier, a port where a line ends, a body above and what is set up act with nobody; the others do."""
    assert expected == ties(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "谋划绥德至柳林、府谷至保德等省际连接道路。",
            YULIN,
            {("绥德县", "柳林县", "transport"), ("府谷县", "保德县", "transport")},
        ),
        (
            "打造“成都—绵阳—西安”氢能走廊。",
            MIANYANG,
            {("绵阳市", "成都市", "energy"), ("绵阳市", "西安市", "energy")},
        ),
        (
            "会同陕西宁强县，甘肃武都区、文县以及重庆潼南区，开展革命遗址保护规划编制。",
            GUANGYUAN,
            {(("广元市"), partner, "strategic") for partner in ("宁强县", "武都区", "文县", "潼南区")},
        ),
        ("建设川渝三台协作园，深化产业对接。", MIANYANG, {("三台县", "重庆市", "joint-park")}),
        ("全市供粤港澳大湾区蔬菜达到5万吨。", SANMING, {("三明市", "粤港澳大湾区", "industry")}),
        ("与郑州大学合作建设上海环境医院。", XUCHANG, {("许昌市", "郑州大学", "innovation")}),
        ("与湖北省进出口总额突破10亿元。", XUCHANG, set()),
        ("深化与汉中市的环境执法协作。", GUANGYUAN, {("广元市", "汉中市", "governance")}),
        ("支持西安交通大学榆林研究院、延长石油等组建创新联合体。", YULIN, set()),
        ("共建川陕产业园区。推动朝天区与汉中市宁强县共建园区。", GUANGYUAN, {("朝天区", "宁强县", "joint-park")}),
        ("与天津海关推进通关一体化。", XUCHANG, {("许昌市", "天津海关", "trade")}),
        ("加强与成都市航空产业合作。", MIANYANG, {("绵阳市", "成都市", "industry")}),
        ("与西安市在绿色甲醇加注方面合作。", YULIN, {("榆林市", "西安市", "energy")}),
    ],
)
def test_couples_chains_and_lists_join_each(text: str, jurisdiction: str, expected: set[tuple[str, str, str]]) -> None:
    """Ends of roads, a chain through the own side, a list that commas part and a compound join each they name."""
    assert expected == ties(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动SK新能源二期、比亚迪许昌动力电池、蜂巢能源许昌基地等项目达产。", {"SK新能源", "比亚迪", "蜂巢能源"}),
        ("支持东北地区参与京津冀协同发展。", set()),
        ("开行许昌至广州南沙港班列。", set()),
        ("支持企业发行公司债券。", set()),
        ("支持企业到深圳证券交易所、香港联合交易所上市。", {"深圳证券交易所", "香港联合交易所"}),
    ],
)
def test_partners_end_where_their_names_do(text: str, expected: set[str]) -> None:
    """A company ends in front of its product or place; development is no fair, and the end of a line no side."""
    assert expected == {fact.organization.name for fact in facts(text, PartnerMention, XUCHANG)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进川渝高竹新区建设。", set()),
        ("推进川渝产业合作示范区（广元）建设。", {("广元市", "重庆市", "joint-park")}),
        ("借鉴川渝高竹新区经验。", {("广元市", "川渝高竹新区", "benchmark")}),
        (
            "支持广元经开区在重庆设立孵化器，建设广元（重庆）科创中心。",
            {("广元经开区", "重庆市", "innovation")},
        ),
    ],
)
def test_zones_of_both_sides_are_no_partner(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A zone of the own side and another is a partner only where one learns from it; one tie holds for a sentence."""
    assert expected == ties(text, GUANGYUAN)


YICHUN, DEZHOU, LISHUI, HUAIHUA, MUDANJIANG = "360900", "371400", "331100", "431200", "231000"


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "加快济南高新区齐河产业园、临邑先进制造园等载体建设。",
            DEZHOU,
            {("齐河县", "济南高新区", "joint-park")},
        ),
        (
            "推进全国一体化算力网络粤港澳大湾区国家枢纽节点（宜春）建设。",
            YICHUN,
            set(),
        ),
        ("实施G320宜春袁州至湖南株洲醴陵段改建。", YICHUN, {("袁州区", "醴陵市", "transport")}),
        (
            "支持丽水经开区与宁波高新区、上海漕河泾开发区，缙云经开区与杭州高新区建立产业合作联盟。",
            LISHUI,
            {
                ("丽水经开区", "宁波高新区", "alliance"),
                ("丽水经开区", "上海漕河泾开发区", "alliance"),
                ("缙云经开区", "杭州高新区", "alliance"),
            },
        ),
        (
            "加强与广西博物馆、湖南博物院合作，协同打造长江中游红色教育基地。",
            HUAIHUA,
            {("怀化市", "广西博物馆", "public-service"), ("怀化市", "湖南博物院", "public-service")},
        ),
        ("落实《牡丹江市与浙江省温州市合作框架协议》。", MUDANJIANG, {("牡丹江市", "温州市", "agreement")}),
        ("组织恒丰集团、北药集团等企业参展。", MUDANJIANG, set()),
        (
            "扩大向江苏、浙江送电规模，开行牡丹江至大连旅游专列。",
            MUDANJIANG,
            {("牡丹江市", "江苏省", "energy"), ("牡丹江市", "浙江省", "energy"), ("牡丹江市", "大连市", "transport")},
        ),
        ("组织恒丰集团赴辽宁省开展人才对接活动。", MUDANJIANG, {("恒丰集团", "辽宁省", "innovation")}),
        (
            "推动广州荔湾区、海珠区与洪江市、溆浦县结对。",
            HUAIHUA,
            {("洪江市", "荔湾区", "pairing"), ("溆浦县", "海珠区", "pairing")},
        ),
        ("推进怀化·中关村产业园、“一地三县”粤港澳合作区建设。", HUAIHUA, {("怀化市", "中关村", "joint-park")}),
        ("支持中关村企业在津冀设立机构。", "110000", {("北京市", "津冀", "industry")}),
        (
            "支持怀化学院、湖南师范大学怀化校区与华为共建产业学院。",
            HUAIHUA,
            {("怀化学院", "华为", "public-service"), ("湖南师范大学怀化校区", "华为", "public-service")},
        ),
        ("推动怀化机场新增至粤港澳大湾区航线。", HUAIHUA, {("怀化市", "粤港澳大湾区", "transport")}),
        ("打造对接融入粤港澳大湾区的“桥头堡”。", HUAIHUA, {("怀化市", "粤港澳大湾区", "strategic")}),
        ("每个园区至少与广州市共建1个产业合作平台。", HUAIHUA, {("怀化市", "广州市", "joint-park")}),
        ("加快怀化—贵阳临港产业园建设。", HUAIHUA, {("怀化市", "贵阳市", "joint-park")}),
        ("与永州市共建湘南桂北融合发展试验区。", HUAIHUA, {("怀化市", "永州市", "strategic")}),
        (
            "推动产业联动。加强与溆浦、新化、隆回等地茶叶产业协作。",
            HUAIHUA,
            {("怀化市", "新化县", "industry"), ("怀化市", "隆回县", "industry")},
        ),
        (
            "组织正清制药、奇力新材料等企业与阿里云开展工业互联网平台对接。",
            HUAIHUA,
            {("正清制药", "阿里云", "data"), ("奇力新材料", "阿里云", "data")},
        ),
        ("对接北京非首都功能疏解。", DEZHOU, {("德州市", "北京市", "industry")}),
        (
            "落实湘黔清水江、舞阳河上游流域横向生态保护补偿协议，开展联合监测。",
            HUAIHUA,
            {("怀化市", "贵州省", "agreement")},
        ),
        (
            "推动铜仁、张家界、怀化旅游一体化，互送客源。",
            HUAIHUA,
            {("怀化市", "铜仁市", "public-service"), ("怀化市", "张家界市", "public-service")},
        ),
        (
            "与铜仁、张家界互推“苗乡侗寨”线路。",
            HUAIHUA,
            {("怀化市", "铜仁市", "public-service"), ("怀化市", "张家界市", "public-service")},
        ),
        ("推动珠海华发集团参与怀化产业园建设。", HUAIHUA, {("怀化产业园", "珠海华发集团", "industry")}),
        (
            "加强与贵州铜仁、湖南益阳等沅江流域产区合作。",
            HUAIHUA,
            {("怀化市", "铜仁市", "industry"), ("怀化市", "益阳市", "industry")},
        ),
        ("深化合作，实现怀化陆港与广州港联动发展。", HUAIHUA, {("怀化陆港", "广州港", "transport")}),
        ("推进怀化与邵阳轨道交通、公交互联互通。", HUAIHUA, {("怀化市", "邵阳市", "transport")}),
        (
            "推进“怀化有礼”品牌进广州商超，扩大向广东绿电外送规模。",
            HUAIHUA,
            {("怀化市", "广州市", "industry"), ("怀化市", "广东省", "energy")},
        ),
        ("支持海林市建设木材基地，推动林权参与京津冀要素市场交易。", MUDANJIANG, {("牡丹江市", "京津冀", "industry")}),
        (
            "推动富通空调、恒丰纸业等企业进入京津冀龙头企业供应链体系。",
            MUDANJIANG,
            {("牡丹江市", "京津冀", "industry")},
        ),
    ],
)
def test_parks_of_two_and_what_others_make_together(
    text: str, jurisdiction: str, expected: set[tuple[str, str, str]]
) -> None:
    """A zone lends its name to a park elsewhere; a bracket says which part is the own; firms at home go, none comes."""
    assert expected == ties(text, jurisdiction)
