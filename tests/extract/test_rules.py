"""What rules and reasons are called, and what is noted of candidates that are left out."""

import ast
from functools import cache
from pathlib import Path

import pytest

from extract.pipeline import COMPONENTS, profile_of
from extract.rules import reasons, rules
from extract.structure.plans import plan
from extract.tracing import is_tracing, reject, tracing
from tests.extract.passages import extractor, profile, unit
from tests.extract.test_pipeline import STEMS, extraction

SOURCES = Path(__file__).parents[2] / "extract"


@cache
def words_of(component: str) -> set[str]:
    """The strings of a component's module and of those that it imports from `extract`, parts of f-strings too."""
    read: set[str] = set()
    found: set[str] = set()
    wanted = {f"{component}.component"}
    while wanted:
        name = wanted.pop()
        read.add(name)
        module = SOURCES.joinpath(*name.split(".")).with_suffix(".py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("extract."):
                other = str(node.module).removeprefix("extract.")
                wanted |= {other} - read - {f"{other}.component" for other in set(COMPONENTS) - {component}}
    return found


@pytest.mark.parametrize("name", [*rules(), *reasons()])
def test_every_name_stands_in_the_code_of_its_component(name: str) -> None:
    """No rule and no reason is explained that no component gives, and each is said in both languages."""
    component, _, rule = name.partition(".")
    assert component in COMPONENTS
    assert {name, rule} & words_of(component) or rule.startswith("with_")
    assert all((rules() | reasons())[name][language] for language in ("en", "zh"))


def test_every_component_has_rules_and_all_but_titles_have_reasons() -> None:
    """Each component says what it finds; a title between marks is never left out."""
    assert set(COMPONENTS) == {name.partition(".")[0] for name in rules()}
    assert set(COMPONENTS) - {"policies"} == {name.partition(".")[0] for name in reasons()}


@pytest.mark.parametrize("stem", STEMS)
def test_every_fact_and_note_of_the_plans_is_explained(stem: str) -> None:
    """What two whole plans give has no rule and no reason without words; facts are the same with notes and without."""
    read = plan(extraction(stem).document)
    known = profile_of(read)
    found = [extractor().explain(one, known) for one in read.units]
    assert extraction(stem).facts == tuple(fact for one in found for fact in one.facts)
    assert set() == {fact.rule for one in found for fact in one.facts} - set(rules())
    assert set() == {left.reason for one in found for left in one.left_out} - set(reasons())


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("加快推进合作、资源共享。", [("合作", "places.ordinary_word"), ("资源", "places.ordinary_word")]),
        ("打造成都市农业基地。", [("成都市", "places.part_of_word")]),
        ("京沪高铁。", [("京沪", "places.line"), ("京沪高铁", "projects.no_verb")]),
        ("建设一批产业园区。", [("一批产业园区", "projects.several")]),
        ("打造长三角绿色农产品基地。", [("长三角绿色农产品基地", "projects.position")]),
        ("加快建设农村公路。", [("农村公路", "projects.class")]),
        ("支持龙头企业集团发展。", [("龙头企业集团", "partners.class")]),
        ("宿州市农业协会。", [("宿州市农业协会", "partners.own_side")]),
        ("缩小与徐州市差距。", [("徐州市", "cooperation.compares")]),
        ("徐州市经济发展较快。", [("徐州市", "cooperation.no_joining_word")]),
        ("给予10万元补助。", [("10万元", "targets.granted")]),
        ("现有企业等30家。", [("30家", "targets.existing")]),
        ("运用电子商务加强管理。", [("电子商务", "industries.tool")]),
        ("推进建设（含市教育局）。", [("（含市教育局）", "responsibilities.explains")]),
        ("沪苏浙中医药合作。", [("浙中", "regions.part_of_name")]),
    ],
)
def test_what_is_left_out_says_why(text: str, left_out: list[tuple[str, str]]) -> None:
    """Each candidate by its printed characters, with the reason of its component."""
    found = extractor().explain(unit(text), profile())
    said = [(text[one.span.start : one.span.end], one.reason) for one in found.left_out]
    assert [one for one in left_out if one not in said] == []


def test_what_another_rule_takes_is_not_left_out() -> None:
    """合作 is a city beside another; the last rule that looks decides."""
    found = extractor().explain(unit("对接徐州市铜山区。"), profile())
    assert [] == [one for one in found.left_out if one.reason.startswith("places.")]


def test_nothing_is_noted_unless_somebody_asks() -> None:
    """Notes are made within a block, in the list of the innermost, and never outside."""
    reject("places.far", 0, 1)
    assert not is_tracing()
    with tracing() as outer:
        reject("places.far", 0, 1)
        with tracing() as inner:
            reject("places.line", 1, 2)
        reject("places.line", 2, 2)
    assert (["places.far"], ["places.line"]) == ([n.reason for n in outer], [n.reason for n in inner])
    assert not is_tracing()
