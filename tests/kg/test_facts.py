"""The export has the form of the guidelines, and loses nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extract.plan import Document, Extraction
from kg.build import build
from kg.errors import UnknownStemError
from kg.facts import KEYS, Line, export
from kg.store import Reader, Store
from tests.kg.made_up import ALPHA_TITLE, MadeUpPipeline, alpha, beta, gamma

MADE = {one.document.stem: one for one in (alpha(), beta(), gamma())}


class Given(MadeUpPipeline):
    """Gives the made-up plans."""

    def extract(self, document: Document) -> Extraction:
        """The extraction of the document's stem."""
        return MADE[document.stem]


@pytest.fixture
def reader(tmp_path: Path, small_world: None, write_text: Callable[[str, str], Path]) -> Iterator[Reader]:  # noqa: ARG001 - for what it does
    """A store of the three plans, open."""
    build(tmp_path / "s", [write_text(f"{stem}.txt", stem) for stem in MADE], pipeline=Given())
    with Store(tmp_path / "s").open() as opened:
        yield opened


def line(unit: str, doc: str = "alpha", **lists: object) -> Line:
    """A line with these lists, the others empty."""
    return {"doc": doc, "unit": unit, **{key: [] for key in KEYS}, **lists}


ROAD = "徐州—淮北—阜阳高速公路"
ALPHA = [
    line("§前言", policies=["长江三角洲区域一体化发展规划纲要"]),
    line(
        "1",
        lead=["市发展改革委"],
        support=["市发改委", "各县区人民政府"],
        places=["徐州市", "埇桥区"],
        regions=["长三角"],
        projects=[{"name": ROAD, "stage": "underway", "places": ["徐州市", "阜阳市"]}],
        partners=[{"name": "中国矿业大学", "kind": "university"}],
        industries=["云计算"],
        targets=[
            {"indicator": "年份", "op": "=", "value": 2023, "unit": "年", "year": None},
            {"indicator": "通车里程", "op": ">", "value": 500.5, "unit": "公里", "year": 2023},
            {"indicator": "增长", "op": "=", "value": "1:2", "unit": "", "year": "annual"},
        ],
    ),
    line(
        "2",
        places=["铜山区", "蕲县镇"],
        projects=[{"name": "宿州高新区", "stage": "operating", "places": ["宿州高新区"]}],
        partners=[{"name": "徐工集团", "kind": "company"}],
        cooperation=[
            {"party": "埇桥区", "partner": "铜山区", "mechanism": "joint-park"},
            {"party": "宿州市", "partner": "沪苏浙", "mechanism": "strategic"},
            {"party": "宿州市", "partner": "徐工集团", "mechanism": "strategic"},
        ],
    ),
    line("专栏1.1"),
]
BETA = line(
    "1",
    "beta",
    projects=[
        {"name": ROAD, "stage": "planned", "places": ["徐州市", "阜阳市"]},
        {"name": "食品产业园", "stage": "underway", "places": []},
    ],
    cooperation=[{"party": "徐州市", "partner": "宿州市", "mechanism": "strategic"}],
    policies=["行动计划"],
)


def test_each_unit_is_a_line_with_its_facts_in_printed_order(reader: Reader) -> None:
    """Also a unit without any."""
    assert list(export(reader, ["alpha"])) == ALPHA


def test_all_plans_are_exported_by_stem(reader: Reader) -> None:
    """Unless some are asked for, each once and in the order asked."""
    assert [one["doc"] for one in export(reader)] == ["alpha"] * 4 + ["beta", "gamma"]
    assert [one["doc"] for one in export(reader, ["beta", "gamma", "beta"])] == ["beta", "gamma"]
    assert BETA == next(export(reader, ["beta"]))


def test_keys_are_those_of_the_guidelines_in_their_order(reader: Reader) -> None:
    """And every line is JSON."""
    keys = "doc unit lead support places regions projects partners cooperation industries targets policies"
    for one in export(reader):
        assert keys.split() == list(one)
        assert one == json.loads(json.dumps(one, ensure_ascii=False))


def test_an_unknown_stem_is_an_error_before_the_first_line(reader: Reader) -> None:
    """With the nearest stem."""
    with pytest.raises(UnknownStemError, match="did you mean 'alpha'"):
        export(reader, ["beta", "alpa"])


def test_a_title_with_marks_stays_as_printed(reader: Reader) -> None:
    """The citation alone folds them."""
    prefixes = {"dk": "https://w3id.org/deltakg/ontology#", "dcterms": "http://purl.org/dc/terms/"}
    found = reader.query("SELECT ?t { ?p dk:stem 'alpha' ; dcterms:title ?t }", prefixes=prefixes)
    assert [ALPHA_TITLE] == [row[0].value for row in found]  # type: ignore[union-attr]  # a SELECT
