"""Printed lines, without markup and page furniture."""

import pytest

from extract.structure.lines import lines


def texts(printed: str) -> list[str]:
    """The lines of a text."""
    return [line.text for line in lines(printed)]


def test_characters_keep_their_places() -> None:
    """Each character is the printed one at its offset, white space and markup left out."""
    printed = "\ufeff  **（一） 建设 港口**。\r\n\u3000\u3000到 2025 年"
    for line in lines(printed):
        assert line.text == "".join(printed[at] for at in line.offsets)
    assert ["\ufeff（一）建设港口。", "到2025年"] == texts(printed)


def test_full_width_figures_are_folded() -> None:
    """Full-width figures, letters and signs of arithmetic are read as ASCII."""
    assert ["1.到2025年，5G+占比50%；"] == texts("１．到２０２５年,５Ｇ＋占比５０％；")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("建设港口,发展物流;责任单位:市水利局", "建设港口，发展物流；责任单位：市水利局"),
        ("到2025年,达到10,000亿元,增长5%,", "到2025年，达到10,000亿元，增长5%,"),
        ("比例1:2,见https://example.cn", "比例1:2，见https://example.cn"),
        ('打造"一核、两翼"和"数字港口"', "打造“一核、两翼”和“数字港口”"),
        ("打造「一核」和『数字港口』", "打造“一核”和“数字港口”"),
    ],
)
def test_half_width_punctuation_is_that_of_chinese(printed: str, read: str) -> None:
    """Commas and quotes of another keyboard or script are read as those of Chinese, inside figures and links not."""
    assert [read] == texts(printed)


def test_traditional_characters_are_simplified() -> None:
    """A text in traditional characters is read in simplified ones; a stray one in a simplified text stays."""
    assert ["一、总体要求发展实业"] == texts("一、總體要求發展實業")
    assert ["与國际发展机构合作"] == texts("与國际发展机构合作")


def test_words_of_latin_script_stay_apart() -> None:
    """A space counts between two Latin words and nowhere else."""
    assert ["使用DeepSeek R大模型IPv6"] == texts("使用 DeepSeek R 大模型 IPv6")


@pytest.mark.parametrize(
    "furniture",
    [
        "— 3 —",
        "-12-",
        "第 3 页 共 10 页",
        "3/10",
        "－\n８\n－",
        "--------",
        "欗欗欗欗欗欗欗欗欗",
        "==========",
        "· 5 ·",
    ],
)
def test_page_furniture_is_left_out(furniture: str) -> None:
    """Page numbers in their forms, and ornaments, say nothing."""
    assert ["甲", "乙"] == texts(f"甲\n{furniture}\n乙")


@pytest.mark.parametrize(
    "printed", ["甲\n\n7\n\n乙", "甲\f7\f乙", "甲\n—\n7\n—\n乙", "甲\n—\n0\n1\n—\n乙", "甲\n6\n乙\n7"]
)
def test_bare_page_numbers_are_left_out(printed: str) -> None:
    """A figure alone in its line is a page number where it stands apart, beside dashes, or counts up with others."""
    assert ["甲", "乙"] == texts(printed)


def test_a_figure_alone_may_belong_to_a_sentence() -> None:
    """A figure that a broken line leaves alone stays."""
    assert ["开放不低于", "50", "个场景"] == texts("开放不低于\n50\n个场景")


@pytest.mark.parametrize("line", ["2021年", "（3）", "3个", "一", "十年", "——甲"])
def test_what_is_no_page_number_stays(line: str) -> None:
    """A line that says something is no furniture."""
    assert [line] == texts(line)


def test_page_numbers_inside_lines_are_left_out() -> None:
    """Numbers between dashes that count up are pages; a range of figures is not."""
    assert ["加快推进建设", "提升能级"] == texts("加快推— 1 —进建设\n提升— 2 —能级")
    assert ["预留5—15—20个"] == texts("预留5— 15 —20个")
    assert ["甲—3—乙", "丙—9—丁"] == texts("甲—3—乙\n丙—9—丁")


def test_wide_spaces_part_paragraphs() -> None:
    """Two wide spaces, or eight narrow ones, are the indent of a paragraph that lost its line end."""
    assert ["甲。", "乙。", "丙。"] == texts("甲。　　乙。        丙。")
    assert ["甲乙"] == texts("甲　乙")


@pytest.mark.parametrize("gap", [" ", "    ", "\t", "\u00a0\u00a0", "\u3000"])
def test_numbers_stay_with_their_paragraphs(gap: str) -> None:
    """White space that parts the paragraphs of a long line parts none from its own number."""
    paragraphs = [
        "甘南州深化东西部协作行动方案",
        "一、强化产业协作",
        *(
            f"{n}. 推进产业园区共建，与天津市各区共建产业园区，每年引进企业十家以上并安排专人服务。"
            for n in range(1, 6)
        ),
        "（一） 推进劳务协作，每年组织赴津务工人员两千人以上，做好稳岗就业与权益维护工作。",
    ]
    printed = lines(gap.join(paragraphs))
    assert ["".join(paragraph.split()) for paragraph in paragraphs] == [line.text for line in printed]


def test_single_spaces_part_paragraphs_of_long_lines() -> None:
    """In a long line, white space that mostly stands behind stops parts paragraphs; scattered white space does not."""
    sentence = "加快建设现代港口和物流枢纽，提升综合服务能级。"
    assert 20 == len(texts(" ".join([sentence] * 20)))
    assert 1 == len(texts(sentence.replace("设", "设 ") * 20))


def test_a_signature_is_parted_from_the_text_before_it() -> None:
    """A body and a date at the end of a line are a line of their own."""
    assert ["抓好落实。", "云川市人民政府2021年6月1日（此件公开发布）"] == texts(
        "抓好落实。云川市人民政府2021年6月1日（此件公开发布）"
    )
    assert ["规划期至2025年6月1日。"] == texts("规划期至2025年6月1日。")


def test_markdown_is_taken_off() -> None:
    """Marks of headings, emphasis, quotes, lists and escapes go; a heading is known as one; factors keep their star."""
    found = lines("## **一、重点**\n> 引言\n- （一）甲\n1\\. 乙\n2*300MW\n*丙*&nbsp;丁")
    assert ["一、重点", "引言", "（一）甲", "1.乙", "2*300MW", "丙丁"] == [line.text for line in found]
    assert [True, False, False, False, False, False] == [line.heading for line in found]


def test_rows_of_tables_have_cells() -> None:
    """A row between bars has cells, empty ones too; the rule below the headers says nothing; breaks part lines."""
    printed = "| 任务 | 单位 |\n|---|:-:|\n| 甲<br>乙 |  |\n| 丙\\|丁 | **戊** |"
    rows = [[[line.text for line in cell.lines] for cell in line.cells] for line in lines(printed)]
    assert [[["任务"], ["单位"]], [["甲", "乙"], []], [["丙|丁"], ["戊"]]] == rows
    assert all("|" == printed[cell.bar] for line in lines(printed) for cell in line.cells)


def test_a_table_of_one_column_is_lines() -> None:
    """A frame around text, which Markdown prints as a table of one column, holds lines."""
    assert ["专栏1重点工程", "1.甲"] == texts("| 专栏1 重点工程 |\n|---|\n| 1．甲 |")


@pytest.mark.parametrize(
    "contents",
    [
        "一、背景……………1\n二、任务……………3",
        "一、背景 1\n二、任务 3",
        "一、背景........1\n（一）甲........2\n二、任务....3",
        "一、背景\n二、任务",
    ],
)
def test_a_table_of_contents_is_left_out(contents: str) -> None:
    """The entries behind 目录 are no headings, whether dots, page numbers or nothing stands behind them."""
    assert ["云川市规划", "前言。", "一、背景", "甲。", "二、任务"] == texts(
        f"云川市规划\n目 录\n{contents}\n前言。\n一、背景\n甲。\n二、任务"
    )


def test_contents_of_which_nothing_comes_again() -> None:
    """Where the text below does not repeat the entries, those with leaders alone are left out."""
    assert ["一、甲。"] == texts("目录\n背景……1\n任务……2\n一、甲。")


def test_figures_parted_by_white_space_alone_are_known() -> None:
    """A line tells how many of its first characters are a figure with nothing but white space behind it (1 总则)."""
    assert [1, 1, 0, 0, 0] == [line.gap for line in lines("1 总则\n一　总则\n1. 总则\n12 月底\n总则")]


def test_a_space_behind_a_number_or_a_label_parts_nothing() -> None:
    """Narrow spaces part the paragraphs of a long line, not a number or a label from what it stands in front of."""
    text = "2. " + "推动港口发展，提高通过能力。" * 20 + "（牵头单位: 市交通局；责任单位: 市水利局、市财政局）"
    assert 1 == len(lines(text))
