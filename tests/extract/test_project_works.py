"""Works that a list names in words of building, and what many places have each, which names no one thing."""

import pytest

from extract.facts import ProjectMention
from tests.extract.passages import facts

GANSU = "620000"


def named(text: str, jurisdiction: str = GANSU) -> list[tuple[str, str]]:
    """Name and stage of the projects that a text mentions."""
    return [(f.project.name, f.stage) for f in facts(text, ProjectMention, jurisdiction)]


def test_a_word_of_building_that_ends_a_member_of_a_list_is_no_verb() -> None:
    """甲机场迁建、乙机场改扩建 are two works, not what 甲机场 builds."""
    text = "推动天水机场迁建、敦煌机场迁建、嘉峪关机场改扩建二期项目实施。"
    assert [name for name, _ in named(text)] == ["天水机场迁建", "敦煌机场迁建", "嘉峪关机场改扩建二期"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("保护利用好八路军兰州办事处旧址。", [("八路军兰州办事处旧址", "operating")]),
        ("榆中生态创新城建设取得明显成效。", [("榆中生态创新城", "underway")]),
        ("加快兰州新区“五横六纵”路网建设。", [("兰州新区“五横六纵”路网", "underway")]),
        ("推进环祁连山国家公园保护发展带建设。", [("环祁连山国家公园保护发展带", "underway")]),
        ("推进金川科技园基础设施和公共服务配套。", [("金川科技园", "underway")]),
    ],
)
def test_words_of_care_and_of_furnishing_are_no_part_of_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    """保护利用好 is a verb, 基础设施和公共服务配套 what a thing gets."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进通县二级公路建设。",
        "加快通村硬化路建设。",
        "建设市县两级图书馆。",
        "实施农村公路危桥改造。",
        "建立医疗联合体。",
        "建设高等级公路网。",
        "兰州市重点发展飞行控制、智能系统。",
        "加强工业源、移动源、农业源综合治理。",
        "推进公共厕所、旅客服务中心、停车场、信息咨询系统建设。",
        "构建“仓—站—户”冷链配送网络。",
        "鼓励在客运枢纽设立旅游集散中心。",
        "支持高等级旅游景区创建。",
        "酒泉市重点发展风电整机交付。",
    ],
)
def test_what_each_county_or_village_has_names_no_one_thing(text: str) -> None:
    """Roads to villages, libraries of two levels and what a city is to develop are no undertakings."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施渭河和泾河水源涵养工程。", ["渭河水源涵养工程", "泾河水源涵养工程"]),
        ("支持连霍高速公路天水段实施扩容改造工程。", ["连霍高速公路天水段扩容改造工程"]),
        ("深入开展康县、两当等生态文明示范工程试点。", ["康县生态文明示范工程试点", "两当生态文明示范工程试点"]),
        ("推进敦煌机场建设丝绸之路国际货运枢纽。", ["丝绸之路国际货运枢纽"]),
        ("推进兰州新区博物馆、停车场、体育馆建设。", ["兰州新区博物馆", "体育馆"]),
    ],
)
def test_a_name_holds_one_thing_whole_without_who_builds_it(text: str, expected: list[str]) -> None:
    """Two rivers have a work each, 实施 is no part of a name, and a seat that builds is not what is built."""
    assert [name for name, _ in named(text)] == expected
