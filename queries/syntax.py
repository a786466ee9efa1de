"""The grammar of SPARQL as data: tokens, and where a text leaves the grammar with what could stand there.

It judges no question, which is for the engine to do: it tells why one was refused. The engine itself says how far it
came in any of its attempts, which is often not where the mistake is.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_NAME_START = r"[^\W\d_]"
_TOKENS = re.compile(
    rf"""
      (?P<SPACE>\s+|\#[^\n]*)
    | (?P<IRI><[^<>"{{}}|^`\\\x00-\x20]*>)
    | (?P<STRING>'''(?:[^\\]|\\.)*?'''|\"""(?:[^\\]|\\.)*?\"""|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
    | (?P<UNCLOSED>'''|\"""|['"])
    | (?P<VARIABLE>[?$]\w+)
    | (?P<LANGUAGE>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<BLANK>_:\w[\w.-]*(?<!\.)|\[\s*\])
    | (?P<NIL>\(\s*\))
    | (?P<NAME>(?:{_NAME_START}(?:[\w.-]*[\w-])?)?:(?:[\w:%-]|\\.)(?:(?:[\w:%.-]|\\.)*(?:[\w:%-]|\\.))?)
    | (?P<NAMESPACE>(?:{_NAME_START}(?:[\w.-]*[\w-])?)?:)
    | (?P<SIGNED>[+-](?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<NUMBER>\d+\.\d+(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+\.?[eE][+-]?\d+)
    | (?P<INTEGER>\d+)
    | (?P<WORD>{_NAME_START}\w*)
    | (?P<SIGN>\^\^|\|\||&&|!=|<=|>=|==|[{{}}()\[\].,;=<>+\-*/|^!?])
    | (?P<OTHER>.)
    """,
    re.VERBOSE | re.DOTALL,
)
FUNCTIONS = frozenset(
    """
    STR LANG LANGMATCHES DATATYPE IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI
    CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5
    SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR
    REPLACE
    """.split()  # noqa: SIM905 - one is found more easily so
)
"""The functions that take expressions in brackets."""


class Token(NamedTuple):
    """A token: its kind (for a word or sign of the language itself, in capitals), what it says, and where it begins."""

    kind: str
    text: str
    start: int


class Part(NamedTuple):
    """A part of a rule: `or`, `then`, `?`, `*`, `+` with parts, `rule` or `token` with a name."""

    sort: str
    parts: tuple["Part", ...] = ()
    name: str = ""


class Stop(NamedTuple):
    """Where a text leaves the grammar: its token, and what could stand there, by rule or kind of token."""

    token: Token
    expected: tuple[str, ...]


class _LeavingError(Exception):
    """The text leaves the grammar at the next token."""


def tokens(text: str) -> list[Token]:
    """The tokens of a text without white space and comments, and one of the kind END behind them."""
    found = []
    for match in _TOKENS.finditer(text):
        kind, said = match.lastgroup or "", match[0]
        if kind == "WORD":
            upper = said.upper()
            kind = "a" if said == "a" else "FUNCTION" if upper in FUNCTIONS else upper if upper in words() else kind
        elif kind == "SIGN":
            kind = said
        if kind != "SPACE":
            found.append(Token(kind, said, match.start()))
    return [*found, Token("END", "", len(text.rstrip()))]


def stop(found: Sequence[Token], named: frozenset[str]) -> Stop | None:
    """Where tokens leave the grammar of questions, None where they are a question, or nested too deeply to tell.

    Args:
        found: the tokens, with END.
        named: rules that are told by their name, and not by what they begin with.
    """
    reading = _Reading(found)
    try:
        reading.read(rules()["Query"])
    except _LeavingError:
        expected = dict.fromkeys(name for part in reading.possible for name in _begins(part, named))
        return Stop(reading.token, tuple(expected))
    except RecursionError:  # so deep that it cannot be told
        return None
    return None


class _Reading:
    """Tokens being read by the grammar; the next one alone decides."""

    def __init__(self, found: Sequence[Token]) -> None:
        self.found = found
        self.at = 0
        self.possible: list[Part] = []

    @property
    def token(self) -> Token:
        return self.found[self.at]

    def read(self, part: Part) -> None:
        """Read a part of a rule.

        Raises:
            _LeavingError: where the next token cannot stand.
        """
        match part.sort:
            case "token":
                self.possible.append(part)
                if self.token.kind != part.name:
                    raise _LeavingError
                self.at += 1
                self.possible = []
            case "rule":
                if self.token.kind in _first(part):
                    self.read(rules()[part.name])
                else:
                    self.read_alternative(part)
            case "then":
                for one in part.parts:
                    self.read(one)
            case "or":
                self.read_alternative(part)
            case _:
                self.read_repeated(part)

    def read_alternative(self, part: Part) -> None:
        choices = part.parts if part.sort == "or" else ()
        for one in choices:
            if self.token.kind in _first(one):
                self.read(one)
                return
        self.possible.append(part)
        if not _is_idle(part):
            raise _LeavingError

    def read_repeated(self, part: Part) -> None:
        (inside,) = part.parts
        if part.sort == "+":
            self.read(inside)
        while self.token.kind in _first(inside):
            self.read(inside)
            if part.sort == "?":
                return
        self.possible.append(inside)


@cache
def _first(part: Part) -> frozenset[str]:
    """The kinds of tokens that a part can begin with."""
    match part.sort:
        case "token":
            return frozenset({part.name})
        case "rule":
            return _first(rules()[part.name])
        case "then":
            found: frozenset[str] = frozenset()
            for one in part.parts:
                found |= _first(one)
                if not _is_idle(one):
                    break
            return found
    return frozenset().union(*map(_first, part.parts))


@cache
def _is_idle(part: Part) -> bool:
    """Whether a part can be nothing."""
    match part.sort:
        case "token":
            return False
        case "rule":
            return _is_idle(rules()[part.name])
        case "then":
            return all(map(_is_idle, part.parts))
        case "or" | "+":
            return any(map(_is_idle, part.parts))
    return True


def _begins(part: Part, named: frozenset[str]) -> list[str]:
    """What a part can begin with, in the names of rules and kinds of tokens."""
    if part.name in named or part.sort == "token":
        return [part.name]
    if part.sort == "rule":
        return _begins(rules()[part.name], named)
    found: list[str] = []
    for one in part.parts:
        found += _begins(one, named)
        if part.sort == "then" and not _is_idle(one):
            break
    return found


# ---------------------------------------------------------------- the grammar


@cache
def rules() -> dict[str, Part]:
    """The rules of the grammar, by name."""
    lines = files("queries").joinpath("sparql.grammar").read_text(encoding="utf-8").splitlines()
    split = (line.split(" = ", 1) for line in lines if line and not line.startswith("#"))
    return {name: _either(said.split()[::-1]) for name, said in split}


@cache
def words() -> frozenset[str]:
    """The words of the language, in capitals, without its functions."""
    lines = files("queries").joinpath("sparql.grammar").read_text(encoding="utf-8")
    return frozenset(re.findall(r"'([A-Z_]+)'", lines))


def _either(left: list[str]) -> Part:
    """The alternatives at the end of a list of words, which are taken off it."""
    choices = [_sequence(left)]
    while left and left[-1] == "|":
        left.pop()
        choices.append(_sequence(left))
    return Part("or", tuple(choices)) if len(choices) > 1 else choices[0]


def _sequence(left: list[str]) -> Part:
    parts: list[Part] = []
    while left and left[-1] != "|" and not left[-1].startswith(")"):
        word = left.pop()
        repeated = word[-1] if word[-1] in "?*+" else ""
        word = word.removesuffix(repeated)
        if word == "(":
            part = _either(left)
            repeated = left.pop()[1:]  # the bracket that ends it
        else:
            is_token = word.startswith("'") or word.isupper()
            part = Part("token" if is_token else "rule", name=word.strip("'"))
        parts.append(Part(repeated, (part,)) if repeated else part)
    return parts[0] if len(parts) == 1 else Part("then", tuple(parts))
