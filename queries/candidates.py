"""Candidates as rows: what looks like a fact and gave none."""

from collections.abc import Iterable

from pyoxigraph import Literal

from kg.candidates import Candidate
from queries.engine import Rows
from queries.tables import Layout

_HEADS = {
    "plan": {"en": "Plan", "zh": "规划"},
    "unit": {"en": "Unit", "zh": "单元"},
    "kind": {"en": "Kind", "zh": "类别"},
    "candidate": {"en": "Candidate", "zh": "候选"},
    "reason": {"en": "Reason", "zh": "原因"},
    "why": {"en": "Why", "zh": "说明"},
    "sentence": {"en": "Sentence", "zh": "原句"},
}


def rows(found: Iterable[Candidate], language: str) -> Rows:
    """A row for each candidate: its plan, unit and kind, its words, the reason by name and in words, the sentence."""
    return Rows(
        tuple(_HEADS),
        tuple(
            tuple(map(Literal, (one.plan, one.unit, one.kind, one.text, one.reason, one.says[language], one.sentence)))
            for one in found
        ),
    )


def laid_out(language: str) -> Layout:
    """How a table shows them: why, and the sentence, beneath."""
    return Layout({name: heads[language] for name, heads in _HEADS.items()}, below=("why", "sentence"))
