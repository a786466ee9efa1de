"""Notes that say once who leads, and the stars and brackets of clauses, in whole plans."""

import pytest

from extract.facts import Responsibility
from extract.plan import Document
from tests.extract.passages import extractor

TITLE = "蚌埠市承接产业转移行动方案\n"


def roles(text: str) -> dict[str, tuple[list[str], list[str]]]:
    """Who leads and who supports in each unit of a plan that names bodies."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for fact in extractor().extract(Document("made-up", "0" * 64, "utf-8", "text", TITLE + text)).facts:
        if isinstance(fact, Responsibility):
            found.setdefault(fact.unit, ([], []))[fact.role != "lead"].append(fact.as_written)
    return found


def of_one(clause: str) -> tuple[list[str], list[str]]:
    """Who leads and who supports by the clause of a measure; another measure with it says the same."""
    found = roles(f"一、重点任务\n1.推进共建。{clause}\n2.推进合作，加快建设。{clause}\n")
    assert found.get("1") == found.get("2")
    return found.get("1", ([], []))


@pytest.mark.parametrize(
    "note",
    [
        "分号前为牵头单位，分号后为配合单位",
        "分号前的单位为牵头单位",
        "分号之前为牵头单位，其余为配合单位",
        "“；”前为牵头单位，“；”后为配合单位",
        "分号前为主办单位；分号后为协办单位",
    ],
)
def test_bodies_in_front_of_a_sign_lead(note: str) -> None:
    """Where a note says so, in a clause that has that sign; where it has none, nobody is known to lead."""
    one, two, three = "市商务局、市教育局；市财政局", "市商务局；市财政局", "市商务局、市财政局"
    found = roles(
        f"一、重点任务（{note}）\n1.推进。（责任单位：{one}）\n2.推进。（责任单位：{two}）\n3.推进。（责任单位：{three}）\n"
    )
    assert found == {
        "1": (["市商务局", "市教育局"], ["市财政局"]),
        "2": (["市商务局"], ["市财政局"]),
        "3": ([], ["市商务局", "市财政局"]),
    }


@pytest.mark.parametrize(
    ("note", "listed"),
    [
        ("“/”前为牵头", "市商务局、市教育局/市财政局"),
        ("斜杠前为牵头单位，其余为配合单位", "市商务局、市教育局/市财政局"),
        ("逗号前为牵头单位", "市商务局、市教育局，市财政局"),
    ],
)
def test_other_signs_may_part_leaders_from_others(note: str, listed: str) -> None:
    """A stroke and a comma do as a semicolon does."""
    assert (["市商务局", "市教育局"], ["市财政局"]) == of_one(f"（责任单位：{listed}。{note}，下同）")


def test_a_note_that_holds_for_what_follows_is_not_for_what_stands_before() -> None:
    """下同 is for the clauses behind it; a clause that says itself who leads, or who helps, is not touched."""
    found = roles(
        "一、重点任务\n1.推进港口。（责任单位：市商务局；市教育局）\n"
        "2.推进口岸。（责任单位：市商务局；市教育局。分号前为牵头单位，下同）\n"
        "3.推进航道。（责任单位：市水利局；市财政局）\n"
        "4.推进机场。（牵头单位：市商务局；配合单位：市教育局；市财政局）\n"
    )
    assert found == {
        "1": ([], ["市商务局", "市教育局"]),
        "2": (["市商务局"], ["市教育局"]),
        "3": (["市水利局"], ["市财政局"]),
        "4": (["市商务局"], ["市教育局", "市财政局"]),
    }


@pytest.mark.parametrize(
    "note",
    [
        "列第一位的为牵头单位",
        "排名第一的为牵头单位",
        "第一个单位为牵头单位",
        "第一顺位为牵头单位",
        "排位在前的为牵头单位",
        "牵头单位排在首位",
        "牵头单位列第一位",
        "由第一位的单位负责牵头",
    ],
)
def test_the_first_may_lead_by_a_note_in_any_place(note: str) -> None:
    """In a heading, a line of its own, the preamble, behind the measures, and in a row of a table over all columns."""
    measures = "1.推进港口。（责任单位：市商务局、市教育局）\n2.推进机场。（责任单位：市水利局、市财政局）\n"
    table = "| 序号 | 任务 | 责任单位 |\n| 1 | 推进港口 | 市商务局、市教育局 |\n| 2 | 推进机场 | 市水利局、市财政局 |\n"
    wanted = [(["市商务局"], ["市教育局"]), (["市水利局"], ["市财政局"])]
    for text in (
        f"一、重点任务（{note}）\n{measures}",
        f"一、重点任务\n（{note}）\n{measures}",
        f"为推进开放，制定本方案。各项任务中，{note}。\n一、重点任务\n{measures}",
        f"一、重点任务\n{measures}注：{note}。\n",
        f"一、重点任务\n| 任务分工表（{note}） |  |  |\n{table}",
        f"一、重点任务\n{table}| 备注：{note} |  |  |\n",
        f"一、重点任务\n{table}\n注：{note}。\n",
    ):
        assert wanted == list(roles(text).values())


def test_the_label_of_the_first_leader_is_no_note() -> None:
    """第一牵头单位 says who leads one task, nothing of the others."""
    one, two = "（第一牵头单位：市商务局；配合单位：市教育局）", "（责任单位：市商务局、市教育局）"
    found = roles(f"一、任务\n1.推进。{one}\n2.推进。{two}\n")
    assert (["市商务局"], ["市教育局"]) == found["1"]
    assert ([], ["市商务局", "市教育局"]) == found["2"]


@pytest.mark.parametrize("brackets", ["〈〉", "＜＞", "<>", "｛｝", "{}", "﹝﹞", "⦅⦆", "❲❳", "⟨⟩", "︵︶", "「」"])
def test_brackets_of_any_shape_hold_clauses(brackets: str) -> None:
    """A label in front or, but in quotes, a verb behind tells the clause."""
    opening, closing = brackets[0], brackets[1]
    assert ([], ["市商务局", "市教育局"]) == of_one(f"{opening}责任单位：市商务局、市教育局{closing}")
    if opening != "「":
        assert (["市商务局"], ["市教育局"]) == of_one(f"{opening}市商务局牵头，市教育局配合{closing}")


def test_other_text_in_rare_brackets_stays() -> None:
    """Titles, figures and tags are no clauses."""
    text = "落实《关于〈条例〉的意见》，推广“政府引导、部门负责”模式，污染物<35微克。"
    document = Document("made-up", "0" * 64, "utf-8", "text", f"{TITLE}一、任务\n1.{text}\n2.推进。\n")
    assert text == extractor().extract(document).plan.units[0].text


@pytest.mark.parametrize(
    ("clause", "lead", "support"),
    [
        ("（*市商务局、市教育局）", ["市商务局"], ["市教育局"]),
        ("（*市商务局、市教育局、*市财政局）", ["市商务局", "市财政局"], ["市教育局"]),
        ("（市商务局*、市教育局*、市财政局）", ["市商务局", "市教育局"], ["市财政局"]),
        (r"（责任单位：\*市商务局、市教育局、\*市财政局）", ["市商务局", "市财政局"], ["市教育局"]),
        ("（责任单位：市商务局（*）、市教育局）", ["市商务局"], ["市教育局"]),
        ("（责任单位：市商务局、★市教育局）", ["市教育局"], ["市商务局"]),
        ("（责任单位：市商务局（★）、市教育局）", ["市商务局"], ["市教育局"]),
        ("（责任单位：【牵头】市商务局、【配合】市教育局）", ["市商务局"], ["市教育局"]),
        ("（责任单位：市商务局、△市教育局，带△的为配合单位）", [], ["市商务局", "市教育局"]),
        ("（责任单位：★市商务局、△市教育局，标★的为牵头单位，标△的为配合单位）", ["市商务局"], ["市教育局"]),
        ("（责任单位：①市商务局、②市教育局）", [], ["市商务局", "市教育局"]),
        ("（*责任单位：市商务局、市教育局*）", [], ["市商务局", "市教育局"]),
        ("（责任单位：*市商务局*、市教育局）", [], ["市商务局", "市教育局"]),
        ("（**责任单位：**市商务局、**市教育局**）", [], ["市商务局", "市教育局"]),
    ],
)
def test_stars_mark_leaders_but_as_emphasis(clause: str, lead: list[str], support: list[str]) -> None:
    """A star beside the name of a body stays; two around one run, or doubled ones, are marks of Markdown."""
    assert (lead, support) == of_one(clause)
