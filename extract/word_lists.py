"""The word lists beside the components: TOML files, read once each by what is named after them."""

import tomllib
from importlib.resources import files
from typing import Any


def word_lists(name: str) -> dict[str, Any]:
    """The tables and lists of `<name>.toml`.

    Args:
        name: the file's name without extension.
    """
    return tomllib.loads(files("extract").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
