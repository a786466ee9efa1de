"""Papers whose signs, bars, bullets and labels stand in rare places: who is responsible is found in each."""

from extract.clauses.clauses import clauses
from extract.plan import Document
from extract.structure.label_records import label_rows
from extract.structure.marks import without_marks
from extract.structure.plans import plan
from extract.structure.rare_labels import with_colon_signs

Said = tuple[str, str, list[str], list[str]]


def read(text: str) -> list[Said]:
    """The units of a paper: id, the first line of the text, who leads, and who supports."""
    return [_told(unit.id, unit.text) for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units]


def _told(name: str, text: str) -> Said:
    named = [body for clause in clauses(text, first_leads=False) for body in clause.named]
    leads = [body.written(text) for body in named if body.role == "lead"]
    return name, text.partition("\n")[0], leads, [body.written(text) for body in named if body.role == "support"]


def test_ornaments_stand_in_front_of_labels() -> None:
    """They belong to no body and part none; a star in front of a body still marks it."""
    text = (
        "一、交通\n（一）修路。建路5公里。◆牵头单位：县交通局　◆责任单位：县财政局、城关镇\n"
        "（二）架桥。建桥。\n■责任单位：县水利局\n"
    )
    assert read(text) == [
        (
            "一（一）",
            "修路。建路5公里。牵头单位：县交通局责任单位：县财政局、城关镇",
            ["县交通局"],
            ["县财政局", "城关镇"],
        ),
        ("一（二）", "架桥。建桥。", [], ["县水利局"]),
    ]
    kept = "责任单位：★县财政局、县水利局\n"
    assert without_marks(kept) == kept


def test_bullets_stand_in_front_of_numbers_and_labels() -> None:
    """Those of Markdown say nothing, even where a body ends the line."""
    text = (
        "一、科技\n* 1. 建设省农业技术研究院。\n  - 牵头单位：县科技局\n* 2. 建设县检测中心。\n  - 牵头单位：县工信局\n"
    )
    assert read(text) == [
        ("1", "建设省农业技术研究院。", ["县科技局"], []),
        ("2", "建设县检测中心。", ["县工信局"], []),
    ]


def test_bars_without_a_frame_part_the_fields_of_a_line() -> None:
    """In front of labels they part lines; below headers they part cells."""
    labelled = (
        "2024年重点任务清单\n任务1|建设物流园|牵头单位：县商务局|责任单位：城关镇\n任务2|建设冷库|牵头单位：县供销社\n"
    )
    assert read(labelled) == [
        ("1", "建设物流园", ["县商务局"], ["城关镇"]),
        ("2", "建设冷库", ["县供销社"], []),
    ]
    table = (
        "2024年重点任务清单\n序号|重点任务|牵头单位|责任单位\n--|--|--|--\n"
        "1|建设物流园|县商务局|城关镇\n2|建设冷库|县供销社|县农业农村局\n"
    )
    assert [(name, leads, others) for name, _, leads, others in read(table)] == [
        ("表1.1", ["县商务局"], ["城关镇"]),
        ("表1.2", ["县供销社"], ["县农业农村局"]),
    ]


def test_lines_of_labels_that_come_again_are_a_table() -> None:
    """Each record is a row; a wrapped line goes on with its cell; below numbers they are no table."""
    record = (
        "任务名称：建设{}园\n任务内容：完成一期厂房和配套管网建设，年内完成投资\n8亿元。\n"
        "主责单位：县{}局\n协办单位：城关镇\n"
    )
    text = "县文旅发展任务书\n" + record.format("茶", "农业农村") + record.format("矿", "工信")
    assert [(name, leads, others) for name, _, leads, others in read(text)] == [
        ("表1.1", ["县农业农村局"], ["城关镇"]),
        ("表1.2", ["县工信局"], ["城关镇"]),
    ]
    assert (
        "\n任务内容：完成一期厂房和配套管网建设，年内完成投资8亿元。\n"
        in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units[0].text
    )
    assert label_rows("1. 建园\n" + record.format("茶", "农业农村") + "2. 建矿\n" + record.format("矿", "工信")) == {}


def test_short_labels_that_come_again_begin_lines() -> None:
    """They are not glued to the line before, which no stop ends."""
    text = (
        "一、工业\n目标：产值增长9%\n举措：招商\n牵头：县工信局\n配合：县商务局\n二、商贸\n"
        "目标：零售额增长8%\n举措：办展\n牵头：县商务局\n配合：城关镇\n"
    )
    units = plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units
    assert [unit.text for unit in units] == [
        "目标：产值增长9%\n举措：招商\n牵头：县工信局\n配合：县商务局",
        "目标：零售额增长8%\n举措：办展\n牵头：县商务局\n配合：城关镇",
    ]


def test_decimal_numbers_below_a_number_are_the_finest() -> None:
    """1、 above 1.1 and 1.2 heads them."""
    text = (
        "1、产业\n1.1 种茶。种茶2万亩。\n责任单位：县农业农村局\n1.2 建厂。\n责任单位：县工信局\n"
        "2、生态\n2.1 种树。\n责任单位：县林业局\n"
    )
    assert [(name, others) for name, _, _, others in read(text)] == [
        ("1.1", ["县农业农村局"]),
        ("1.2", ["县工信局"]),
        ("2.1", ["县林业局"]),
    ]


def test_bare_figures_may_start_over() -> None:
    """Under each heading they are numbers as those with a point are."""
    text = (
        "一  产业\n1  发展茶叶。采茶2万亩。\n责任单位：县农业农村局\n2  建厂。\n责任单位：县工信局\n"
        "二  生态\n1  绿化荒山。植树3万株。\n责任单位：县林业局\n2  治水。\n责任单位：县水利局\n"
    )
    assert [name for name, *_ in read(text)] == ["一1", "一2", "二1", "二2"]


def test_square_brackets_behind_a_task_without_a_stop_are_clauses() -> None:
    """The line is no heading, and bodies of any kind may be named."""
    text = (
        "目标任务一：扩面\n（1）种稻10万亩【县农业农村局；各乡镇政府】\n"
        "（2）建田8万亩【县委宣传部、城关镇】\n目标任务二：加工\n（3）建厂【县工信局】\n"
    )
    assert read(text) == [
        ("1", "种稻10万亩【县农业农村局；各乡镇政府】", [], ["县农业农村局", "各乡镇政府"]),
        ("2", "建田8万亩【县委宣传部、城关镇】", [], ["县委宣传部", "城关镇"]),
        ("3", "建厂【县工信局】", [], ["县工信局"]),
    ]


def test_a_numeral_and_a_title_head_the_rows_below() -> None:
    """They are no row of a table that lost its frame."""
    text = (
        "任务分工\n序号　重点任务　　　牵头单位　　　责任单位　　　完成时限\n一　做强基地\n"
        "1　　种茶2万亩　　　县农业农村局　　城关镇　　　2025年\n"
        "2　　建茶园　　　县林业局　　县科技局　　　2024年\n二　做大企业\n"
        "3　　建茶厂　　　县工信局　　县商务局　　　2025年\n"
    )
    assert [(name, leads, others) for name, _, leads, others in read(text)] == [
        ("表1.1", ["县农业农村局"], ["城关镇"]),
        ("表1.2", ["县林业局"], ["县科技局"]),
        ("表1.3", ["县工信局"], ["县商务局"]),
    ]


def test_a_number_behind_wide_space_ends_the_list_before_it() -> None:
    """In a paper on one line the next part is no body of the clause before."""
    text = (
        "某县方案　　一、任务　　（一）种茶。种茶2万亩。责任单位：县农业农村局、城关镇　　（二）建"
        "厂。年内建成。责任单位：县商务局、县供销合作总社　　（三）开店。责任单位：县商务局"
    )
    assert [(name, others) for name, _, _, others in read(text)] == [
        ("一（一）", ["县农业农村局", "城关镇"]),
        ("一（二）", ["县商务局", "县供销合作总社"]),
        ("一（三）", ["县商务局"]),
    ]


def test_labels_stand_inside_a_sentence() -> None:
    """Behind a comma or white space they begin the clause; a label in prose, with no body behind it, does not."""
    text = (
        "一、产业\n（一）种茶2万亩，责任单位为县农业农村局、城关镇。\n"
        "（二）建设茶厂，牵头单位：城关镇，责任单位：县工信局，完成时限：2024年底\n"
        "（三）建冷库5座 牵头单位：县商务局 配合单位：城关镇\n（四）压实责任，责任单位为第一责任人。\n"
    )
    assert [(name, leads, others) for name, _, leads, others in read(text)] == [
        ("一（一）", [], ["县农业农村局", "城关镇"]),
        ("一（二）", ["城关镇"], ["县工信局"]),
        ("一（三）", ["县商务局"], ["城关镇"]),
        ("一（四）", [], []),
    ]


def test_a_number_in_a_line_of_its_own_opens_the_next() -> None:
    """A browser sets it apart; a figure without a point stays a page number."""
    text = "一、\n产业发展\n1.\n种茶2万亩。\n责任单位：\n县农业农村局\n2.\n建厂。\n责任单位：\n县工信局\n"
    assert read(text) == [("1", "种茶2万亩。", [], ["县农业农村局"]), ("2", "建厂。", [], ["县工信局"])]


def test_drawn_frames_hold_tables() -> None:
    """The lines that draw them part rows and say nothing."""
    text = (
        "县茶业方案\n┌─┬──┬──┬──┐\n│序号│重点任务│牵头单位│责任单位│\n├─┼──┼──┼──┤\n"
        "│1│种茶│县林业局│城关镇│\n├─┼──┼──┼──┤\n│2│建厂│县工信局│县财政局│\n└─┴──┴──┴──┘\n"
    )
    assert [(name, leads, others) for name, _, leads, others in read(text)] == [
        ("表1.1", ["县林业局"], ["城关镇"]),
        ("表1.2", ["县工信局"], ["县财政局"]),
    ]


def test_numbers_may_be_written_in_rare_ways() -> None:
    """工程之一, 〈一〉, and a dash where 一 is meant."""
    who = "（责任单位：县林业局）\n"
    assert [name for name, *_ in read(f"工程之一：种茶。种茶2万亩。{who}工程之二：建厂。{who}")] == [
        "工程之一",
        "工程之二",
    ]
    text = f"—、目标\n种茶2万亩。\n二、任务\n〈一〉种茶。{who}〈二〉建厂。{who}"
    assert [name for name, *_ in read(text)] == ["§一", "二（一）", "二（二）"]


def test_bodies_of_a_zone_are_bodies() -> None:
    """A development zone calls its bureaus otherwise, and answers for tasks beside agencies."""
    text = "1.招商。\n（经贸发展局、建设管理局）\n2.建园。（经贸发展局、建设管理局）\n3.建区（桃源经开区、县发改局）\n"
    assert [others for _, _, _, others in read(text)] == [
        ["经贸发展局", "建设管理局"],
        ["经贸发展局", "建设管理局"],
        ["桃源经开区", "县发改局"],
    ]


def test_a_clause_in_brackets_behind_a_time_is_one() -> None:
    """It is not read again from the label of the time on."""
    text = (
        "1.种茶。完成时限：2024年底（牵头单位：县林业局，责任单位：城关镇）\n"
        "2.建厂。完成时限：年底，责任单位：县工信局\n"
    )
    assert [(leads, others) for _, _, leads, others in read(text)] == [(["县林业局"], ["城关镇"]), ([], ["县工信局"])]


def test_any_body_may_stand_behind_a_label_that_names_a_known_one_first() -> None:
    """责任单位为 is no heading; a label and its bodies may stand in lines of their own."""
    assert read("1.种茶2万亩，责任单位为县林业局、白沟新城。\n2.建厂。\n")[0][3] == ["县林业局", "白沟新城"]
    text = (
        "1.种茶2万亩。\n责任单位：\n白沟新城政府（管委会）、高碑店市\n"
        "2.建厂。\n牵头单位 县工信局\n责任单位 洪家嘴乡、县财政局\n3.建园。\n责任单位 县工信局\n"
    )
    assert [others for *_, others in read(text)] == [
        ["白沟新城政府（管委会）", "高碑店市"],
        ["洪家嘴乡", "县财政局"],
        ["县工信局"],
    ]


def test_a_heading_with_a_sentence_under_it_ends_a_table() -> None:
    """The part that it opens has a table of its own; without one it heads a section of rows."""
    header = "序号\t重点任务\t牵头单位\t配合单位\n"
    first = (
        "县茶业方案\n一、种茶\n目标：2万亩。\n" + header + "1\t建园\t县林业局\t城关镇\n2\t改园\t县林业局\t洪家嘴乡\n"
    )
    second = "二、制茶\n{}" + header + "3\t建厂\t县工信局\t城关镇\n4\t扩厂\t县工信局\t县财政局\n"
    assert [name for name, *_ in read(first + second.format("目标：2家。\n"))] == [
        "§一", "表1.1", "表1.2", "§二", "表2.3", "表2.4",
    ]  # fmt: skip
    assert [name for name, *_ in read(first + second.format(""))] == ["§一", "表1.1", "表1.2", "表1.3", "表1.4"]


def test_other_signs_stand_for_the_colon_of_a_label() -> None:
    """A dash, an arrow, a stroke or a bracket, where a body stands behind it; 牵头单位（以下简称甲方） says none."""
    for said in (
        "牵头单位——县水利局；责任单位——县林业局",
        "牵头单位→县水利局，责任单位→县林业局",
        "【牵头单位】县水利局【责任单位】县林业局",
        "【牵头】县水利局；【参与】县林业局",
        "牵头单位（县水利局）；配合单位（县林业局）",
        "牵头：县水利局；配合：县林业局",
        "（县水利局牵头　县林业局配合）",
    ):
        units = read(f"县方案\n1.治河5公里。{said}\n2.建坝；{said}\n")
        assert [(leads, others) for _, _, leads, others in units] == [(["县水利局"], ["县林业局"])] * 2
    for text in ("压实责任单位-责任人链条\n", "牵头单位（以下简称甲方）要调度\n", "工作（稳步推进　成效明显）\n"):
        assert with_colon_signs(text) == text


def test_strokes_and_pluses_part_bodies() -> None:
    """县水利局+县林业局 are two."""
    assert read("1.治河。责任单位：县水利局+县林业局\n2.建坝。责任单位：县水利局＆县林业局\n")[0][3] == [
        "县水利局",
        "县林业局",
    ]


def test_formal_numerals_number_parts() -> None:
    """壹、贰、 are 一、二、 as a cheque writes them."""
    text = "壹、目标\n种茶2万亩。\n贰、任务\n（一）种茶。\n责任单位：县林业局\n（二）建厂。\n责任单位：县工信局\n"
    assert [name for name, *_ in read(text)] == ["§壹", "贰（一）", "贰（二）"]


def test_figures_with_a_nought_number_the_parts_of_a_paper_without_others() -> None:
    """01, 02 on a page of the web are 1 and 2."""
    text = "港区要点\n01 提升能级\n班列800列。\n责任单位：市港航局\n02 建设枢纽\n建航道二期。\n责任单位：市商务局\n"
    assert [(name, others) for name, _, _, others in read(text)] == [("1", ["市港航局"]), ("2", ["市商务局"])]
