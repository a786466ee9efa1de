"""What stands around figures: units in brackets, years that close a month, verbs of two words, standards that rise."""

from dataclasses import replace

import pytest

from extract.facts import Target
from extract.plan import Plan
from extract.targets.years import annual_year
from tests.extract.passages import facts, unit


def told(text: str) -> list[tuple[str, str, int | float | str, str, int | str | None]]:
    """The targets of a text."""
    return [(f.as_written, f.op, f.value, f.unit_of_measure, f.year) for f in facts(text, Target, "430000")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施幸福河湖建设20条（个）。", ("幸福河湖建设", "=", 20, "条（个）", None)),
        ("培训渔民300人（次）。", ("渔民", "=", 300, "人（次）", None)),
        ("新建和改造提升农村公路3000公里。", ("农村公路", "=", 3000, "公里", None)),
        ("城镇化率提升2个百分点。", ("城镇化率", "+", 2, "个百分点", None)),
        ("三年内实现“一件事一次办”事项80项以上。", ("“一件事一次办”事项", ">=", 80, "项", None)),
        ("将城乡居民医保财政补助标准提高到640元。", ("城乡居民医保财政补助标准", "=", 640, "元", None)),
        ("2025年底前，建成投用冷库12座。", ("冷库", "=", 12, "座", 2025)),
        ("2024年6月底前，完成管网改造投资20亿元。", ("投资", "=", 20, "亿元", 2024)),
        ("将煤矿数量减少到500处以内。", ("煤矿数量", "<=", 500, "处", None)),
        ("打造10个5G全连接工厂。", ("5G全连接工厂", "=", 10, "个", None)),
        ("打造“1小时”应急救援圈。", ("应急救援圈", "=", 1, "小时", None)),
        ("农村低保标准年人均不低于6500元。", ("农村低保标准", ">=", 6500, "元", None)),
    ],
)
def test_what_stands_around_figures(
    text: str, expected: tuple[str, str, int | float | str, str, int | str | None]
) -> None:
    """Each figure is read with the whole of its unit, its year and the noun that is counted."""
    assert [expected] == told(text)


def test_another_place_has_the_same_indicator() -> None:
    """A place alone in front of a comparison stands for what was counted of the place before it."""
    found = told("2025年底前，衡阳市推广新能源公交车不少于250辆，永州市不少于150辆。")
    assert [
        ("衡阳市推广新能源公交车", ">=", 250, "辆", 2025),
        ("永州市推广新能源公交车", ">=", 150, "辆", 2025),
    ] == found


def test_reaches_of_circles_are_apart() -> None:
    """Each reach of a list of circles is an aim of its own, and the one before it no part of its name."""
    found = told("构建出行交通圈，都市区1小时通勤、城市群2小时通达、全国主要城市3小时覆盖。")
    assert [1, 2, 3] == [value for _, _, value, _, _ in found]
    assert "全国主要城市" == found[-1][0]


def test_grants_are_no_aims() -> None:
    """What is granted by a standard to somebody is no aim."""
    assert [] == told("对新认定的高新技术企业给予10万元补助。")


def test_a_paper_without_a_title_is_of_the_year_that_it_adopts() -> None:
    """Where only the issuer is found as title, the paper that is adopted tells the year."""
    text = "《2023年全区推进长三角一体化发展重点工作》已经区政府常务会议讨论通过，现印发给你们。"
    plan = Plan("made-up", "某市某区人民政府办公室", None, None, None, None, "320509", (), (unit(text),))
    assert 2023 == annual_year(plan)
    assert annual_year(replace(plan, title="某区推进长三角一体化发展的意见")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("森林覆盖率达到百分之七十一。", ("森林覆盖率", "=", 71, "%", None)),
        ("森林蓄积量增长百分之九点五以上。", ("森林蓄积量", "+", 9.5, "%", None)),
        ("到二〇二五年，森林覆盖率达到71%。", ("森林覆盖率", "=", 71, "%", 2025)),
        ("二○三五年城镇化率达到百分之75左右。", ("城镇化率", "~", 75, "%", 2035)),
        ("规模以上工业企业突破一千户。", ("规模以上工业企业", ">", 1000, "户", None)),
        ("培养一百二十名教师。", ("教师", "=", 120, "名", None)),
        ("建成一百零八个站点。", ("站点", "=", 108, "个", None)),
    ],
)
def test_numbers_in_characters(text: str, expected: tuple[str, str, int | float | str, str, int | str | None]) -> None:
    """Shares, counts and years written in characters are worth what digits are."""
    assert [expected] == told(text)


def test_three_branches_and_altogether_are_no_count() -> None:
    """三次产业 and 千人计划 count nothing, and 百分之百 in front of a verb is an adverb."""
    assert [] == told("优化三次产业结构，实施千人计划，停车位应百分之百建设充电设施。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("技术合同成交额三年翻两番，达到1200亿元。", [("技术合同成交额", "=", 1200, "亿元", None)]),
        (
            "生产总值突破5000亿元，技术合同成交额翻一番，达到1200亿元。",
            [("生产总值", ">", 5000, "亿元", None), ("技术合同成交额", "=", 1200, "亿元", None)],
        ),
        ("旅游收入稳步提升，年均增长10%以上。", [("旅游收入", "+", 10, "%", "annual")]),
        ("年均增长10%以上。", []),
        ("新建双向四车道120公里。", []),
    ],
)
def test_what_grows_stands_in_the_clause_before(
    text: str, expected: list[tuple[str, str, int | float | str, str, int | str | None]]
) -> None:
    """A clause that begins with its comparison speaks of what the one before says to grow; no verb is an indicator."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，60%以上的行政村建成“一村一品”示范村。", [("行政村“一村一品”示范村", ">=", 60, "%", 2025)]),
        ("推动60%以上的规上工业企业实现数字化改造。", [("规上工业企业数字化改造", ">=", 60, "%", None)]),
        ("对增长20%以上的企业完成技术改造的，给予补助。", []),
        ("过半的行政村建成示范村。", []),
    ],
)
def test_a_share_of_many_is_to_reach_something(
    text: str, expected: list[tuple[str, str, int | float | str, str, int | str | None]]
) -> None:
    """A share of many things is aimed at where they are to become, build or finish something."""
    assert expected == told(text)


def test_what_a_second_verb_makes_is_its_own() -> None:
    """A verb right in front of its figure makes what stands behind it, not what the clause before counted."""
    expected = [("教师", "+", 500, "名", None), ("管网", "=", 120, "公里", None)]
    assert expected == told("新增500名教师，改造120公里管网。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稳定生猪存栏150万头以上、能繁母猪12万头左右。", [("生猪存栏", ">=", 150), ("能繁母猪", "~", 12)]),
        ("保持全省耕地保有量1.15亿亩以上。", [("耕地保有量", ">=", 1.15)]),
        ("新（改）建农村公路500公里，改（扩）建学校35所。", [("农村公路", "=", 500), ("学校", "=", 35)]),
        ("新建城关、大桥、红旗3座污水处理厂。", [("污水处理厂", "=", 3)]),
        ("预算内资金安排不少于3亿元用于重大项目前期工作。", [("预算内资金用于重大项目前期", ">=", 3)]),
        ("省级资金每年安排5000万元用于支持县域商业。", [("省级资金用于支持县域商业", "=", 5000)]),
        ("实现20户以上自然村通宽带率达到98%。", [("20户以上自然村通宽带率", "=", 98)]),
        ("公交站点500米覆盖率提升到95%。", [("公交站点500米覆盖率", "=", 95)]),
        ("实施新一轮千亿斤粮食产能提升行动和百万亩油茶基地建设计划。", []),
        ("对年营业收入10亿元以上企业给予贴息。", []),
        ("涉及城关区、临江市16个镇，建设驿站5个。", [("驿站", "=", 5)]),
    ],
)
def test_what_is_kept_made_and_bounded(text: str, expected: list[tuple[str, str, int | float | str]]) -> None:
    """What is kept as large counts, and what brackets say to be made; figures of names and of conditions do not."""
    assert expected == [row[:3] for row in told(text)]


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("全年完成投资700亿元。2023年新建学校5所。", "川府发〔2023〕2号", 2023),
        ("全年完成投资700亿元。", "川府发〔2023〕2号", 2023),
        ("2023年新建学校5所，到2025年建成10所。2025年全面完成。", "川府发〔2023〕2号", None),
        ("2023年新建学校5所。", None, None),
    ],
)
def test_measures_are_for_the_year_of_their_number(text: str, number: str | None, year: int | None) -> None:
    """Measures whose title names no year are for that of their number, where their text speaks of it most."""
    title = "某省推动经济运行整体好转的若干政策措施"
    plan = Plan("made-up", title, number, None, None, None, "510000", (), (unit(text),))
    assert year == annual_year(plan)
    assert annual_year(replace(plan, title="某省旅游业三年行动计划")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("攻克关键核心技术100项，出台地方标准30项。", [("关键核心技术", 100), ("地方标准", 30)]),
        ("加固病险水库30座，疏浚河道200公里。", [("病险水库", 30), ("河道", 200)]),
        ("动员200家企业参与结对，引导1万名青年返乡创业。", [("企业参与结对", 200), ("青年返乡创业", 1)]),
        ("公路总里程达到2.5万公里（其中高速公路1000公里）。", [("公路总里程", 2.5), ("高速公路", 1000)]),
        ("入驻企业不少于20家，三年内达到100家。", [("入驻企业", 20), ("入驻企业", 100)]),
        ("建成覆盖城乡的15分钟健身圈。", [("覆盖城乡的健身圈", 15)]),
        ("推动建设城市一刻钟便民生活圈。", [("城市便民生活圈", 1)]),
        ("实现一刻钟便民生活圈覆盖率达到90%。", [("一刻钟便民生活圈覆盖率", 90)]),
        ("将办理时限由15个工作日压缩到5个工作日。", [("办理时限", 5)]),
        ("培育产值超10亿元的企业10家，超100亿元的1家。", [("产值超10亿元的企业", 10), ("超100亿元", 1)]),
        ("“新三板”新增挂牌企业5家。", [("挂牌企业", 5)]),
        ("每年培训导游、民宿管家等1000人次以上。", [("导游、民宿管家", 1000)]),
        ("申报“菜篮子”生产基地，到2025年新增认定5家。", [("“菜篮子”生产基地", 5)]),
        ("每年至少落实2项实质性合作事项。", [("实质性合作事项", 2)]),
        ("铁路和水路货运量分别增长10%和12%。", [("铁路货运量", 10), ("水路货运量", 12)]),
        ("化肥、农药使用量分别减少3%、5%。", [("化肥使用量", 3), ("农药使用量", 5)]),
    ],
)
def test_what_is_done_to_things_that_are_counted(text: str, expected: list[tuple[str, int | float]]) -> None:
    """Whatever verb makes, mends or wins the things, their count is an aim; so is a part of it in a bracket."""
    assert expected == [(name, value) for name, _, value, _, _ in told(text)]
