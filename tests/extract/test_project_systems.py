"""Platforms, funds and centres of papers of the centre and of provinces: linked, told by a level, or a class."""

import pytest

from extract.facts import ProjectMention
from tests.extract.passages import CENTRE, facts

ZHEJIANG, GUANGDONG, SHANDONG = "330000", "440000", "370000"


def named(text: str, jurisdiction: str) -> list[str]:
    """Names of the projects that a text mentions, in printed order."""
    found = facts(text, ProjectMention, jurisdiction)
    return [f.project.name for f in sorted(found, key=lambda f: f.evidence[0].start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动各部门加强与省一体化大数据平台衔接。", ["省一体化大数据平台"]),
        ("实现与全国信用信息共享平台互联互通。", ["全国信用信息共享平台"]),
        (
            "推动山东公共资源交易平台与国家电子政务平台互联互通和数据共享。",
            ["山东公共资源交易平台", "国家电子政务平台"],
        ),
        ("推动国家企业信用信息公示系统与各地平台对接。", ["国家企业信用信息公示系统"]),
        ("加强与行业平台对接。", []),
        ("加强与上海“一网通办”平台对接。", []),
        ("促进产业链与创新链深度融合。", []),
    ],
)
def test_a_system_with_which_others_are_linked_exists(text: str, expected: list[str]) -> None:
    """Both sides of a link are undertakings where a level or a place tells which system is one's own."""
    assert expected == named(text, SHANDONG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利用人工智能技术，探索构建传统工艺等数字化体验平台。", ["传统工艺数字化体验平台"]),
        ("打造企业等创新服务平台。", []),
        ("迭代升级“粤农码”“粤农服”等数字应用平台。", ["“粤农码”数字应用平台", "“粤农服”数字应用平台"]),
        ("完善“粤商通”“粤省事”“粤政易”平台功能。", ["“粤商通”平台", "“粤省事”平台", "“粤政易”平台"]),
        ("迭代优化潇湘新闻智能体、“岭南云”等智能创作平台。", ["潇湘新闻智能体", "“岭南云”智能创作平台"]),
        ("建设省、市、县三级产销对接平台、质量追溯系统。", ["省、市、县三级产销对接平台", "质量追溯系统"]),
        ("建设全省统一的公共数据平台。", ["全省统一的公共数据平台"]),
        ("培育工业互联网平台300个，其中国家级“双跨”平台5个以上。", []),
        ("推进“数字农服”系统应用。", ["“数字农服”系统"]),
        ("加快高级别自动驾驶示范区3.0、滨江城市大脑2.0建设。", ["高级别自动驾驶示范区3.0", "滨江城市大脑2.0"]),
        ("加快“数字邵阳”一期、城市大脑等建设。", ["“数字邵阳”一期", "城市大脑"]),
        ("建设湘潭钢铁产业大脑、工艺知识库、产业大脑。", ["湘潭钢铁产业大脑", "工艺知识库"]),
        ("打造全国统一的12315平台。", ["全国统一的12315平台"]),
        ("实施重大技术装备攻关工程、重点工程。", ["重大技术装备攻关工程"]),
        ("推动公共图书馆、文化馆、博物馆免费开放。", []),
        ("推动国家、省、市、县追溯平台互联互通，推进省、市重点实验室建设。", []),
        ("支持农业领域全国重点实验室、制造业创新中心等平台建设。", []),
        (
            "推进“游云南”“办事通”平台升级，加快滇中智慧文旅平台功能优化。",
            ["“游云南”平台", "“办事通”平台", "滇中智慧文旅平台"],
        ),
        ("推动韶关数据标注基地组建，推进湛江水产大数据平台建设和推广。", ["韶关数据标注基地", "湛江水产大数据平台"]),
        ("推进新一轮农村电网升级，推进山海协作和园区共建。", []),
        ("建设石峁、统万城等国家考古遗址公园。", ["石峁国家考古遗址公园", "统万城国家考古遗址公园"]),
        ("推动高危行业企业接入全国安全生产风险监测预警平台。", []),
        ("推动铁路专用线进港区、进园区。", []),
        ("建设县级寄递公共配送中心、村级寄递物流综合服务站。", []),
        ("支持忽米网、飞象等工业互联网平台发展。", []),
        ("开发三维线上游览、游客共创体验等应用。", []),
        ("推进首都博物馆东馆、省图书馆新馆开放运营。", ["首都博物馆东馆", "省图书馆新馆"]),
        ("推进中欧班列（成渝）、西部陆海新通道班列扩容。", ["中欧班列（成渝）", "西部陆海新通道班列"]),
    ],
)
def test_platforms_are_named_by_what_tells_them_apart(text: str, expected: list[str]) -> None:
    """An example, names in quotation marks or levels tell a platform from others; a count is one of a class."""
    assert expected == named(text, GUANGDONG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持宁波建设大宗商品储运基地、国际油气交易中心。", ["大宗商品储运基地", "国际油气交易中心"]),
        ("支持诸暨袜业、永康五金等特色产业集群建设集群数字化服务平台。", ["集群数字化服务平台"]),
        ("加快推进越秀区、荔湾区建设人工智能算力中心。", ["人工智能算力中心"]),
        ("支持温州、台州等地建设泵阀产业集聚区。", ["泵阀产业集聚区"]),
        ("支持横店影视文化产业集聚区、象山影视城做优做强。", ["横店影视文化产业集聚区", "象山影视城"]),
        ("支持龙头企业牵头建设产业链协同平台、国家“芯火”双创平台。", ["国家“芯火”双创平台"]),
        ("支持企业在共建国家建设境外经贸合作区、公共海外仓。", []),
        ("支持各地建设村史馆、非遗传承体验中心。", []),
        ("打造具有国际影响力的动力电池产业基地。", []),
        ("打造具有电竞特色的影视产业基地。", ["影视产业基地"]),
        ("实施闽台农业融合发展产业园、台湾农民创业园提升行动。", []),
        ("推进上海大歌剧院、广州艺术博物院等重大文化设施项目建设。", ["上海大歌剧院", "广州艺术博物院"]),
        ("推进“考古中国”重大项目。", []),
        ("支持有条件的大型企业打造一体化数字平台。", []),
        ("鼓励行业龙头企业、平台企业建设产业链协同平台。", []),
        ("加大出口信用保险对海外仓等外贸新业态的支持力度。", []),
        ("鼓励建设孵化机构和创新中心。", []),
        ("完善线上综合服务和线下产业园区“两平台”。", []),
    ],
)
def test_who_builds_and_what_is_served_is_no_undertaking(text: str, expected: list[str]) -> None:
    """A cluster or a place in front of the verb builds; any firms build nothing without a name."""
    assert expected == named(text, ZHEJIANG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("充分发挥国家中小企业发展基金、国家融资担保基金作用。", ["国家中小企业发展基金", "国家融资担保基金"]),
        ("扩大政策性融资担保基金规模。", []),
        ("推进国家级制种基地建设。", []),
        ("建设县级物流配送中心和乡镇商贸中心。", []),
        ("实施基层医疗卫生服务能力提升工程。", ["基层医疗卫生服务能力提升工程"]),
        ("建设国家服务外包示范城市。", []),
        ("升级建设中国（浦东）服务贸易创新发展示范区。", ["中国（浦东）服务贸易创新发展示范区"]),
    ],
)
def test_the_centre_means_one_thing_by_its_name(text: str, expected: list[str]) -> None:
    """What the centre ranks is a class of which many are; a fund of the country is one."""
    assert expected == named(text, CENTRE)
