"""The plans of the corpus, printed anew in layouts that files of the genre have: what is read stays the same."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from opencc import OpenCC

from extract.clauses.clauses import clauses
from extract.files.reading import read
from extract.pipeline import Extractor
from extract.plan import Document, Plan
from extract.structure.plans import plan
from tests.extract.strategies import broken

DOCUMENTS = Path(__file__).parents[2] / "documents"
HALF_WIDTH = str.maketrans("，；：（）！？。", ",;:()!?.")
FULL_WIDTH = {c: c + 0xFEE0 for c in range(0x30, 0x3A)}
MARGIN = 80
"""Columns of a line that is broken: forty Chinese characters."""
PAGE = 25
"""Lines of a page."""


def paragraphs(text: str) -> list[str]:
    """The printed lines without marks of headings and white space around them."""
    return [line for line in (re.sub("[#*]", "", line).strip() for line in text.split("\n")) if line]


def on_pages(text: str) -> str:
    """Lines broken at the margin, a page number after every page."""
    lines = [line for paragraph in paragraphs(text) for line in broken(paragraph, MARGIN)]
    pages = ["\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)]
    return "".join(f"{page}\n\n— {n} —\n\n" for n, page in enumerate(pages, 1))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "\n".join(f"\u3000\u3000{line}" for line in paragraphs(text)),
    "wide spaces": lambda text: "\u3000\u3000".join(paragraphs(text)),
    "single spaces": lambda text: " ".join(re.sub(r"\s", "", line) for line in paragraphs(text)),
    "straight quotes": lambda text: text.translate(str.maketrans("“”", '""')),
    "half-width": lambda text: text.translate(HALF_WIDTH),
    "full-width figures": lambda text: text.translate(FULL_WIDTH),
    "traditional": lambda text: OpenCC("s2t").convert(text),
    "broken lines": on_pages,
}


def told(found: Plan) -> dict[str, tuple[str, list[str]]]:
    """The text of each unit, and who leads and supports, however it is punctuated."""
    units = {}
    for unit in found.units:
        named = [body for clause in clauses(unit.text, first_leads=False) for body in clause.named]
        roles = sorted(f"{body.role}: {unit.text[body.start : body.end]}" for body in named)
        units[unit.id] = (unit.text.replace("\n", "").translate(HALF_WIDTH), roles)
    return units


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["suzhou", "qiaocheng"])
def test_what_is_read_does_not_depend_on_the_layout(name: str, layout: str) -> None:
    """Units, texts and clauses are the same whether lines are broken, joined, indented, or set in other characters."""
    document = read(DOCUMENTS / f"{name}.txt")
    printed = LAYOUTS[layout](document.text)
    relaid = plan(Document(name, "0" * 64, "utf-8", "text", printed))
    wanted, found = told(plan(document)), told(relaid)
    if layout == "traditional":  # the way there and back changes some characters
        wanted, found = ({name: ("", roles) for name, (_, roles) in units.items()} for units in (wanted, found))
    assert wanted == found
    for unit in relaid.units:
        assert all(0 <= at < len(printed) for at in unit.offsets)


@pytest.mark.parametrize("layout", ["half-width", "straight quotes", "full-width figures", "indented"])
@pytest.mark.parametrize("name", ["suzhou", "qiaocheng"])
def test_facts_do_not_depend_on_the_layout(name: str, layout: str) -> None:
    """The facts are the same whatever keyboard a text was written on."""
    document, extractor = read(DOCUMENTS / f"{name}.txt"), Extractor()
    printed = LAYOUTS[layout](document.text)
    wanted, found = (
        {(fact.unit, fact.kind, fact.as_written) for fact in extractor.extract(paper).facts}
        for paper in (document, replace(document, text=printed))
    )
    assert wanted == found


@pytest.mark.parametrize("gap", [" ", "    ", "\t", " " * 12, "\u3000" * 4])
@pytest.mark.parametrize("margin", range(48, 68, 2))
def test_labels_side_by_side_in_broken_lines(gap: str, margin: int) -> None:
    """White space parts the clause of who leads from that of who supports; the margin may cut either anywhere."""
    body = "加快建设城际快速通道，完善公共交通接驳体系，支持龙头企业共建配套园区，力争半小时通达主城区。"
    who = ["县教育体育局", "县人力资源和社会保障局", "县委组织部", "县卫生健康局", "县妇联", "城关镇人民政府"]
    measures = [
        (f"\u3000\u3000{n}.{body}", f"\u3000\u3000牵头单位：{who[0]}{gap}配合单位：{'、'.join(who[1 : 1 + n])}")
        for n in range(1, 6)
    ]
    printed = ["甲县行动计划", "一、重点任务", *(line for measure in measures for line in measure)]
    text = "\n".join(line for paragraph in printed for line in broken(paragraph, margin))
    units = {unit.id: unit.text for unit in plan(Document("made-up", "0" * 64, "utf-8", "text", text)).units}
    for n in range(1, 6):
        named = [body for clause in clauses(units[str(n)], first_leads=False) for body in clause.named]
        assert who[: n + 1] == [body.written(units[str(n)]) for body in named]
        assert ["lead"] + ["support"] * n == [body.role for body in named]
