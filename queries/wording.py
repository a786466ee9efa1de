"""Facts and mistakes of a report in one line each."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from kg.evaluation import Mistake


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


def differing(mistake: Mistake) -> str:
    """The fact that one side has alone, or what either side says of it."""
    if mistake.kind != "differs":
        return said(mistake.found if mistake.gold is None else mistake.gold)
    key = mistake.name.partition(".")[2]
    one, other = (_value(entry, key) for entry in (mistake.gold, mistake.found))
    return f"{said(mistake.gold)}: {one} ≠ {other}"


def _value(entry: Any, key: str) -> str:  # noqa: ANN401 - as above
    value = entry.get(key)
    return "、".join(map(str, value)) or "–" if isinstance(value, list) else str(value or "–")


def by_field(mistakes: Iterable[Mistake]) -> Iterator[tuple[str, list[Mistake]]]:
    """The mistakes of each field, those in its attributes behind it."""
    for field, together in groupby(mistakes, key=lambda mistake: mistake.name.partition(".")[0]):
        yield field, sorted(together, key=lambda mistake: mistake.name)  # attributes behind their field
