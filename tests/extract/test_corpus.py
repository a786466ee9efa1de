"""The two plans of the corpus, whose units and clauses were counted by hand."""

import csv
from itertools import chain
from pathlib import Path

import pytest

from extract.clauses.clauses import clauses
from extract.files.reading import read
from extract.plan import Plan
from extract.structure.plans import plan

ROOT = Path(__file__).parents[2]
WIDE = dict(zip(",;:()", "，；：（）", strict=True))
CLAUSES = Path(__file__).parents[1] / "plans" / "suzhou-clauses.csv"

# The items of each box, the measures between headings: counted in the printed text.
QIAOCHENG = [
    *("§前言", "§一（一）", "§一（二）"),
    *("§二（一）", *range(1, 10), "专栏1.1", "专栏1.2"),
    *(
        "§二（二）",
        *range(10, 25),
        "专栏2",
        *(f"专栏2.{n}" for n in range(1, 10)),
        *(f"专栏3.{n}" for n in range(1, 7)),
    ),
    *("§二（三）", *range(25, 39), *(f"专栏4.{n}" for n in range(1, 4))),
    *("§二（四）", *range(39, 47), *(f"专栏5.{n}" for n in range(1, 5))),
    *("§二（五）", *range(47, 61), *(f"专栏6.{n}" for n in range(1, 5))),
    *("§二（六）", *range(61, 67), "专栏7.1", "专栏7.2"),
    *("§二（七）", *range(67, 76), "专栏8.1", "专栏8.2"),
    *("§二（八）", *range(76, 91), "专栏9.1", "专栏9.2"),
    *("§二（九）", *range(91, 99)),
    *("§三", "§三（一）", "§三（二）", "§三（三）", "§三（四）"),
]
SUZHOU = ["§前言", "§一（一）", "§一（二）", *range(1, 81), "§十一（一）", "§十一（二）", "§十一（三）", "§十一（四）"]


@pytest.fixture(scope="module")
def suzhou() -> Plan:
    """The plan of 宿州."""
    return plan(read(ROOT / "documents" / "suzhou.txt"))


@pytest.fixture(scope="module")
def qiaocheng() -> Plan:
    """The plan of 谯城."""
    return plan(read(ROOT / "documents" / "qiaocheng.txt"))


def test_the_units_of_suzhou(suzhou: Plan) -> None:
    """87 units: 80 measures that run on, what stands before them and the four paragraphs of chapter 十一."""
    assert 87 == len(SUZHOU)
    assert [str(unit) for unit in SUZHOU] == [unit.id for unit in suzhou.units]


def test_the_units_of_qiaocheng(qiaocheng: Plan) -> None:
    """150 units: 98 measures in brackets, the items of nine boxes, and the text below headings."""
    assert 150 == len(QIAOCHENG)
    assert [str(unit) for unit in QIAOCHENG] == [unit.id for unit in qiaocheng.units]


def test_what_suzhou_says_of_itself(suzhou: Plan) -> None:
    """The head of the notice gives number, issuer and adoption; the title gives the period."""
    assert "宿州市推进长三角一体化发展三年行动计划（2021-2023年）" == suzhou.title
    assert ("宿长三角办〔2021〕1号", "2021-04-28") == (suzhou.number, suzhou.adopted)
    assert "宿州市推进长三角一体化发展领导小组办公室" == suzhou.issuer
    assert ((2021, 2023), "341300", frozenset()) == (suzhou.period, suzhou.jurisdiction, suzhou.supplied)


def test_what_qiaocheng_says_of_itself(qiaocheng: Plan) -> None:
    """The text prints a title and no more, which tells the jurisdiction."""
    assert "亳州市谯城区实施长江三角洲区域一体化发展规划纲要行动方案" == qiaocheng.title
    assert (None, None, None, None) == (qiaocheng.number, qiaocheng.issuer, qiaocheng.adopted, qiaocheng.period)
    assert "341602" == qiaocheng.jurisdiction


def test_the_clauses_of_suzhou(suzhou: Plan) -> None:
    """Each of the 80 measures has one clause, with as many leads and supporters as it prints."""
    rows = list(csv.reader(CLAUSES.read_text(encoding="utf-8").splitlines()))[1:]
    found = []
    for unit in suzhou.units:
        for clause in clauses(unit.text, first_leads=False):
            leads = sum(named.role == "lead" for named in clause.named)
            found.append([unit.id, str(leads), str(len(clause.named) - leads)])
    assert 80 == len(rows)
    assert rows == found


def test_names_are_mended_over_pages(suzhou: Plan, qiaocheng: Plan) -> None:
    """A name that a page break cuts is whole, a sentence too, and nothing stands between the halves."""
    measures = {unit.id: unit.text for unit in suzhou.units}
    assert "市商务局、市农业农村局、市数据资源局" in measures["3"]
    assert "推动每个县区、市管园区至少与沪苏浙共建1个产业合作平台" in measures["14"]
    items = {unit.id: unit.text for unit in qiaocheng.units}
    assert "全区每年定向培养乡村教师不少于100名" in items["专栏6.3"]


def test_slips_are_mended_and_recorded(qiaocheng: Plan) -> None:
    """淮城 is read as 谯城 wherever it stands, 一 between two places as a dash; the printed text stays beside it."""
    repairs = list(chain.from_iterable(unit.repairs for unit in qiaocheng.units))
    assert {("淮", "谯", "own_name"), ("一", "—", "dash")} == {(r.printed, r.read, r.rule) for r in repairs}
    text = read(ROOT / "documents" / "qiaocheng.txt").text
    assert all(text[r.span.start : r.span.end] == r.printed for r in repairs)
    assert text.count("淮城") == sum(r.rule == "own_name" for r in repairs)
    assert not any("淮城" in unit.text for unit in qiaocheng.units)


@pytest.mark.parametrize("name", ["suzhou", "qiaocheng"])
def test_offsets_quote_the_printed_text(name: str, request: pytest.FixtureRequest) -> None:
    """Every character of a unit is the printed one at its place, but for white space, width and repairs."""
    found: Plan = request.getfixturevalue(name)
    text = read(ROOT / "documents" / f"{name}.txt").text
    for unit in found.units:
        mended = {repair.span.start for repair in unit.repairs}
        pairs = zip(unit.text, unit.offsets, strict=True)
        others = [(c, text[at]) for c, at in pairs if c != "\n" and at not in mended and c != text[at]]
        assert [] == [(c, printed) for c, printed in others if c != WIDE.get(printed)]
