"""Files of annotations: what is read, and what is refused with its line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.annotations import documents, keyed, read, renamed
from kg.errors import AnnotationError
from kg.facts import KEYS

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.jsonl"))
WRONG = {
    "no JSON": "{",
    r"'projcts' \(did you mean 'projects'\?\); there are doc, unit": '{"doc": "a", "unit": "1", "projcts": []}',
    "no JSON object": "[1]",
    "deep": "[" * 100_000,
    "says no doc": '{"unit": "1"}',
    "says no unit": '{"doc": "a"}',
    "lead is no list": '{"doc": "a", "unit": "1", "lead": "市财政局"}',
    "lead wants strings": '{"doc": "a", "unit": "1", "lead": [1]}',
    "projects wants objects with name": '{"doc": "a", "unit": "1", "projects": ["x"]}',
    "the places of a project are a list": '{"doc": "a", "unit": "1", "projects": [{"name": "x", "places": "y"}]}',
    "party and partner": '{"doc": "a", "unit": "1", "cooperation": [{"party": "x"}]}',
    "indicator and value": '{"doc": "a", "unit": "1", "targets": [{"indicator": "x"}]}',
    "unit 2 of a stands twice": '{"doc": "a", "unit": 2}',
}


def test_files_are_pooled() -> None:
    """All units of all files are read, in order, with every list of the guidelines."""
    units = read(GOLD)
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in GOLD) == len(units)
    assert tuple(path.name.split(".")[0] for path in GOLD) == documents(units)
    assert {("doc", "unit", *KEYS)} == {tuple(line) for line in units.values()}


def test_what_is_not_compared_may_be_left_out(write_text: Callable[[str, str], Path]) -> None:
    """A byte order mark and empty lines are passed over, and so are a note and a list that is not asked for."""
    path = write_text("a.jsonl", '\ufeff\n{"doc": "a", "unit": 7, "lead": [], "places": null, "note": "x"}\n\n')
    assert {("a", "7"): {"doc": "a", "unit": "7", **{key: [] for key in KEYS}}} == read([path], fields=["lead"])
    with pytest.raises(AnnotationError, match="line 2: has no support, places, regions") as caught:
        read([path])
    assert 2 == caught.value.line


TIE = {"party": "宿州市", "partner": "徐州市", "mechanism": "industry"}
ROAD = {"name": "宿州—固镇高速公路", "stage": "planned", "places": []}
AIM = {"indicator": "里程", "op": ">=", "value": 500, "unit": "公里", "year": 2023}


@pytest.mark.parametrize(
    ("lists", "reason"),
    [
        ({"projects": [ROAD | {"stage": "foo"}]}, 'projects: stage is "foo"; it should be one of operating, planned'),
        ({"projects": [{"name": "x", "stage": "planned"}]}, "the keys name, stage; it should have name, stage, places"),
        ({"partners": [{"name": "x", "kind": "shop"}]}, 'partners: kind is "shop"; it should be one of alliance'),
        ({"cooperation": [TIE | {"mechanism": None}]}, "mechanism is null; it should be one of agreement"),
        ({"cooperation": [TIE | {"place": "x"}]}, "an entry has the keys party, partner, mechanism, place; it should"),
        ({"targets": [AIM | {"op": "=>"}]}, 'op is "=>"; it should be one of =, >=, <=, >'),
        ({"targets": [AIM | {"year": "2023"}]}, 'year is "2023"; it should be a number, annual or null'),
    ],
)
def test_a_slip_in_an_entry_is_refused(
    lists: dict[str, list[Any]], reason: str, write_text: Callable[[str, str], Path]
) -> None:
    """What is misspelt would count as a mistake of the other side; the error says what is allowed."""
    whole = {"doc": "a", "unit": "1", **{key: [] for key in KEYS}}
    good = {**whole, "projects": [ROAD], "cooperation": [TIE], "targets": [AIM, AIM | {"year": "annual"}]}
    path = write_text("a.jsonl", f"{json.dumps(good)}\n{json.dumps({**whole, 'unit': '2', **lists})}\n")
    with pytest.raises(AnnotationError) as caught:
        read([path])
    assert f"{path}, line 2: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize("reason", WRONG)
def test_a_wrong_line_is_refused(reason: str, write_text: Callable[[str, str], Path]) -> None:
    """The error names the file and the line, and says what is wrong with it."""
    first = json.dumps({"doc": "a", "unit": "§2", **{key: [] for key in KEYS}})
    path = write_text("a.jsonl", f"{first}\n{WRONG[reason]}\n")
    with pytest.raises(AnnotationError, match="JSON" if reason == "deep" else reason) as caught:
        read([path])
    assert (path, 2) == (caught.value.path, caught.value.line)


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    """A missing, an empty and a binary file are each said to be so."""
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    (tmp_path / "binary").write_bytes(b'{"doc": 1}\n\xff\xfe')
    for name, reason in {
        "missing": "cannot be read",
        "empty": "holds no unit",
        "binary": "line 2: is no UTF-8",
    }.items():
        with pytest.raises(AnnotationError, match=reason):
            read([tmp_path / name])


def test_documents_are_renamed() -> None:
    """A document takes the name that it has on the other side, also two names at once; what is unwanted is left out."""
    units = keyed(json.loads(f'{{"doc": "{name}", "unit": "1"}}') for name in "abc")
    assert [("x", "1"), ("y", "1"), ("b", "1")] == list(renamed(units, {"x": "a", "y": "a"}, ["x", "y", "b"]))
