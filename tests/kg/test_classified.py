"""Industries of the two plans are found under the classes of the standard, and agencies by their fields of duty."""

from pathlib import Path

import pytest

from kg.store import Store
from ontology.terms import PREFIXES

UNDER = """
SELECT DISTINCT ?name WHERE {
  ?industry a dk:Industry ; rdfs:label ?name ; (skos:exactMatch|skos:broader)/skos:broader* ?class .
  ?class skos:prefLabel "%s"@zh
}"""
OF_DUTY = """
SELECT DISTINCT ?name WHERE {
  ?agency dk:department/skos:broader/skos:notation "%s" ; rdfs:label ?name FILTER(LANG(?name) = "zh")
}"""


def names(store: Path, question: str) -> set[str]:
    """The names that a question finds."""
    with Store(store).open() as reader:
        return {row["name"].value for row in reader.query(question, prefixes=PREFIXES)}  # type: ignore[union-attr]  # rows


@pytest.mark.parametrize(
    ("above", "some", "none"),
    [
        ("制造业", {"轴承", "白酒", "中药饮片", "医疗器械", "轻纺织造", "智能制造"}, {"云计算", "冷链物流", "旅游"}),
        ("医药制造业", {"中药饮片", "中成药"}, {"医疗器械"}),
        ("交通运输、仓储和邮政业", {"冷链物流", "智慧物流"}, {"云计算"}),
        ("信息传输、软件和信息技术服务业", {"云计算", "大数据", "区块链"}, {"电子商务"}),
        ("农、林、牧、渔业", {"设施蔬果", "中药材种植", "畜牧"}, {"农产品加工"}),
        ("旅游", {"乡村旅游", "特色文化旅游"}, {"会展"}),
    ],
)
def test_industries_under_a_class_or_a_sector(plans_store: Path, above: str, some: set[str], none: set[str]) -> None:
    """By their own names, by other names of their sector, or by the head of a longer name."""
    found = names(plans_store, UNDER % above)
    assert set() == some - found
    assert set() == none & found


def test_most_industries_of_the_plans_have_a_sector(plans_store: Path) -> None:
    """Nine in ten, or the table no longer knows how plans speak."""
    every = names(plans_store, "SELECT ?name { ?industry a dk:Industry ; rdfs:label ?name }")
    sector = "SELECT ?name { ?industry a dk:Industry ; skos:exactMatch|skos:broader ?sector ; rdfs:label ?name }"
    assert len(names(plans_store, sector)) >= 0.9 * len(every)


def test_agencies_by_their_field_of_duty(plans_store: Path) -> None:
    """Direct lines and Party bodies are told from the departments of the government."""
    assert {"宿州市发展和改革委员会", "宿州市财政局", "宿州市经济和信息化局"} <= names(plans_store, OF_DUTY % "economy")
    assert "中共宿州市委组织部" in names(plans_store, OF_DUTY % "party")
    assert "中华人民共和国宿州海关" in names(plans_store, OF_DUTY % "vertical")
