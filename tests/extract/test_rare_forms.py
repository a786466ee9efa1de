"""Clauses and units in forms that papers of provinces and ministries print now and then."""

import pytest

from extract.clauses.clauses import clauses
from extract.plan import Document
from extract.structure.plans import plan
from extract.structure.spaced_bodies import parted


def units(text: str) -> dict[str, str]:
    """The texts of the units of a paper, by their names."""
    return {unit.id: unit.text for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units}


def named(text: str) -> tuple[list[str], list[str]]:
    """Who leads and who supports, by all clauses of a text."""
    found = [body for clause in clauses(text, first_leads=False) for body in clause.named]
    lead, support = ([b.written(text) for b in found if b.role == role] for role in ("lead", "support"))
    return lead, support


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建电网。国家能源局、国家电网公司等按职责分工负责。", [], ["国家能源局", "国家电网公司"]),
        ("建电网。各县区、各部门按职责分工负责。", [], []),
        (
            "整治河道。省水利厅为牵头单位，财政厅为配合单位，甲市人民政府为责任单位。",
            ["省水利厅"],
            ["财政厅", "甲市人民政府"],
        ),
        ("建班列。（省商务厅总牵头，甲市政府、省发展改革委分项牵头）", ["省商务厅", "甲市政府", "省发展改革委"], []),
        ("护水。（省交通运输厅、长江海事局分段牵头）", ["省交通运输厅", "长江海事局"], []),
        ("减磷。（省生态环境厅、省水利厅按“管行业必须管环保”原则分工负责）", [], ["省生态环境厅", "省水利厅"]),
        ("治水。（省水利厅牵头，沿江各市、州人民政府落实）", ["省水利厅"], ["沿江各市、州人民政府"]),
        ("建产业。（省科技厅等部门（单位），有关市（州）政府按职责负责）", [], ["省科技厅", "有关市（州）政府"]),
        (
            "拓航线。\n（省交通运输厅、民航西北局、西部机场集团，持续推进）",
            [],
            ["省交通运输厅", "民航西北局", "西部机场集团"],
        ),
        ("降成本。\n▲责任单位：省税务局、财政厅", [], ["省税务局", "财政厅"]),
        ("降成本。\n→责任单位：省税务局、财政厅", [], ["省税务局", "财政厅"]),
        ("降成本。……………责任单位：省税务局、财政厅", [], ["省税务局", "财政厅"]),
        ("引水。（省级牵头单位：省水利厅；州（市）责任单位：甲市人民政府）", ["省水利厅"], ["甲市人民政府"]),
        ("降成本。\n责任单位（第一个为牵头单位，下同）：省税务局、财政厅", [], ["省税务局", "财政厅"]),
        ("修路。（省交通厅主责，省财政厅配合）", ["省交通厅"], ["省财政厅"]),
        (
            "扩货运。由市交通局牵头，市发展改革委、成都铁路局六盘水车务段配合。",
            ["市交通局"],
            ["市发展改革委", "成都铁路局六盘水车务段"],
        ),
        ("抓教育。由市教育局负总责并牵头，市财政局配合。", ["市教育局"], ["市财政局"]),
        ("建园。由泗安镇牵头，县发改局配合。", ["泗安镇"], ["县发改局"]),
        ("治城。责任主体：市住建局；联合责任主体：市城管局", [], ["市住建局", "市城管局"]),
        ("建港。责任落实：市交通局▲、市商务局（▲为牵头）。", ["市交通局"], ["市商务局"]),
        (
            "修路。（牵头单位：市交通局；市住建局；责任单位：市财政局；市审计局）",
            ["市交通局", "市住建局"],
            ["市财政局", "市审计局"],
        ),
        ("修路。（牵头单位：市交通局；市财政局、市审计局）", ["市交通局"], ["市财政局", "市审计局"]),
        ("修路。市交通局、市财政局为责任单位。", [], ["市交通局", "市财政局"]),
        ("建窗。市政务局为牵头单位，市数据局、市直有关单位为配合单位。", ["市政务局"], ["市数据局", "市直有关单位"]),
        (
            "扩建。（省财政厅，各市、州、直管市及神农架林区政府负责）",
            [],
            ["省财政厅", "各市、州、直管市", "神农架林区政府"],
        ),
        ("扩园。（省财政厅，各市、县和开发区管委会负责）", [], ["省财政厅", "各市、县", "开发区管委会"]),
        ("护林。市林业局为责任单位。", [], ["市林业局"]),
        ("管网。（主体责任：各县市区；指导单位：省住建厅）", [], ["各县市区", "省住建厅"]),
        ("开源。（省水利厅负责；滇中地区有关州、市人民政府配合）", [], ["省水利厅", "滇中地区有关州、市人民政府"]),
        ("减排。（省生态环境厅牵头，红河等州、市人民政府配合）", ["省生态环境厅"], ["红河等州、市人民政府"]),
        ("建机制。由县乡村振兴局牵头，组建乡村建设工作专班。", [], []),
        ("建芯片。由东风公司牵头，联合武汉理工大学、中国信科集团，组建产业技术创新联合体。", [], []),
        ("降成本。\n●牵头单位：省税务局\n●配合单位：财政厅", ["省税务局"], ["财政厅"]),
    ],
)
def test_clauses_in_rare_forms(text: str, lead: list[str], support: list[str]) -> None:
    """Who leads and who supports is read from any of these."""
    assert (lead, support) == named(text)


def test_a_short_clause_in_a_line_of_its_own_is_no_state_of_a_paper() -> None:
    """（此件公开发布） is left out, （种植业司牵头，计财司参加） is not."""
    text = (
        "一、甲\n（一）种粮。支持吉林。\n（种植业司牵头，计财司参加）\n（二）种豆。\n（农垦局负责）\n"
        "农业部\n2023年5月1日\n（此件公开发布）"
    )
    found = units(text)
    assert "种粮。支持吉林。\n（种植业司牵头，计财司参加）" == found["一（一）"]
    assert "种豆。\n（农垦局负责）" == found["一（二）"]


def test_a_title_that_begins_with_a_figure_stands_apart_from_the_number_of_its_box() -> None:
    """专栏1 5G应用 is the first box, not the fifteenth."""
    text = "一、任务\n（一）建网。加快建设。\n专栏1 5G应用工程\n1.建甲港。\n2.建乙港。\n（二）建路。加快建设。"
    assert {"专栏1.1": "建甲港。", "专栏1.2": "建乙港。"} == {n: t for n, t in units(text).items() if "专栏" in n}


def test_who_answers_behind_a_box_answers_for_its_section() -> None:
    """Labels behind the items of the last box of a chapter belong to the section that holds the box."""
    who = "\n牵头部门：国家能源局\n参与部门：财政部"
    text = (
        f"第一章 任务\n第一节 甲\n建网。\n专栏1 电网\n1.建甲线。{who}\n"
        f"第二节 乙\n建路。\n专栏2 公路\n1.建乙路。{who}\n第二章 丙\n落实。"
    )
    assert f"建路。{who}" == units(text)["第一章第二节"]


def test_lists_that_each_end_in_who_answers_are_measures() -> None:
    """Where all measures are lists with one clause behind, the numbers inside make no units."""
    listed = "\n1.建基地。\n2.育企业。\n责任单位：省林业局"
    text = f"一、任务\n（一）竹。支持永安。{listed}\n（二）花。支持漳平。{listed}\n（三）茶。支持尤溪。{listed}"
    assert ["一（一）", "一（二）", "一（三）"] == list(units(text))
    mixed = text.replace("1.建基地。", "1.建基地。\n责任单位：省财政厅", 1)
    assert {"一（一）1", "一（一）2"} <= set(units(mixed))


@pytest.mark.parametrize("head", ["强化科技支撑", "【数字产业提升行动】", "★能源领域"])
def test_a_heading_without_a_number_is_no_text_of_the_part_before_it(head: str) -> None:
    """It stands over the numbered parts behind it, and belongs to none."""
    who = "\n责任单位：省科技厅、甲市政府"
    text = (
        f"甲省若干措施\n一、任务\n【首先】\n1.建甲港。{who}\n2.建乙港。{who}\n{head}\n3.建丙港。{who}\n4.建丁港。{who}"
    )
    assert {"1": f"建甲港。{who}", "2": f"建乙港。{who}", "3": f"建丙港。{who}", "4": f"建丁港。{who}"} == units(text)


def test_a_last_line_that_names_a_time_stays() -> None:
    """A short line behind a stop is no heading where it says until when."""
    text = "甲省若干措施\n1.建甲港。\n2025年底前\n2.建乙港。\n长期\n3.建丙港。"
    assert {"1": "建甲港。\n2025年底前", "2": "建乙港。\n长期", "3": "建丙港。"} == units(text)


def test_marks_of_a_web_page_inside_a_text_are_no_text() -> None:
    """<br> and <p> of a page that was copied are left out."""
    assert (
        "建港口。（市交通局牵头，市财政局配合）"
        == units("1.建港口。（市交通局牵头，<br>市财政局配合）<br>\n2.建路。")["1"]
    )


def test_a_sentence_of_who_answers_makes_a_measure() -> None:
    """In chapters whose parts end with 由…牵头，…配合。 those are measures, as with brackets."""
    text = "第一章 任务\n第一节 建港。新建码头。由市交通局牵头，市财政局配合。\n第二节 修路。扩建公路。由市交通局牵头。"
    assert ["第一章第一节", "第一章第二节"] == list(units(text))


def test_bodies_a_line_each_are_no_signature() -> None:
    """Behind a label a last line that names a body stays, where no date says that it signs."""
    port = "（一）建港。\n配合单位：市外事办\n市公安局\n"
    text = f"甲市若干措施\n一、任务\n{port}二、保障\n（二）修路。\n配合单位：市财政局\n市审计局"
    assert (["市外事办", "市公安局"], ["市财政局", "市审计局"]) == (
        named(units(text)["一（一）"])[1],
        named(units(text)["二（二）"])[1],
    )
    signed = f"{text.removesuffix('审计局')}人民政府\n2025年1月3日"
    assert "修路。\n配合单位：市财政局" == units(signed)["二（二）"]


def test_labels_in_a_bracket_that_is_broken_between_them() -> None:
    """The line may end behind the bracket, or between two labels in it."""
    wrapped = "建设港口，疏浚航道。【\n牵头单位：市交通局；责任单位：市水利局】\n"
    spaced = "新建公路，改造桥梁。（牵头单位：市交通局\n责任单位：市财政局）\n"
    timed = "建设车站，开行班列。（完成\n时限：2025年底；责任单位：市发展改革委、市交通局）\n"
    text = f"甲市若干措施\n1.{wrapped}2.{spaced}3.建机场。\n4.{timed}5.建园区。"
    assert ([], ["市发展改革委", "市交通局"]) == named(units(text)["4"])
    assert (["市交通局"], ["市水利局"]) == named(units(text)["1"])
    assert (["市交通局"], ["市财政局"]) == named(units(text)["2"])


def test_points_of_one_measure_do_not_make_measures_of_a_list_alone() -> None:
    """Where the parts of the highest level say who answers, 1. and 2. below one of them count its points."""
    who = "（省水利厅牵头）"
    points = f"（三）城镇节水。{who}\n1.建城市。\n2.降漏损。\n"
    text = f"甲省方案\n（一）农业节水。{who}\n（二）工业节水。{who}\n{points}（四）开源。{who}"
    assert ["（一）", "（二）", "§（三）", "（三）1", "（三）2", "（四）"] == list(units(text))


def test_a_line_end_in_a_list_with_signs_parts_no_bodies() -> None:
    """Where 、 parts the bodies, a line end stands in the middle of a name."""
    printed = "责任单位：市大数据局、中国移动\n市税务局\n2.建站。"
    assert printed == parted(printed)
    assert printed.replace("、中国移动", "").replace("局\n市", "局、市") == parted(printed.replace("、中国移动", ""))


def test_a_group_of_bodies_behind_a_label_without_a_colon() -> None:
    """市直有关部门 is no label itself."""
    who = "\n牵头部门　市发展改革委\n参与部门　市直有关部门\n"
    text = f"甲市若干措施\n1.建网。{who}2.建站。{who}"
    assert (["市发展改革委"], ["市直有关部门"]) == named(units(text)["2"])
