"""The headers of questions."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from queries.catalogue import names, question
from queries.errors import HeaderError
from queries.header import parse

LINES = st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\r")), max_size=4)
PLAIN = st.text(alphabet="ab: #\"'\\-[]{}&*!|>%@`,yesnoNULL01.徐（", max_size=12)


def as_yaml(text: str) -> object:
    """The header as PyYAML reads it."""
    lines = [line.removeprefix("#+") for line in text.split("\n") if line.startswith("#+")]
    return yaml.safe_load("\n".join(line.strip(" ") for line in lines)) or {}


@pytest.mark.parametrize("name", names())
def test_any_yaml_reader_reads_the_same(name: str) -> None:
    """PyYAML gives the mapping that our few lines give."""
    text = question(name).text
    assert as_yaml(text) == parse(text)


@given(values=st.lists(PLAIN | st.text(max_size=8), max_size=3))
def test_what_is_accepted_is_what_yaml_reads(values: list[str]) -> None:
    """Whatever text a value is, it is refused or read as YAML reads it."""
    text = "\n".join(f"#+ key-{number}.en: {value}" for number, value in enumerate(values))
    try:
        header = parse(text)
    except HeaderError:
        return
    assert as_yaml(text) == header


@given(lines=LINES)
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    """Reading a header never fails otherwise than by saying which line is wrong."""
    text = "\n".join(f"#+{line}" for line in lines)
    refused = 1
    try:
        parse(text)
    except HeaderError as error:
        refused = error.line
    assert 1 <= refused <= max(len(lines), 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#+ title: a\n#+ title: b", 2),
        ("#+ title", 1),
        ("#+ title: yes", 1),
        ("#+ title: 15", 1),
        ('#+ title: "a', 1),
        ("#+ title: a: b", 1),
        ("#+ title: a #b", 1),
    ],
)
def test_a_line_outside_the_subset_is_named(text: str, line: int) -> None:
    """What YAML would read otherwise, or not at all, is refused with the number of its line."""
    with pytest.raises(HeaderError) as caught:
        parse(text)
    assert line == caught.value.line


def test_quotes_hold_what_plain_text_cannot() -> None:
    """In double quotes a value may be a number, or hold a colon, a quote or a backslash."""
    assert {"a": "15", "b": 'x: "y" \\'} == parse('#+ a: "15"\n#+ b: "x: \\"y\\" \\\\"\nSELECT')
