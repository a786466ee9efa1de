"""How like a question is to the ways in which people ask, on a made-up catalogue and on that of the project."""

import re

import pytest

from queries.catalogue import names, question
from queries.phrasings import NONE, TURNED, Likeness, Matcher, columns, features, matcher, phrasings
from queries.scripts import weigh
from queries.spans import folded, simplified

EXAMPLES = ("谁牵头□", "□由谁负责", "which projects does □ lead", "what does □ cost")


def test_every_question_has_phrasings_in_both_languages() -> None:
    """At least fifteen each, and more of what no question answers."""
    lines = [line.split("\t") for line in weigh.FILE.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[3:]]
    for name in (*names(), NONE):
        for language in ("zh", "en"):
            least = 150 if name == NONE else 15
            assert sum(line[:2] == [name, language] for line in lines) >= least, (name, language)
    assert {NONE, *names()} == {name.removesuffix(TURNED) for name in columns(phrasings())}


def test_slots_are_parameters() -> None:
    """A phrasing of a question names nothing else, every name that is needed, and nothing twice."""
    for one in phrasings():
        if one.name != NONE:
            parameters = question(one.name).arguments
            assert set(one.slots) <= {parameter.name.upper() for parameter in parameters}, one
            needed = {parameter.name.upper() for parameter in parameters if parameter.default is None}
            assert needed <= set(one.slots) or (not one.slots and one.name == "shared-between-plans"), one
            assert len(one.slots) == len(set(one.slots)), one


def test_phrasings_are_simplified_and_each_stands_once() -> None:
    """They are compared with simplified questions."""
    texts = [(one.name, one.text, one.slots) for one in phrasings()]
    assert [] == sorted(one for one in set(texts) if texts.count(one) > 1)
    together = "\n".join(text for _, text, _ in texts)
    assert simplified(together) == together


def test_features_are_pieces_their_neighbours_and_notions() -> None:
    """Characters of Chinese and stems of English; what is named is one piece; notions cross languages."""
    assert {"谁", "谁 牵", "谁 牵 头", "牵 头 □", "^ 谁 牵", "=LEAD"} <= features("谁牵头□").keys()
    assert {"bureaus", "lead □", "which … lead", "=AGENCY LEAD"} <= features("which bureaus leading □").keys()
    assert 1 < features("项目，项目")["项"] < 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("leads", "leading"), ("policies", "policy"), ("cities", "city's"), ("branches", "branch"), ("running", "run")],
)
def test_words_of_one_stem_are_one(one: str, other: str) -> None:
    """Plurals, participles, possessives."""
    assert features(one) == features(other)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("您好，请问谁牵头□，谢谢", "谁牵头□"),
        ("领导问：□有哪些项目", "□有哪些项目"),
        ("hi, i'm a student - which projects involve □? thanks a lot!", "which projects involve □?"),
        ("for my thesis: what does □ cost", "what does □ cost"),
        ("谢谢", "谢谢"),
    ],
)
def test_asides_say_nothing(text: str, left: str) -> None:
    """Greetings, thanks, and who asks and why are no features; where nothing else is said, they are."""
    assert features(folded(left)) == features(folded(text))


def test_an_example_that_names_its_arguments_the_other_way_round_is_another_column() -> None:
    """What one plan has and another lacks may be asked in both orders."""
    assert {"only-in-plan", "only-in-plan~"} <= set(columns(phrasings()))
    assert "cooperation-between~" not in columns(phrasings())


def test_a_text_is_most_like_itself() -> None:
    """The likeness to itself is 1, and unknown words take from it."""
    known = Likeness(EXAMPLES)

    def like(text: str, index: int) -> float:
        vector = known.vector(features(text))
        return sum(weight * dict(known.examples(feature)).get(index, 0) for feature, weight in vector.items())

    assert 1 == pytest.approx(like(EXAMPLES[0], 0))
    assert like(EXAMPLES[0], 0) > like("谁牵头□呀", 0) > like("谁负责□呀", 0) > 0
    assert like("徐州", 0) == 0


def test_scores_follow_the_weights_of_examples() -> None:
    """What speaks for a question is the sum of the likenesses by their weights."""
    match = Matcher(EXAMPLES, [[1, 0, 0], [1, 0, 0], [0, 2, 0], [0, 0, -1]])
    leads, projects, costs = match.scores("which projects does □ lead")
    assert 2 == pytest.approx(projects)
    assert abs(leads) < projects
    assert -1 < costs < 0
    assert [0, 0, 0] == match.scores("萧县")


def test_the_weights_are_those_of_the_phrasings() -> None:
    """Whoever changes phrasings, notions or features weighs them anew: `python -m queries.scripts.weigh`."""
    assert weigh.distance(weigh.FILE.read_text(encoding="utf-8")) < 0.15


def test_an_example_fills_only_questions_that_its_names_fit() -> None:
    """A year fills no place; a plan may be the place that it is for; what is left over is counted."""
    assert 0 == weigh.surplus("targets-by-year", [{"year"}])
    assert weigh.surplus("projects-involving", [{"year"}]) is None
    assert 0 == weigh.surplus("projects-involving", [{"plan", "place"}, {"plan", "place"}])
    assert 1 == weigh.surplus("plans-loaded", [{"year"}])
    assert 0 == weigh.surplus(NONE, [{"year"}])


def test_most_phrasings_are_found_by_their_own_weights() -> None:
    """The files hold together: an example scores best for its question among all."""
    columns_, match = matcher()
    sample = phrasings()[::7]
    hits = sum(
        columns_[max(enumerate(match.scores(one.text)), key=lambda pair: pair[1])[0]] == one.column for one in sample
    )
    assert hits / len(sample) > 0.6
    assert all(re.fullmatch(r"[\w-]+~?", name) for name in columns_)
