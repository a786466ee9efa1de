"""Works that a clause begins with, members that each have a verb, later phases, titles, and what members lend."""

import pytest

from tests.extract.test_project_lists import GUIZHOU, SHANDONG, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("烟台港西港区原油码头保持常态运行。", {"烟台港西港区原油码头": "operating"}),
        ("莱州湾引黄灌区渠系配套连线成网。", {"莱州湾引黄灌区渠系配套": "operating"}),
        ("济青高速中线潍坊段按年度节点推进。", {"济青高速中线潍坊段": "underway"}),
        (
            "烟台至龙口、龙口至莱州两条快速路进入论证阶段。",
            {"烟台至龙口快速路": "preparatory", "龙口至莱州快速路": "preparatory"},
        ),
        ("蓬莱阁景区、长岛旅游区两处提级为国家级。", {"蓬莱阁景区": "underway", "长岛旅游区": "underway"}),
        (
            "万华蓬莱产业园二期满产、烟台蓬莱机场二期开工。",
            {"万华蓬莱产业园二期": "operating", "烟台蓬莱机场二期": "starting"},
        ),
        (
            "烟台蓬莱国际机场一期建成、二期开工。",
            {"烟台蓬莱国际机场一期": "operating", "烟台蓬莱国际机场二期": "starting"},
        ),
    ],
)
def test_works_stand_whatever_is_said_of_them(text: str, expected: dict[str, str]) -> None:
    """Works do not act: they are undertakings whatever verb follows, summed up by a number or each with its own."""
    assert expected == named(text, SHANDONG)


@pytest.mark.parametrize(
    "text",
    [
        "烟台高新区聚焦主导产业。",
        "农村公路、城市管网实施改造。",
        "推进老旧小区改造，开展农村环境整治。",
        "推进黄河、小清河两大流域治理。",
        "打造国家级战略性新兴产业集群。",
        "完善与青岛港、日照港之间的联运机制。",
        "支持顺丰航空、中原航空等运营。",
    ],
)
def test_bodies_kinds_and_partners_stay_out(text: str) -> None:
    """Zones that act, kinds of works, and bodies with which one acts give none."""
    assert {} == named(text, SHANDONG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("启动遵义新舟机场T1航站楼改造。", {"遵义新舟机场T1航站楼改造": "starting"}),
        ("推进周林学堂旧址、琴洲文庙修缮。", {"周林学堂旧址修缮": "underway", "琴洲文庙修缮": "underway"}),
        ("开通遵义至三亚、厦门航线。", {"遵义至三亚航线": "underway", "遵义至厦门航线": "underway"}),
        ("实施湘江、洛江等生态修复工程。", {"湘江生态修复工程": "underway", "洛江生态修复工程": "underway"}),
        ("湄潭县争创国家茶叶优势特色产业集群。", {"国家茶叶优势特色产业集群": "planned"}),
        ("支持湄潭茶海创建国家级旅游度假区。", {"国家级旅游度假区": "planned"}),
        ("建成遵义动物园并启动遵义植物园建设。", {"遵义动物园": "operating", "遵义植物园": "starting"}),
    ],
)
def test_works_routes_and_titles(text: str, expected: dict[str, str]) -> None:
    """Repairs stay in a name, members share an origin and a repair, and titles of a higher level are planned."""
    assert expected == named(text, GUIZHOU)


LONGEST = 40


@pytest.mark.parametrize("unit", ["甲水库、", "并启动", "一期、二期", "至甲、"])
def test_long_clauses_stay_quick(unit: str) -> None:
    """A clause of many thousand characters of one kind is read once."""
    assert all(len(name) <= LONGEST for name in named("遵义" + unit * 2000 + "。", GUIZHOU))
