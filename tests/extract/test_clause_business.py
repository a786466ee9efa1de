"""Responsibility clauses whose bodies each have a business of their own."""

import pytest

from extract.clauses.clauses import clauses

RAIL, ROADS, FINANCE = "省交通运输厅", "省发展改革委", "省财政厅"


def named(text: str) -> tuple[list[str], list[str]]:
    """Who leads and who supports, by all clauses of a text."""
    found = [body for clause in clauses(text, first_leads=False) for body in clause.named]
    lead, support = ([b.written(text) for b in found if b.role == role] for role in ("lead", "support"))
    return lead, support


@pytest.mark.parametrize(
    ("clause", "lead", "support"),
    [
        ("（省交通运输厅负责跨省铁路，省发展改革委负责高速公路）", [], [RAIL, ROADS]),
        ("（省交通运输厅牵头跨省铁路，省发展改革委牵头高速公路）", [RAIL, ROADS], []),
        ("（省交通运输厅、省发展改革委负责铁路，省财政厅负责资金保障）", [], [RAIL, ROADS, FINANCE]),
        ("（省交通运输厅牵头负责铁路；省发展改革委牵头负责公路；省财政厅配合）", [RAIL, ROADS], [FINANCE]),
        ("（省交通运输厅牵头推进铁路建设，省发展改革委配合做好审批）", [RAIL], [ROADS]),
        ("（省交通运输厅负责铁路、高速公路和港口，省财政厅负责资金）", [], [RAIL, FINANCE]),
        ("（省交通运输厅负责铁路、省发展改革委、省财政厅负责资金）", [], [RAIL, ROADS, FINANCE]),
        ("（省交通运输厅具体负责铁路，省发展改革委、省财政厅按职责分工负责）", [], [RAIL, ROADS, FINANCE]),
        ("（省交通运输厅牵头，省发展改革委负责审批，省财政厅负责资金）", [RAIL], [ROADS, FINANCE]),
        ("（责任单位：省交通运输厅负责铁路，省发展改革委负责公路）", [], [RAIL, ROADS]),
        ("（牵头单位：省交通运输厅负责铁路，省发展改革委负责公路；配合单位：省财政厅）", [RAIL, ROADS], [FINANCE]),
        ("（铁路由省交通运输厅牵头，公路由省发展改革委牵头，省财政厅配合）", [RAIL, ROADS], [FINANCE]),
        ("（铁路、港口由省交通运输厅负责，公路由省发展改革委负责）", [], [RAIL, ROADS]),
        ("（第1项由省交通运输厅牵头，第2项由省发展改革委牵头）", [RAIL, ROADS], []),
        ("（省交通运输厅会同省发展改革委负责规划编制，省财政厅配合）", [], [RAIL, ROADS, FINANCE]),
        ("（由省交通运输厅牵头，负责制定方案；省财政厅负责资金）", [RAIL], [FINANCE]),
        ("（省交通运输厅，具体负责制定方案；省财政厅配合）", [], [RAIL, FINANCE]),
        ("（牵头单位：省交通运输厅，负责总体统筹；配合单位：省财政厅，负责资金）", [RAIL], [FINANCE]),
        ("（责任单位：省财政厅，各县区政府按职责抓好本地区落实）", [], [FINANCE, "各县区政府"]),
        ("（省交通运输厅牵头，负责组织实施，省财政厅配合）", [RAIL], [FINANCE]),
        ("（省自由贸易试验区管委会牵头）", ["省自由贸易试验区管委会"], []),
    ],
)
def test_each_body_is_named_without_its_business(clause: str, lead: list[str], support: list[str]) -> None:
    """Behind a word for what a body does stands its business, or in front of 由: neither belongs to a name."""
    assert (lead, support) == named("推进通道建设。" + clause)


@pytest.mark.parametrize(
    "text",
    [
        "创新机制（企业负责投资，政府负责监管）。",
        "创新机制（市场负责配置资源，用户负责评价）。",
        "推广经验（省交通运输厅配合制定的标准）。",
        "省交通运输厅牵头建设铁路，省财政厅负责资金。",
    ],
)
def test_other_sentences_give_nobody_a_business(text: str) -> None:
    """Common nouns are no bodies, who only helps makes no clause, and running text is none."""
    assert ([], []) == named(text)
