"""Parts whose numbers stand behind a word for what they count: 任务一：, 专项行动1."""

from pathlib import Path

import pytest

from extract.files.reading import read
from extract.plan import Document
from extract.structure.plans import plan
from tests.extract.papers import WRITERS
from tests.extract.passages import extractor, told

RAIL = "加快徐州—淮北铁路前期工作，建设综合枢纽。（责任单位：市商务局、市教育局）"
PORT = "建设蚌埠港，与南京港开展合作。（牵头单位：市水利局；配合单位：市财政局）"


def units(text: str) -> dict[str, str]:
    """The texts of the units of a plan by their ids."""
    return {unit.id: unit.text for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units}


@pytest.mark.parametrize(
    ("first", "second", "ids"),
    [
        ("任务一：", "任务二：", ["一任务一", "一任务二"]),
        ("措施一　", "措施二　", ["一措施一", "一措施二"]),
        ("重点举措一、", "重点举措二、", ["一重点举措一", "一重点举措二"]),
        ("专项行动一：", "专项行动二：", ["一专项行动一", "一专项行动二"]),
        ("【工程一】", "【工程二】", ["一工程一", "一工程二"]),
        ("任务（一）：", "任务（二）：", ["一任务（一）", "一任务（二）"]),
        ("第一项：", "第二项：", ["一第一项", "一第二项"]),
        ("条一：", "条二：", ["一条一", "一条二"]),
        ("行动1.", "行动2.", ["1", "2"]),
        ("任务1 ", "任务2 ", ["1", "2"]),
        ("第1项：", "第2项：", ["1", "2"]),
    ],
)
def test_a_word_may_stand_with_a_number(first: str, second: str, ids: list[str]) -> None:
    """Such parts are units, in figures that run on by these alone; as sentences and with headings of their own."""
    sentences = f"一、重点任务\n{first}推进铁路。{RAIL}\n{second}推进港口。{PORT}\n二、保障措施\n加强组织领导。"
    headings = f"一、重点任务\n{first}推进铁路\n{RAIL}\n{second}推进港口\n{PORT}\n二、保障措施\n加强组织领导。"
    assert [("推进铁路。" + RAIL), ("推进港口。" + PORT)] == [units(sentences)[name] for name in ids]
    assert [RAIL, PORT] == [units(headings)[name] for name in ids]
    assert [*ids, "§二"] == list(units(sentences)) == list(units(headings))


def test_parts_may_stand_below_a_counted_one() -> None:
    """What is numbered below 行动一 has it in its path, where its figures restart."""
    text = f"行动一：推进铁路\n（一）建枢纽。{RAIL}\n（二）建场站。{RAIL}\n行动二：推进港口\n（一）建码头。{PORT}"
    assert ["行动一（一）", "行动一（二）", "行动二（一）"] == list(units(text))


def test_figures_that_restart_give_paths() -> None:
    """任务1 under each heading is no measure that runs on."""
    tasks = f"任务1：推进铁路。{RAIL}\n任务2：推进港口。{PORT}"
    assert ["一任务1", "一任务2", "二任务1", "二任务2"] == list(units(f"一、甲\n{tasks}\n二、乙\n{tasks}"))


@pytest.mark.parametrize(
    "line",
    [
        "任务一、任务二由市商务局负责推进。",
        "工程一期：建设码头。",
        "行动一览表见附件。",
        "第一项任务是推进铁路。",
        "项目1.5亿元到位。",
        "任务一：推进铁路。",
    ],
)
def test_other_lines_begin_no_part(line: str) -> None:
    """Running text is none, and one without a second neither."""
    assert ["一", "二"] == list(units(f"一、重点任务\n推进建设。\n{line}\n二、保障措施\n加强组织领导。"))


@pytest.mark.parametrize("suffix", WRITERS)
def test_they_are_read_in_every_kind_of_file(suffix: str, tmp_path: Path) -> None:
    """A Word file, a web page and a PDF say what the text says."""
    text = (
        f"蚌埠市承接产业转移行动方案\n一、总体要求\n推进开放，形成新的格局。\n二、重点任务\n任务一：推进铁路建设\n{RAIL}\n任务二：推进港口合作\n{PORT}\n"
        "三、保障措施\n加强组织领导，落实各项任务。\n"
    )
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(WRITERS[suffix](text))
    wanted = extractor().extract(Document("plan", "0" * 64, "utf-8", "text", text))
    found = extractor().extract(read(path))
    assert told(wanted)
    assert {unit.id: unit.text for unit in wanted.plan.units} == {unit.id: unit.text for unit in found.plan.units}
    assert told(wanted) == told(found)
