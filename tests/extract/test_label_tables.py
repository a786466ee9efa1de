"""Tables of labels, and tables in tables, in Word files and web pages alike."""

from html import escape
from pathlib import Path

import pytest

from extract.facts import Responsibility
from extract.files.reading import read
from extract.plan import Extraction
from tests.extract.papers import word
from tests.extract.passages import extractor

TITLE = ("蚌埠市承接产业转移行动方案", "一、重点任务")
RAIL, PORT = "加快徐州—淮北铁路前期工作。", "建设蚌埠港。"
Rows = list[list["str | Rows"]]
"""The cells of a table, a row each; one may hold a table."""


def in_word(rows: Rows) -> str:
    """A table of a Word file."""

    def cell(held: str | Rows) -> str:
        if isinstance(held, str):
            return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in held.split("\n"))
        return in_word(held) + "<w:p/>"

    made = ("".join(f"<w:tc>{cell(held)}</w:tc>" for held in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def on_page(rows: Rows) -> str:
    """A table of a web page."""
    made = (
        "".join(
            f"<td>{escape(held).replace(chr(10), '<br>') if isinstance(held, str) else on_page(held)}</td>"
            for held in row
        )
        for row in rows
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


@pytest.fixture(params=["docx", "html"])
def kind(request: pytest.FixtureRequest) -> str:
    """The extension of the file."""
    found: str = request.param
    return found


def extracted(kind: str, folder: Path, *tables: Rows) -> Extraction:
    """What a plan with these tables says."""
    path = folder / f"plan.{kind}"
    if kind == "docx":
        path.write_bytes(word([*TITLE, *map(in_word, tables)]))
    else:
        body = "".join(f"<p>{line}</p>" for line in TITLE) + "".join(map(on_page, tables))
        path.write_text(f"<html><body><div>{body}</div></body></html>", encoding="utf-8")
    return extractor().extract(read(path))


def duties(found: Extraction) -> dict[str, list[tuple[str, str]]]:
    """Who does what in each unit."""
    said: dict[str, list[tuple[str, str]]] = {unit.id: [] for unit in found.plan.units}
    for fact in found.facts:
        if isinstance(fact, Responsibility):
            said[fact.unit].append((fact.role, fact.as_written))
    return said


WANTED = {
    "表1.1": [("lead", "市交通运输局"), ("support", "市财政局"), ("support", "市商务局")],
    "表1.2": [("lead", "市水利局"), ("support", "市财政局")],
}


def test_labels_in_the_left_column(kind: str, tmp_path: Path) -> None:
    """One table a task: a cell of the left column says what the right one holds; the first label begins a record."""
    helpers = "市财政局\n市商务局"
    one: Rows = [["工作任务", RAIL], ["牵头单位", "市交通运输局"], ["配合单位", helpers], ["完成时限", "2025年"]]
    two: Rows = [["工作任务", PORT], ["牵头单位", "市水利局"], ["配合单位", "市财政局"], ["完成时限", "2026年"]]
    found = extracted(kind, tmp_path, one, two)
    assert duties(found) == WANTED
    assert f"工作任务：{PORT}\n牵头单位：市水利局\n配合单位：市财政局\n完成时限：2026年" == found.plan.units[1].text
    assert {"measure"} == {unit.kind for unit in found.plan.units}


def test_labels_side_by_side(kind: str, tmp_path: Path) -> None:
    """Two labels a row, and a row whose last cell is empty."""
    tables: list[Rows] = [
        [["任务名称", name, "完成时限", "2025年"], ["牵头单位", lead, "配合单位", support], ["主要内容", what, "", ""]]
        for name, lead, support, what in (
            ("推进铁路", "市交通运输局", "市财政局、市商务局", RAIL),
            ("推进港口", "市水利局", "市财政局", PORT),
        )
    ]
    found = extracted(kind, tmp_path, *tables)
    assert duties(found) == WANTED
    assert found.plan.units[0].text.endswith(f"主要内容：{RAIL}")


def test_labels_behind_numbers_and_below_titles(kind: str, tmp_path: Path) -> None:
    """A number that changes begins a record, and so does a title over all columns."""
    tasks = (("推进铁路", "市交通运输局", "市财政局、市商务局"), ("推进港口", "市水利局", "市财政局"))
    numbered: Rows = []
    titled: Rows = []
    for n, (name, lead, support) in enumerate(tasks, 1):
        numbered += [[str(n), "工作任务", name], [str(n), "牵头单位", lead], [str(n), "配合单位", support]]
        titled += [[name, ""], ["牵头单位", lead], ["配合单位", support]]
    assert duties(extracted(kind, tmp_path, numbered)) == WANTED
    assert duties(extracted(kind, tmp_path, titled)) == WANTED


def test_a_table_in_a_cell_of_bodies(kind: str, tmp_path: Path) -> None:
    """The rows of a table in a cell are lines behind their labels."""
    rows: Rows = [
        ["序号", "工作任务", "责任单位"],
        ["1", RAIL, [["牵头单位", "市交通运输局"], ["配合单位", "市财政局、市商务局"]]],
        ["2", PORT, [["牵头单位", "市水利局"], ["配合单位", "市财政局"]]],
    ]
    assert duties(extracted(kind, tmp_path, rows)) == WANTED


def test_a_table_in_a_frame(tmp_path: Path) -> None:
    """A table of one cell is a frame, and the table in it one of its own."""
    inner: Rows = [["序号", "工作任务", "牵头单位"], ["1", RAIL, "市交通运输局"], ["2", PORT, "市水利局"]]
    found = extracted("docx", tmp_path, [[inner]])
    assert {"表1.1": [("lead", "市交通运输局")], "表1.2": [("lead", "市水利局")]} == duties(found)


@pytest.mark.parametrize(
    "rows",
    [
        [["牵头单位", "工作任务", "配合单位"], ["市交通运输局", RAIL, "市财政局"], ["市水利局", PORT, "市财政局"]],
        [["工作任务", "配合单位", "牵头单位"], [RAIL, "市财政局", "市交通运输局"], [PORT, "市财政局", "市水利局"]],
        [
            ["序号", "任务", "牵头单位", "配合单位"],
            ["1", RAIL, "市交通运输局", "市财政局"],
            ["序号", "任务", "牵头单位", "配合单位"],
            ["2", PORT, "市水利局", "市财政局"],
        ],
    ],
)
def test_headers_are_no_labels(kind: str, rows: Rows, tmp_path: Path) -> None:
    """A column of bodies may stand first or last, and headers again on a new page."""
    roles = [sorted(said) for said in duties(extracted(kind, tmp_path, rows)).values()]
    assert [[("lead", name), ("support", "市财政局")] for name in ("市交通运输局", "市水利局")] == roles
