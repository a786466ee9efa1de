"""Makes `phrasings.weights` out of `phrasings.tsv`: what each example says for and against each question.

    python -m queries.scripts.weigh [--check] [--folds N]

Kernel logistic regression: an example tells its question from those that its slots would fill as well.
At the optimum the weights are (is − probability) / `RIDGE`, which `--check` holds the file against.
`--folds` holds out every Nth example instead, and says how often the others find its question.
"""

import sys
from base64 import b85decode, b85encode
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np

from queries.catalogue import question
from queries.fillings import IMPLIED
from queries.phrasings import NONE, TURNED, Likeness, Phrasing, columns, features, phrasings

FILE = Path(__file__).parents[1] / "phrasings.weights"
HEAD = (
    "# Made by queries/scripts/weigh.py out of phrasings.tsv and the notions of ask.toml; a line an example, in base 85"
)
RIDGE = 0.005
STEPS = 400
IMPOSSIBLE = -1e9
SURPLUS = 1.0
"""What a name that a question has no parameter for takes from its score."""
KINDS = {
    "MEASURE": {"unit"},
    "PARTNER": {"organization"},
    "SIDE": {"place"},
    "INDUSTRY": {"industry", "text"},
    "INDICATOR": {"text"},
    "TOPIC": {"text"},
    "PLAN": {"plan", "place"},
}
"""What the name in a slot may be, where it is not what the slot is called."""
Matrix = np.ndarray[Any, np.dtype[np.float64]]


def kinds(example: Phrasing) -> list[set[str]]:
    """What each name in an example may be."""
    parameters = () if example.name == NONE else question(example.name).arguments
    named = {one.name.upper(): set(one.kinds) for one in parameters}
    found = []
    for slot in example.slots:
        said = named.get(slot, {slot.lower()})
        first = {"place"} if {"place", "region"} <= said else said
        found.append(KINDS["PLAN"] if "plan" in first else KINDS.get(slot, first) if slot not in named else first)
    return [one | {"text"} if "industry" in one else one for one in found]


def surplus(name: str, named: Sequence[set[str]]) -> int | None:
    """How many names a question has no parameter for; None where one is missing."""
    if name == NONE:
        return 0
    parameters = question(name.removesuffix(TURNED)).arguments
    needed = [set(one.kinds) for one in parameters if one.default is None]
    plan = any(one.default is not None for one in parameters)
    best = None
    for taken in permutations(range(len(named)), len(needed)):
        if all(named[index] & kinds for index, kinds in zip(taken, needed, strict=True)):
            rest = [one for index, one in enumerate(named) if index not in taken]
            over = len(rest) - (plan and any("plan" in one for one in rest))
            best = over if best is None else min(best, over)
    return best


def likenesses(texts: Sequence[str], others: Sequence[str]) -> Matrix:
    """How like each of `texts` is to each of `others`, which tell how rare features are."""
    known = Likeness(others)
    found = np.zeros((len(texts), len(others)))
    for index, text in enumerate(texts):
        for feature, weight in known.vector(features(text)).items():
            for other, much in known.examples(feature):
                found[index, other] += weight * much
    return found


def penalties(examples: Sequence[Phrasing], names: Sequence[str]) -> Matrix:
    """What is added to the score of each question, for the names in each example."""
    seen: dict[tuple[Any, ...], list[float]] = {}
    rows = []
    for one in examples:
        named = kinds(one)
        key = tuple(tuple(sorted(kind)) for kind in named)
        if key not in seen:
            over = [surplus(name, named) for name in names]
            seen[key] = [IMPOSSIBLE if many is None else -SURPLUS * many for many in over]
            if not any("plan" in kind for kind in named):
                seen[key][names.index("shared-between-plans")] = -IMPLIED - SURPLUS * len(named)
        rows.append(seen[key])
    return np.array(rows)


def probabilities(scores: Matrix) -> Matrix:
    """Of each question, from scores."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Matrix = powers / powers.sum(axis=1, keepdims=True)
    return found


def trained(likeness: Matrix, truth: Matrix, penalty: Matrix) -> Matrix:
    """The weights of the examples, by Nesterov's gradient descent."""
    vector = np.ones(len(likeness))
    for _ in range(30):  # the largest eigenvalue
        vector = likeness @ vector
        vector /= np.linalg.norm(vector)
    step = 1 / (0.5 * float(vector @ likeness @ vector) + RIDGE)
    weights = ahead = np.zeros(truth.shape)
    pace = 1.0
    for _ in range(STEPS):
        new = ahead - step * (probabilities(likeness @ ahead + penalty) - truth + RIDGE * ahead)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + (pace - 1) / faster * (new - weights)
        weights, pace = new, faster
    return weights


def truths(examples: Sequence[Phrasing], names: Sequence[str]) -> Matrix:
    """1 where an example is for a question, else 0."""
    return np.array([[float(one.column == name) for name in names] for one in examples])


def written(weights: Matrix) -> str:
    """The file: a scale, and a line of bytes for each example."""
    scale = float(np.abs(weights).max()) / 127
    rows = (np.rint(weights / scale) + 128).astype(np.uint8)
    return "\n".join([HEAD, f"{scale:.6f}", *(b85encode(row.tobytes()).decode() for row in rows), ""])


def distance(text: str) -> float:
    """How far the weights of a file are from those of the optimum, as a share of them; infinite where it has others."""
    examples = phrasings()
    names = columns(examples)
    _, scale, *rows = text.splitlines()
    if len(rows) != len(examples):
        return float("inf")
    weights = (np.array([list(b85decode(row)) for row in rows]) - 128.0) * float(scale)
    texts = [one.text for one in examples]
    found = probabilities(likenesses(texts, texts) @ weights + penalties(examples, names))
    best = (truths(examples, names) - found) / RIDGE
    return float(np.abs(best - weights).mean() / np.abs(weights).mean())


def right(folds: int) -> float:
    """The share of examples whose question the others find, each held out once."""
    examples = phrasings()
    names = columns(examples)
    penalty = penalties(examples, names)
    truth = truths(examples, names)
    hits = 0
    for fold in range(folds):
        out = np.arange(len(examples)) % folds == fold
        kept = [one.text for one, left in zip(examples, out, strict=True) if not left]
        held = [one.text for one, left in zip(examples, out, strict=True) if left]
        weights = trained(likenesses(kept, kept), truth[~out], penalty[~out])
        scores = likenesses(held, kept) @ weights + penalty[out]
        hits += int((scores.argmax(axis=1) == truth[out].argmax(axis=1)).sum())
    return hits / len(examples)


def main(arguments: Sequence[str]) -> int:
    """Write the file, or compare it."""
    if arguments[:1] == ["--check"]:
        print(f"{distance(FILE.read_text(encoding='utf-8')):.3f}")
        return 0
    if arguments[:1] == ["--folds"]:
        print(f"{right(int(arguments[1])):.3f}")
        return 0
    examples = phrasings()
    names = columns(examples)
    texts = [one.text for one in examples]
    weights = trained(likenesses(texts, texts), truths(examples, names), penalties(examples, names))
    FILE.write_text(written(weights), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
