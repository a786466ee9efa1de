"""Figures and mistakes of a comparison."""

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotations import Units, keyed, read
from kg.evaluation import FIGURES, Evaluation, Mistake, Score, distinct, evaluate, paired
from kg.facts import KEYS, Line
from kg.likeness import ATTRIBUTES, LIKENESS

GOLD = read(sorted((Path(__file__).parents[1] / "gold").glob("*.jsonl")))
WIDER = str.maketrans({"（": "(", "）": ")", "—": "－", "1": "１", "2": "２", "“": "「", "”": "」"})


def units(*lines: dict[str, Any]) -> Units:
    """Units of the document `d`, numbered from 1."""
    return keyed({"doc": "d", "unit": str(number), **line} for number, line in enumerate(lines, start=1))


def altered(change: Any, only: str = "") -> Units:  # noqa: ANN401 - any change of a list
    """The annotation with every list changed, or those of one field."""
    return {
        key: {**line, **{field: change(copy.deepcopy(line[field])) for field in KEYS if only in {"", field}}}
        for key, line in GOLD.items()
    }


def widened(value: Any) -> Any:  # noqa: ANN401 - as JSON has it
    """A fact printed in another width, with other dashes and with white space."""
    if isinstance(value, str):
        return f" {value.translate(WIDER)}。"
    if isinstance(value, list):
        return list(map(widened, value))
    if isinstance(value, dict):
        kept = {"stage", "kind", "mechanism", "op", "value", "year"}
        return {key: said if key in kept else widened(said) for key, said in value.items()}
    return value


def figures(evaluation: Evaluation) -> list[float]:
    """Every figure that there is."""
    scores = [figure for one in evaluation.scores.values() for figure in (one.precision, one.recall, one.f1)]
    return [*scores, *(one.part for one in evaluation.shares.values()), evaluation.units.recall, evaluation.macro]


def test_a_score_divides() -> None:
    """Precision, recall and F1 are those of the counts, and 0 where there is nothing to divide by."""
    score = Score(gold=4, found=5, hits=3)
    assert pytest.approx([3 / 5, 3 / 4, 2 / 3]) == [score.precision, score.recall, score.f1]
    nothing = Score(0, 0, 0)
    assert [0.0, 0.0, 0.0] == [nothing.precision, nothing.recall, nothing.f1]


def test_facts_are_counted_over_all_units() -> None:
    """Hits, missed and wrong facts are added up over the units (micro-average)."""
    gold = units({"places": ["徐州市", "萧县"]}, {"places": ["上海市"]}, {})
    found = units({"places": ["徐州市"]}, {"places": ["上海市", "江苏省"]}, {"places": ["浙江省"]})
    assert Score(3, 4, 2) == evaluate(gold, found).scores["places"]


def test_what_differs_is_said_with_its_sentence() -> None:
    """Missed, wrong and differing facts come with the sentence of their unit that says them."""
    road = {"name": "宿州—固镇高速公路", "stage": "starting", "places": []}
    gold = units({"places": ["徐州市"], "projects": [road]})
    found = units({"places": ["萧县"], "projects": [road | {"stage": "planned"}]})
    text = "对接徐州。支持萧县。开工建设宿州—固镇高速公路。"
    expected = (
        Mistake("d", "1", "places", "missed", "徐州市", None, "对接徐州。"),
        Mistake("d", "1", "places", "wrong", None, "萧县", "支持萧县。"),
        Mistake(
            "d", "1", "projects.stage", "differs", road, road | {"stage": "planned"}, "开工建设宿州—固镇高速公路。"
        ),
    )
    assert expected == evaluate(gold, found, texts={("d", "1"): text}).mistakes


def test_only_annotated_units_are_judged() -> None:
    """A unit that was not annotated is passed over, one that was not found counts as missed."""
    gold, found = units({"lead": ["市财政局"]}, {"lead": ["市教育局"]}), units({"lead": ["市财政局"]})
    outcome = evaluate(gold, found)
    assert (Score(2, 1, 1), Score(2, 1, 1), (("d", "2"),)) == (outcome.scores["lead"], outcome.units, outcome.missing)
    assert Score(1, 1, 1) == evaluate(found, gold).scores["lead"]


def test_a_repeated_fact_is_one() -> None:
    """A fact that a unit says twice counts once, and the first is kept."""
    assert ["宿州市（市区）", "萧县"] == distinct(["宿州市（市区）", "萧县", "宿州市(市区)"])


def test_the_most_alike_are_paired_first() -> None:
    """Each fact has one partner, and a better one is not lost to a worse one that comes first."""
    gold = ["宿州徐州现代产业园区", "徐州现代产业园区"]
    found = ["徐州现代产业园区", "宿州徐州现代产业园区"]
    assert set(zip(gold, gold, strict=True)) == set(paired(gold, found, LIKENESS["industries"]))


def test_agreement_does_not_depend_on_the_order() -> None:
    """Only units of both are compared, so that precision and recall change places and all else stays."""
    folder = Path(__file__).parents[1] / "gold"
    name_ = "15-guofa-2018-42-farm-machinery.jsonl"
    whole, other = read([folder / "elsewhere" / name_]), read([folder / "second" / name_])
    fewer = dict(list(whole.items())[3:]) | keyed([{"doc": "x", "unit": "1", "places": ["徐州市"]}])
    one, two = evaluate(fewer, other, is_agreement=True), evaluate(other, fewer, is_agreement=True)
    assert one.scores == {name: Score(score.found, score.gold, score.hits) for name, score in two.scores.items()}
    assert (one.shares, one.counted, one.macro) == (two.shares, two.counted, two.macro)
    assert one.units == Score(two.units.found, two.units.gold, two.units.hits)
    assert (one.missing, one.extra) == (two.extra, two.missing)
    assert (("x", "1"),) == one.missing
    assert 3 == len(one.extra)
    assert all(one.figure(name) == two.figure(name) for name in FIGURES)


def test_few_facts_do_not_count_in_macro() -> None:
    """The macro is the mean F1 of the fields with ten annotated facts or more."""
    many = [f"第{number}局" for number in range(10)]
    gold, found = units({"lead": many, "places": ["徐州市"]}), units({"lead": many[:5], "places": ["萧县"]})
    assert pytest.approx(2 / 3) == evaluate(gold, found).macro
    assert 0.0 == evaluate(gold, found, fields=["places"]).macro


def test_bars_are_held_against_figures() -> None:
    """A figure below its bar is named; one without an annotated fact, or not compared, is passed over."""
    gold, found = units({"lead": ["市财政局"]}), units({"lead": ["市教育局"], "places": ["萧县"]})
    bars = {"lead": 0.5, "places": 1.0, "units": 1.0, "macro": 1.0, "projects.stage": 1.0, "policies": 1.0}
    assert ("lead",) == evaluate(gold, found).below(bars)
    assert () == evaluate(gold, found, fields=["places"]).below(bars)


def test_an_annotation_agrees_with_itself() -> None:
    """Compared with itself every figure is 1, and there is no mistake."""
    outcome = evaluate(GOLD, GOLD)
    assert {1.0} == set(figures(outcome))
    assert () == outcome.mistakes


def test_width_is_no_difference() -> None:
    """Full-width and half-width forms, other quotes and dashes, and white space change no figure."""
    assert {1.0} == set(figures(evaluate(GOLD, altered(widened))))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1 << 16))
def test_order_is_no_difference(seed: int) -> None:
    """The order of facts and of units carries no meaning."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    shuffled = altered(lambda entries: chance.sample(entries, len(entries)))
    keys = chance.sample(list(shuffled), len(shuffled))
    assert {1.0} == set(figures(evaluate(GOLD, {key: shuffled[key] for key in keys})))


@settings(max_examples=40, deadline=None)
@given(field=st.sampled_from(KEYS), seed=st.integers(0, 1 << 16), share=st.floats(0, 1))
def test_each_lost_fact_is_missed(field: str, seed: int, share: float) -> None:
    """Losing facts of a field leaves its precision and lowers its recall by just these; other fields stay."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    fewer = altered(lambda entries: [entry for entry in entries if chance.random() > share], field)
    kept = sum(len(line[field]) for line in fewer.values())
    outcome = evaluate(GOLD, fewer)
    gold = sum(len(line[field]) for line in GOLD.values())
    assert Score(gold, kept, kept) == outcome.scores[field]
    assert gold - kept == len(outcome.mistakes)
    assert {1.0} >= {score.f1 for name, score in outcome.scores.items() if name != field}


@settings(max_examples=40, deadline=None)
@given(field=st.sampled_from(KEYS), seed=st.integers(0, 1 << 16), share=st.floats(0, 1))
def test_each_invented_fact_is_wrong(field: str, seed: int, share: float) -> None:
    """Inventing facts leaves the recall of a field and lowers its precision by just these."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    invented = {
        "projects": {"name": "无此事物", "stage": "planned", "places": []},
        "partners": {"name": "无此事物", "kind": "other"},
        "cooperation": {"party": "无此事物", "partner": "无此事物", "mechanism": "data"},
        "targets": {"indicator": "无此事物", "op": "=", "value": 987654, "unit": "", "year": None},
    }.get(field, "无此事物")
    more = altered(lambda entries: [*entries, invented] if chance.random() < share else entries, field)
    gold, found = (sum(len(line[field]) for line in side.values()) for side in (GOLD, more))
    outcome = evaluate(GOLD, more)
    assert Score(gold, found, gold) == outcome.scores[field]
    assert {"wrong"} >= {mistake.kind for mistake in outcome.mistakes}


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_an_attribute_is_judged_on_the_hits(attribute: str) -> None:
    """A wrong attribute leaves the fact a hit; its own figure falls, and each case is listed."""
    field, _, key = attribute.partition(".")

    def spoilt(entries: list[Any]) -> list[Line]:
        return [{**entry, key: ["无此地"] if key == "places" else f"no {entry[key]}"} for entry in entries]

    outcome = evaluate(GOLD, altered(spoilt, field))
    assert 1.0 == outcome.scores[field].f1
    assert 0.0 == outcome.figure(attribute)
    assert outcome.scores[field].gold == sum(mistake.name == attribute for mistake in outcome.mistakes)
    assert {"differs"} == {mistake.kind for mistake in outcome.mistakes}
