"""Answers of the catalogue as tables of pages: words for notations, links for names, sentences with their sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import NamedTuple
from urllib.parse import quote

from kg.identity import segment
from kg.sentences import OMISSION
from queries.ask import ask
from queries.catalogue import Question
from queries.names import Reading
from queries.terms import iri as written
from queries.terms import short, value
from web.pages.site import Site
from web.pages.tables import MOST, Cell, Column, Row, Says, Table, arranged
from web.questions import catalogue

_SOURCE = ("document", "unit", "sentence", "citation", "fact", "measure")
"""Columns that say where a row stands, which a page shows together as one."""
_SCHEMES: Mapping[str, tuple[str, ...]] = {
    "mechanism": ("mechanism",),
    "stage": ("stage",),
    "role": ("role",),
    "level": ("level",),
    "relation": ("citation-relation",),
    "kind": ("term", "partner-kind"),
    "detail": ("role", "stage", "mechanism", "partner-kind", "citation-relation"),
}
"""The vocabularies whose notations a column has."""
_CALLED: Mapping[str, tuple[str, ...]] = {"kind": ("rank", "said"), "relation": ("said",), "year": ("said",)}
"""What a column says in words of questions, by the beginning of the key that the pages call them by."""
_NAMED_FIRST = ("name", "title", "named", "label", "party", "partner", "what")
_ARROW = " → "


class Answered(NamedTuple):
    """An answer as a table, and how the names in the question were read."""

    table: Table
    readings: tuple[Reading, ...]
    question: Question


def answer(
    site: Site,
    name: str,
    arguments: Mapping[str, str],
    *,
    id: str = "",  # noqa: A002 - it is one
    title: str = "",
    level: str | None = None,
    most: int = MOST,
    about: str = "",
    brief: bool = False,
    alone: Sequence[str] = (),
) -> Answered:
    """Ask a question of the catalogue.

    Args:
        site: the page's.
        name: of the question.
        arguments: by parameter; a name, a path or an IRI.
        id: of the table on the page; the question's name where it is left out.
        title: of the table; the question's own where it is left out.
        level: the widest level to answer with.
        most: rows that are shown at once; a page that shows few leads to the page of the question.
        about: label of what the page is about, which a column need not repeat.
        brief: whether of a sentence the very words are enough, the page having the passage.
        alone: labels of sides that are themselves party or partner of each tie that is shown, and no part of them.

    Raises:
        UsageError: where the arguments do not fit.
        EngineError: where the store cannot answer.
    """
    asked = ask(site.engine, name, [f"{key}={text}" for key, text in arguments.items()], level=level)
    whole = asked.question
    rows = [dict(zip(asked.rows.columns, row, strict=True)) for row in asked.rows.rows]
    raw = [{key: value(term) for key, term in row.items()} for row in rows]
    if alone:
        is_shown = [{row.get("party"), row.get("partner")} >= set(alone) for row in raw]
        rows, raw = list(compress(rows, is_shown)), list(compress(raw, is_shown))
    cells = [
        Row({key: Cell(_said(site, whole, key, short(term), row)) for key, term in row.items()}, None, str(number))
        for number, row in enumerate(rows)
    ]
    heads = [Column(key, whole.columns.get(key, {}).get(site.language) or site.t(key)) for key in asked.rows.columns]
    more = ""
    if about:
        paths = {key: site.path(text) for key, text in arguments.items()}
        more = site.address(f"/questions/{name}", {**paths, **({"level": level} if level else {})})
    table = Table(
        id or name,
        title or whole.title(site.language),
        heads,
        _shown(whole, raw, about, brief=brief),
        cells,
        len(cells),
        more=more,
    )
    table = arranged(site, table, most)
    if site.asked.table != table.id:
        taken = [raw[int(row.anchor)] for row in table.rows]
        linked = _linked(site, whole, table.rows, taken)
        table = replace(table, rows=[_briefly(row) for row in linked] if brief else linked)
    return Answered(table, asked.readings, whole)


def _shown(whole: Question, raw: Sequence[Mapping[str, str]], about: str, *, brief: bool) -> list[str]:
    """The columns that a page shows as such: not where a row stands, and on a page about something not that."""
    columns = list(raw[0]) if raw else []
    quotes = "citation" in columns
    shown = []
    for key in columns:
        if key in whole.hidden or (quotes and key in _SOURCE) or (key == "measure" and key in whole.below):
            continue
        held = {row[key] for row in raw}
        if key == "label" and "notation" in columns:  # which says it in the language of the page
            continue
        if (about and held == {about}) or ((about or brief) and key == "level" and held == {"named"}):
            continue
        shown.append(key)
    if "unit" in columns and not shown:  # a table needs something to be sorted and scanned by
        shown = ["document", "unit"] if len({row.get("document") for row in raw}) > 1 else ["unit"]
    return shown


def _said(site: Site, whole: Question, key: str, text: str, row: Mapping[str, object]) -> str:
    """The text of a cell: of a notation what it is called."""
    if not text:
        return text
    schemes = _SCHEMES.get(key, ())
    if key == "notation":
        schemes = (*(kind for parameter in whole.parameters for kind in parameter.kinds), "mechanism", "role")
    elif key == "detail" and "PartnerMention" in str(row.get("kind")):
        schemes = ("partner-kind",)
    for scheme in schemes:
        if (scheme, text) in site.vocabulary():
            return site.word(scheme, text)
    if key in _CALLED:
        return next((said for kind in _CALLED[key] if (said := site.t(f"{kind}.{text}")) != f"{kind}.{text}"), text)
    return text


# ---------------------------------------------------------------- links


def _linked(site: Site, whole: Question, rows: Sequence[Row], raw: Sequence[Mapping[str, str]]) -> list[Row]:
    """Rows whose names lead to their pages, and whose sentences show what they rest on."""
    facts = [row["fact"] for row in raw if row.get("fact")]
    speaks, quoted = spoken_of(site, facts)
    hidden = {key: {row[key] for row in raw} for key in whole.hidden if raw and key in raw[0]}
    called = site.called(one for held in hidden.values() for one in held if one.startswith(site.engine.base))
    linked = []
    for row, texts in zip(rows, raw, strict=True):
        known = dict(speaks.get(texts.get("fact", ""), {}))
        for key in hidden:
            iri = texts[key] if texts[key].startswith(site.engine.base) else site.id(texts[key])
            if iri in called:
                known[called[iri].label] = (iri, called[iri].english)
        cells = {key: _cell(site, key, cell, texts, known) for key, cell in row.cells.items()}
        _link_name(site, cells, texts, hidden)
        fact = texts.get("fact", "")
        linked.append(Row(cells, _says(site, texts, quoted.get(fact, ())), anchor(fact)))
    return linked


def spoken_of(
    site: Site, facts: Iterable[str]
) -> tuple[dict[str, dict[str, tuple[str, str]]], dict[str, tuple[str, ...]]]:
    """What facts speak of: by fact, then by name, the IRI and the English name; and by fact the words they rest on."""
    speaks: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    quoted: defaultdict[str, list[str]] = defaultdict(list)
    wanted = sorted(set(facts))
    if wanted:
        for row in site.rows("spoken_of", fact=map(written, wanted)):
            if row["entity"]:
                speaks[row["fact"]][row["label"]] = (row["entity"], row["english"])
            else:
                quoted[row["fact"]].append(row["quoted"])
    return dict(speaks), {fact: tuple(words) for fact, words in quoted.items()}


def _cell(site: Site, key: str, cell: Cell, texts: Mapping[str, str], known: Mapping[str, tuple[str, str]]) -> Cell:
    text = texts[key]
    if key == "question":
        return _question_cell(site, text)
    if key == "document" and text:
        return Cell(text, site.href(site.id(f"plan/{text}")))
    if key == "unit" and text and texts.get("document"):
        return Cell(text, site.href(_unit(site, texts)))
    if key == "locator" and texts.get("passage"):
        return Cell(text, site.href(texts["passage"]))
    if text in known:
        iri, english = known[text]
        return Cell(text, site.href(iri), english if site.language == "en" else "")
    if _ARROW in text and key in {"what", "tie"}:
        ends = tuple(_cell(site, "", Cell(one), {"": one}, known) for one in text.split(_ARROW))
        return Cell(text, parts=ends)
    return cell


def _link_name(site: Site, cells: dict[str, Cell], texts: Mapping[str, str], hidden: Mapping[str, set[str]]) -> None:
    """Let the name of a row lead to the one thing that a hidden column says, where nothing else does."""
    iris = [texts[key] for key in hidden if texts[key].startswith(site.engine.base)]
    name = next((key for key in _NAMED_FIRST if key in cells), "")
    if len(iris) == 1 and name and not cells[name].href:
        cells[name] = cells[name]._replace(href=site.href(iris[0]))


def _question_cell(site: Site, text: str) -> Cell:
    """A link to the question that a row names with its arguments: `facts-about place/320300 suzhou --level named`."""
    name, arguments = called_question(text)
    if not name:
        return Cell(text)
    return Cell(catalogue()[name].title(site.language), site.address(f"/questions/{name}", arguments))


def called_question(text: str) -> tuple[str, dict[str, str]]:
    """The question of a call and its arguments by parameter, `level` among them; "" where it is none."""
    call, option, level = text.partition(" --level ")
    name, *words = call.split(" ")
    if name not in catalogue():
        return "", {}
    parameters = catalogue()[name].arguments
    if len(words) > len(parameters):  # a name with spaces
        words = [" ".join(words[: len(words) - len(parameters) + 1]), *words[len(words) - len(parameters) + 1 :]]
    said = {one.name: word for one, word in zip(parameters, words, strict=False)}
    return name, {**said, **({"level": level} if option else {})}


def _says(site: Site, texts: Mapping[str, str], quoted: Sequence[str]) -> Says | None:
    if "citation" not in texts and "measure" not in texts:
        return None
    unit = texts.get("passage") or _unit(site, texts)
    return Says(
        texts.get("measure", ""),
        tuple(runs(texts.get("sentence", ""), quoted)),
        texts.get("citation", ""),
        site.href(unit) + (f"#{quote(anchor(texts['fact']))}" if texts.get("fact") else ""),
        site.href(texts.get("fact", "")),
    )


def _briefly(row: Row) -> Row:
    if row.says is None:
        return row
    words: list[tuple[str, bool]] = []
    for run in (run for run in row.says.sentence if run[1]):
        words += [(OMISSION, False), run] if words else [run]
    return replace(row, says=row.says._replace(sentence=tuple(words), citation=""))


def runs(sentence: str, quoted: Iterable[str]) -> list[tuple[str, bool]]:
    """A sentence in runs, each with whether it is among the words that are quoted.

    Args:
        sentence: as read.
        quoted: as printed; where line breaks part them, they are looked for without.
    """
    marked: set[int] = set()
    for words in quoted:
        for one in (words, "".join(words.split())):
            at = sentence.find(one) if one else -1
            if at >= 0:
                marked.update(range(at, at + len(one)))
                break
    found: list[tuple[str, bool]] = []
    start = 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or (end in marked) != (start in marked):
            found.append((sentence[start:end], start in marked))
            start = end
    return found


def anchor(fact: str) -> str:
    """The id of a fact on a page, by its IRI."""
    return f"f-{fact.rpartition('/')[2]}" if fact else ""


def _unit(site: Site, texts: Mapping[str, str]) -> str:
    stem, unit = texts.get("document", ""), texts.get("unit", "")
    return site.id(f"plan/{segment(stem)}/unit/{segment(unit)}") if stem and unit else ""
