"""Tables as readers write them, and what structure finds in them."""

from itertools import chain

import pytest

from extract.clauses import clauses
from extract.lines import lines
from extract.plan import Document, Plan
from extract.rows import MOST_COLUMNS, Merged, table_text
from extract.structure import plan

HEADER = ("序号", "重点任务", "牵头单位", "配合单位")


def cells(*texts: str) -> list[Merged]:
    """A row of cells that are not merged."""
    return [Merged(text) for text in texts]


def found(*rows: list[Merged]) -> Plan:
    """The plan of a text with one table."""
    text = f"云川市重点任务分工方案\n一、任务分工\n{table_text(rows)}\n二、工作要求\n加强统筹。"
    return plan(Document("made-up", "0" * 64, "utf-8", "text", text))


def duties(read: Plan) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who does what, by the unit that says so."""
    named = (
        (unit, list(chain.from_iterable(clause.named for clause in clauses(unit.text, first_leads=False))))
        for unit in read.units
    )
    return [(unit.id, [(n.role, unit.text[n.start : n.end]) for n in bodies]) for unit, bodies in named if bodies]


def test_a_row_is_a_line_of_cells() -> None:
    """Bars in a cell are marked, lines in it parted; what is short is filled, what is empty left out."""
    rows = [cells("任务", "单位"), cells("甲|乙", "市教育局\n\n市财政局"), cells("", ""), cells("丙")]
    assert "| 任务 | 单位 |\n| 甲\\|乙 | 市教育局<br>市财政局 |\n| 丙 |  |" == table_text(rows)


def test_a_frame_is_no_table() -> None:
    """A table of one column, however many cells it has, is the lines in it; one without text is nothing."""
    assert "专栏1 重点工程\n1．学校改造。\n2．食堂改造。" == table_text(
        [cells("专栏1 重点工程"), cells("1．学校改造。\n2．食堂改造。")]
    )
    assert "" == table_text([cells("", ""), []])


def test_a_row_is_a_unit_with_its_duties() -> None:
    """The header of a column says the role of the bodies in it, the list in a cell is parted."""
    read = found(cells(*HEADER), cells("1", "建设港口", "市交通运输局", "市财政局\n市水利局"))
    assert ["表1.1", "§二"] == [unit.id for unit in read.units]
    assert "重点任务：建设港口\n牵头单位：市交通运输局\n配合单位：市财政局、市水利局" in read.units[0].text
    assert [("表1.1", [("lead", "市交通运输局"), ("support", "市财政局"), ("support", "市水利局")])] == duties(read)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("牵头单位", "lead"),
        ("责任单位", "support"),
        ("责任部门", "support"),
        ("配合单位", "support"),
        ("牵头部门（单位）", "lead"),
        ("参与单位", "support"),
    ],
)
def test_headers_say_roles(header: str, role: str) -> None:
    """A column of bodies under any of the usual headers gives duties with that role."""
    read = found(
        cells("任务", header), cells("建设港口", "市交通运输局"), cells("疏浚航道", "市水利局、青屏县人民政府")
    )
    assert [
        ("表1.1", [(role, "市交通运输局")]),
        ("表1.2", [(role, "市水利局"), (role, "青屏县人民政府")]),
    ] == duties(read)


def test_what_is_merged_downwards_holds_for_each_row() -> None:
    """A cell over several rows is said of each of them: each has its own duties."""
    read = found(
        cells(*HEADER),
        [Merged("1"), Merged("建设港口"), Merged("市交通运输局", rows=2), Merged("市财政局")],
        cells("2", "疏浚航道", "市水利局"),
    )
    assert [
        ("表1.1", [("lead", "市交通运输局"), ("support", "市财政局")]),
        ("表1.2", [("lead", "市交通运输局"), ("support", "市水利局")]),
    ] == duties(read)


def test_headers_stand_over_headers() -> None:
    """责任单位 over 牵头单位 and 配合单位: the lower ones are the headers, those beside reach down."""
    read = found(
        [Merged("序号", rows=2), Merged("任务", rows=2), Merged("责任单位", columns=2)],
        cells("牵头单位", "配合单位"),
        cells("1", "建设港口", "市交通运输局", "市财政局"),
    )
    assert [("表1.1", [("lead", "市交通运输局"), ("support", "市财政局")])] == duties(read)
    assert read.units[0].text.startswith("序号：1\n任务：建设港口\n牵头单位：")


def test_a_header_over_columns_is_that_of_each() -> None:
    """A header over two columns without others below holds for both; a body over two columns is said once."""
    read = found(
        [Merged("任务"), Merged("责任单位", columns=2)],
        cells("建设港口", "市交通运输局", "市财政局"),
        [Merged("疏浚航道"), Merged("市水利局", columns=2)],
    )
    assert [
        ("表1.1", [("support", "市交通运输局"), ("support", "市财政局")]),
        ("表1.2", [("support", "市水利局")]),
    ] == duties(read)


def test_a_title_over_all_columns_is_no_header() -> None:
    """A first row that is one cell is the title of the table; one further down opens a group of rows."""
    read = found(
        [Merged("云川市重点任务分工表", columns=4)],
        cells(*HEADER),
        [Merged("一、交通", columns=4)],
        cells("1", "建设港口", "市交通运输局", "市财政局"),
    )
    assert ["表1.1", "表1.2", "§二"] == [unit.id for unit in read.units]
    assert [("表1.2", [("lead", "市交通运输局"), ("support", "市财政局")])] == duties(read)


def test_offsets_stand_in_the_row() -> None:
    """What a cell says is quoted from the cell, and what a merged cell says from the row that it reaches into."""
    text = table_text([cells("任务", "责任单位"), [Merged("甲"), Merged("市教育局", rows=2)], cells("乙")])
    rows = [line.cells for line in lines(text)]
    for n, row in enumerate(rows[1:], 2):
        (line,) = row[1].lines
        assert "市教育局" == text[line.offsets[0] : line.offsets[-1] + 1]
        assert n == text.count("\n", 0, line.offsets[0]) + 1


def test_what_a_file_claims_is_bounded() -> None:
    """A cell that claims a million columns and rows takes no more than a table has."""
    text = table_text([[Merged("任务", 10**6, 10**6), Merged("单位")], cells("甲", "乙")])
    assert len(text) < 10 * MOST_COLUMNS + 1000
