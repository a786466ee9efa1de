"""When two facts of one field are the same fact, worded or cut a little differently.

Annotators and rules print one thing in many ways: 〔〕 for （）, 宿州市财政局 for 市财政局, a name with or
without 产业 at its end. The rules here say which of that is no difference. They follow the section Text
of the annotation guidelines; a likeness is 0 for two different facts and at most 1.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

Entry: TypeAlias = Any
"""An entry of one of a line's lists, as JSON has it: a string, or an object with the keys of its field."""

_FOLDED = str.maketrans(
    dict.fromkeys("〔【［[", "(")
    | dict.fromkeys("〕】］]", ")")
    | dict.fromkeys("“”„‟'‘’「」『』", '"')
    | {"∶": ":", "，": ",", "；": ";"}
)
_EDGES = ",。;、·"
_DASHES = re.compile("[-‐‑‒–—―─~至]+")
_SHORTEST = 6
"""Characters from which on a name may be cut differently and still be the same."""
_MUCH = 0.6
"""How much of the longer name the shorter one must be, where it begins or ends it."""
_ALIKE = 0.85
_INDICATORS_ALIKE = 0.5
_NEARLY = 0.99
_CUT = 0.95


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """A text for comparing: NFKC, brackets and quotes of one form, without white space and marks at its ends."""
    text = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return re.sub(r"\s", "", text).strip(_EDGES)


def dashed(text: str) -> str:
    """A folded text in which every run of dashes, also of 至 and ～, is one dash."""
    return _DASHES.sub("—", folded(text))


def unit_key(text: str) -> str:
    """The id of a unit for comparing: `二（四）`, `二(四)` and `二/四` are one; § may be left out."""
    text = re.sub(r"[§、\s]", "", unicodedata.normalize("NFKC", text))
    return re.sub("[()/]+", "/", text).strip("/.")


# ---------------------------------------------------------------- agencies


@cache
def _departments() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = tomllib.loads(Path(__file__).with_name("likeness.toml").read_text(encoding="utf-8"))
    return tuple((re.compile("|".join(map(re.escape, written))), one) for one, written in table["departments"].items())


_AND = re.compile("(?<=..)和(?!县)")
_JURISDICTION = re.compile(
    "^(?!各|有关|相关|[省市区县])[\u4e00-\u9fff]{1,4}?([省市区县])(?=市场.|[^省市区县政人管].)",
)


@lru_cache(maxsize=1 << 14)
def _agency(text: str) -> tuple[str, str]:
    """An agency's name, and the name without that of its jurisdiction: 宿州市财政局, 市财政局."""
    name = folded(text)
    for written, one in _departments():
        name = written.sub(one, name)
    name = _AND.sub("", name)
    name = re.sub("^各(?=市管)", "", name)
    return name, _JURISDICTION.sub(r"\1", name)


def same_agency(one: str, other: str) -> float:
    """Whether two agencies are one: 宿州市财政局 is 市财政局, for that does not say more; but not 萧县财政局."""
    (name, bare), (other_name, other_bare) = _agency(one), _agency(other)
    return float(other_name in {name, bare} or bare == other_name or name == other_bare)


# ---------------------------------------------------------------- names

_TAIL = re.compile("(?:产业集群|产业|业|项目|工程|建设)$")
_NUMERALS = re.compile("[0-9.]+|[一二三四五六七八九十]+(?=[期号条次级类区])|第[一二三四五六七八九十]+")


def same_name(one: str, other: str) -> float:
    """How alike two names of a project, an organisation or an industry are.

    They are the same where they differ in a tail like 产业 alone, or where one is the other cut differently:
    it begins or ends it and is most of it, or lacks a little of it. Short names must be equal, numerals always;
    a run of characters in the place of another makes another thing (淮北 for 阜阳).
    """
    one, other = dashed(one), dashed(other)
    if one == other:
        return 1.0
    stem = _TAIL.sub("", one)
    if stem and stem == _TAIL.sub("", other):
        return _NEARLY
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or _NUMERALS.findall(one) != _NUMERALS.findall(other):
        return 0.0
    if long.startswith(short) or long.endswith(short):
        return _CUT if len(short) / len(long) >= _MUCH else 0.0
    compared = SequenceMatcher(None, one, other, autojunk=False)
    replaced = any(tag == "replace" for tag, *_ in compared.get_opcodes())
    return 0.0 if replaced or compared.ratio() < _ALIKE else compared.ratio()


def _equal(one: str, other: str) -> float:
    return float(dashed(one) == dashed(other))


def _same_named(one: Entry, other: Entry) -> float:
    return same_name(str(one["name"]), str(other["name"]))


# ---------------------------------------------------------------- ties and targets


def same_tie(one: Entry, other: Entry) -> float:
    """How alike two ties are: as their partners, where the party is the same; another mechanism makes them less so."""
    if dashed(str(one["party"])) != dashed(str(other["party"])):
        return 0.0
    alike = same_name(str(one["partner"]), str(other["partner"]))
    return alike if one.get("mechanism") == other.get("mechanism") else _NEARLY * alike


def same_target(one: Entry, other: Entry) -> float:
    """How alike two targets are: value, unit and year must be the same, the indicators at least half alike."""
    if _number(one["value"]) != _number(other["value"]) or _year(one.get("year")) != _year(other.get("year")):
        return 0.0
    if folded(str(one.get("unit") or "")) != folded(str(other.get("unit") or "")):
        return 0.0
    indicators = folded(str(one["indicator"])), folded(str(other["indicator"]))
    alike = SequenceMatcher(None, *indicators, autojunk=False).ratio()
    if alike < _INDICATORS_ALIKE and indicators[0] not in indicators[1] and indicators[1] not in indicators[0]:
        return 0.0
    # The operator decides between targets that are else the same, and never makes one of two.
    return 0.5 + 0.49 * alike + (0.01 if one.get("op") == other.get("op") else 0)


def _number(value: object) -> float | str:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return folded(str(value))


def _year(value: object) -> int | str:
    found = re.search(r"\d{4}", str(value))
    return int(found[0]) if found else folded(str(value))


# ---------------------------------------------------------------- by field

LIKENESS: Mapping[str, Callable[[Entry, Entry], float]] = {
    "lead": same_agency,
    "support": same_agency,
    "places": _equal,
    "regions": _equal,
    "projects": _same_named,
    "partners": _same_named,
    "cooperation": same_tie,
    "industries": same_name,
    "targets": same_target,
    "policies": _equal,
}
"""How alike two entries of a field are, the first being the annotator's."""


def _same_places(one: Entry, other: Entry) -> bool:
    sides = ({folded(str(name)) for name in entry.get("places") or ()} for entry in (one, other))
    return next(sides) == next(sides)


def _same(key: str) -> Callable[[Entry, Entry], bool]:
    return lambda one, other: bool(one.get(key) == other.get(key))


ATTRIBUTES: Mapping[str, Callable[[Entry, Entry], bool]] = {
    "projects.stage": _same("stage"),
    "projects.places": _same_places,
    "partners.kind": _same("kind"),
    "cooperation.mechanism": _same("mechanism"),
    "targets.op": _same("op"),
}
"""Whether two entries that are the same fact agree in what is said of it, by `field.key`."""
