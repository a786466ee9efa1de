"""What is wrong with a question that is no SPARQL, in plain words: where, what stands there, and what was expected."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from queries.syntax import FUNCTIONS, Stop, Token, stop, tokens, words

_OPENED = {"}": "{", ")": "(", "]": "["}
_CLOSED = {open_: close for close, open_ in _OPENED.items()}
_ASCII = dict(zip("，；。：（）｛｝［］？＊＜＞＝！｜＆“”‘’「」　", ',;.:(){}[]?*<>=!|&""\'\'"" ', strict=True)) | {
    "==": "="
}
"""What input methods write in the place of signs of SPARQL, with these."""
_OPERATORS = frozenset("|| && = != < > <= >= + - * / IN NOT SIGNED".split())  # noqa: SIM905 - read more easily so
_PATHS = frozenset("| / ? * +".split())  # noqa: SIM905 - as above
_BEYOND = frozenset({"<<", ">>", "{|", "|}", "LATERAL", "ADJUST"})
"""What the engine reads besides, of later drafts."""
_LISTED = 7
_KNOWN = 8
_NEAR = 0.75
_LONGEST = 200
_EXPLAINED = 20_000
"""Characters of the longest question that is looked into."""


class Mistake(NamedTuple):
    """What is wrong with a question.

    Attributes:
        line: of the text, from 1.
        column: character of the line, from 1.
        length: characters that are wrong, 0 at the end of the text.
        said: what is wrong, by language.
    """

    line: int
    column: int
    length: int
    said: Mapping[str, str]


def mistake(
    sparql: str, reason: str, prefixes: Mapping[str, str], names: Iterable[str] = (), at: tuple[int, int] = (0, 0)
) -> Mistake:
    """Why a question that the engine refused is no SPARQL.

    Args:
        sparql: the question.
        reason: what the engine says.
        prefixes: namespaces by prefix that need no saying.
        names: terms with a prefix that a word without one may mean.
        at: line and column that the engine names.
    """
    if len(sparql) > _EXPLAINED:
        return _refused(sparql, [], reason, at)
    found = tokens(sparql)
    beyond = any(one in sparql.upper() for one in _BEYOND)
    stopped = None if beyond else stop(found, frozenset(_words()["expected"]))
    undeclared = _undeclared(found, prefixes)
    if undeclared and (stopped is None or undeclared.start < stopped.token.start):
        prefix = undeclared.text.partition(":")[0] + ":"
        known = " ".join(f"{one}:" for one in sorted(prefixes)[:_KNOWN]) + " …"
        return _made(sparql, undeclared.start, len(prefix), _said("prefix", found=prefix, known=known))
    if stopped:
        return _left(sparql, found, stopped, names)
    return _refused(sparql, found, reason, at)


# ---------------------------------------------------------------- what leaves the grammar


def _left(sparql: str, found: Sequence[Token], stopped: Stop, names: Iterable[str]) -> Mistake:
    """What is said of a question that leaves the grammar."""
    token, expected = stopped
    said = _of_signs(sparql, found, stopped)
    if said is None:
        key = "end" if token.kind == "END" else "found"
        said = _said(key, found=token.text, expected=_listed(expected))
        said = _joined(said, _hint(found, stopped, names))
    return _made(sparql, token.start, len(token.text), said)


def _of_signs(sparql: str, found: Sequence[Token], stopped: Stop) -> Mapping[str, str] | None:
    """What is said of quotes, brackets and signs that input methods write; None where it is something else."""
    token, expected = stopped
    if token.kind == "UNCLOSED":
        return _said("string", found=token.text)
    if token.text in _ASCII:
        return _said("ascii", found=token.text, ascii=_ASCII[token.text])
    if token.kind == "<" and any("ri" in one.lower() or one in _NAMING for one in expected):
        return _said("iri")
    opened = _open(found, token)
    if token.kind in _OPENED and _OPENED[token.kind] not in {one.text for one in opened}:
        return _said("unopened", found=token.text, open=_OPENED[token.kind])
    if opened and token.kind in {"END", *_OPENED} and (closing := _CLOSED[opened[-1].text]) != token.kind:
        line, column = _where(sparql, opened[-1].start)
        if closing in expected or token.kind != "END":
            return _said("unclosed", line=line, column=column, open=opened[-1].text, close=closing)
    return None


_NAMING = frozenset({"VerbPath", "Verb", "ObjectList", "GraphNode", "VarOrTerm", "Path", "PathEltOrInverse"})
"""Rules that an IRI can stand for."""


_SUBJECTS = frozenset({"VARIABLE", "IRI", "NAME", "[", "BLANK"})
"""Kinds of tokens that a statement begins with."""


def _open(found: Sequence[Token], before: Token) -> list[Token]:
    """The brackets that are open before a token."""
    held: list[Token] = []
    for token in found:
        if token is before:
            break
        if token.kind in _CLOSED:
            held.append(token)
        elif token.kind in _OPENED and held:
            held.pop()
    return held


def _hint(found: Sequence[Token], stopped: Stop, names: Iterable[str]) -> Mapping[str, str]:
    """What may be meant by what cannot stand there."""
    token, expected = stopped
    at = found.index(token)
    before = found[at - 1].kind if at else ""
    kinds = {one.kind for one in found[:at]}
    if token.kind == "," and "SELECT" in kinds and "{" not in kinds:
        return _words()["hint"]["comma"]
    if before == "FILTER":
        return _words()["hint"]["filter"]
    if "." in expected and token.kind in _SUBJECTS:
        return _words()["hint"]["dot"]
    if token.kind != "WORD":
        return {}
    meant = sorted(name for name in names if name.partition(":")[2].casefold() == token.text.casefold())
    likely = [one for one in expected if one in words()]
    near = get_close_matches(token.text.upper(), likely, 1, _NEAR) or meant[:3]
    near = near or get_close_matches(token.text.upper(), [*words(), *FUNCTIONS], 1, _NEAR)
    if near:
        return _filled(_words()["hint"]["near"], near=", ".join(near))
    return _words()["hint"]["word"] if _NAMING & {*expected} else {}


def _listed(expected: Sequence[str]) -> dict[str, str]:
    """What was expected as a list, by language."""
    labels = _words()["expected"]
    if "|" in expected and not {*expected} <= _PATHS:  # what may follow in a path goes without saying
        expected = [one for one in expected if one not in _PATHS]
    operators = _OPERATORS if "||" in expected else frozenset()
    listed = {}
    for language, comma in _words()["list"]["comma"].items():
        said: dict[str, None] = {}
        for one in expected:
            group = "operator" if one in operators else one
            said[labels[group][language] if group in labels else f"“{one}”" if not one.isalpha() else one] = None
        ends = [one for one in said if one in {"“}”", "“)”", "“]”"}]
        kept = [*ends, *(one for one in said if one not in ends)][:_LISTED]
        last = _words()["list"]["or"][language]
        listed[language] = comma.join(kept[:-1]) + last + kept[-1] if len(kept) > 1 else "".join(kept)
    return listed


# ---------------------------------------------------------------- what is refused for what it means


def _undeclared(found: Sequence[Token], prefixes: Mapping[str, str]) -> Token | None:
    """The first name whose prefix is neither known nor declared before it."""
    known = set(prefixes)
    for before, token in zip([Token("", "", 0), *found], found, strict=False):
        if token.kind in {"NAME", "NAMESPACE"}:
            prefix = token.text.partition(":")[0]
            if before.kind == "PREFIX":
                known.add(prefix)
            elif prefix not in known:
                return token
    return None


def _refused(sparql: str, found: Sequence[Token], reason: str, at: tuple[int, int]) -> Mistake:
    """What is said of a question that is SPARQL by its grammar, and cannot be asked."""
    if "SELECT *" in reason:
        star = next((one for one in found if one.kind == "*"), Token("*", "*", 0))
        return _made(sparql, star.start, 1, _said("star"))
    if "unbound" in reason and (lone := _ungrouped(found)):
        return _made(sparql, lone.start, len(lone.text), _said("grouped", found=lone.text[1:]))
    if uneven := _uneven(found):
        row, many, values = uneven
        return _made(sparql, row.start, 1, _said("uneven", many=many, found=values))
    if renamed := _renamed(found):
        return _made(sparql, renamed.start, len(renamed.text), _said("bound"))
    said = re.sub(r"^error at [\d:]+ |^expected( one of)? ", "", reason)[:_LONGEST]
    return Mistake(*at, 0, _said("engine", found=said))


def _renamed(found: Sequence[Token]) -> Token | None:
    """The first variable behind AS that stands before it already."""
    seen: set[str] = set()
    for before, token in pairwise(found):
        if before.kind == "AS" and token.text in seen:
            return token
        if token.kind == "VARIABLE":
            seen.add(token.text)
    return None


def _uneven(found: Sequence[Token]) -> tuple[Token, int, int] | None:
    """The first row of VALUES that has not a value for each variable: its bracket, the variables and the values."""
    many, row, values = -1, None, 0
    for before, token in zip([Token("", "", 0), *found], found, strict=False):
        if before.kind == "VALUES":
            many, row = 0 if token.kind == "(" else -1, None
        elif many >= 0 and token.kind == "}":
            many = -1
        elif many >= 0 and token.kind == "(":
            row, values = token, 0
        elif many >= 0 and token.kind == ")" and row and many != values:
            return row, many, values
        elif row and token.kind in _VALUES and before.kind != "^^":
            values += 1
        elif many >= 0 and not row and token.kind == "VARIABLE":
            many += 1
    return None


_VALUES = frozenset("STRING IRI NAME NAMESPACE INTEGER NUMBER SIGNED TRUE FALSE UNDEF".split())  # noqa: SIM905 - as above


def _ungrouped(found: Sequence[Token]) -> Token | None:
    """The first variable that SELECT has by itself, and GROUP BY has not."""
    groups = next((number for number, token in enumerate(found) if token.kind == "GROUP"), len(found))
    grouped = {token.text for token in found[groups:]}
    depth = 0
    for token in found:
        depth += (token.kind == "(") - (token.kind == ")")
        if token.kind == "{":
            break
        if depth == 0 and token.kind == "VARIABLE" and token.text not in grouped:
            return token
    return None


# ---------------------------------------------------------------- words


def _made(sparql: str, start: int, length: int, said: Mapping[str, str]) -> Mistake:
    return Mistake(*_where(sparql, start), length, said)


def _where(sparql: str, position: int) -> tuple[int, int]:
    return sparql.count("\n", 0, position) + 1, position - sparql.rfind("\n", 0, position)


def _said(key: str, **values: object) -> dict[str, str]:
    return _filled(_words()["says"][key], **values)


def _filled(texts: Mapping[str, str], **values: object) -> dict[str, str]:
    """Texts with their values, which may be by language themselves."""
    return {
        language: text.format(**{key: one[language] if isinstance(one, dict) else one for key, one in values.items()})
        for language, text in texts.items()
    }


def _joined(said: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    return {language: text + more.get(language, "") for language, text in said.items()}


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
        files("queries").joinpath("mistakes.toml").read_text(encoding="utf-8")
    )
    return found
