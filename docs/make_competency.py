"""Writes `competency-questions.md` beside it from what a reader answered: `make docs`; a test compares."""

import json
from pathlib import Path
from typing import Any

COMPETENCY = Path(__file__).parents[1] / "tests" / "queries" / "golden" / "competency.jsonl"
PAGE = Path(__file__).with_name("competency-questions.md")
_HEAD = """\
# Competency questions

What the graph must be able to answer. A reader who had not seen the program answered each of these questions from the
plans, by hand; `tests/queries/golden/competency.jsonl` holds the rows with a note on each, and a test asks them all.
`plans` are the two plans of the corpus, `all` are these and the three made-up ones of `tests/plans/made-up`. An answer
is complete where the reader gave every row that there is; elsewhere the rows are some of them.

| id | 问题 | question | asked as | of | rows | complete |
| --- | --- | --- | --- | --- | ---: | --- |
"""


def page() -> str:
    """The text of the page."""
    lines = COMPETENCY.read_text(encoding="utf-8").splitlines()
    return _HEAD + "".join(_row(json.loads(line)) for line in lines if line)


def _row(asked: dict[str, Any]) -> str:
    verb = "" if asked["query"] == "chain" else "query "
    words = [asked["query"], *(_quoted(str(argument)) for argument in asked["arguments"])]
    options = [f"--{name} {text}" for name, text in asked["options"].items()]
    call = f"`deltakg {verb}{' '.join([*words, *options])}`"
    complete = "yes" if asked["complete"] else "no"
    cells = (asked["id"], asked["zh"], asked["en"], call, asked["corpus"], str(len(asked["rows"])), complete)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _quoted(text: str) -> str:
    return f"'{text}'" if " " in text else text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
