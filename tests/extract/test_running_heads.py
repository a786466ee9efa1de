"""Lines over or under each page that name the paper or the gazette."""

import pytest

from extract.structure.lines import lines

PAGES = ("建设港口，疏浚", "航道，建设码头，改造", "船闸，扩建公路，新建", "铁路，修缮机场。")


def read(printed: str) -> str:
    """What the lines of a text say, joined."""
    return "".join(line.text for line in lines(printed))


@pytest.mark.parametrize(
    "page",
    ["\n　　　— {n} —\n{head}\n", "\n{n}\n\n{head}\n", "\n{head}\n· {n} ·\n", "\n{head} {n}\n\f", "\f{n} {head}\n"],
)
def test_what_stands_on_every_page_is_left_out(page: str) -> None:
    """A line beside the page number or the end of a page, said nowhere else, goes on three pages or more."""
    head = "甲市“十四五”物流业发展规划"
    printed = "".join(f"{said}{page.format(n=n, head=head)}" for n, said in enumerate(PAGES, 11))
    assert "".join(PAGES) == read(printed).removesuffix(head)


def test_two_lines_may_stand_on_every_page() -> None:
    """The name of the gazette and its number may be a line each."""
    printed = "".join(f"{said}\n— {n} —\n甲省人民政府公报\n总第六百期\n" for n, said in enumerate(PAGES, 11))
    assert "".join(PAGES) == read(printed)


def test_the_name_of_a_gazette_needs_no_page_number() -> None:
    """With its year and number it is told wherever it stands."""
    assert "建设港口，疏浚航道。" == read("建设港口，疏浚\n甲省人民政府公报 2023年第5期\n航道。")


def test_what_is_said_elsewhere_too_stays() -> None:
    """The name of a body in a cell that a page ends with is no running head."""
    printed = (
        "".join(f"{said}\n市发展改革委员会\n— {n} —\n" for n, said in enumerate(PAGES, 11)) + "甲\n市发展改革委员会\n乙"
    )
    assert 5 == read(printed).count("市发展改革委员会")
