"""Organisations by the names that a plan gives them, and those of other provinces that it relies on."""

from dataclasses import replace

import pytest

from extract.components import Profile
from extract.facts import CooperationTie, PartnerMention
from tests.extract.passages import extractor, facts, profile, unit

GUILIN = "450300"


def named(text: str, jurisdiction: str = GUILIN) -> set[tuple[str, str]]:
    """Name and kind of the partners that a text mentions."""
    return {(f.organization.name, f.partner_kind) for f in facts(text, PartnerMention, jurisdiction)}


def in_plan(*texts: str) -> list[set[str]]:
    """The partners that each unit of a plan names."""
    units = tuple(unit(text, name=str(number)) for number, text in enumerate(texts, 1))
    made = profile(GUILIN)
    whole = Profile(replace(made.plan, units=units), made.own)
    found = extractor().all_facts(units, whole)
    partners = [fact for fact in found if isinstance(fact, PartnerMention)]
    return [{fact.organization.name for fact in partners if fact.unit == each.id} for each in units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依托广州三大科技创新中心，建设离岸孵化器。", {("广州三大科技创新中心", "platform")}),
        ("依托佛山中德工业服务区，承接产业转移。", {("佛山中德工业服务区", "park")}),
        ("依托广州、深圳创新中心，引进人才。", {("广州创新中心", "platform"), ("深圳创新中心", "platform")}),
        ("依托上海张江高科技园区，承接产业转移。", {("上海张江高科技园区", "park")}),
        ("依托上海平台、广州市的区位优势和商贸中心引进人才。", set()),
        ("依托桂林国家高新区、京沪高铁发展产业。", set()),
        ("依托南宁五象新区、柳州汽车产业基地发展产业。", set()),
    ],
)
def test_what_is_relied_on_in_another_province_is_a_partner(text: str, expected: set[tuple[str, str]]) -> None:
    """A centre, platform or park of another province; what lies at home is a project, a railway neither."""
    assert expected == named(text)


def test_who_a_company_is_said_to_be_is_no_part_of_its_name() -> None:
    """中标单位为 leads to the name of a company."""
    assert {("裕同包装股份有限公司", "company")} == named("推进包装项目，中标单位为裕同包装股份有限公司。")


def test_a_plan_gives_organisations_short_names() -> None:
    """A short name given in brackets is a partner where it stands alone, as printed; beside the full one it is none."""
    assert [
        {"深圳市裕同包装科技股份有限公司"},
        {"裕同包装"},
        {"中山大学附属第五医院"},
        {"中大五院"},
    ] == in_plan(
        "引进深圳市裕同包装科技股份有限公司（以下简称“裕同包装”），裕同包装投资10亿元。",
        "与裕同包装共建智能包装产业园。",
        "与中山大学附属第五医院（简称中大五院）合作。",
        "与中大五院共建医联体。",
    )


def test_short_names_of_the_own_side_and_of_any_such_body_are_no_partners() -> None:
    """An institution or company set up at home keeps to its side; 集团公司 and a plan in brackets name nobody."""
    assert [set(), set(), {"深圳华强集团有限公司"}, set()] == in_plan(
        "建设桂林医学院（以下简称“桂医”），成立桂林市产业投资集团有限公司（以下简称“桂产投”）。",
        "支持桂医、桂产投发展。",
        "引进深圳华强集团有限公司（以下简称“集团公司”）。",
        "落实《桂林市发展规划》（以下简称《规划》），支持集团公司发展。",
    )


def test_short_names_take_part_in_ties() -> None:
    """The own side acts with an organisation under its short name."""
    units = (
        unit("引进深圳市裕同包装科技股份有限公司（以下简称“裕同包装”）。", name="1"),
        unit("与裕同包装共建智能包装产业园。", name="2"),
    )
    made = profile(GUILIN)
    found = extractor().all_facts(units, Profile(replace(made.plan, units=units), made.own))
    ties = [(f.unit, f.partner.name, f.mechanism) for f in found if isinstance(f, CooperationTie)]
    assert [("1", "深圳市裕同包装科技股份有限公司", "industry"), ("2", "裕同包装", "joint-park")] == ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "组织开展全国科技活动周、世界水日、中国水周等活动。",
            {("全国科技活动周", "event"), ("世界水日", "event"), ("中国水周", "event")},
        ),
        ("办好全国药材药品交易会、全国性大会。", {("全国药材药品交易会", "event")}),
        ("国家法定节假日开展活动，提升国际消费日均客流。", set()),
        ("建立园区合作联盟，探索开发区联盟。", set()),
        ("加快小米南宁科技园、联想柳州产业基地建设。", {("小米", "company"), ("联想", "company")}),
        ("与中科院精密测量院合作，推广绿豆种植。", {("中科院精密测量院", "institute")}),
        ("加强与贵州遵义会址、上海市松江区中心医院合作。", {("上海市松江区中心医院", "hospital")}),
        ("推动飞腾激光器、高速激光雷达等产品发展。", set()),
        ("编制闽粤汽车、电子信息等产业链清单。", set()),
        (
            "承接长沙高新区、经开区和浏阳产业外溢。",
            {("长沙高新区", "park"), ("长沙经开区", "park")},
        ),
        ("引进中国皮革和制鞋工业研究院。", {("中国皮革和制鞋工业研究院", "institute")}),
        ("推进泉厦漳城市联盟路建设。", set()),
        ("建设浙西航空物流枢纽。", set()),
        ("推动北京公交、通州医疗资源向三河延伸。", set()),
        (
            "加强与清华大学美术学院、北京大学光华管理学院合作。",
            {("清华大学美术学院", "university"), ("北京大学光华管理学院", "university")},
        ),
        ("推动之江实验室融入国家实验室体系。", {("之江实验室", "institute")}),
        ("发挥省会城市会商会作用。", set()),
        ("加快与山东港口集团世界一流港口联盟建设。", {("山东港口集团", "company")}),
        ("支持立中集团与华为合作建设智能工厂。", {("立中集团", "company"), ("华为", "company")}),
        ("学习马来西亚马中关丹产业园区经验。", {("马来西亚马中关丹产业园区", "park")}),
    ],
)
def test_days_and_weeks_are_events_and_what_is_made_is_none(text: str, expected: set[tuple[str, str]]) -> None:
    """A day or week of the nation or the world recurs; goods, classes and half a hospital's name are nobody."""
    assert expected == named(text)
