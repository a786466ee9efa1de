"""Responsibility clauses in the forms in which official papers print them."""

import pytest

from extract.clauses.clauses import clauses, says_only_who
from extract.clauses.notes import FIRST_LEADS
from extract.clauses.words import is_labelled, names_bodies

COMMISSION, FINANCE, WATER = "市发展改革委", "市财政局", "市水利局"


def named(text: str, *, first_leads: bool = False) -> tuple[list[str], list[str]]:
    """Who leads and who supports, by all clauses of a text."""
    found = [body for clause in clauses(text, first_leads=first_leads) for body in clause.named]
    lead, support = ([b.written(text) for b in found if b.role == role] for role in ("lead", "support"))
    return lead, support


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建港口。（市发展改革委牵头）", [COMMISSION], []),
        ("建港口。（市发展改革委牵头负责）", [COMMISSION], []),
        ("建港口。（市发展改革委负责牵头）", [COMMISSION], []),
        ("建港口。（由市发展改革委牵头，市财政局配合）", [COMMISSION], [FINANCE]),
        ("建港口。（市发展改革委、市水利局分别按职责牵头）", [COMMISSION, WATER], []),
        ("建港口。（市发展改革委牵头，市财政局、市水利局等按职责分工负责）", [COMMISSION], [FINANCE, WATER]),
        ("建港口。（市发展改革委牵头，市财政局、市水利局按职能分工负责）", [COMMISSION], [FINANCE, WATER]),
        ("建港口。（市发展改革委、市财政局牵头，市水利局参与）", [COMMISSION, FINANCE], [WATER]),
        ("建港口。（市发展改革委牵头，市财政局牵头推进，市水利局协同推进）", [COMMISSION, FINANCE], [WATER]),
        ("建港口。（市发展改革委总牵头；市财政局、市水利局具体负责落实）", [COMMISSION], [FINANCE, WATER]),
        ("建港口。（市发展改革委、市水利局双牵头，市财政局配合）", [COMMISSION, WATER], [FINANCE]),
        ("建港口。（市发展改革委为主责单位，市财政局为协同单位）", [COMMISSION], [FINANCE]),
        ("建港口。（市发展改革委主办，市水利局协办）", [COMMISSION], [WATER]),
        ("建港口。（市发展改革委会同市水利局牵头）", [COMMISSION, WATER], []),
        ("建港口。（市发展改革委牵头，会同市水利局落实）", [COMMISSION], [WATER]),
        ("建港口。（市发展改革委为牵头单位，市水利局为配合单位）", [COMMISSION], [WATER]),
        ("建港口。（市发展改革委、市水利局负责）", [], [COMMISSION, WATER]),
        ("建管网。（能源局、发展改革委，中石油、中石化负责）", [], ["能源局", "发展改革委", "中石油", "中石化"]),
        ("建基站。（省通信管理局、江西移动、江西铁塔负责）", [], ["省通信管理局", "江西移动", "江西铁塔"]),
        ("建广场。（市财政局、市城投负责）", [], [FINANCE, "市城投"]),
        ("保供电。（县水务、县供电负责）", [], ["县水务", "县供电"]),
        ("办事项。（县民政局、各村（社区）负责）", [], ["县民政局", "各村（社区）"]),
        ("分担。（企业、个人负责）", [], []),
        ("建港口。（由市财政局负总责，市水利局配合）", [FINANCE], [WATER]),
        ("建港口。（省负总责、市县抓落实）", [], []),
        ("建港口。（第一责任单位：市财政局；其他责任单位：市水利局）", [FINANCE], [WATER]),
        ("建港口。（市发展改革委、市水利局等负责）", [], [COMMISSION, WATER]),
        ("建港口。（市发展改革委、市水利局按照职责分工分别负责）", [], [COMMISSION, WATER]),
        ("建港口。（市水利局负责）", [], [WATER]),
    ],
)
def test_verbs_say_what_bodies_do(text: str, lead: list[str], support: list[str]) -> None:
    """牵头 and 主办 give leads; 负责, 配合, 参与 and their like give support."""
    assert (lead, support) == named(text)


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建港口。（责任单位：市发展改革委、市水利局）", [], [COMMISSION, WATER]),
        ("建港口。（责任部门:市发展改革委,市水利局)", [], [COMMISSION, WATER]),
        (
            "建港口。（牵头单位：市发展改革委；责任单位：市财政局、市水利局，各区县政府）",
            [COMMISSION],
            [FINANCE, WATER, "各区县政府"],
        ),
        ("建港口。（牵头部门：市发展改革委，配合部门：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（牵头单位：市发展改革委 参与单位：市财政局）".replace(" ", ""), [COMMISSION], [FINANCE]),
        ("建港口。（主办单位：市发展改革委；协办单位：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（牵头责任单位：市发展改革委；责任单位：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（主要责任单位：市发展改革委；支持单位：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（责任单位：市发展改革委牵头，市财政局配合）", [COMMISSION], [FINANCE]),
        ("建港口。（责任单位：市发展改革委；完成时限：2025年底）", [], [COMMISSION]),
        ("建港口。（完成时限：2025年底；责任单位：市发展改革委）", [], [COMMISSION]),
        ("建港口。（责任单位为市发展改革委、市财政局）", [], [COMMISSION, FINANCE]),
        ("建港口。（牵头单位及责任人：市发展改革委）", [COMMISSION], []),
        ("建港口。（责任单位为：市发展改革委）", [], [COMMISSION]),
        ("建港口。（责任单位：1.市发展改革委；2.市财政局）", [], [COMMISSION, FINANCE]),
        ("建港口。（牵头领导：张三；牵头单位：市发展改革委）", [COMMISSION], []),
    ],
)
def test_labels_say_what_bodies_do(text: str, lead: list[str], support: list[str]) -> None:
    """A label holds until the next label or semicolon; deadlines and persons are no bodies."""
    assert (lead, support) == named(text)


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        (
            "建港口。\n牵头单位：市发展改革委\n责任单位：市财政局、市水利局\n完成时限：2025年",
            [COMMISSION],
            [FINANCE, WATER],
        ),
        ("建港口。\n牵头部门：市发展改革委。\n参与单位：市财政局。", [COMMISSION], [FINANCE]),
        ("建港口。\n责任单位：市财政局完成时限：2025年12月", [], [FINANCE]),
        ("建港口。牵头单位：市发展改革委；配合单位：市财政局。", [COMMISSION], [FINANCE]),
        ("建港口。责任部门：市发展改革委（牵头）、市财政局", [COMMISSION], [FINANCE]),
        ("建港口。牵头单位：市水利局、市发展改革委（按职责分工牵头）", [WATER, COMMISSION], []),
        ("建港口。（主责：市发展改革委；协作：市财政局、市水利局）", [COMMISSION], [FINANCE, WATER]),
        ("建港口。（牵头责任：市发展改革委；协同责任：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（责任单位：市发展改革委、市财政局，首列者为牵头单位）", [COMMISSION], [FINANCE]),
        ("建港口。（牵头部门：市发展改革委；有关单位：市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。——责任单位：市财政局、市水利局", [], [FINANCE, WATER]),
        ("建港口。\n【牵头单位】市发展改革委\n【责任单位】：市财政局\n【完成时限】2025年", [COMMISSION], [FINANCE]),
        ("建港口。\n责任单位：市财政局市水利局各县区政府", [], [FINANCE, WATER, "各县区政府"]),
        ("完成时限：2025年\n责任单位：市财政局\n备注：无\n后来再说。", [], [FINANCE]),
        ("建（改建港口。\n牵头单位：市发展改革委", [COMMISSION], []),
    ],
)
def test_lines_are_clauses(text: str, lead: list[str], support: list[str]) -> None:
    """Labels at the start of a line, or of a sentence, need no brackets; lines below each other are one clause."""
    assert (lead, support) == named(text)
    assert 1 == len(list(clauses(text, first_leads=False)))


@pytest.mark.parametrize(
    "statement",
    [
        "列第一位的为牵头单位，下同",
        "列第一位者为牵头单位，下同",
        "排在第一位的为牵头单位",
        "排第一的为牵头部门，以下同",
        "位列第一的单位为牵头单位",
        "居首位的为牵头单位",
        "第一个单位为牵头单位",
        "排名首位的为主要责任单位",
    ],
)
def test_the_first_may_lead(statement: str) -> None:
    """Where the paper says that the body named first leads, it does, and the statement names nobody."""
    assert FIRST_LEADS.search(statement)
    for text in (
        f"建港口。（责任单位：市水利局、市财政局。{statement}）",
        f"建港口。（市水利局、市财政局负责，{statement}）",
    ):
        assert ([WATER], [FINANCE]) == named(text)


def test_what_was_said_once_holds_for_the_rest() -> None:
    """With 下同 said before, the first of a clause leads, but not where a clause or its lines name a lead."""
    assert ([WATER], [FINANCE]) == named("（责任单位：市水利局、市财政局）", first_leads=True)
    assert ([FINANCE], [WATER]) == named("（市水利局配合，市财政局牵头）", first_leads=True)
    assert ([FINANCE], [WATER]) == named("责任单位：市水利局\n牵头单位：市财政局", first_leads=True)
    assert ([WATER], [FINANCE]) == named("责任单位：市水利局、市财政局", first_leads=True)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("〔责任单位：市市场监管局（市知识产权局）、市财政局〕", ["市市场监管局（市知识产权局）", FINANCE]),
        ("(市水利局、市财政局负责）", [WATER, FINANCE]),
        ("【市水利局、市财政局按职责分工负责］", [WATER, FINANCE]),
        ("（责任单位：各市、县〔市、区〕政府、市财政局）", ["各市、县〔市、区〕政府", FINANCE]),
        ("（责任单位：市水利局，各市、县（市、区）人民政府）", [WATER, "各市、县（市、区）人民政府"]),
        ("（市水利局、各市、县政府负责）", [WATER, "各市、县政府"]),
        ("（市水利局，各镇、街道等按职责分工负责）", [WATER, "各镇、街道"]),
        ("（市水利局、各县区人民政府、市管园区管委会等按职责分工负责）", [WATER, "各县区人民政府", "市管园区管委会"]),
        ("（市文化和旅游局、市自然资源和规划局负责）", ["市文化和旅游局", "市自然资源和规划局"]),
        ("（市水利局和市财政局负责）", [WATER, FINANCE]),
        ("（市水利局、市财政局以及各有关单位负责）", [WATER, FINANCE, "各有关单位"]),
        ("（水利部等国务院相关部门及各地区负责）", ["水利部", "国务院相关部门", "各地区"]),
        ("（水利部、国务院相关部门和单位及各地区负责）", ["水利部", "国务院相关部门和单位", "各地区"]),
        ("（市水利局、市财政局等部门负责）", [WATER, FINANCE]),
        ("（市大学生支持中心负责）", ["市大学生支持中心"]),
        ("（市委市政府督查室、市委办市政府办负责）", ["市委市政府督查室", "市委办市政府办"]),
        ("（市水利局、市财政局负责", [WATER, FINANCE]),
        ("（见图。治理河道。（市水利局、市财政局负责）", [WATER, FINANCE]),
        ("（含干流（市水利局负责）、支流（市财政局负责））", [WATER, FINANCE]),
    ],
)
def test_bodies_are_parted_as_they_are_named(text: str, bodies: list[str]) -> None:
    """、 inside brackets parts nothing; 等, 及, 和, 以及 part bodies but not one's own name; groups stay whole."""
    assert ([], bodies) == named("治理河道。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "治理河道（含水库）。",
        "治理河道（到2025年完成）。",
        "治理河道（以下简称河道局）。",
        "治理河道（不含由县区负责）。",
        "治理河道（市县抓落实、乡镇负责）。",
        "县财政局：负责落实资金。",
        "市水利局牵头治理河道，市财政局负责资金。",
        "推广市场化运作（政府引导、企业参与的模式）。",
        "在全市（市水利局、市财政局）推广。",
        "治理河道。（一期、二期）",
        "（）",
        "（负责）",
    ],
)
def test_what_is_no_clause(text: str) -> None:
    """Other brackets, duty lists and running text are no clauses."""
    assert ([], []) == named(text)


def test_agencies_alone_behind_the_last_stop_are_a_clause() -> None:
    """A bracket that holds agencies and nothing else, at the end of a paragraph, says who is responsible."""
    assert ([], [WATER, "各县区人民政府"]) == named("治理河道。（市水利局、各县区人民政府）\n再说。")


@pytest.mark.parametrize(
    ("bracket", "bodies"),
    [
        ("（市文广旅局、市委宣传部）", ["市文广旅局", "市委宣传部"]),
        ("（市生态环境局，南通海事局，市公安局）", ["市生态环境局", "南通海事局", "市公安局"]),
        ("（市人社局、市国控集团）", ["市人社局", "市国控集团"]),
        ("（市商务局，国网滁州供电公司）", ["市商务局", "国网滁州供电公司"]),
        ("〔市工信局（市国防科工局）、市投资促进中心〕", ["市工信局（市国防科工局）", "市投资促进中心"]),
        ("（市水利局、来安县）", [WATER, "来安县"]),
        ("（市水利局、来安县、全椒县、天长市）", [WATER, "来安县", "全椒县", "天长市"]),
        ("（各县市区、市直有关部门）", ["各县市区", "市直有关部门"]),
        ("（市水利局、市财政局，持续推进）", [WATER, FINANCE]),
        ("（市水利局；市财政局；2025年底前）", [WATER, FINANCE]),
        ("（市水利局、市财政局）。", [WATER, FINANCE]),
        ("（市水利局/市财政局）", [WATER, FINANCE]),
        ("（市水利局、滁州学院、团市委、市妇联）", [WATER, "滁州学院", "团市委", "市妇联"]),
        ("（市水利局、各有关企业）", [WATER, "各有关企业"]),
        ("（教育部、财政部）", ["教育部", "财政部"]),
    ],
)
def test_a_bare_list_counts_where_bodies_are_most(bracket: str, bodies: list[str]) -> None:
    """Bodies of any kind beside an agency do not spoil the list; what says until when or how names none."""
    assert ([], bodies) == named("治理河道。" + bracket)


@pytest.mark.parametrize(
    "bracket",
    [
        "（来安县、全椒县、天长市）",
        "（南京市、合肥市、马鞍山市）",
        "（南京大学、东南大学）",
        "（市人民医院、市中医院）",
        "（南京海关、合肥海关）",
        "（滁州高新区、来安开发区）",
        "（学校、医院、社区）",
        "（用人单位、事业单位）",
        "（市教育局、高等院校）",
        "（市教育局、用人单位）",
        "（市教育局、市场）",
        "（市教育局、南京）",
        "（市场主体、中介机构）",
        "（市民中心、文化馆）",
        "（国家级、省级、市级）",
        "（各类园区、各类企业）",
        "（例如市教育局、市财政局）",
        "（如市教育局、市财政局）",
    ],
)
def test_examples_and_explanations_are_no_list_of_bodies(bracket: str) -> None:
    """Places, institutions and common nouns in brackets explain what stands before them."""
    assert ([], []) == named("治理河道。" + bracket)


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建港口。(牵头：市发展改革委；配合：市财政局)", [COMMISSION], [FINANCE]),
        ("建港口。（责任：市财政局、市水利局）", [], [FINANCE, WATER]),
        ("建港口。（牵头部门为市发展改革委，配合部门为市财政局）", [COMMISSION], [FINANCE]),
        ("建港口。（牵头单位是市发展改革委；责任单位是市财政局、市水利局）", [COMMISSION], [FINANCE, WATER]),
        ("建港口。\n牵头：市发展改革委\n配合：市水利局", [COMMISSION], [WATER]),
        ("建港口。\n参与：动员社会各方力量，形成合力", [], []),
        ("建港口。\n责任：压实到每个单位和个人", [], []),
    ],
)
def test_labels_may_be_short_or_end_in_a_verb(text: str, lead: list[str], support: list[str]) -> None:
    """牵头： and 牵头单位为 say what 牵头单位： says; as a line only where bodies follow."""
    assert (lead, support) == named(text)


def test_a_clause_is_where_it_stands() -> None:
    """A clause covers its brackets; what it names lies inside."""
    text = "治理河道。（市水利局牵头）建水库。（市财政局负责）"
    found = list(clauses(text, first_leads=False))
    assert ["（市水利局牵头）", "（市财政局负责）"] == [text[c.start : c.end] for c in found]
    assert all(c.start < n.start < n.end < c.end for c in found for n in c.named)


def test_labels_are_known() -> None:
    """Lines and headers of columns say by a label that bodies, deadlines or remarks follow."""
    assert is_labelled("（责任单位：市水利局")
    assert is_labelled("完成时限：2025年")
    assert not is_labelled("责任单位要落实")
    assert names_bodies("责任部门（单位）")
    assert names_bodies("牵头单位：")
    assert not names_bodies("完成时限")
    assert not names_bodies("责任领导")
    assert says_only_who("（市水利局牵头）")
    assert says_only_who("责任单位：市水利局")
    assert not says_only_who("治理河道。（市水利局牵头）")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("建港口（市水利局、市财政局）。", [WATER, FINANCE]),
        ("建港口（市水利局、各县区人民政府）\n", [WATER, "各县区人民政府"]),
        ("召开联席会议（市水利局、市财政局）。", []),
        ("通知成员单位（市水利局、市财政局）。", []),
        ("请有关部门（市水利局、市财政局）参加。", []),
        ("联合科研院所（中科院、南京大学）。", []),
    ],
)
def test_agencies_alone_in_a_bracket_end_a_line(text: str, bodies: list[str]) -> None:
    """In front of the last stop they are a clause, where nothing that they may explain stands before them."""
    found = [text[n.start : n.end] for clause in clauses(text, first_leads=False) for n in clause.named]
    assert bodies == found


@pytest.mark.parametrize(
    ("listed", "bodies"),
    [
        ("献县、河间市、青县政府", ["献县政府", "河间市政府", "青县政府"]),
        ("广州、深圳、珠海市人民政府", ["广州市人民政府", "深圳市人民政府", "珠海市人民政府"]),
        ("济南、青岛、枣庄等市政府", ["济南市政府", "青岛市政府", "枣庄市政府"]),
        ("东营、滨州等7市人民政府", ["东营市人民政府", "滨州市人民政府"]),
        ("甘孜、凉山州人民政府", ["甘孜州人民政府", "凉山州人民政府"]),
        ("江苏、浙江省人民政府", ["江苏省人民政府", "浙江省人民政府"]),
        ("马尾、连江人民政府", ["马尾人民政府", "连江人民政府"]),
        ("东胜区、准格尔旗政府", ["东胜区政府", "准格尔旗政府"]),
        ("务川自治县、道真县政府", ["务川自治县政府", "道真县政府"]),
        ("徐汇区、浦东新区政府", ["徐汇区政府", "浦东新区政府"]),
        ("团结、长新、民建乡人民政府", ["团结乡人民政府", "长新乡人民政府", "民建乡人民政府"]),
        ("天平街道、枫桥街道办事处", ["天平街道办事处", "枫桥街道办事处"]),
        ("苏州工业园区、苏州高新区管委会", ["苏州工业园区管委会", "苏州高新区管委会"]),
        ("合肥、芜湖高新区管委会", ["合肥高新区管委会", "芜湖高新区管委会"]),
        ("和县、博望区政府", ["和县政府", "博望区政府"]),
        ("市财政局和和县、博望区政府", ["市财政局", "和县政府", "博望区政府"]),
        ("石家庄、保定市政府及雄安新区管委会", ["石家庄市政府", "保定市政府", "雄安新区管委会"]),
    ],
)
def test_a_head_that_governments_share_is_given_to_each(listed: str, bodies: list[str]) -> None:
    """Divisions, townships and zones in front of one 政府 or 管委会 are each a government of their own."""
    assert (["市水务局"], bodies) == named(f"修渠道。（市水务局牵头，{listed}配合）")


@pytest.mark.parametrize(
    "listed",
    [
        ["市发展改革委", "萧县人民政府"],
        ["市水务局", "各县（市、区）政府"],
        ["市水务局", "各县区人民政府", "市管园区管委会"],
        ["萧县", "宿州高新区管委会"],
        ["宿州高新区", "萧县政府"],
        ["古井镇", "薛阁街道办事处"],
        ["县委", "县政府"],
        ["献县", "市水务局", "青县政府"],
    ],
)
def test_what_shares_no_head_stays_as_it_is_written(listed: list[str]) -> None:
    """A bureau in front of a government, a group, a place in front of a zone's committee: each as printed."""
    assert ([], listed) == named(f"修渠道。（责任单位：{'、'.join(listed)}）")


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建设数据中心，由市财政局牵头，会同市水利局共同推进。", [FINANCE], [WATER]),
        ("修渠道。由市财政局负责牵头组织实施，市水利局等部门配合。", [FINANCE], [WATER]),
        ("修渠道，此项工作由市财政局牵头，市水利局按职责分工负责。", [FINANCE], [WATER]),
        ("由龙头企业牵头，联合高校共建联合体。", [], []),
        ("建立由市财政局牵头、各部门参与的机制。", [], []),
        ("由市财政局牵头制定方案，各区抓好落实。", [], []),
    ],
)
def test_a_sentence_may_end_with_who_leads_what_it_tells(text: str, lead: list[str], support: list[str]) -> None:
    """What follows 由 is a clause where it names bodies and what they do alone."""
    assert (lead, support) == named(text)


def test_a_shared_head_is_quoted_where_it_stands() -> None:
    """The runs of such a body are its name and the head behind the list, which together write its name."""
    text = "（献县、青县政府负责）"
    ((first, _),) = (clause.named for clause in clauses(text, first_leads=False))
    assert [text[a:b] for a, b in first.runs] == ["献县", "政府"]


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("（市级牵头领导：王伟、李强，牵头单位：市财政局）", [FINANCE], []),
        ("（牵头市领导：张三）", [], []),
        ("（分管副市长：张三；责任单位：市财政局）", [], [FINANCE]),
        ("（县级包保领导：张三；牵头单位：市财政局）", [FINANCE], []),
        ("牵头领导：张三；责任单位：市财政局", [], [FINANCE]),
        ("（责任单位及责任人：市财政局张三）", [], [FINANCE]),
        ("（市级牵头单位：市财政局；县级责任单位：各县区政府）", [FINANCE], ["各县区政府"]),
        ("（行业主管部门：市财政局；实施主体：市水务集团）", [], [FINANCE, "市水务集团"]),
        ("（责任分工：市财政局牵头，市水利局配合）", [FINANCE], [WATER]),
        ("（责任科室：规划科、财务科）", [], ["规划科", "财务科"]),
        ("（市财政局牵头，会同市水利局、市教育局推进）", [FINANCE], [WATER, "市教育局"]),
        ("（依托国家中心推进）", [], []),
        ("（责任单位：★市财政局、市水利局）", [FINANCE], [WATER]),
        ("（责任单位：市财政局*、市水利局，标*的为牵头单位）", [FINANCE], [WATER]),
        ("（市财政局〔牵头〕、市水利局）", [FINANCE], [WATER]),
        ("（市财政局、市水利局，排第一位的为牵头单位）", [FINANCE], [WATER]),
        ("（责任单位：市财政局、市水利局。以上单位排序第一的为牵头单位，下同）", [FINANCE], [WATER]),
        ("（责任单位：市财政局、市水利局，列第一位者为总牵头）", [FINANCE], [WATER]),
        ("（市财政局牵头，排第一位的为牵头单位，下同；市水利局配合）", [FINANCE], [WATER]),
        ("（市财政局牵头总抓，市水利局协同）", [FINANCE], [WATER]),
        ("（各项任务责任单位中，列首位的为牵头单位。）", [], []),
        ("（责任单位：市财政局、市水利局，列第1位的为责任牵头单位）", [FINANCE], [WATER]),
        ("（责任单位：市财政局、市水利局；排在前面的为牵头单位）", [FINANCE], [WATER]),
        ("（责任单位：市财政局、市水利局；第一责任单位为牵头单位）", [FINANCE], [WATER]),
        ("（责任单位：市财政局等13个部门，各县（市、区）党委、政府）", [], [FINANCE, "各县（市、区）党委、政府"]),
        ("（市水利局、市财政局，各县（市、区）委、政府）", [], [WATER, FINANCE, "各县（市、区）委、政府"]),
        ("（责任单位：市财政局，各街道党工委、办事处）", [], [FINANCE, "各街道党工委、办事处"]),
        ("（市财政局等部门按职责分工负责，各县区人民政府抓好落实）", [], [FINANCE, "各县区人民政府"]),
        ("（责任单位：1.市财政局2.市水利局）", [], [FINANCE, WATER]),
        ("牵头单位：市财政局；工作措施：建立机制，推动发展", [FINANCE], []),
        ("主要责任单位：市财政局（牵头）、市水利局", [FINANCE], [WATER]),
        ("（责任单位：市财政局，联系人：张三）", [], [FINANCE]),
        ("（市财政局牵头，市水利局配合，张三负责）", [FINANCE], [WATER]),
        ("（市财政局牵总，高店、方村镇人民政府分头落实）", [], [FINANCE, "高店镇人民政府", "方村镇人民政府"]),
        ("（市财政局牵头，县妇联、县供销社、城关镇人民政府配合）", [FINANCE], ["县妇联", "县供销社", "城关镇人民政府"]),
        ("（市财政局、市水利局，市属各高校，下同）", [], [FINANCE, WATER, "市属各高校"]),
        ("（此项工作由市财政局牵头，市水利局统筹）", [FINANCE], [WATER]),
        ("（牵头：市财政局配合：市水利局、市教育局）", [FINANCE], [WATER, "市教育局"]),
        ("牵头单位：衬砌渠道46公里，改造建筑物87座\n责任单位：市水利局", [], [WATER]),
        ("（市财政局、市水利局，各区县（市）政府、管委会）", [], [FINANCE, WATER, "各区县（市）政府", "管委会"]),
    ],
)
def test_persons_ranks_and_marks_are_told_from_bodies(text: str, lead: list[str], support: list[str]) -> None:
    """Leaders by name are no agencies, a level or a rank belongs to its label, and a star marks who leads."""
    assert (lead, support) == named(f"建港口。{text}")


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建港口。\n市发展改革委牵头，市财政局、市水利局配合", [COMMISSION], [FINANCE, WATER]),
        (
            "建港口。市发展改革委牵头，市财政局，有关乡（镇）人民政府配合。",
            [COMMISSION],
            [FINANCE, "有关乡（镇）人民政府"],
        ),
        ("建港口。\n市委组织部牵头，市财政局按职责分工负责，2023年底前完成", ["市委组织部"], [FINANCE]),
        ("市发展改革委牵头编制规划，市财政局配合。", [], []),
        ("市发展改革委牵头，市财政局配合，做好申报工作。", [], []),
        ("由市发展改革委牵头，会同市财政局建立制度。", [], []),
    ],
)
def test_a_sentence_of_bodies_alone_is_a_clause(text: str, lead: list[str], support: list[str]) -> None:
    """Without brackets and labels, where a leader stands first and nothing but bodies and their verbs is said."""
    assert (lead, support) == named(text)


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("建港口。（有关县、市、区人民政府）", ["有关县、市、区人民政府"]),
        (
            "建港口。（国务院国资委、国家发展改革委、人力资源社会保障部、人民银行、银监会，东北三省、内蒙古自治区人民政府）",
            [
                "国务院国资委",
                "国家发展改革委",
                "人力资源社会保障部",
                "人民银行",
                "银监会",
                "东北三省人民政府",
                "内蒙古自治区人民政府",
            ],
        ),
        ("建港口（中科院、清华大学、浙江大学）。", []),
        ("建港口。（市财政局等部门和甲总会按职责分工负责）", [FINANCE, "甲总会"]),
        ("建港口。（市财政局等国务院相关部门及各地区负责）", [FINANCE, "国务院相关部门", "各地区"]),
        ("建港口。（市水利局、市财政局等和各地方人民政府按职责分工负责）", [WATER, FINANCE, "各地方人民政府"]),
        ("建港口。（市水利局、市财政局等以及各航运基地按职责分工负责）", [WATER, FINANCE, "各航运基地"]),
        ("建港口。（市水利局会同有关方面负责，2020年7月底前完成）", [WATER, "有关方面"]),
        (
            "建港口。（省直有关部门，各市、县（市、区）人民政府按职责分工负责）",
            ["省直有关部门", "各市、县（市、区）人民政府"],
        ),
        ("建港口。〔市水利局，各市（州）、县（市、区）人民政府〕", [WATER, "各市（州）、县（市、区）人民政府"]),
        ("建港口。（市水利局、市财政局、各镇街）", [WATER, FINANCE, "各镇街"]),
        ("建港口。（市水利局及各市人民政府，中央驻鲁有关单位）", [WATER, "各市人民政府", "中央驻鲁有关单位"]),
        ("建港口。（国务院国资委，国家开发银行，进出口银行）", ["国务院国资委", "国家开发银行", "进出口银行"]),
        ("建港口。（市水利局负责；各盟市行政公署、人民政府配合）", [WATER, "各盟市行政公署、人民政府"]),
        ("建港口。（市水利局负责，各县落实。以下均需各县落实，不再列出）", [WATER, "各县"]),
        ("建港口。（市水利局、市财政局负责，以下任务均需各县政府、高新区管委会落实，不再单列）", [WATER, FINANCE]),
        ("建港口。（市水利局、市财政局负责。各项任务均由各县政府落实，以下不再重复）", [WATER, FINANCE]),
        ("建港口。（责任单位：市水利局、市财政局；标的为牵头单位）", [WATER, FINANCE]),
        ("建港口。〖市水利局、市财政局负责〗", [WATER, FINANCE]),
        ("建港口。（分工：市水利局负责，市财政局配合）", [WATER, FINANCE]),
        ("建港口。（市水利局、市属企业）", [WATER, "市属企业"]),
        ("建港口。（市水利局负责，会同县财政局落实）", [WATER, "县财政局"]),
        ("建港口。（市水利局、在宁高校院所）", [WATER, "在宁高校院所"]),
        ("建港口。（市水利局、市财政局、各乡镇场）", [WATER, FINANCE, "各乡镇场"]),
    ],
)
def test_groups_stay_groups(text: str, support: list[str]) -> None:
    """Levels that share a head are one body; 等部门 behind a body is none."""
    assert ([], support) == named(text)


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("建港口。\n牵头单位\n市财政局\n责任单位\n市水利局、各县市政府", [FINANCE], [WATER, "各县市政府"]),
        ("建港口。由市财政局负责。", [], [FINANCE]),
        ("建港口。由市财政局会同市水利局负责。", [], [FINANCE, WATER]),
        ("建港口。由市铁路事务中心牵头，市水利局参与。", ["市铁路事务中心"], [WATER]),
        ("建港口。\n责任单位\n压实责任，市财政局要加强调度。", [], []),
        ("由企业负责。", [], []),
        ("具体工作由市财政局负责安排实施并定期通报。", [], []),
    ],
)
def test_labels_and_sentences_that_stand_alone(text: str, lead: list[str], support: list[str]) -> None:
    """A label may be a line without a colon above its bodies; a sentence may say no more than who does the task."""
    assert (lead, support) == named(text)
