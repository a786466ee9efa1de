"""What each rule and each reason of the components is, in words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule finds, or why a candidate is left out, in one line of each language."""

    en: str
    zh: str

    def __getitem__(self, language: str) -> str:
        """The line in a language, English for any but `zh`."""
        return self.zh if language == "zh" else self.en


@cache
def rules() -> dict[str, Said]:
    """The rules by name (`places.full`), in the order in which components run."""
    return _table("rules")


@cache
def reasons() -> dict[str, Said]:
    """Why candidates are left out, by name (`places.ordinary_word`)."""
    return _table("reasons")


def _table(part: str) -> dict[str, Said]:
    table = tomllib.loads(files("extract").joinpath("rules.toml").read_text(encoding="utf-8"))[part]
    return {f"{name}.{rule}": Said(**said) for name, listed in table.items() for rule, said in listed.items()}
