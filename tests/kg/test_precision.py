"""How often each rule is right."""

from extract.rules import rules
from kg.annotations import Units, keyed
from kg.facts import Found
from kg.precision import Precision, precisions


def gold(**lists: list[object]) -> Units:
    """The annotation of one unit."""
    return keyed([{"doc": "a", "unit": "1", **lists}])


def places(*found: tuple[str, tuple[str, ...]]) -> list[Found]:
    """Places that rules found."""
    return [Found("1", "places", name, names) for name, names in found]


def test_a_rule_is_right_where_its_fact_was_annotated() -> None:
    """Of two facts of a rule one was: one half; what two rules found counts for both."""
    found = places(("徐州市", ("places.full", "places.short")), ("宿州市", ("places.full",)))
    judged = precisions(gold(places=["徐州市", "萧县"]), {("a", "1"): found})
    assert (Precision(2, 1), Precision(1, 1)) == (judged["places.full"], judged["places.short"])
    assert (0.5, 1.0, 0.0) == tuple(judged[f"places.{n}"].precision for n in ("full", "short", "township"))


def test_a_fact_that_is_said_twice_counts_once() -> None:
    """For each of the rules that found it at one spot or another."""
    found = places(("徐州市", ("places.full",)), ("徐州市", ("places.short",)))
    judged = precisions(gold(places=["徐州市"]), {("a", "1"): found})
    assert (Precision(1, 1), Precision(1, 1)) == (judged["places.full"], judged["places.short"])


def test_only_annotated_units_and_wanted_fields_are_judged() -> None:
    """All described rules are told, in their order, and one that is not described behind them."""
    found = {("a", "1"): places(("徐州市", ("made.up",))), ("a", "2"): places(("徐州市", ("places.full",)))}
    judged = precisions(gold(places=["徐州市"]), found)
    assert [*rules(), "made.up"] == list(judged)
    assert (Precision(1, 1), Precision(0, 0)) == (judged["made.up"], judged["places.full"])
    assert "made.up" not in precisions(gold(places=["徐州市"]), found, fields=["lead"])
