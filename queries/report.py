"""A report of `kg.evaluation`: as text, as JSON, and as one HTML page that asks for nothing outside itself."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.baselines import ORGANISATIONS, PLACES, Baseline
from kg.evaluation import Evaluation, Mistake, Score
from kg.precision import Precision
from queries.display import clean, padded, width, wrapped

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
        is_agreement: whether both are annotations, so that neither is right.
        rules: how often each rule is right, by its name; empty where that was not asked for.
    """

    evaluation: Evaluation
    baselines: tuple[Baseline, ...]
    gold: str
    found: str
    is_agreement: bool
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
        yield (name, *_cells(score)), False
    for number, (name, share) in enumerate(evaluation.shares.items()):
        yield (name, str(share.hits), "", str(share.equal), "", "", _figure(share.part)), number == 0
    units = evaluation.units
    yield ("units", str(units.gold), str(units.found), str(units.hits), "", _figure(units.recall), ""), True
    yield ("macro", "", "", "", "", "", _figure(evaluation.figure("macro"))), False
    for what in (PLACES, ORGANISATIONS) if report.baselines else ():
        for number, baseline in enumerate(report.baselines):
            name = f"{words[what]}{words['comma']}{words[baseline.system]}"
            cells = _cells(baseline.scores[what]) if baseline.scores else (words["absent"], "", "", "", "", "")
            yield (name, *cells), number == 0


def _cells(score: Score) -> tuple[str, ...]:
    precision = _figure(score.precision if score.found else None)
    recall, f1 = (_figure(figure if score.gold else None) for figure in (score.recall, score.f1))
    return str(score.gold), str(score.found), str(score.hits), precision, recall, f1


def _figure(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


def _of_rules(report: Report, words: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The table of rules, its heads first; nothing where it was not asked for."""
    rows = [
        (name, str(one.found), str(one.hits), _figure(one.precision if one.found else None))
        for name, one in report.rules.items()
    ]
    return [tuple(words[head] for head in ("rule", "found", "hits", "precision")), *rows] if rows else []


def _heads(report: Report, words: Mapping[str, str]) -> list[str]:
    named = {"found": "other"} if report.is_agreement else {}
    return [words["field"], *(words[named.get(name, name)] for name in _COLUMNS)]


def _kind(mistake: Mistake, report: Report, words: Mapping[str, str]) -> str:
    agreement = f"agreement-{mistake.kind}"
    return words[agreement if report.is_agreement and agreement in words else mistake.kind]


def _title(report: Report, words: Mapping[str, str]) -> str:
    return words["agreement" if report.is_agreement else "title"]


# ---------------------------------------------------------------- facts in words


def said(entry: Any) -> str:  # noqa: ANN401 - an entry of any field
    """A fact in one line: `徐州轨道交通1号线 (preparatory; 徐州市, 萧县)`.

    Args:
        entry: an entry of a line of facts, as JSON has it.
    """
    if not isinstance(entry, dict):
        return str(entry)
    match entry:
        case {"party": party, "partner": partner}:
            return _with(f"{party} → {partner}", entry.get("mechanism"))
        case {"indicator": indicator, "value": value}:
            figure = f"{entry.get('op') or ''} {value}{entry.get('unit') or ''}".strip()
            return _with(f"{indicator} {figure}", entry.get("year"))
        case {"name": name}:
            return _with(
                str(name), entry.get("stage"), entry.get("kind"), ", ".join(map(str, entry.get("places") or ()))
            )
    return json.dumps(entry, ensure_ascii=False)


def _with(name: str, *more: object) -> str:
    told = "; ".join(str(one) for one in more if one)
    return f"{name} ({told})" if told else name


def _facts(mistake: Mistake) -> str:
    """The fact that one side has alone, or what either side says of it."""
    if mistake.kind != "differs":
        return said(mistake.found if mistake.gold is None else mistake.gold)
    key = mistake.name.partition(".")[2]
    one, other = (_value(entry, key) for entry in (mistake.gold, mistake.found))
    return f"{said(mistake.gold)}: {one} ≠ {other}"


def _value(entry: Any, key: str) -> str:  # noqa: ANN401 - as above
    value = entry.get(key)
    return "、".join(map(str, value)) or "–" if isinstance(value, list) else str(value or "–")


def _by_field(mistakes: Iterable[Mistake]) -> Iterator[tuple[str, list[Mistake]]]:
    for field, together in groupby(mistakes, key=lambda mistake: mistake.name.partition(".")[0]):
        yield field, sorted(together, key=lambda mistake: mistake.name)  # attributes behind their field


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
    if by_rule := _of_rules(report, words):
        yield ""
        spans = [max(map(width, column)) for column in zip(*by_rule, strict=True)]
        yield _line(by_rule[0], spans)
        yield _GAP.join("─" * one for one in spans)
        yield from (_line(row, spans) for row in by_rule[1:])
    if report.evaluation.missing:
        yield from ("", f"{words['missing']}:")
        listed = _GAP.join(clean(f"{document}/{unit}") for document, unit in report.evaluation.missing)
        yield from (_INDENT + line for line in wrapped(listed, columns - len(_INDENT)))
    for field, mistakes in _by_field(report.evaluation.mistakes):
        yield from ("", field)
        for mistake in mistakes:
            where = f"{mistake.document}/{mistake.unit}"
            line = f"{_kind(mistake, report, words)} {where}: {_facts(mistake)}"
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
        "units": {"gold": units.gold, "found": units.found, "hits": units.hits, "share": _rounded(units.recall)},
        "missing": [{"document": document, "unit": unit} for document, unit in evaluation.missing],
        "fields": {name: _score(score) for name, score in evaluation.scores.items()},
        "attributes": {
            name: {"hits": share.hits, "equal": share.equal, "share": round(share.part, 6)}
            for name, share in evaluation.shares.items()
        },
        "macro": _rounded(evaluation.figure("macro")),
        "baselines": {
            one.system: one.scores and {what: _score(score) for what, score in one.scores.items()}
            for one in report.baselines
        },
        "rules": {
            name: {"found": one.found, "hits": one.hits, "precision": _rounded(one.precision if one.found else None)}
            for name, one in report.rules.items()
        },
        "mistakes": [{key: getattr(mistake, key) for key in keys} for mistake in evaluation.mistakes],
    }


def _score(score: Score) -> dict[str, int | float | None]:
    return {
        "gold": score.gold,
        "found": score.found,
        "hits": score.hits,
        "precision": _rounded(score.precision if score.found else None),
        "recall": _rounded(score.recall if score.gold else None),
        "f1": _rounded(score.f1 if score.gold else None),
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 6)


# ---------------------------------------------------------------- HTML


def _page(report: Report, language: str) -> str:
    words = _words()[language]
    evaluation = report.evaluation
    missing = ", ".join(f"{document}/{unit}" for document, unit in evaluation.missing)
    return Template(_file("report.html")).substitute(
        language=language,
        title=escape(_title(report, words)),
        about=escape(f"{report.gold} ↔ {report.found}"),
        heads=_tagged("th", _heads(report, words)),
        rows="\n".join(_row(row, begins=begins) for row, begins in _rows(report, words)),
        legend=escape(words["legend"]),
        rules=_rules(_of_rules(report, words)),
        missing=f"<p>{escape(words['missing'])}: {escape(missing)}</p>" if missing else "",
        mistakes=escape(words["differences" if report.is_agreement else "mistakes"]),
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
    for field, mistakes in _by_field(report.evaluation.mistakes):
        yield f"<details open><summary>{escape(field)} ({len(mistakes)})</summary><ol>"
        for mistake in mistakes:
            unit = escape(f"{mistake.document}/{mistake.unit}")
            quote = f"<blockquote>{escape(mistake.sentence)}</blockquote>" if mistake.sentence else ""
            yield (
                f'<li class="{mistake.kind}"><span class="kind">{escape(_kind(mistake, report, words))}</span>'
                f'<span class="unit">{unit}</span>{escape(_facts(mistake))}{quote}</li>'
            )
        yield "</ol></details>"
