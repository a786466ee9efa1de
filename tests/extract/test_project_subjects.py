"""Undertakings that no leading verb governs: subjects of a clause, what is made in its middle, what is relied on."""

import pytest

from tests.extract.test_project_lists import GUIZHOU, SHANDONG, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遵绥高速绥阳段路基工程加快实施。", {"遵绥高速绥阳段路基工程": "underway"}),
        ("道真县城至大磏集镇公路改扩建加快推进。", {"道真县城至大磏集镇公路改扩建": "underway"}),
        ("遵义动物园迁建主体完工。", {"遵义动物园迁建": "underway"}),
        ("赤水市丙安古镇提升工程纳入省重点项目清单。", {"赤水市丙安古镇提升工程": "planned"}),
        ("遵义医科大学附属医院国家区域医疗中心建设加快。", {"遵义医科大学附属医院国家区域医疗中心": "underway"}),
        ("打通南白至鸭溪公路。", {"南白至鸭溪公路": "underway"}),
        ("遵义师范学院与西南大学共办黔北文化研究院。", {"黔北文化研究院": "underway"}),
        ("推进遵义综合保税区扩区。", {"遵义综合保税区": "underway"}),
    ],
)
def test_what_is_said_of_an_undertaking_gives_its_stage(text: str, expected: dict[str, str]) -> None:
    """A name in front of what is said of it is one, and so is what a body in the clause makes."""
    assert expected == named(text, GUIZHOU)


@pytest.mark.parametrize(
    "text",
    [
        "各县区加快产业园区建设，全市企业投产达产。",
        "市场主体培育持续推进，营商环境改善工作扎实开展。",
        "定期召开工作推进会议。",
        "黄河流域生态保护和高质量发展深入推进。",
        "打通产学研转化通道，畅通企业融资链路。",
        "遵义高新区做强食用菌精深加工。",
        "推动企业“拿地即开工”。",
        "开展与清华大学、北京理工大学的合作研发。",
        "着力打造非首都功能疏解承载地、协同创新示范区、品质生活之城。",
    ],
)
def test_what_acts_or_is_no_thing_is_left_out(text: str) -> None:
    """Bodies that act, classes, aims and words that only look like a verb are no undertakings."""
    assert {} == named(text, GUIZHOU)


def test_a_number_sums_up_as_many_as_it_says() -> None:
    """Where a number and a measure word close a list, each member takes what they count."""
    text = "建设遵义—重庆、遵义—成都两条物流专线。"
    assert {"遵义—重庆物流专线": "underway", "遵义—成都物流专线": "underway"} == named(text, GUIZHOU)


def test_what_lies_in_another_province_is_a_partner() -> None:
    """Parks that are relied on are undertakings of the own side, and not where they lie in another province."""
    assert {"烟台黄渤海新区"} == set(named("依托烟台黄渤海新区、威海临港区，发展海洋产业。", SHANDONG)) & {
        "烟台黄渤海新区"
    }
    assert {} == named("依托上海张江高科技园区、漕河泾新兴技术开发区，承接成果转化。", SHANDONG)


def test_the_ground_of_a_body_is_one() -> None:
    """以…为主阵地 names what exists and is enlarged."""
    text = "以遵义高新区、遵义经开区为主阵地，承接产业转移。"
    assert {"遵义高新区": "underway", "遵义经开区": "underway"} == named(text, GUIZHOU)
