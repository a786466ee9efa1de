"""A unit with its facts marked: where marks stand, in text, in JSON and on a page."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from extract.plan import Document
from extract.rules import rules
from queries.display import width
from queries.explanation import shown
from queries.marks import Explanation, explanation
from tests.extract.passages import extractor, profile, unit

TEXT = "推进萧县、灵璧通用机场建设，与徐州市铜山区合作。\n培育龙头企业3家，建设一批产业园区。（市发展改革委牵头）"


def explained(text: str = TEXT) -> Explanation:
    """A made-up unit, explained."""
    one, known = unit(text), profile()
    document = Document("made-up", "0" * 64, "utf-8", "text", text)
    return explanation(document, known.plan, extractor().explain(one, known))


def text_of(found: Explanation, *, columns: int = 60, colour: bool = False, language: str = "en") -> str:
    """An explanation as text."""
    return "".join(shown(found, "text", language, columns=columns, colour=colour))


class Page(HTMLParser):
    """Reads a page: its tags, and the text in each mark with the class of the mark."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.marked: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep tags and the marks that are open."""
        self.tags.append(tag)
        if tag not in {"meta", "link", "br"}:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Every tag that closes is the one that was opened last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Keep the text of the innermost mark."""
        classes = [kind for tag, kind in self.open if tag == "mark"]
        if classes and self.open[-1][0] == "mark":
            self.marked.append((classes[-1], data))


def test_numbers_stand_below_the_words_of_their_fact() -> None:
    """Each fact has a number at each of its runs, under its first character; a distributed head has two."""
    found = explained()
    lines = text_of(found).split("\n")
    project = next(mark for mark in found.marks if mark.what.startswith("萧县通用机场"))
    assert 2 == len(project.runs)
    above = next(line for line in lines if line.startswith("推进"))
    below = "\n".join(lines[lines.index(above) + 1 :]).split("培育")[0].split("\n")
    for start, _ in project.runs:
        column = width(above[:start])
        assert any(re.match(rf"{project.label}(?!\d)", line[column:]) for line in below)


def test_rows_never_overwrite_each_other() -> None:
    """However many facts share a word, each number is printed as often as lines hold its runs."""
    found = explained()
    body = text_of(found).partition("1 ──")[0]
    for mark in found.marks:
        label = re.escape(mark.label)
        assert len(mark.runs) <= len(re.findall(rf"(?<![\dx]){label}(?=[─┄ \n])", body))


def test_facts_and_what_was_left_out_are_listed_with_why() -> None:
    """Each is named once with its rule or its reason in words, in the language that is asked for."""
    out = text_of(explained(), columns=200)
    assert "project: 灵璧通用机场 (underway; 灵璧县)" in out
    assert f"projects.listed: {rules()['projects.listed'].en}" in out
    assert "cooperation: 宿州市 → 铜山区" in out
    assert "responsibility: 市发展改革委 (lead; 宿州市发展和改革委员会)" in out
    assert "places.ordinary_word: it is an ordinary word too" in out
    assert "未采纳" in text_of(explained(), language="zh")


def test_colour_adds_to_the_text_and_changes_no_character() -> None:
    """Without its codes a coloured text is the plain one."""
    found = explained()
    coloured = text_of(found, colour=True)
    assert "\x1b[34m" in coloured
    assert text_of(found) == re.sub(r"\x1b\[\d+m", "", coloured)
    assert "\x1b" not in text_of(found)


@pytest.mark.parametrize("columns", [1, 20, 33, 80])
def test_lines_hold_the_text_whole(columns: int) -> None:
    """Whatever the width, the lines of the text put together are the text, and no line of it is too wide."""
    lines = text_of(explained(), columns=columns).partition("\n\n")[2].partition("1 ──")[0].split("\n")
    printed = [line for line in lines if re.search("[\u4e00-\u9fff]", line)]
    assert TEXT.replace("\n", "") == "".join(printed)
    assert max(map(width, printed)) <= max(columns, 20)


def test_a_terminal_is_told_nothing_by_the_text() -> None:
    """Control characters of a document are printed as spaces."""
    assert "\x1b" not in text_of(explained("推进徐州市\x1b[31m合作。"), colour=False)


def test_json_counts_in_the_text_and_in_the_document() -> None:
    """Runs quote the text as read, evidence the document as printed; facts are those of the guidelines."""
    data = json.loads("".join(shown(explained(), "json", "en", columns=80)))
    assert TEXT == data["text"]
    place = next(one for one in data["facts"] if one["fact"] == "铜山区")
    assert ["places", ["铜山区"]] == [place["field"], [TEXT[a:b] for a, b in place["runs"]]]
    assert all(TEXT[e["start"] : e["end"]] == e["exact"] for one in data["facts"] for e in one["evidence"])
    assert {"一批产业园区"} == {one["what"] for one in data["left_out"] if "projects.several" in one["reasons"]}


def test_pages_are_told() -> None:
    """Of a file with pages the citation names the one where the unit starts, and each mark its own; of others none."""
    plain = explained()
    text = TEXT.replace("\n", "\f")
    paged = plain._replace(document=replace(plain.document, reader="pdf (pypdfium2)", text=text))
    assert "铜山区 (p. 1)" in text_of(paged)
    assert "市发展改革委 (lead" in text_of(paged)
    assert "第1页" in text_of(paged).splitlines()[1]
    assert "铜山区（第1页）" in "".join(shown(paged, "html", "zh", columns=80))
    data = json.loads("".join(shown(paged, "json", "en", columns=80)))
    told = {(one["field"], e["page"]) for one in data["facts"] for e in one["evidence"]}
    assert {("lead", 2), ("places", 1)} <= told
    assert "p. " not in text_of(plain)
    assert "页" not in "".join(shown(plain, "html", "zh", columns=80))


def test_no_line_runs_below_a_number() -> None:
    """On a page numbers stand in front of all marks, for a number inside one would be underlined with it."""
    html = "".join(shown(explained(), "html", "en", columns=80))
    page = Page(html)
    assert {"sup", "mark"} <= {*page.tags}
    assert not re.findall(r"<mark[^>]*>[^<]*<a", html)
    assert "@media (max-width" in html


def test_a_page_nests_its_marks_and_runs_no_script() -> None:
    """Marks open and close in order even where runs cross, all text is there, and nothing is fetched or run."""
    html = "".join(shown(explained(), "html", "en", columns=80))
    page = Page(html)
    assert not page.open
    assert {"script", "img", "link"}.isdisjoint(page.tags)
    assert "//" not in html
    assert ("places", "铜山区") in page.marked
    body = html.partition('class="text">')[2].partition("</div>")[0]
    assert TEXT.replace("\n", "") == re.sub(r"<sup>.*?</sup>|<[^>]*>|\n", "", body)


def test_a_page_shows_markup_as_text() -> None:
    """A document cannot write into the page."""
    html = "".join(shown(explained("推进<script>alert(1)</script>与徐州市合作。"), "html", "en", columns=80))
    assert "<script" not in html


def marks_of(text: str) -> Iterator[str]:
    """The labels of a text's marks."""
    return (mark.label for mark in explained(text).marks)


def test_what_is_said_twice_has_one_number() -> None:
    """One fact at two spots is one number with two runs; a unit without facts has none."""
    twice = [mark for mark in explained("对接徐州市。赴徐州市。").marks if mark.kind == "places"]
    assert [2] == [len(mark.runs) for mark in twice]
    assert [] == list(marks_of("本项。"))
    assert "Facts: none" in text_of(explained("本项。"))
