"""A report of `kg.evaluation`: as text, as JSON, and as one HTML page that asks for nothing outside itself."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.baselines import ORGANISATIONS, PLACES, Baseline
from kg.evaluation import ENOUGH, Evaluation, Mistake, Score
from kg.precision import Precision
from queries.display import clean, padded, width, wrapped
from queries.wording import by_field, differing

_INDENT = "    "
_GAP = "  "
_NARROWEST = 20
_COLUMNS = ("gold", "found", "hits", "precision", "recall", "f1")


class Report(NamedTuple):
    """What is reported.

    Attributes:
        evaluation: the comparison.
        baselines: names found by other means, () where that was not asked for.
        gold: what the annotation is called: its files.
        found: what it is compared with: a store, or other files.
        rules: how often each rule is right, by its name; empty where that was not asked for.
    """

    evaluation: Evaluation
    baselines: tuple[Baseline, ...]
    gold: str
    found: str
    rules: Mapping[str, Precision] = MappingProxyType({})


def reported(report: Report, form: str, language: str, *, columns: int) -> Iterator[str]:
    """The text of a report, in pieces that end in a newline.

    Args:
        report: what is reported.
        form: one of `queries.formats.REPORTS`.
        language: `en` or `zh`; JSON has one language.
        columns: the width that text may take.
    """
    if form == "json":
        yield json.dumps(_data(report), ensure_ascii=False, indent=1) + "\n"
    elif form == "html":
        yield _page(report, language)
    else:
        yield from (f"{line.rstrip()}\n" for line in _text(report, _words()[language], max(columns, _NARROWEST)))


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(_file("report.toml"))


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


# ---------------------------------------------------------------- the table


def _rows(report: Report, words: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The rows of the table, and whether one begins a part of it."""
    evaluation = report.evaluation
    for name, score in evaluation.scores.items():
        yield (name, *_cells(score, evaluation.f1(score))), False
    for number, (name, share) in enumerate(evaluation.shares.items()):
        yield (name, str(share.hits), "", str(share.equal), "", "", _figure(share.part)), number == 0
    units = evaluation.units
    part = _figure(evaluation.figure("units"))
    last = ("", part) if evaluation.is_agreement else (part, "")
    yield ("units", str(units.gold), str(units.found), str(units.hits), "", *last), True
    yield ("macro", "", "", "", "", "", _figure(evaluation.figure("macro"))), False
    for what in (PLACES, ORGANISATIONS) if report.baselines else ():
        for number, baseline in enumerate(report.baselines):
            name = f"{words[what]}{words['comma']}{words[baseline.system]}"
            cells: tuple[str, ...] = (words["absent"], "", "", "", "", "")
            if baseline.scores:
                score = baseline.scores[what]
                cells = _cells(score, score.f1 if score.gold else None)
            yield (name, *cells), number == 0


def _cells(score: Score, f1: float | None) -> tuple[str, ...]:
    precision = _figure(score.precision if score.found else None)
    recall = _figure(score.recall if score.gold else None)
    return str(score.gold), str(score.found), str(score.hits), precision, recall, _figure(f1)


def _macro(evaluation: Evaluation, words: Mapping[str, str]) -> str:
    """What `macro` is the mean of."""
    counted = words["comma"].join(evaluation.counted)
    said = words["macro"].format(fields=counted) if counted else words["no-macro"]
    return said.format(enough=ENOUGH)


def _alone(evaluation: Evaluation, words: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The units that one side alone has, below a head that counts them."""
    heads = ("first-only", "second-only") if evaluation.is_agreement else ("missing",)
    for head, units in zip(heads, (evaluation.missing, evaluation.extra), strict=False):
        if units:
            yield f"{words[head]} ({len(units)})", [f"{document}/{unit}" for document, unit in units]


def _figure(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


def _of_rules(report: Report, words: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The table of rules that found something, its heads first; nothing where it was not asked for."""
    rows = [
        (name, str(one.found), str(one.hits), _figure(one.precision)) for name, one in report.rules.items() if one.found
    ]
    return [tuple(words[head] for head in ("rule", "found", "hits", "precision")), *rows] if rows else []


def _idle(report: Report, words: Mapping[str, str]) -> str:
    """How many rules found nothing, "" where none did or it was not asked for."""
    many = sum(not one.found for one in report.rules.values())
    return words["idle" if many > 1 else "idle-one"].format(many=many) if many else ""


def _heads(report: Report, words: Mapping[str, str]) -> list[str]:
    named = {"gold": "one", "found": "other"} if report.evaluation.is_agreement else {}
    return [words["field"], *(words[named.get(name, name)] for name in _COLUMNS)]


def _kind(mistake: Mistake, report: Report, words: Mapping[str, str]) -> str:
    agreement = f"agreement-{mistake.kind}"
    return words[agreement if report.evaluation.is_agreement and agreement in words else mistake.kind]


def _title(report: Report, words: Mapping[str, str]) -> str:
    return words["agreement" if report.evaluation.is_agreement else "title"]


# ---------------------------------------------------------------- text


def _text(report: Report, words: Mapping[str, str], columns: int) -> Iterator[str]:
    yield from wrapped(clean(f"{report.gold} ↔ {report.found}"), columns)
    yield ""
    rows = list(_rows(report, words))
    heads = _heads(report, words)
    absent = {words["absent"]}
    cells = [heads, *(row for row, _ in rows)]
    widths = [max(width(text) for text in column if text not in absent) for column in zip(*cells, strict=True)]
    yield _line(heads, widths)
    yield _GAP.join("─" * one for one in widths)
    for row, begins in rows:
        if begins:
            yield ""
        yield _line(row, widths)
    yield ""
    yield from wrapped(_macro(report.evaluation, words), columns)
    if by_rule := _of_rules(report, words):
        yield ""
        spans = [max(map(width, column)) for column in zip(*by_rule, strict=True)]
        yield _line(by_rule[0], spans)
        yield _GAP.join("─" * one for one in spans)
        yield from (_line(row, spans) for row in by_rule[1:])
    if idle := _idle(report, words):
        yield from ("", idle)
    for head, units in _alone(report.evaluation, words):
        yield from ("", f"{head}:")
        yield from (_INDENT + line for line in wrapped(clean(_GAP.join(units)), columns - len(_INDENT)))
    for field, mistakes in by_field(report.evaluation.mistakes):
        yield from ("", field)
        for mistake in mistakes:
            where = f"{mistake.document}/{mistake.unit}"
            line = f"{_kind(mistake, report, words)} {where}: {differing(mistake)}"
            first, *more = wrapped(clean(line), columns - len(_INDENT))
            yield f"{_GAP}{first}"
            yield from (f"{_GAP}{one}" for one in more)
            if mistake.sentence:
                yield from (_INDENT + one for one in wrapped(clean(mistake.sentence), columns - len(_INDENT)))


def _line(row: Iterable[str], widths: Iterable[int]) -> str:
    cells = zip(row, widths, strict=True)
    return _GAP.join(padded(text, one, right=number > 0) for number, (text, one) in enumerate(cells))


# ---------------------------------------------------------------- JSON


def _data(report: Report) -> dict[str, Any]:
    evaluation = report.evaluation
    units = evaluation.units
    keys = ("document", "unit", "name", "kind", "gold", "found", "sentence")
    return {
        "gold": report.gold,
        "found": report.found,
        "documents": list(evaluation.documents),
        "units": {
            "gold": units.gold,
            "found": units.found,
            "hits": units.hits,
            "share": _rounded(evaluation.figure("units")),
        },
        "missing": [{"document": document, "unit": unit} for document, unit in evaluation.missing],
        "extra": [{"document": document, "unit": unit} for document, unit in evaluation.extra],
        "fields": {name: _score(score, evaluation.f1(score)) for name, score in evaluation.scores.items()},
        "attributes": {
            name: {"hits": share.hits, "equal": share.equal, "share": round(share.part, 6)}
            for name, share in evaluation.shares.items()
        },
        "macro": _rounded(evaluation.figure("macro")),
        "macro_fields": list(evaluation.counted),
        "baselines": {
            one.system: one.scores
            and {what: _score(score, score.f1 if score.gold else None) for what, score in one.scores.items()}
            for one in report.baselines
        },
        "rules": {
            name: {"found": one.found, "hits": one.hits, "precision": _rounded(one.precision if one.found else None)}
            for name, one in report.rules.items()
        },
        "mistakes": [{key: getattr(mistake, key) for key in keys} for mistake in evaluation.mistakes],
    }


def _score(score: Score, f1: float | None) -> dict[str, int | float | None]:
    return {
        "gold": score.gold,
        "found": score.found,
        "hits": score.hits,
        "precision": _rounded(score.precision if score.found else None),
        "recall": _rounded(score.recall if score.gold else None),
        "f1": _rounded(f1),
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 6)


# ---------------------------------------------------------------- HTML


def _page(report: Report, language: str) -> str:
    words = _words()[language]
    evaluation = report.evaluation
    alone = "\n".join(f"<p>{escape(head)}: {escape(', '.join(units))}</p>" for head, units in _alone(evaluation, words))
    idle = _idle(report, words)
    return Template(_file("report.html")).substitute(
        language=language,
        title=escape(_title(report, words)),
        about=escape(f"{report.gold} ↔ {report.found}"),
        heads=_tagged("th", _heads(report, words)),
        rows="\n".join(_row(row, begins=begins) for row, begins in _rows(report, words)),
        legend=escape(f"{words['legend']} {_macro(evaluation, words)}"),
        rules=_rules(_of_rules(report, words)) + (f"<p>{escape(idle)}</p>" if idle else ""),
        missing=alone,
        mistakes=escape(words["differences" if evaluation.is_agreement else "mistakes"]),
        listed="\n".join(_listed(report, words)) or f"<p>{escape(words['none'])}</p>",
    )


def _rules(rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    body = "\n".join(_row(row, begins=False) for row in rows[1:])
    head = _tagged("th", rows[0])
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>'


def _tagged(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _row(row: tuple[str, ...], *, begins: bool) -> str:
    kind = ' class="apart"' if begins else ""
    return f"<tr{kind}>{_tagged('td', row)}</tr>"


def _listed(report: Report, words: Mapping[str, str]) -> Iterator[str]:
    for field, mistakes in by_field(report.evaluation.mistakes):
        yield f"<details open><summary>{escape(field)} ({len(mistakes)})</summary><ol>"
        for mistake in mistakes:
            unit = escape(f"{mistake.document}/{mistake.unit}")
            quote = f"<blockquote>{escape(mistake.sentence)}</blockquote>" if mistake.sentence else ""
            yield (
                f'<li class="{mistake.kind}"><span class="kind">{escape(_kind(mistake, report, words))}</span>'
                f'<span class="unit">{unit}</span>{escape(differing(mistake))}{quote}</li>'
            )
        yield "</ol></details>"
