"""The words, colours and questions of pictures: complete, and none left over."""

import re
import tomllib
from pathlib import Path

from queries.engine import Embedded
from viz.contents import CLASSES, contents
from viz.page import palette, text_of

FOLDER = Path(__file__).parents[2] / "viz"


def sources() -> str:
    """Everything that may say a word: templates, scripts and modules."""
    files = [*FOLDER.glob("templates/*"), *FOLDER.glob("assets/*.js"), *FOLDER.glob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_both_languages_have_the_same_words() -> None:
    """A word of one language has one in the other."""
    words = tomllib.loads(text_of("words.toml"))
    assert list(words["en"]) == list(words["zh"])
    assert [] == [key for one in words.values() for key, word in one.items() if not word]


def test_no_word_is_left_over() -> None:
    """Every word is said somewhere."""
    said = sources()
    keys = tomllib.loads(text_of("words.toml"))["en"]
    views = {f"view-{view}" for view in ("city-tie", "tie", "involves", "lead", "focus", "all")}
    assert [] == [key for key in keys if key not in views and f'"{key}"' not in said and f"'{key}'" not in said]


def test_every_notation_has_its_look(plans: Embedded) -> None:
    """Classes, mechanisms, stages and roles have a colour each, and no two of a scheme look the same."""
    words = contents(plans).words
    assert set(CLASSES.values()) == set(palette()["kind"])
    for scheme in ("mechanism", "stage", "role"):
        looks = palette()[scheme]
        assert set(words[scheme]) == set(looks)
        assert len(looks) == len({str(look) for look in looks.values()})


def test_every_question_is_asked() -> None:
    """Each `.rq` of this folder is asked by a module."""
    asked = sources()
    assert [] == [file.stem for file in FOLDER.glob("*.rq") if not re.search(rf'"{file.stem}(\.rq)?"', asked)]
