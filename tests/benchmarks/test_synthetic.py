"""Made-up plans: the same number is the same plan, and each quotes itself."""

import pytest

from benchmarks.synthetic import AGENCIES, UNITS, Plans, title
from extract.facts import CooperationTie, PlaceMention, ProjectMention, RegionMention, Responsibility
from kg.identity import BASE
from kg.mapping import quads
from kg.nquads import write

CORPUS = "与浙江大学合作发展生物医药产业，融入淮海经济区。"


@pytest.fixture(scope="module")
def plans() -> Plans:
    """Plans beside a corpus of one sentence."""
    return Plans([CORPUS])


def test_a_number_is_a_plan(plans: Plans) -> None:
    """Made twice, by one author or another, a plan is the same; another number is another one."""
    assert plans.extraction(3) == Plans([CORPUS]).extraction(3)
    assert plans.extraction(3).document.sha256 != plans.extraction(4).document.sha256
    homes = [plans.home(number) for number in range(200)]
    assert len(homes) == len(set(homes))


def test_facts_quote_the_text(plans: Plans) -> None:
    """Each fact stands where its spans say, in its unit; units follow one another in the text."""
    made = plans.extraction(5)
    text = made.document.text
    units = {unit.id: unit for unit in made.plan.units}
    assert UNITS == len(units) == len(made.plan.units)
    assert text.startswith(title(plans.home(5)))
    for unit in made.plan.units:
        assert unit.text == text[unit.offsets[0] : unit.offsets[-1] + 1]
    for fact in made.facts:
        inside = range(units[fact.unit].offsets[0], units[fact.unit].offsets[-1] + 1)
        assert all(span.start in inside and span.end - 1 in inside for span in fact.evidence), fact
    named = [fact for fact in made.facts if isinstance(fact, PlaceMention | RegionMention | ProjectMention)]
    assert [fact.as_written for fact in named] == [
        text[fact.evidence[0].start : fact.evidence[0].end] for fact in named
    ]


def test_every_kind_of_fact_is_stated(plans: Plans) -> None:
    """A few plans hold every kind of fact that plans hold."""
    kinds = {type(fact).__name__ for number in range(3) for fact in plans.extraction(number).facts}
    assert {
        "Citation",
        "CooperationTie",
        "IndustryMention",
        "PartnerMention",
        "PlaceMention",
        "ProjectMention",
        "RegionMention",
        "Responsibility",
        "Target",
    } == kinds


def test_nothing_is_named_that_the_corpus_names(plans: Plans) -> None:
    """What a question about the corpus starts from has no more facts among synthetic plans."""
    text = "".join(plans.extraction(number).document.text for number in range(4))
    for name in ("浙江大学", "生物医药", "淮海经济区", "宿州", "上海市"):
        assert name not in text


def test_plans_next_to_each_other_name_each_other(plans: Plans) -> None:
    """Ties lead to the plans before and behind, of which the first has fewer."""
    assert 2 == len(plans.sides(0)) < len(plans.sides(1)) < len(plans.sides(2)) == 4
    partners = {fact.partner for fact in plans.extraction(7).facts if isinstance(fact, CooperationTie)}
    assert partners & set(plans.sides(7))


def test_agencies_are_those_of_the_jurisdiction(plans: Plans) -> None:
    """About so many as one has, each once, and each responsible is one of them or a group of governments."""
    agencies = plans.agencies(plans.home(2))
    assert AGENCIES <= len(set(agencies)) == len(agencies) < 2 * AGENCIES
    held = [fact.agency for fact in plans.extraction(2).facts if isinstance(fact, Responsibility)]
    assert {one for one in held if one.kind == "agency"} <= set(agencies)


def test_a_plan_is_a_graph(plans: Plans) -> None:
    """Its N-Quads are the same each time, sorted, and as many as a plan of such a length has."""
    made = plans.extraction(1)
    lines = write(quads(made, BASE, file_name="x.txt", version="synthetic")).splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) > 10 * len(made.facts)
