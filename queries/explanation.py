"""A unit's text with its facts marked, the rule of each, and what was left out and why: text, JSON or one page."""

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from string import Template
from typing import Any, TypeAlias

from extract.rules import reasons, rules
from kg.entries import entry
from kg.mapping import citation
from queries.display import padded, width, wrapped
from queries.marks import Explanation, Mark

Painter: TypeAlias = Callable[[str, str], str]
"""Colours a text as its style says, or leaves it."""

_INDENT = "  "
_NARROWEST = 20


def shown(explanation: Explanation, form: str, language: str, *, columns: int, colour: bool = False) -> Iterator[str]:
    """The text of an explanation, in pieces that end in a newline.

    Args:
        explanation: what is shown.
        form: one of `queries.formats.REPORTS`.
        language: `en` or `zh`; JSON has one language.
        columns: the width that text may take.
        colour: whether text is coloured too; lines and numbers below it say the same.
    """
    if form == "json":
        yield json.dumps(_data(explanation), ensure_ascii=False, indent=1) + "\n"
    elif form == "html":
        yield _page(explanation, language)
    else:
        lines = _text(explanation, _words()[language], language, max(columns, _NARROWEST), colour=colour)
        yield from (f"{line.rstrip()}\n" for line in lines)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(_file("explanation.toml"))


def _citation(explanation: Explanation) -> str:
    """The citation of the unit, with the page on which it starts."""
    unit = explanation.unit
    pages = [explanation.document.page(unit.offsets[0])] if unit.offsets else []
    return citation(explanation.plan, unit, pages)


def _what(explanation: Explanation, mark: Mark, words: Mapping[str, str]) -> str:
    """What is marked, with its pages where the file has pages."""
    pages = sorted({page for span in mark.spans if (page := explanation.document.page(span.start))})
    return mark.what + (words["page"].format(page=words["and"].join(map(str, pages))) if pages else "")


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


# ---------------------------------------------------------------- text


def _text(
    explanation: Explanation, words: Mapping[str, str], language: str, columns: int, *, colour: bool
) -> Iterator[str]:
    unit, marks = explanation.unit, explanation.marks
    painted = _painter(colour=colour)
    yield f"{explanation.plan.stem} {unit.id}"
    yield from wrapped(_plain(_citation(explanation)), columns)
    yield ""
    inside = _innermost(unit.text, marks)
    for start, end in _lines(unit.text, columns):
        pieces = groupby(range(start, end), key=lambda at: inside[at])
        yield "".join(painted(_plain("".join(unit.text[at] for at in run)), style) for style, run in pieces)
        yield from _rows(unit.text, start, end, marks, painted)
    yield ""
    yield from wrapped(words["legend"], columns)
    for head, style in (("facts", ""), ("left_out", "x")):
        listed = [mark for mark in marks if bool(mark.fact) == (not style)]
        yield from ("", words[head] if listed else f"{words[head]}{words['colon']}{words['none']}")
        widest = max((width(mark.label) for mark in listed), default=0)
        for mark in listed:
            what = f"{words[mark.kind]}{words['colon']}{_what(explanation, mark, words)}"
            first = f"{padded(mark.label, widest, right=True)}{_INDENT}{what}"
            about = wrapped(_plain(mark.says(language)), columns - widest - 2 * len(_INDENT) - 2)
            head_line, *more = wrapped(_plain(first), columns - len(_INDENT))
            yield _INDENT + painted(head_line, mark.style)
            yield from (_INDENT * 2 + " " * widest + _INDENT + line for line in (*more, *about))
    if unit.repairs:
        yield from ("", words["repairs"])
        yield from (_INDENT + _plain(f"{one.printed} → {one.read} ({one.rule})") for one in unit.repairs)


def _plain(text: str) -> str:
    """A text in which every character that a terminal would obey is a space, and none moves."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def _painter(*, colour: bool) -> Painter:
    codes = _words()["colours"]

    def painted(text: str, style: str) -> str:
        return f"\x1b[{codes[style]}m{text}\x1b[0m" if colour and style and text.strip() else text

    return painted


def _innermost(text: str, marks: Sequence[Mark]) -> list[str]:
    """For each character the kind of the shortest run of a fact that holds it, "" where none does."""
    inside = [""] * len(text)
    runs = [(end - start, start, end, mark.style) for mark in marks if mark.fact for start, end in mark.runs]
    for _, start, end, style in sorted(runs, reverse=True):
        inside[start:end] = [style] * (end - start)
    return inside


def _lines(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a text stand when it is wrapped; white space between them belongs to none."""
    at = 0
    for paragraph in text.split("\n"):
        place = at
        for line in wrapped(_plain(paragraph), columns):
            start = at + _plain(paragraph).find(line, place - at)
            if line:
                yield start, start + len(line)
            place = start + len(line)
        at += len(paragraph) + 1


def _rows(text: str, start: int, end: int, marks: Sequence[Mark], painted: Painter) -> Iterator[str]:
    """Lines below a line of text: under each run its number, those of facts above those of what was left out."""
    for of_facts in (True, False):
        rows: list[tuple[int, list[str]]] = []
        wanted = [mark for mark in marks if bool(mark.fact) == of_facts]
        runs = [(max(a, start), -min(b, end), mark) for mark in wanted for a, b in mark.runs if a < end and start < b]
        for a, b, mark in sorted(runs):
            at = width(_plain(text[start:a]))
            length = max(width(_plain(text[a:-b])), width(mark.label))
            drawn = mark.label + ("─" if of_facts else "┄") * (length - width(mark.label))
            free = next((n for n, (used, _) in enumerate(rows) if used <= at), len(rows))
            used, pieces = rows[free] if free < len(rows) else (0, [])
            rows[free : free + 1] = [(at + length, [*pieces, " " * (at - used), painted(drawn, mark.style)])]
        yield from ("".join(pieces) for _, pieces in rows)


# ---------------------------------------------------------------- JSON


def _data(explanation: Explanation) -> dict[str, Any]:
    unit = explanation.unit
    return {
        "plan": explanation.plan.stem,
        "unit": unit.id,
        "citation": _citation(explanation),
        "text": unit.text,
        "facts": [
            {"number": mark.label, "field": field, "fact": fact, **_told(explanation, mark)}
            for mark in explanation.marks
            if mark.fact
            for field, fact in (entry(mark.fact),)
        ],
        "left_out": [
            {"number": mark.label, "kind": mark.kind, "what": mark.what, **_told(explanation, mark)}
            for mark in explanation.marks
            if not mark.fact
        ],
        "repairs": [{"printed": one.printed, "read": one.read, "rule": one.rule} for one in unit.repairs],
    }


def _told(explanation: Explanation, mark: Mark) -> dict[str, Any]:
    said_of = rules() if mark.fact else reasons()
    text = explanation.document.text
    return {
        "rules" if mark.fact else "reasons": {name: said_of[name].en for name in mark.names},
        "runs": [list(run) for run in mark.runs],
        "evidence": [
            {
                "start": span.start,
                "end": span.end,
                "exact": text[span.start : span.end],
                "page": explanation.document.page(span.start),
            }
            for span in mark.spans
        ],
    }


# ---------------------------------------------------------------- HTML


def _page(explanation: Explanation, language: str) -> str:
    words = _words()[language]
    marks = explanation.marks
    repairs = [f"{one.printed} → {one.read} ({one.rule})" for one in explanation.unit.repairs]
    return Template(_file("explanation.html")).substitute(
        language=language,
        title=escape(f"{explanation.plan.stem} {explanation.unit.id}"),
        about=escape(_citation(explanation)),
        kinds="".join(
            f'<li><mark class="{kind}">{escape(words[kind])}</mark></li>'
            for kind in _words()["colours"]
            if any(mark.style == kind for mark in marks)
        ),
        legend=escape(words["page_legend"]),
        text="\n".join(f"<p>{part}</p>" for part in _marked(explanation.unit.text, marks)),
        facts=_table(explanation, words, "facts", language),
        left_out=_table(explanation, words, "left_out", language),
        repairs=f"<h2>{escape(words['repairs'])}</h2><p>{escape('; '.join(repairs))}</p>" if repairs else "",
    )


def _marked(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The paragraphs of a text with nested marks; runs that cross are cut where they do, so that all of it nests."""
    runs = sorted((start, -end, mark) for mark in marks for start, end in mark.runs)
    at = 0
    for paragraph in text.split("\n"):
        until = at + len(paragraph)
        cuts = {at, until, *(c for a, b, _ in runs for c in (a, -b) if at < c < until)}
        pieces = sorted(cuts)
        out = []
        for a, b in pairwise(pieces):
            around = [(start, mark) for start, end, mark in runs if start <= a and b <= -end]
            # Numbers stand in front of all marks, also of those around: no line runs on below them.
            numbers = "".join(_number(mark) for start, mark in around if start == a)
            out.append(
                numbers
                + "".join(map(_opened, (mark for _, mark in around)))
                + escape(text[a:b])
                + "</mark>" * len(around)
            )
        yield "".join(out)
        at = until + 1


def _number(mark: Mark) -> str:
    return f'<a class="{mark.style}" href="#f{mark.label}"><sup>{mark.label}</sup></a>'


def _opened(mark: Mark) -> str:
    return f'<mark class="{mark.style}" title="{escape(mark.label)} {escape(mark.what)}">'


def _table(explanation: Explanation, words: Mapping[str, str], head: str, language: str) -> str:
    marks = [mark for mark in explanation.marks if bool(mark.fact) == (head == "facts")]
    if not marks:
        return f"<h2>{escape(words[head])}</h2><p>{escape(words['none'])}</p>"
    heads = "".join(
        f"<th>{escape(words[name])}</th>" for name in ("number", "kind", "what", "rule" if head == "facts" else "why")
    )
    rows = "\n".join(
        f'<tr id="f{mark.label}"><td>{mark.label}</td>'
        f'<td><mark class="{mark.style}">{escape(words[mark.kind])}</mark></td>'
        f"<td>{escape(_what(explanation, mark, words))}</td><td>{escape(mark.says(language))}</td></tr>"
        for mark in marks
    )
    return (
        f'<h2>{escape(words[head])}</h2><div class="wide"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )
