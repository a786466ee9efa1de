"""Titles between 《 and 》, and what the plan does with the papers."""

import pytest

from extract.facts import Citation
from tests.extract.passages import SUZHOU, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实《长江三角洲区域一体化发展规划纲要》。", [("长江三角洲区域一体化发展规划纲要", "100000")]),
        ("落实安徽省《行动计划》和我市《行动方案》。", [("行动计划", "340000"), ("行动方案", SUZHOU)]),
        ("落实《安徽省养老条例》。", [("安徽省养老条例", "340000")]),
        ("《关于印发《办法》的通知》已收悉。", [("关于印发《办法》的通知", "100000")]),
        ("发挥“华佗”品牌作用。", []),
        ("《》为空。", []),
    ],
)
def test_cites(text: str, expected: list[tuple[str, str]]) -> None:
    """A title is cited without its marks; whose paper it is, the place before it or in it says."""
    assert expected == [(fact.policy.name, fact.policy.jurisdiction) for fact in facts(text, Citation)]


@pytest.mark.parametrize(
    "text",
    [
        "为全面贯彻落实《规划纲要》，制定本行动方案。",
        "认真落实省人民政府《若干措施》（浙政发〔2025〕10号）文件。",
        "落实市政府与上海科创办签订的《合作备忘录》，加快推进建设。",
        "贯彻落实国务院印发的《意见》精神。",
        "严格执行《办法》。",
        "深入实施《行动纲要》，推进建设。",
        "推动《实施意见》落地见效。",
        "抓好《条例》的贯彻落实。",
        "结合实际，学习贯彻《条例》。",
    ],
)
def test_a_plan_implements_what_it_carries_out(text: str) -> None:
    """The verb in front of a title, or what is to be done with it behind, says that the paper is carried out."""
    assert ["implements"] == [fact.relation for fact in facts(text, Citation)]


@pytest.mark.parametrize(
    "text",
    [
        "根据《条例》，制定本计划。",
        "按照省政府办公厅《实施方案》（皖政办〔2021〕1号）要求，推进改革。",
        "参照原农业部《规范》规定，聘任辅导员。",
        "以《规划纲要》为指导。",
        "依据国家《管理办法》等规定执行。",
    ],
)
def test_a_plan_is_based_on_what_it_acts_by(text: str) -> None:
    """根据, 按照 and the like in front of a title, or 以…为依据 around it, say that the plan rests on the paper."""
    assert ["based-on"] == [fact.relation for fact in facts(text, Citation)]


@pytest.mark.parametrize(
    "text",
    [
        "现将《方案》印发给你们。",
        "《行动计划》已经市政府同意。",
        "出台《实施方案》，治理河流。",
        "落实工作责任，出台《管理办法》。",
        "推进建设，修订《条例》实施细则。",
        "推动《条例》实施情况评估。",
        "编排一批节目，如《白蛇传》。",
        "培育《意见》提出的“六有”合作社。",
        "按照职责分工，研究制定《清单》。",
        "依托《宿州日报》宣传。",
        "签订《合作协议》。",
        "基层建设：《工作手册》。",
    ],
)
def test_other_titles_are_merely_cited(text: str) -> None:
    """A paper that is published, made, signed, described or an example is neither carried out nor rested on."""
    assert ["cites"] == [fact.relation for fact in facts(text, Citation)]


def test_the_members_of_a_list_share_their_verb() -> None:
    """Numbers of papers and the names of who issued them may stand between them; a new verb begins anew."""
    text = (
        "贯彻落实国家《甲纲要》（国发〔2019〕1号）、安徽省《乙计划》《丙计划》和我市《丁方案》，根据《戊办法》和"
        "参照《己规范》，出台《庚细则》。"
    )
    relations = ["implements"] * 4 + ["based-on"] * 2 + ["cites"]
    assert relations == [fact.relation for fact in facts(text, Citation)]


def test_a_unit_says_one_thing_of_a_paper() -> None:
    """Where a paper is carried out at one spot, its other spots in the unit do not say less; each rule is told."""
    found = facts("落实《规划纲要》。《规划纲要》提出六项任务。", Citation)
    assert [("implements", "policies.implements"), ("implements", "policies.title")] == [
        (fact.relation, fact.rule) for fact in found
    ]


def test_a_plan_does_not_implement_itself() -> None:
    """The plan's own title is cited, whatever is to be done with it."""
    assert ["cites"] == [fact.relation for fact in facts("认真落实《行动计划》。", Citation)]
