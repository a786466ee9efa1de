"""Industries, sectors and departments are whole, and stand in the graph as SKOS."""

from collections import Counter

import pytest
from pyoxigraph import NamedNode, parse

from ontology import classifications, generate
from ontology.sectors import sector_above, sector_named, written_sectors
from ontology.tables import concept, rows
from ontology.terms import DK, DUTY, SKOS, STAGE, STRENGTH

INDUSTRIES = list(rows("industries.csv"))
SECTORS = list(rows("sectors.csv"))
TRIPLES = {quad.triple for file in generate.FILES for quad in parse(path=file)}
DIVISIONS_OF = {
    "A": 5, "B": 7, "C": 31, "D": 3, "E": 4, "F": 2, "G": 8, "H": 2, "I": 3, "J": 4,
    "K": 1, "L": 2, "M": 3, "N": 4, "O": 3, "P": 1, "Q": 2, "R": 5, "S": 6, "T": 1,
}  # fmt: skip
"""How many divisions each section of GB/T 4754-2017 has."""


def objects(subject: str, predicate: str) -> set[str]:
    """The IRIs or texts that are said of a concept by one property."""
    return {
        triple.object.value
        for triple in TRIPLES
        if triple.subject == NamedNode(subject) and triple.predicate.value == predicate
    }


def test_the_turtle_is_what_the_tables_give_now() -> None:
    """`classifications.ttl` is current."""
    assert classifications.turtle() == generate.CLASSIFICATIONS.read_text(encoding="utf-8")


def test_the_standard_has_20_sections_and_97_divisions() -> None:
    """A to T, 01 to 97, each division under its section, in the order of the standard."""
    sections = [row["code"] for row in INDUSTRIES if not row["above"]]
    divisions = [row for row in INDUSTRIES if row["above"]]
    assert list("ABCDEFGHIJKLMNOPQRST") == sections
    assert [f"{number:02}" for number in range(1, 98)] == [row["code"] for row in divisions]
    assert DIVISIONS_OF == Counter(row["above"] for row in divisions)
    assert sorted(divisions, key=lambda row: (row["above"], row["code"])) == divisions


def test_every_class_and_sector_has_a_chinese_and_an_english_name() -> None:
    """No cell is empty, and no two classes but sections and their only divisions have one name."""
    assert all(row["name"] and row["english"].isascii() and row["english"] for row in (*INDUSTRIES, *SECTORS))
    names = Counter(row["name"] for row in INDUSTRIES)
    assert {"房地产业", "教育", "国际组织"} == {name for name, count in names.items() if count > 1}


def test_every_sector_is_placed() -> None:
    """At least 80 sectors, each under, near or beside classes or sectors that exist, and no name means two."""
    known = {row["code"] for row in INDUSTRIES} | {row["name"] for row in SECTORS}
    assert len(SECTORS) >= 80
    for row in SECTORS:
        placed = [name for column in ("broader", "close", "related") for name in row[column].split("|") if name]
        assert placed
        assert set(placed) <= known
    names = Counter(name for row in SECTORS for name in (row["name"], *row["aliases"].split("|")) if name)
    assert {} == {name: count for name, count in names.items() if count > 1}


def test_nothing_is_broader_than_itself() -> None:
    """The hierarchy has no circle."""
    above = {triple.subject: triple.object for triple in TRIPLES if triple.predicate.value == SKOS.broader}
    for start in above:
        seen = [start]
        while (upper := above.get(seen[-1])) is not None:
            assert upper not in seen
            seen.append(upper)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("现代中医药", "sector/中医药"),
        ("云计算", "sector/云计算"),
        ("冷链物流", "sector/冷链物流"),
        ("智能制造", "sector/智能制造"),
        ("新能源汽车", "sector/新能源汽车"),
        ("生物医药", "sector/生物医药"),
        ("数字经济", "sector/数字经济"),
        ("文旅", "sector/文化旅游"),
        ("房地产业", "sector/房地产"),
        ("教育", "industry/P"),
        ("通用设备制造业", "industry/34"),
    ],
)
def test_a_name_means_its_sector(name: str, expected: str) -> None:
    """By its name, an alias, or the name of the standard's class."""
    found = sector_named(name)
    assert concept(*expected.split("/")) == found


@pytest.mark.parametrize("name", ["", "某业态", "X"])
def test_no_name_is_guessed(name: str) -> None:
    """What the tables do not have is nothing, and under nothing."""
    assert sector_named(name) is None
    assert sector_above(name) is None


@pytest.mark.parametrize(
    ("name", "expected"), [("特色文化旅游", "文化旅游"), ("绿色有机中药材种植", "中药材"), ("宿州轴承", "轴承")]
)
def test_a_longer_name_is_under_the_longest_that_ends_it(name: str, expected: str) -> None:
    """The head of a Chinese name stands last, and 文化旅游 is nearer than 旅游."""
    assert concept("sector", expected) == sector_above(name)


def test_every_name_leads_to_a_concept_that_the_graph_holds() -> None:
    """With its names in both languages, in its scheme."""
    for iri in set(written_sectors().values()):
        assert len(objects(iri, SKOS.prefLabel)) == 2
        assert {iri.rpartition("/")[0]} == objects(iri, SKOS.inScheme)


def test_every_stage_has_one_strength_and_every_strength_a_rank() -> None:
    """A later stage is never a weaker commitment."""
    strengths = [
        objects(STAGE[name], DK.strength) for name in ("planned", "preparatory", "starting", "underway", "operating")
    ]
    assert [{STRENGTH[name]} for name in ("aspired", "prepared", "committed", "committed", "delivered")] == strengths
    ranks = [objects(STRENGTH[name], DK.rank) for name in ("aspired", "prepared", "committed", "delivered")]
    assert [{"1"}, {"2"}, {"3"}, {"4"}] == ranks


def test_every_department_has_its_field_of_duty() -> None:
    """No field is without a concept, no concept without a department."""
    fields = {row["field"] for row in rows("departments.csv")}
    assert set(DUTY) == fields
    assert {DUTY["economy"]} == objects(concept("department", "发展和改革"), SKOS.broader)
    assert {"发展改革委", "发改委"} <= objects(concept("department", "发展和改革"), SKOS.altLabel)
