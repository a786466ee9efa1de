"""Tables in text that keeps the layout of the page: cells are wrapped beside each other, above and below the number."""

import pytest

from extract.clauses.clauses import clauses
from extract.plan import Document
from extract.structure.plans import plan

HEAD = "蚌埠市承接产业转移行动方案\n一、重点任务\n"
TAIL = "\n二、保障措施\n加强组织领导，落实各项任务。\n"
CENTRED = """
 序号          工作任务                   牵头单位        配合单位           完成时限

        推进跨省铁路建设，加快徐州
  1     —淮北铁路前期工作，建设综合    市交通运输局    市财政局、市发展      2025年底
        枢纽。                                        改革委

        推进港口合作，建设蚌埠港，
  2     与南京港开展合作。             市水利局        市财政局             2026年底

  3     完善航道网络。                 市交通运输局    市水利局             2026年底
"""
TOP = """
序号     工作任务                      牵头单位                    配合单位
1        推进铁路建设                  市交通运输局                市财政局、市发展
                                                                   改革委、市自然资
                                                                   源和规划局
2        推进港口合作                  市水利局                    市财政局
3        完善航道网络                  市农业农村                  市水利局
                                       局
4        发展通用航空                  市商务局                    市财政局
"""
WOVEN = """
序号     工作任务                      责任单位
                                       市发展
1        推进铁路建设                  改革委、市财
                                       政局
                                       市水利局、市
2        推进港口合作                  财政局、市生
                                       态环境局
3        完善航道网络                  市水利局
4        发展通用航空                  市商务局
"""
FIRST = """
牵头单位            工作任务                        配合单位

市交通运输局        推进跨省铁路建设，加快徐州      市财政局、市发展
                    —淮北铁路前期工作。            改革委

市水利局            推进港口合作                    市财政局
"""


def duties(table: str, *, first_leads: bool = False) -> dict[str, tuple[list[str], list[str]]]:
    """Who leads and who supports in each row that says so."""
    found = {}
    for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", HEAD + table + TAIL)).units:
        named = [body for clause in clauses(unit.text, first_leads=first_leads) for body in clause.named]
        if named:
            lead, support = ([b.written(unit.text) for b in named if b.role == role] for role in ("lead", "support"))
            found[unit.id] = lead, support
    return found


@pytest.mark.parametrize("gap", [" ", "\u00a0"])
def test_bodies_that_stand_whole_in_a_line_are_read(gap: str) -> None:
    """A row has what its line says; the list of bodies that is wrapped beside other cells is left out."""
    assert duties(CENTRED.replace("  ", gap * 2)) == {
        "表1.1": (["市交通运输局"], []),
        "表1.2": (["市水利局"], ["市财政局"]),
        "表1.3": (["市交通运输局"], ["市水利局"]),
    }
    assert duties(FIRST) == {"表1.1": (["市交通运输局"], []), "表1.2": (["市水利局"], ["市财政局"])}


def test_the_last_cell_of_a_row_may_go_on_below_it() -> None:
    """Its pieces follow each other in the text; a cell with another beside it between its pieces is left out."""
    assert duties(TOP) == {
        "表1.1": (["市交通运输局"], ["市财政局", "市发展改革委", "市自然资源和规划局"]),
        "表1.2": (["市水利局"], ["市财政局"]),
        "表1.4": (["市商务局"], ["市财政局"]),
    }


def test_pieces_above_and_below_a_row_give_nobody() -> None:
    """Where it is open to which row a piece belongs, the bodies of both are left out: no piece leads anything."""
    assert {"表1.4": (["市商务局"], [])} == duties(WOVEN, first_leads=True)


def test_rows_of_a_line_each_are_read_whole() -> None:
    """Where nothing is wrapped, nothing is left out."""
    rows = [("推进铁路", "市交通运输局"), ("推进港口", "市水利局"), ("完善航道", "市商务局")]
    printed = (f"{n}        {a}       {b}" for n, (a, b) in enumerate(rows, 1))
    table = "\n".join(["序号     工作任务       责任单位", *printed])
    assert [body for _, body in rows] == [body for _, (body,) in duties(table).values()]
