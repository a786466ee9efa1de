"""Writes `extraction.md` beside it: each rule, how often it is right on the annotation, and what is known to be missed.

`make docs` builds a store of the two plans for it; a test compares.
"""

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.rules import reasons, rules
from kg.annotations import read
from kg.build import build
from kg.comparison import ruled, stored
from kg.evaluation import Score, evaluate
from kg.precision import Precision, precisions
from kg.store import Reader, Store

HERE = Path(__file__).parent
PAGE = HERE / "extraction.md"
KINDS: list[dict[str, Any]] = tomllib.loads(HERE.joinpath("extraction.toml").read_text(encoding="utf-8"))["kinds"]
GOLD = sorted(HERE.parent.glob("tests/gold/*.dev.jsonl"))
_HEAD = """\
# What is extracted, by which rules, and how well

Made by `make docs` from `extract/rules.toml`, `docs/extraction.toml` and the annotated units in `tests/gold/`.
[guidelines.md](guidelines.md) says what counts as a fact; `deltakg explain PLAN UNIT` shows the rules at work on a
unit and what they left out, `deltakg candidates` what looks like a fact and gave none.

Each fact names the rule that found it (`dk:rule`). *Found* counts the facts of a rule in the {units} annotated units of
{plans}, *right* those that were annotated too; – says that the rule found nothing there. A fact of two rules
counts for both; stage, kind, mechanism and operator are judged apart (`deltakg evaluate`). The rules were written with
these units in view, so that other plans will see lower figures, and a rule with few facts has no figure to speak of.
`deltakg evaluate GOLD… --by-rule` reckons the same for any annotation.
"""
_FIELDS = {"responsibilities": ("lead", "support")}


def page(reader: Reader) -> str:
    """The text of the page.

    Args:
        reader: a store of the annotated plans.
    """
    gold = read(GOLD)
    judged = precisions(gold, ruled(reader, gold, {}))
    scores = evaluate(gold, stored(reader, gold, {}).units).scores
    plans = " and ".join(f"`{name}`" for name in sorted({document for document, _ in gold}))
    head = _HEAD.format(units=len(gold), plans=plans)
    return "\n".join([head, *(part for kind in KINDS for part in _kind(kind, judged, scores))])


def _kind(kind: dict[str, Any], judged: Mapping[str, Precision], scores: Mapping[str, Score]) -> Iterator[str]:
    name = kind["name"]
    of_kind = [scores[field] for field in _FIELDS.get(name, (name,))]
    annotated, found, right = (sum(getattr(one, part) for one in of_kind) for part in ("gold", "found", "hits"))
    yield f"## {kind['title']}\n\n{kind['counts']}\n"
    yield f"Of {annotated} annotated facts {right} are found, and {found - right} that were not annotated.\n"
    yield "| rule | finds | found | right | precision |\n| --- | --- | ---: | ---: | ---: |"
    for rule, said in rules().items():
        if rule.startswith(f"{name}."):
            one = judged[rule]
            share = f"{one.precision:.3f}" if one.found else "–"
            yield f"| `{rule}` | {said.en} | {one.found} | {one.hits} | {share} |"
    left_out = [(reason, said) for reason, said in reasons().items() if reason.startswith(f"{name}.")]
    if left_out:
        yield "\n| left out as | because |\n| --- | --- |"
        yield from (f"| `{reason}` | {said.en} |" for reason, said in left_out)
    yield "\nNot extracted:\n"
    for gap in kind["gaps"]:
        yield f"- {gap['says']}" + (f": {gap['example']}" if "example" in gap else "")
    yield ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store")
        build(store, [HERE.parent / "documents"])
        with Store(store).open() as opened:
            PAGE.write_text(page(opened), encoding="utf-8", newline="\n")
