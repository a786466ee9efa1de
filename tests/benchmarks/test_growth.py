"""How the growth of questions is measured: which forms they are asked in, of what, and what is printed."""

from pathlib import Path

import pytest

from benchmarks import growth
from benchmarks.synthetic import Plans
from queries.catalogue import names, question


class Answers(growth.Asking):
    """Answers made up beforehand, in the place of a process."""

    def __init__(self, *said: tuple[float, int] | None) -> None:
        self.said = list(said)

    def ask(self, sparql: str) -> tuple[float, int] | None:
        """The next of them."""
        del sparql
        return self.said.pop(0)


def test_a_question_is_asked_as_it_stands_wider_and_in_one_plan() -> None:
    """A level is set to the widest ones, a plan to one of the corpus; in one plan, the number of facts is fixed."""
    found = {called: (sparql, fixed) for called, sparql, fixed in growth.forms(question("projects-involving"))}
    usual, wider, narrower = found.values()
    assert ["projects-involving", "projects-involving, widest level", "projects-involving, in one plan"] == list(found)
    assert (True, True, True) == (usual[1], wider[1], narrower[1])
    assert 3 == len({usual[0], wider[0], narrower[0]})
    assert '"as-group"' in wider[0]
    assert growth.PLAN in narrower[0]


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("projects-involving", True),
        ("targets-by-year", False),
        ("cooperation-by-mechanism", False),
        ("measures-mentioning", False),
        ("plans-loaded", False),
    ],
)
def test_what_starts_from_something_has_a_fixed_number_of_facts(name: str, fixed: bool) -> None:  # noqa: FBT001 - of a table
    """A place has as many facts in a larger graph; a year, a text or a mechanism has more."""
    assert fixed == next(growth.forms(question(name)))[2]


def test_every_question_is_asked() -> None:
    """No question of the catalogue lacks a form, and forms are called by different names."""
    called = [called for name in names() for called, _, _ in growth.forms(question(name))]
    assert len(set(called)) == len(called) >= len(names())


def test_the_median_counts_of_runs_in_turns() -> None:
    """The first answer warms up and says the rows; what took too long has no time."""
    one = Answers((9.0, 4), (1.0, 4), (2.0, 4), (7.0, 4))
    assert [(2.0, 4), None] == growth.measure([one, Answers(None)], "", 3, 60)
    assert [(1.0, 4)] == growth.measure([Answers((9.0, 4), (1.0, 4))], "", 3, -1)


@pytest.mark.parametrize(
    ("small", "large", "fixed", "missed", "said"),
    [
        ((0.010, 5), (0.012, 5), True, False, ["10.0 ms", "12.0 ms", "5", "1.20×", "≤ 1.5×"]),
        ((0.010, 5), (0.020, 5), True, True, ["10.0 ms", "20.0 ms", "5", "2.00×", "≤ 1.5×"]),
        ((0.010, 5), (0.090, 50), False, False, ["10.0 ms", "90.0 ms", "50", "9.00×"]),
        ((0.010, 5), None, True, True, ["10.0 ms", ">20 s", "≤ 1.5×"]),
    ],
)
def test_a_row_says_the_times_and_whether_the_aim_is_missed(
    small: tuple[float, int],
    large: tuple[float, int] | None,
    fixed: bool,  # noqa: FBT001 - of a table
    missed: bool,  # noqa: FBT001 - as above
    said: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only what starts from a fixed number of facts has an aim; what takes too long misses it."""
    assert missed == growth._print("projects", [small, large], 20, fixed=fixed)  # noqa: SLF001 - a pure function
    out = capsys.readouterr().out
    assert out.startswith("projects ")
    place = -1
    for cell in said:
        assert (place := out.find(cell, place + 1)) > 0, (cell, out)


def test_a_store_holds_the_corpus_and_as_many_plans_as_it_needs(tmp_path: Path) -> None:
    """Nearly every line stands twice, in its graph and in the merge, which alone is counted."""
    document, lines = growth.synthetic(Plans([]), 0)
    assert "synthetic-000000" == document.stem
    plans, triples = growth.make(tmp_path / "store", 1)
    assert 3 == plans
    assert lines.count(b"\n") // 4 < triples
    assert growth.graph(tmp_path / "store").is_dir()
