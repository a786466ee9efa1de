"""Tables as readers write them, and what structure finds in them."""

from itertools import chain

import pytest

from extract.clauses.clauses import clauses
from extract.files.rows import MOST_COLUMNS, Merged, table_text
from extract.plan import Document, Plan
from extract.structure.cells import due_year, project_cells
from extract.structure.lines import lines
from extract.structure.plans import plan

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
    """A first row that is one cell is the title of the table; one further down heads rows, and is none."""
    read = found(
        [Merged("云川市重点任务分工表", columns=4)],
        cells(*HEADER),
        [Merged("一、交通", columns=4)],
        cells("1", "建设港口", "市交通运输局", "市财政局"),
    )
    assert ["表1.1", "§二"] == [unit.id for unit in read.units]
    assert [("表1.1", [("lead", "市交通运输局"), ("support", "市财政局")])] == duties(read)


@pytest.mark.parametrize(
    ("heading", "ids"),
    [
        (("一", "基础设施", "", ""), ["表1.1", "表1.2"]),
        (("（二）", "基础设施", "", ""), ["表1.1", "表1.2"]),
        (("基础设施", "", "", ""), ["表1.1", "表1.2"]),
        (("合计", "20亿元", "", ""), ["表1.1", "表1.2", "表1.3"]),
        (("", "基础设施", "", ""), ["表1.1", "表1.2", "表1.3"]),
        (("注：以上项目由各单位落实。", "", "", ""), ["表1.1", "表1.2", "表1.3"]),
        (("一", "建设港口", "市交通运输局", ""), ["表1.1", "表1.2", "表1.3"]),
    ],
)
def test_headings_between_rows_are_no_rows(heading: tuple[str, ...], ids: list[str]) -> None:
    """A row that only heads those below it does not count; a sum, a remark or a row of its own does."""
    first = cells("1", "建设港口", "市交通运输局", "市财政局")
    read = found(cells(*HEADER), first, cells(*heading), cells("2", "建设机场", "市发改委", "市财政局"))
    assert ids == [unit.id for unit in read.units if unit.id.startswith("表")]


def test_rows_have_the_numbers_that_they_print() -> None:
    """A column of numbers counts where each row has one of its own; else the rows are counted."""
    named = ("建设港口", "市交通运输局", "市财政局")
    for numbers, ids in (
        (("4", "5"), ["表1.4", "表1.5"]),
        (("4", "4"), ["表1.1", "表1.2"]),
        (("4", ""), ["表1.1", "表1.2"]),
    ):
        read = found(cells(*HEADER), *(cells(number, *named) for number in numbers))
        assert ids == [unit.id for unit in read.units if unit.id.startswith("表")]


def test_cells_name_projects_and_say_until_when() -> None:
    """项目名称： names an undertaking, whose head need not follow a verb; 完成时限： dates what names no year."""
    assert ["合广长高速公路"] == [
        text[a:b] for text in ("重点项目：合广长高速公路\n责任单位：市财政局",) for a, b in project_cells(text)
    ]
    assert [] == list(project_cells("重点任务：建设高速公路\n项目名称：\n推进项目：甲"))
    assert 2025 == due_year("完成时限：2025年底")
    assert 2025 == due_year("建设港口。（责任单位：市财政局；完成时限：2025年底前）")
    assert 2026 == due_year("序号：1\n时限：2026")
    assert None is due_year("完成时限：2024-2026年")
    assert 2022 == due_year("项目名称：甲路\n建设年限：2018—2022")
    assert None is due_year("完成时限：长期\n建设港口至2025年。")


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
