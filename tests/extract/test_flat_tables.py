"""Tables that lost their bars."""

import time

import pytest

from extract.plan import Document
from extract.structure.flat_tables import flat_rows
from extract.structure.plans import plan

TABLE = """附件
甲市行动计划主要指标
序号　指标　单位　2020年　2023年目标　责任单位
一、创新发展
1　高新技术企业数量　家　858　1200　市科技局
2　5G基站　座　2 600　6000（2022年）　市工业和信息化局
注：目标均为预期性指标。
"""
PLAN = "甲市行动计划\n一、总体要求\n坚持创新发展。\n二、主要任务\n推进重点项目建设。\n" + TABLE


@pytest.mark.parametrize("gap", ["　", "\t", "   "])
def test_rows_of_a_flat_table_are_units(gap: str) -> None:
    """Fields that wide spaces or tabs part are the cells of a row, each behind its header."""
    units = {
        unit.id: unit.text
        for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", PLAN.replace("　", gap))).units
    }
    said = "序号：1\n指标：高新技术企业数量\n单位：家\n2020年：858\n2023年目标：1200\n责任单位：市科技局"
    assert said == units["附件1/表1.1"]
    assert "2023年目标：6000（2022年）" in units["附件1/表1.2"]


def test_rows_of_a_box_are_its_items() -> None:
    """A box that holds a table and nothing else has its rows as items."""
    text = PLAN.replace("附件\n甲市行动计划主要指标", "专栏1　甲市行动计划主要指标")
    units = {unit.id: unit for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units}
    assert "指标：5G基站" in units["专栏1.2"].text
    assert "box" == units["专栏1.2"].kind


def test_empty_cells_keep_their_place_between_tabs() -> None:
    """A cell that was merged with the one above, or that says nothing at the end, is one all the same."""
    rows = ["序号\t任务\t牵头单位\t时限", "1\t编规划\t市发改委\t2023年", "2\t\t市住建局\t2024年", "3\t修路\t市交通局\t"]
    text = "附件\n" + "\n".join(rows) + "\n"
    assert [row.split("\t") for row in rows] == [[text[a:b] for a, b in row] for row in flat_rows(text).values()]


@pytest.mark.parametrize(
    "text",
    [
        "　　坚持创新。\n　　推进项目。\n　　完成任务。\n",
        "序号　指标　单位\n只有一行说明，没有表格的行。\n",
        "甲局　乙局　丙局\n丁局　戊局　己局\n庚局　辛局　壬局\n",
        "指标　单位　目标\n甲　个\n乙　个　3\n",
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    """Indents, signatures side by side, and lines of other lengths below a header make no table."""
    assert {} == flat_rows(text)


def test_bars_without_a_frame_part_the_fields_of_a_row() -> None:
    """Full-width bars between the fields make a row; a field may be empty."""
    rows = ["项目名称｜建设单位｜总投资（亿元）", "甲电站｜甲公司｜80.5", "乙物流园｜｜12", "丙水库｜丙公司｜"]
    text = "附件\n" + "\n".join(rows) + "\n"
    assert [row.split("｜") for row in rows[:3]] == [[text[a:b] for a, b in row] for row in flat_rows(text).values()][
        :3
    ]


@pytest.mark.parametrize("header", ["序号　重点任务　责任单位　时限", "序号\n重点任务\n责任单位\n时限"])
def test_cells_each_in_a_line_are_rows(header: str) -> None:
    """A table that was copied cell by cell has a row for each number, in the rhythm of its headers."""
    cells = "1\n建设港口\n市交通局\n2024年\n2\n疏浚航道\n市水利局\n6月底\n"
    found = plan(Document("made-up", "0" * 64, "utf-8", "text", f"{PLAN}附件2\n任务分解表\n{header}\n{cells}")).units
    assert "序号：2\n重点任务：疏浚航道\n责任单位：市水利局\n时限：6月底" == found[-1].text
    assert "附件2/表1.2" == found[-1].id


@pytest.mark.parametrize(
    "text",
    [
        "序号　指标　单位\n",
        "重点任务 牵头单位 时限\n",
        "重点任务 牵头单位 时限\n甲 乙局\n",
        "序号\n1\n",
        "序号\n任务\n单位\n1\n",
        "甲｜",
        "｜",
        "\u3000",
    ],
    ids=repr,
)
def test_long_text_is_read_in_one_pass(text: str) -> None:
    """A document of nothing but headers, numbers or bars ends in time."""
    begun = time.process_time()
    flat_rows(text * 20_000)
    assert 5 > time.process_time() - begun


def _cells(text: str) -> list[list[str]]:
    """What the fields of the rows say, wrapped ones in one piece."""
    return [["".join(text[a:b].split()) for a, b in row] for row in flat_rows(text).values() if row]


def test_single_spaces_part_the_cells_of_numbered_rows() -> None:
    """Below headers that begin with 序号, lines that count up are rows, though one space alone parts their cells."""
    rows = ["序号 指标 单位 2020年 2025年", "1 用水总量 亿立方米 16.08 ≤17.2", "2 达标率 % 61 72", "3 普及率 % 99 ≥99"]
    text = "专栏1 主要指标\n" + "\n".join(rows) + "\n注：目标为预期性。\n3 加强节水\n"
    assert [row.split(" ") for row in rows] == _cells(text)


def test_numbered_headings_are_no_rows() -> None:
    """Without headers above them, lines that count up stay headings."""
    assert {} == flat_rows("编号 说明\n1 总则\n2 任务\n3 附则\n")


def test_wrapped_cells_are_put_together() -> None:
    """Where a row has more lines than headers, those are joined that end, or begin, in the middle of a name."""
    header = ["序号", "项目名称", "建设内容", "责任单位"]
    cells = ["1", "甲河治理工程", "疏浚河道", "甲县政府", "2", "乙灌区配套与", "现代化改造", "衬砌渠道", "乙县政府"]
    last = ["3", "丙坝", "加固（含", "监测）", "丙局"]
    text = "附件1\n项目清单\n" + "\n".join([*header, *cells, *last]) + "\n附件2\n"
    rows = [cells[:4], ["2", "乙灌区配套与现代化改造", "衬砌渠道", "乙县政府"], ["3", "丙坝", "加固（含监测）", "丙局"]]
    assert [header, *rows] == _cells(text)


def test_an_empty_cell_does_not_end_a_table() -> None:
    """A row with fewer lines than headers is a row; the next goes on where its number stands."""
    text = "附件1\n清单\n序号\n项目名称\n责任单位\n时限\n1\n甲\n乙局\n3月\n2\n丙\n丁局\n3\n戊\n己局\n4月\n"
    assert [["1", "甲", "乙局", "3月"], ["2", "丙", "丁局", ""], ["3", "戊", "己局", "4月"]] == _cells(text)[1:]


def test_single_spaces_part_the_cells_below_headers_of_duties() -> None:
    """Without numbers, the bodies and the time tell the cells: merged ones, wrapped ones, and headers printed again."""
    header = "重点任务 具体举措 牵头单位 配合单位 完成时限"
    first = "建设集群 推动新材料项目投产 市工信局 市发改委、市商务局 2024年6月\n打造装备园 市工信局\n市科技局 11月底\n"
    second = (
        "完善集疏运体系 开工建设作业区 市交通局 市水利局、甲区人民政\n府 2024年10月\n开展风险评估 市应急局 / 长期\n"
    )
    rows = _cells(f"分工表\n{header}\n{first}— 3 —\n分工表\n{header}\n{second}备注：按季报送。\n")
    assert [
        header.split(),
        ["建设集群", "推动新材料项目投产", "市工信局", "市发改委、市商务局", "2024年6月"],
        ["", "打造装备园", "市工信局", "市科技局", "11月底"],
        ["完善集疏运体系", "开工建设作业区", "市交通局", "市水利局、甲区人民政府", "2024年10月"],
        ["", "开展风险评估", "市应急局", "/", "长期"],
    ] == rows


def test_a_cell_between_tabs_may_be_wrapped() -> None:
    """Lines with too few tabs are one row together, also where the first cell is empty."""
    text = "附件\n任务\t序号\t内容\t责任单位\n甲\t1\t建港口\t市交通局\n\t2\t建设\n机场\t市民航局\n乙\t3\t\t市水利局\n"
    rows = [["甲", "1", "建港口", "市交通局"], ["", "2", "建设机场", "市民航局"], ["乙", "3", "", "市水利局"]]
    assert rows == _cells(text)[1:]


def test_lines_at_the_margin_of_a_narrow_column_go_on() -> None:
    """Where several lines of cells are as long as the column is wide, those go on; a page number parts nothing."""
    header = ["序号", "重点任务", "牵头单位", "配合单位", "时限"]
    task = ["组建甲市智能制造融合发展中", "心，推进规上工业企业智能化", "改造诊断4000家"]
    cells = ["1", *task, "市工信局", "市财政局、市大数据局、相城", "区政府", "— 9 —", "6月"]
    text = "\n".join(["附件", *header, *cells, "2", "建港口", "市交通局", "市水利局", "7月", ""])
    assert [["1", "".join(task), "市工信局", "市财政局、市大数据局、相城区政府", "6月"]] == _cells(text)[1:2]


def test_what_headers_name_tells_the_cells() -> None:
    """Bodies, times and sums stand in their own columns, however many lines the cells before them take."""
    header = ["序号", "项目名称", "建设内容", "建设性质", "总投资", "（亿元）", "完成时限", "责任单位"]
    first = ["1", "黔江新城供水", "工程", "新建水厂1座，", "管网62公里", "续建", "3", "2025年底前"]
    second = ["2", "武陵山机场改", "扩建", "延长跑道400米", "新建", "12.6", "2026年6月", "区交通局、区发", "展改革委"]
    third = ["3", "冷链物流园", "冷库2万吨", "前期", "1,200", "长期坚持", "区商务委"]
    text = "\n".join(
        ["附件1", "项目表", *header, "一、设施", *first, "区水利局", "城东街道", "二、产业", *second, *third, "附件2"]
    )
    rows = [
        ["1", "黔江新城供水工程", "新建水厂1座，管网62公里", "续建", "3", "2025年底前", "区水利局城东街道"],
        ["2", "武陵山机场改扩建", "延长跑道400米", "新建", "12.6", "2026年6月", "区交通局、区发展改革委"],
        third,
    ]
    assert [[*header[:4], "总投资（亿元）", *header[6:]], *rows] == _cells(text)


def test_headers_stand_again_in_other_lines() -> None:
    """On a new page the headers may be parted otherwise; they are no cells."""
    header = ["序号", "重点任务", "牵头单位", "时限"]
    text = "\n".join(
        [
            "附件",
            " ".join(header),
            "1",
            "修路",
            "县交通局",
            "6月底",
            "— 2 —",
            *header,
            "2",
            "植树",
            "县林业局",
            "每年",
            "",
        ]
    )
    assert [header, ["1", "修路", "县交通局", "6月底"], ["2", "植树", "县林业局", "每年"]] == _cells(text)


def test_a_row_between_wide_spaces_may_be_wrapped() -> None:
    """A row with too few fields goes on in the next line, in the middle of a cell or with the next."""
    header = "序号　项目名称　建设内容　总投资　责任单位"
    first = "1　甲桥　主桥长320米，双向四\n车道　2.1　县交通局\n"
    rows = f"{first}2　乙路　改建18公里\n4.5　县交通局\n3　丙站　站房1座　0.8　县发改局"
    wanted = [
        ["1", "甲桥", "主桥长320米，双向四车道", "2.1", "县交通局"],
        ["2", "乙路", "改建18公里", "4.5", "县交通局"],
        ["3", "丙站", "站房1座", "0.8", "县发改局"],
    ]
    assert wanted == _cells(f"附件1\n{header}\n{rows}\n")[1:]


def test_a_cell_of_bodies_is_no_header() -> None:
    """县级有关部门 in the first row is who is responsible, though 有关部门 heads columns elsewhere."""
    cells = "1\n建库\n县级有关部门\n6月\n2\n清淤\n县水利局\n城关镇\n人民政府\n7月\n"
    text = f"{PLAN}附件2\n任务表\n序号\n任务\n责任单位\n时限\n{cells}"
    units = {unit.id: unit.text for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units}
    assert "序号：1\n任务：建库\n责任单位：县级有关部门\n时限：6月" == units["附件2/表1.1"]
    assert "序号：2\n任务：清淤\n责任单位：县水利局、城关镇人民政府\n时限：7月" == units["附件2/表1.2"]


@pytest.mark.parametrize("gap", [" ", "  ", "　"])
def test_numbered_rows_of_broken_lines(gap: str) -> None:
    """A row goes on to where the next number stands, wherever the margin breaks its line."""
    header = ["序号", "项目名称", "牵头单位", "配合单位", "完成时限"]
    first = ["1", "黔北冷链物流园", "县商务局、县市", "场监管局", "县供销社", "2024年6月"]
    lines = [
        gap.join(header),
        gap.join(first[:3]),
        gap.join(first[3:]),
        "二、产业",
        gap.join(["2", "乙桥", "县交通局"]),
    ]
    text = "\n".join(["附件", *lines, gap.join(["县水利局", "2025年底前"]), "附件2", ""])
    wanted = [
        ["1", "黔北冷链物流园", "县商务局、县市场监管局", "县供销社", "2024年6月"],
        ["2", "乙桥", "县交通局", "县水利局", "2025年底前"],
    ]
    assert [header, *wanted] == _cells(text)


@pytest.mark.parametrize("gap", ["　", " ", "\t"])
def test_headers_in_two_lines_over_rows_that_begin_with_number_and_name(gap: str) -> None:
    """Headers broken over lines, the number of a row in front of its first cell, the other cells below each other."""
    text = """附件
黔南州重点项目清单
序号　项目名称
建设内容及规模　年度目标　牵头单位　责任单位
1　独山锑精深加工项目
新建生产线两条
2024年开工
州工业和信息化局
独山县政府、
州商务局
2　荔波机场改扩建
新建航站楼
2025年完工
州发展改革局
荔波县政府
""".replace("　", gap)
    cells = _cells(text)
    header = ["序号", "项目名称", "建设内容及规模", "年度目标", "牵头单位", "责任单位"]
    first = ["1", "独山锑精深加工项目", "新建生产线两条", "2024年开工", "州工业和信息化局", "独山县政府、州商务局"]
    second = ["2", "荔波机场改扩建", "新建航站楼", "2025年完工", "州发展改革局", "荔波县政府"]
    assert [header, first, second] == cells
