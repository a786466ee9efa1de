"""How often each rule is right: which part of what it found was annotated."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.rules import rules
from kg.annotations import Key, Units
from kg.evaluation import distinct, paired
from kg.facts import KEYS, Found
from kg.likeness import LIKENESS


@dataclass(frozen=True, slots=True)
class Precision:
    """How many facts a rule found in annotated units, and how many of them were annotated."""

    found: int
    hits: int

    @property
    def precision(self) -> float:
        """The part of what was found that was annotated, 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0


def precisions(
    gold: Units, found: Mapping[Key, Sequence[Found]], *, fields: Collection[str] = KEYS
) -> dict[str, Precision]:
    """How often each rule is right, in the order in which rules are described; a fact of two rules counts for both.

    Args:
        gold: the annotation; other units are not judged.
        found: the facts with their rules, by unit.
        fields: the lists to judge.

    Returns:
        All described rules, also those that found nothing, then others by name.
    """
    many: dict[str, list[int]] = {name: [0, 0] for name in rules()}
    for key, line in gold.items():
        for field in fields:
            for names, is_hit in _judged(line[field], [one for one in found.get(key, ()) if one.key == field], field):
                for name in names:
                    counts = many.setdefault(name, [0, 0])
                    counts[0] += 1
                    counts[1] += is_hit
    return {name: Precision(*counts) for name, counts in many.items()}


def _judged(gold: Sequence[object], found: Sequence[Found], field: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each fact of a list once, by its rules, and whether it was annotated."""
    entries = distinct([one.entry for one in found])
    hits = {id(other) for _, other in paired(distinct(gold), entries, LIKENESS[field])}
    for entry in entries:
        names = {name for one in found if one.entry == entry for name in one.rules}
        yield tuple(sorted(names)), id(entry) in hits
