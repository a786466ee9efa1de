"""The reference of the ontology is current, small, and true of the ontology and of the graph of the two plans."""

import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, parse

from kg.store import Store
from ontology import generate

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "ontology"
PAGE = (FOLDER / "index.html").read_text(encoding="utf-8")
LARGEST = 500_000
DECLARED = generate.declared()["DK"][1]


def test_the_files_are_what_is_made_now(plans_store: Path) -> None:
    """`make docs` writes them anew."""
    made = runpy.run_path(str(ROOT / "docs" / "make_ontology.py"))["files"]
    with Store(plans_store).open() as reader:
        files = made(reader)
    assert set(files) == {path.name for path in FOLDER.iterdir()}
    for name, text in files.items():
        assert text == (FOLDER / name).read_text(encoding="utf-8"), name


def test_the_files_are_of_reasonable_size() -> None:
    """All together."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LARGEST


@pytest.mark.parametrize("name", DECLARED)
def test_every_term_has_an_entry(name: str) -> None:
    """Which can be linked to."""
    assert f'<h3 id="{name}">' in PAGE


def test_links_inside_the_page_lead_somewhere_and_nothing_is_fetched() -> None:
    """Each anchor exists; no script, style, font or picture comes from elsewhere."""
    anchors = set(re.findall(r'id="([^"]+)"', PAGE))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= anchors
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\((?!#)", PAGE)


def test_every_class_has_an_example_and_all_are_in_the_graph(plans_store: Path) -> None:
    """Real data, which any parser of Turtle reads."""
    with Store(plans_store).open() as reader:
        quads = list(parse(path=FOLDER / "examples.ttl"))
        assert all(Quad(one.subject, one.predicate, one.object, DefaultGraph()) in reader.graph for one in quads)
    classes = [name for name in DECLARED if name[0].isupper()]
    text = (FOLDER / "examples.ttl").read_text(encoding="utf-8")
    assert sorted(classes) == sorted(re.findall(r"^# (\w+)$", text, re.MULTILINE))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.name)
def test_a_diagram_is_well_formed_and_names_terms_of_the_ontology(path: Path) -> None:
    """Each has a title for who does not see it."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert root.get("aria-label")
    said = {word for text in root.itertext() for word in re.findall(r"\b[A-Za-z]\w+", text)}
    assert len(said & set(DECLARED)) > 5
