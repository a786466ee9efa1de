"""What tells parts, paragraphs and units apart, a rule at a time; whole plans are in `test_layouts`."""

import pytest

from extract.plan import Document, Plan, Unit
from extract.structure.plans import plan


def read(text: str) -> Plan:
    """The plan that a text makes."""
    return plan(Document("made-up", "0" * 64, "utf-8", "text", text))


def units(text: str) -> dict[str, str]:
    """The texts of the units of a plan by their ids."""
    return {unit.id: unit.text for unit in read(text).units}


def test_measures_in_arabic_figures_run_on() -> None:
    """Where 1. to N. run on through all sections they are measures, named by their figures alone."""
    text = "一、甲\n1．甲一。\n2．甲二。\n二、乙\n3．乙一。\n4．乙二。"
    assert {"1": "甲一。", "2": "甲二。", "3": "乙一。", "4": "乙二。"} == units(text)


def test_the_finest_numbering_that_runs_on_is_the_measure() -> None:
    """Where 1. restarts and （1） runs on, also inside lines, 1. is a heading and （1） the measure."""
    text = "一、甲\n1．甲一。（1）子。（2）丑。\n2．甲二。（3）寅。\n二、乙\n1．乙一。（4）卯。\n（5）辰。"
    assert {"1": "子。", "2": "丑。", "3": "寅。", "4": "卯。", "5": "辰。"} == units(text)


def test_numbers_that_restart_give_paths() -> None:
    """Where numbers restart under each heading, the path of printed numbers names the unit, brackets kept."""
    text = "一、甲\n（一）子\n1．鼠。\n2．牛。\n（二）丑\n1．虎。\n二、乙\n（一）寅。\n（二）卯。"
    assert ["一（一）1", "一（一）2", "一（二）1", "二（一）", "二（二）"] == list(units(text))


def test_a_list_under_one_heading_runs_on_where_it_is_the_main_one() -> None:
    """However many measures one heading holds, figures name them; a list beside finer measures keeps its path."""
    assert ["1", "2", "§二"] == list(units("一、甲\n1．子。\n2．丑。\n二、乙\n寅。"))
    assert ["§一", "1", "2", "3", "§三（一）"] == list(
        units("一、甲\n子。\n二、乙\n1．丑。\n2．寅。\n3．卯。\n三、丙\n（一）辰。")
    )
    principles = "一、甲\n1．子。\n2．丑。\n3．寅。\n二、乙\n（一）卯。\n（二）辰。\n三、丙\n（三）巳。\n（四）午。"
    assert ["一1", "一2", "一3", "二（一）"] == list(units(principles))[:4]
    below = "一、甲\n（一）子\n1．鼠。\n2．牛。\n3．虎。\n4．兔。\n5．龙。\n6．蛇。\n（二）丑。"
    assert ["一（一）1", "一（一）2"] == list(units(below))[:2]


def test_decimal_numbers_go_on_below_headings_numbered_otherwise() -> None:
    """2.2.1 opens a part below 第二节 though no 2.2.2 comes; a figure at random does not."""
    first = "第一章 甲\n第一节 子\n2.1.1 鼠\n建港口。\n2.1.2 牛\n建机场。\n"
    text = f"{first}第二节 丑\n2.2.1 虎\n建园区。\n第三节 寅\n2.3.1 兔\n建大桥。"
    assert ["2.1.1", "2.1.2", "2.2.1", "2.3.1"] == [name.lstrip("§") for name in units(text)]
    assert "9.7.1" not in [name.lstrip("§") for name in units(f"{first}第二节 丑\n9.7.1 版软件由本市采用。")]


def test_an_article_is_one_measure() -> None:
    """What stands behind 第二条 is its text, and the items below belong to it."""
    text = "第一条 为加强合作，制定本办法。\n第二条 市商务局负责。\n（一）建港口；\n（二）建机场。\n第三条 及时报告。"
    assert "市商务局负责。\n（一）建港口；\n（二）建机场。" == units(text)["第二条"]
    assert ["第一条", "第二条", "第三条"] == list(units(text))


def test_a_list_of_bodies_at_the_end_makes_measures() -> None:
    """Parts that only list bodies at their end are measures, as those whose bodies lead or answer."""
    text = "一、甲\n（一）子。（市教育局牵头）\n二、乙\n（二）丑。（市水利局、市林业局）\n三、丙\n（三）寅。"
    assert ["一（一）", "二（二）", "§三（三）"] == list(units(text))


def test_a_page_number_inside_a_clause_is_left_out() -> None:
    """Alone in a line of an open clause, or going on with the one between dashes before it, it is no text."""
    text = "一、甲\n（一）子。（市教育局、市财\n3\n政局负责）\n（二）丑。\n— 4 —\n"
    text += "（三）寅。（牵头单位：市水利局、县林业局\n5\n）"
    assert ["子。（市教育局、市财政局负责）", "丑。", "寅。（牵头单位：市水利局、县林业局）"] == list(
        units(text).values()
    )
    assert ["推进港口（市域内新增\n3\n个泊位）建设。".replace("\n", "")] == list(
        units("一、甲\n推进港口（市域内新增\n3\n个泊位）建设。").values()
    )


def test_chinese_figures_that_run_on_keep_their_path() -> None:
    """（一） to （四） that run on through sections are named by their path all the same."""
    assert ["一（一）", "一（二）", "二（三）", "二（四）"] == list(
        units("一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n（四）卯。")
    )


def test_parts_of_a_measure_make_no_units() -> None:
    """What is numbered inside a measure, ① and 一是 belong to it, numbers kept."""
    text = (
        "一、甲\n1．甲一。\n（1）子。\n（2）丑。\n2．甲二。①寅。②卯。\n一是辰；\n二是巳。\n二、乙\n3．乙一。\n4．乙二。"
    )
    found = units(text)
    assert ["1", "2", "3", "4"] == list(found)
    assert "甲一。\n（1）子。\n（2）丑。" == found["1"]
    assert "甲二。①寅。②卯。\n一是辰；\n二是巳。" == found["2"]


def test_a_list_may_skip_a_number() -> None:
    """A number that the paper forgot does not end the list, but one that only comes later does not skip."""
    assert ["1", "2", "4", "5", "6"] == list(units("一、甲\n1．子。\n2．丑。\n4．卯。\n5．辰。\n二、乙\n6．午。"))
    text = "一、甲\n子。\n三、四线城市丑。\n二、乙\n寅。\n三、丙\n卯。"
    assert ["一", "二", "三"] == [name.lstrip("§") for name in units(text)]


def test_quantities_at_the_start_of_a_line_number_nothing() -> None:
    """Lines that begin with quantities, years or decimal fractions go on with the sentence before."""
    text = "一、甲\n推进港口建设，建成泊位\n3.5万吨级2个，新增\n1.2亿元产值，\n2025年达标。\n二、乙\n子。"
    assert ["推进港口建设，建成泊位3.5万吨级2个，新增1.2亿元产值，2025年达标。", "子。"] == list(units(text).values())


def test_run_in_headings_stay_with_their_text() -> None:
    """A heading that runs into its text belongs to the unit; one in a line of its own does not."""
    found = read("一、甲\n（一）加强领导。成立专班。\n（二）加强督查\n每季通报。")
    assert ["加强领导。成立专班。", "每季通报。"] == [unit.text for unit in found.units]
    assert ["一、甲（一）加强领导", "一、甲（二）加强督查"] == [unit.locator for unit in found.units]


def test_a_heading_may_end_in_a_stop() -> None:
    """A short sentence above the text is the heading, and above numbered parts too."""
    assert {"§一（一）": "成立专班。", "§1": "子。", "§2": "丑。"} == {
        f"§{name.lstrip('§')}": text
        for name, text in units("一、甲\n（一）加强领导。\n成立专班。\n二、强化保障。\n1．子。\n2．丑。").items()
    }


def test_text_between_a_heading_and_its_parts_is_a_unit() -> None:
    """What stands under a heading before its first part has the heading's path, with §."""
    assert {"§一": "总的要求。", "一（一）": "子。", "一（二）": "丑。"} == units(
        "一、甲\n总的要求。\n（一）子。\n（二）丑。"
    )


def test_an_item_without_text_is_a_unit() -> None:
    """A number with a name behind it and nothing below is all that there is to quote."""
    assert {"1": "白渡大桥", "2": "北山水库"} == units("一、甲\n1．白渡大桥\n2．北山水库")


def test_what_stands_before_and_behind() -> None:
    """The notice and preamble are 前言; what comes into force behind the last part is 结尾."""
    text = "云川市方案\n各县区：\n现印发给你们。\n一、甲\n子。\n二、乙\n丑。\n本方案自2023年1月1日起施行。"
    found = units(text)
    assert ("各县区：\n现印发给你们。", "本方案自2023年1月1日起施行。") == (found["§前言"], found["§结尾"])


def test_what_stands_behind_the_last_clause_closes() -> None:
    """Where each part ends with its clause, text behind the last one is 结尾."""
    text = "一、甲\n（一）子。（市教育局负责）\n（二）丑。（市财政局负责）各地各部门要抓好落实，及时报告。"
    assert "各地各部门要抓好落实，及时报告。" == units(text)["§结尾"]
    assert "丑。（市财政局负责）" == units(text)["一（二）"]


def test_signatures_and_distribution_belong_to_no_unit() -> None:
    """Signature, date, state, the list of annexes and 抄送 are left out, wherever they stand."""
    text = (
        "云川市方案\n一、甲\n子。\n附件：1．清单\n2．分工表\n云川市人民政府办公室\n2023年5月1日\n（此件公开发布）\n"
        "抄送：市委各部门，\n市人大常委会。\n云川市人民政府办公室 2023年5月2日印发"
    )
    assert ["子。"] == list(units(text).values())


@pytest.mark.parametrize("between", ["\n", "\n\n", "\f", "\n\n— 2 —\n\n", "\r\n- 2 -\r\n", "\n—\n２\n—\n"])
def test_a_sentence_over_a_page_is_mended(between: str) -> None:
    """A line that does not end a sentence goes on in the next, with nothing between; also inside a clause."""
    text = (
        f"一、甲\n1．推进乡村振兴，统筹做好全市农业{between}农村工作。（市农业{between}农村局、市财政局负{between}责）\n"
        "2．推广智慧农业。\n3．培育新型农业经营主体。"
    )
    assert "推进乡村振兴，统筹做好全市农业农村工作。（市农业农村局、市财政局负责）" == units(text)["1"]


def test_lines_with_labels_stay_apart() -> None:
    """牵头单位： and its like begin a paragraph, but a bracket that a line end cuts goes on."""
    text = (
        "一、甲\n（一）子\n推进\n责任单位：市教育局\n完成时限：2025年\n"
        "（二）丑。（\n责任单位：市财政局；\n配合单位：市教育局）"
    )
    assert ["推进\n责任单位：市教育局\n完成时限：2025年", "丑。（责任单位：市财政局；配合单位：市教育局）"] == list(
        units(text).values()
    )


def test_boxes_are_numbered_as_printed_or_in_order() -> None:
    """Items of a box have its number and theirs; its lead-in is the box's own; without numbers they count."""
    text = (
        "一、甲\n子。\n专栏1 工程\n1．港口工程。建港口。\n2．机场工程。建机场。\n"
        "二、乙\n丑。\n专栏 “三带”\n规划三条带。\n北带。建北带。\n南带。建南带。\n"
        "三、丙\n寅。\n专栏3：\n项目\n甲项目\n乙项目"
    )
    assert {
        "一": "子。",
        "专栏1.1": "港口工程。建港口。",
        "专栏1.2": "机场工程。建机场。",
        "二": "丑。",
        "专栏2": "规划三条带。",
        "专栏2.1": "北带。建北带。",
        "专栏2.2": "南带。建南带。",
        "三": "寅。",
        "专栏3.1": "甲项目",
        "专栏3.2": "乙项目",
    } == units(text)


def test_measures_go_on_behind_a_box() -> None:
    """Where a number goes on with the items of a box and with the measures, who is responsible tells a measure."""
    found = units(
        "一、甲\n1．建路。（市交通局负责）\n2．建桥。（市交通局负责）\n专栏1 工程\n1．建港口。\n2．建机场。\n"
        "3．建渠。（市水利局负责）\n4．建闸。（市水利局负责）"
    )
    assert ["1", "2", "专栏1.1", "专栏1.2", "3", "4"] == list(found)


def test_annexes_stand_in_front_of_their_ids() -> None:
    """What stands in an annex has its number in front; numbers start anew; an annex without parts is one unit."""
    text = "云川市方案\n一、甲\n子。\n二、乙\n丑。\n附件1：分工表\n一、甲\n寅。\n附件2\n说明\n本表仅供参考。"
    assert ["一", "二", "附件1/一", "附件2/§"] == list(units(text))


def test_an_annex_below_a_notice_is_the_plan() -> None:
    """Before any part was read, 附件 is where the plan itself begins."""
    notice = "关于印发方案的通知\n现印发给你们。\n附件：云川市方案\n市政府\n2023年1月1日\n"
    text = notice + "附件\n云川市方案\n为加快，制定本方案。\n一、甲\n子。"
    assert ["§前言", "一"] == list(units(text))


def test_a_title_over_numbers_that_start_anew_is_another_plan() -> None:
    """Several plans in one file are told apart by 方案N/ in front of all ids, the sections' too."""
    text = "云川市就业方案\n一、甲\n子。\n二、乙\n丑。\n云川市创业方案\n制定本方案。\n一、甲\n寅。"
    found = read(text)
    assert ["方案1/一", "方案1/二", "方案2/§前言", "方案2/一"] == [unit.id for unit in found.units]
    assert ["方案1/一", "方案1/二", "方案2", "方案2/一"] == [section.path for section in found.sections]


def test_rows_of_a_table_read_like_lines() -> None:
    """A row has each cell behind its header; the characters of headers count as the bar in front of the cell."""
    text = "云川市方案\n一、甲\n表2 分工\n| 任务 | 责任单位 |\n|--|--|\n| 建港口 | 市教育局 |\n| | 市财政局 |\n"
    found = read(text)
    row = found.units[0]
    assert ("表2.1", "measure", "表2第1行", "任务：建港口\n责任单位：市教育局") == (
        row.id,
        row.kind,
        row.locator,
        row.text,
    )
    assert "责任单位：市财政局" == found.units[1].text
    at = row.text.index("市教育局")
    span = row.printed(at, at + 4)
    assert "市教育局" == text[span.start : span.end]
    assert {"|"} == {text[row.offsets[n]] for n in range(at - 5, at)}


def test_a_table_without_duties_is_a_passage() -> None:
    """Rows that name nobody responsible are passages, and tables are counted where no caption numbers them."""
    found = read("云川市方案\n一、甲\n| 指标 | 目标 |\n| 产值 | 80亿元 |\n子。\n| 指标 | 目标 |\n| 床位 | 2000张 |\n")
    assert [("表1.1", "passage"), ("表2.1", "passage")] == [
        (u.id, u.kind) for u in found.units if u.id.startswith("表")
    ]


def test_headers_may_stand_in_several_rows() -> None:
    """A title over all columns is no header; of headers in two rows the lower counts; repeated ones are no rows."""
    table = (
        "| 重点任务分工表 | | |\n|--|--|--|\n| 任务 | 分工 | |\n| | 牵头单位 | 责任单位 |\n"
        "| 建港口 | 市教育局 | 市财政局 |\n| 任务 | 分工 | |\n| | 牵头单位 | 责任单位 |\n| 修公路 | 市水利局 | |\n"
    )
    rows = [unit.text for unit in read(f"云川市方案\n一、甲\n{table}").units]
    assert ["任务：建港口\n牵头单位：市教育局\n责任单位：市财政局", "任务：修公路\n牵头单位：市水利局"] == rows


def test_a_table_of_one_row_has_no_headers() -> None:
    """What stands in a table of one row is said, not what is below it."""
    assert {"表1.1": "建港口\n修公路"} == units("云川市方案\n一、甲\n| 建港口 | 修公路 |\n")


def test_decimal_numbers_are_whole_paths() -> None:
    """9.1.1 is a path by itself; a first level that white space alone parts counts where others go with it."""
    text = "1 总则\n1.1 目的\n子。\n1.2 依据\n丑。\n2 组织\n2.1 机构\n2.1.1 职责\n寅。\n3 个不相干的数字。"
    found = read(text)
    assert ["1.1", "1.2", "2.1.1"] == [unit.id for unit in found.units]
    assert ["1", "1.1", "1.2", "2", "2.1", "2.1.1"] == [section.path for section in found.sections]


def test_chapters_restart_their_sections() -> None:
    """第一节 under 第二章 is 第二章第一节; text under such headings is no measure."""
    assert ["§第一章第一节", "§第一章第二节", "§第二章第一节", "§第三章"] == list(
        units("第一章 甲\n第一节 子\n一。\n第二节 丑\n二。\n第二章 乙\n第一节 寅\n三。\n第三章 丙\n四。")
    )


def test_one_path_is_one_unit() -> None:
    """Paragraphs of one path are one unit, and a path that comes again too, in the order in which they are printed."""
    text = "一、甲\n1．子。\n2．丑。\n其他\n1．寅。\n2．卯。"
    found = read(text)
    assert ["一1", "一2"] == [unit.id for unit in found.units]
    assert "子。\n寅。" == found.units[0].text


def test_measures_say_who_is_responsible() -> None:
    """In a plan with clauses a part without one beside it is a passage; its section is where it stands."""
    found = read("一、总体要求\n子。\n二、任务\n（一）丑。（市教育局负责）\n（二）寅。\n三、保障\n（一）卯。")
    kinds = [(unit.id, unit.kind, unit.section) for unit in found.units]
    assert [
        ("§一", "passage", "一"),
        ("二（一）", "measure", "二"),
        ("二（二）", "measure", "二"),
        ("§三（一）", "passage", "三"),
    ] == kinds


def test_sections_quote_their_headings() -> None:
    """A section has its printed heading, its place, and the section around it."""
    text = "云川市方案\n一、总体要求\n（一）指导思想\n子。"
    section = read(text).sections[1]
    assert ("一（一）", "（一）指导思想", "一") == (section.path, section.heading, section.parent)
    assert "（一）指导思想" == text[section.span.start : section.span.end]


def test_a_title_alone_is_enough() -> None:
    """A text under a title that has no numbers is one unit."""
    assert {"§前言": "全市统一推进。"} == units("云川市工作方案\n全市统一推进。")


def test_a_unit_checks_itself() -> None:
    """A unit that is empty, or whose characters and offsets differ in number, is refused."""
    for text, offsets in (("", ()), ("甲", (1, 2))):
        with pytest.raises(ValueError, match="unit 1: "):
            Unit("1", "measure", None, "第1条", text, offsets)


def test_a_decimal_number_may_end_in_a_dot() -> None:
    """2.1. counts as 2.1 does, and 第五章 is a chapter though 规划 stands behind it."""
    text = "1. 甲\n1.1. 子\n建港口。\n1.2. 丑\n建机场。\n2. 乙\n2.1. 寅\n建园区。\n2.2. 卯\n建大桥。"
    assert ["1.1", "1.2", "2.1", "2.2"] == [name.lstrip("§") for name in units(text)]
    chapters = "第一章 总体要求\n建港口。\n第二章 规划实施\n建机场。"
    assert ["§第一章", "§第二章"] == list(units(chapters))


def test_an_annex_with_a_number_is_one_though_it_comes_first() -> None:
    """Below a notice, 附件1 is the plan: its ids say so; 附件 without a number is the plan itself."""
    plan_text = "\n甲市行动方案\n一、任务\n（一）建港口。（责任单位：市交通局）\n（二）建机场。（责任单位：市民航局）"
    notice = "关于印发方案的通知\n现将方案印发给你们，请贯彻执行。\n甲市人民政府\n2022年6月20日\n"
    assert ["§前言", "附件1/一（一）", "附件1/一（二）"] == list(units(f"{notice}附件1{plan_text}"))
    assert ["§前言", "一（一）", "一（二）"] == list(units(f"{notice}附件{plan_text}"))


def test_a_space_parts_the_titles_of_the_items_of_a_box() -> None:
    """Each line of the box is an item where a title and a single space stand in front of what it says."""
    text = (
        "一、甲\n1．子。子一。\n2．丑。丑一。\n专栏1　合作事项\n"
        "黔渝合作示范园　规划面积约40平方公里，重点发展装备制造产业。\n"
        "赤水河流域共治　习水县与合江县建立联席会议制度，开展联合执法。\n"
    )
    found = {name: text for name, text in units(text).items() if "专栏" in name}
    assert ["专栏1.1", "专栏1.2"] == list(found)
    assert found["专栏1.2"].endswith("习水县与合江县建立联席会议制度，开展联合执法。")


def test_text_behind_a_box_belongs_to_the_section() -> None:
    """Prose behind the last marked item of a box goes on with the part around, or above where the part was the last."""
    box = "专栏1 重点工程\n◆甲港。建泊位3个。\n◆乙港。建泊位2个。\n"
    behind = "同时，加强岸线管理，严控新增岸线。\n"
    first = f"一、总体\n（一）子\n建港口。\n{box}{behind}"
    text = f"{first}（二）丑\n建机场。\n{box.replace('1', '2')}{behind}二、保障\n抓落实。"
    found = units(text)
    assert "建港口。\n同时，加强岸线管理，严控新增岸线。" == found[next(name for name in found if "（一）" in name)]
    assert "同时，加强岸线管理，严控新增岸线。" == found["§一"]
    assert "◆乙港。建泊位2个。" == found["专栏2.2"]


def test_padded_numbers_are_items_of_a_box() -> None:
    """01 and 02 number the items of a box, and nothing outside it."""
    text = (
        "一、甲\n建港口。\n专栏1 工程\n01 甲港\n建泊位3个。\n02 乙港\n建泊位2个。\n二、乙\n01 区块建设。\n02 区块建设。"
    )
    assert {"专栏1.1": "建泊位3个。", "专栏1.2": "建泊位2个。"}.items() <= units(text).items()
    assert not {"01", "02"} & units(text).keys()


def test_a_clause_line_ends_where_its_last_body_is_named() -> None:
    """What stands below 责任单位：甲、乙 is a paragraph of its own, and a clause in brackets is no signature."""
    text = "一、甲\n建港口。\n责任单位：市交通局、市水利局\n本措施自2023年8月1日起施行。"
    assert {"一": "建港口。\n责任单位：市交通局、市水利局", "§结尾": "本措施自2023年8月1日起施行。"} == units(text)
    assert (
        "（责任单位：市交通局、甲公司）"
        in units("一、甲\n建港口。\n（责任单位：市交通局、甲公司）\n二、乙\n建机场。")["一"]
    )


def test_the_clause_of_a_heading_is_not_lost() -> None:
    """A heading above numbered measures that says who leads is a passage of its own."""
    text = "一、任务\n（一）服务行动【牵头单位:区政府办公室】\n1、建港口。\n2、建机场。\n（二）其他。"
    assert "服务行动【牵头单位：区政府办公室】" == units(text)["§一（一）"]


def test_a_clause_behind_a_list_is_for_all_its_points() -> None:
    """Among measures 一、 to 五、 that each end in a clause, the points （一） and （二） of one are no measures."""
    who = "\n【责任单位：市教育局】\n"
    listed = f"三、引进人才\n（一）给予安家补贴。\n（二）共建现代产业学院。{who}"
    text = f"一、建校{who}二、修路{who}{listed}四、建港口。{who}五、建机场。{who}"
    assert ["一", "二", "三", "四", "五"] == list(units(text))
    assert "（一）给予安家补贴。\n（二）共建现代产业学院。\n【责任单位：市教育局】" in units(text)["三"]


def test_what_a_site_prints_around_a_paper_is_no_part_of_it() -> None:
    """Fields of its record, where it stands in the site, and what may be pressed belong to no unit."""
    head = "当前位置：首页 > 政务公开\n索 引 号：01/2023-1　　分类：旅游\n发文机关：甲市人民政府\n甲市行动方案\n"
    text = f"{head}为发展旅游，制定本方案。\n一、任务\n建港口。\n上一篇：关于乙的通知\n【打印】【关闭】"
    assert {"§前言": "为发展旅游，制定本方案。", "一": "建港口。"} == units(text)


def test_the_time_of_force_alone_is_no_measure() -> None:
    """A part that only says from when the paper is in force is a passage."""
    text = "一、甲\n建港口。（责任单位：市交通局）\n二、附则\n本措施自2023年7月1日起施行。"
    assert ["一", "§二"] == list(units(text))


def test_numbers_inside_a_line_stand_behind_any_bracket() -> None:
    """A text that lost its line ends is parted where a number goes on, be the clause before it of any wording."""
    text = (
        "甲市发展港口若干措施\n一、建设港口（一）修码头。新建泊位。（责任单位：市交通局、国网甲市电力公司）"
        "（二）修航道。疏浚航道。【市交通局牵头，各县政府负责落实】二、打造“首选地”（三）引企业。引进物流。〔市商务局〕"
        "（四）育人才。办学校。（市教育局）"
    )
    assert ["一（一）", "一（二）", "二（三）", "二（四）"] == list(units(text))


def test_numbers_inside_a_line_stand_behind_labels() -> None:
    """In a text that lost its line ends a clause with a label has no stop behind it."""
    text = (
        "甲市发展港口若干措施\n一、建设港口1.修码头。新建泊位。牵头单位：市交通局责任单位：各县政府2.修航道。疏浚航道。"
        "责任单位：市交通局、市水利局3.育人才。办学校。责任单位：市教育局"
    )
    assert ["1", "2", "3"] == list(units(text))


@pytest.mark.parametrize("label", ["责任单位", "参加单位", "协办单位", "落实单位", "责任主体"])
def test_a_label_of_any_kind_makes_measures(label: str) -> None:
    """Numbered parts that end with who answers for them are measures, however the label reads."""
    text = "一、建设港口\n" + "\n".join(
        f"（{n}）{task}。加快推进。{label}：市交通局。完成时限：2023年底前。"
        for n, task in zip("一二三四", ("修码头", "修航道", "修铁路", "修公路"), strict=True)
    )
    assert ["一（一）", "一（二）", "一（三）", "一（四）"] == list(units(text))


def test_boxes_inside_a_line_are_boxes() -> None:
    """In a text that lost its line ends a box runs from its number to the next part, its items numbered as printed."""
    filler = "加快建设现代化港口和集疏运体系，提高航道等级和通过能力，完善港口服务功能。" * 6
    text = (
        f"甲市发展港口行动计划\n一、建设港口1.修码头。{filler}专栏1 港口重点工程1.甲港。新建泊位。2.乙港。"
        "扩建泊位。2.修航道。疏浚航道，见专栏1。二、保障措施加强领导。"
    )
    found = units(text)
    assert ["1", "专栏1.1", "专栏1.2", "2"] == [name for name in found if not name.startswith("§")]
    assert "扩建泊位" in found["专栏1.2"]


def test_a_sentence_above_who_is_responsible_is_no_title() -> None:
    """A short first sentence is dropped as a title where text follows, not where a label of bodies does."""
    measures = "一、甲\n1．子，丑。（市财政局负责）\n2．寅，卯。（市财政局负责）\n二、乙\n（一）丙\n"
    below = "（1）建设水富港。\n责任单位：市水利局。\n（2）寅港。\n扩建码头，疏浚航道。"
    found = units(measures + below)
    assert "建设水富港。\n责任单位：市水利局。" == found["二（一）（1）"]
    assert "扩建码头，疏浚航道。" == found["二（一）（2）"]
