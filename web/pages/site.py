"""What every page is made with: the open store, the language, the words, and addresses of other pages."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote, urlencode

from ontology.terms import BASE, PREFIXES
from queries.catalogue import bound
from queries.terms import iri as written
from queries.terms import value
from web.engine import Direct, Limits

T = TypeVar("T")

LANGUAGES = ("zh", "en")
_IRIS_AT_ONCE = 2000
_TERMS = PREFIXES["dk"]
_PROVINCE = re.compile(r"place/(?!11|12|31|50)\d{2}0000\Z", re.ASCII)
"""The path of a province that is no municipality."""
_LIKED = re.compile(r"\bq=([01](?:\.\d{1,3})?)\s*\Z", re.ASCII)
_kept: dict[str, tuple[int, Any]] = {}


class Sorting(NamedTuple):
    """How a table is sorted.

    Attributes:
        table: its id.
        column: its column.
        down: whether the greatest stands first.
    """

    table: str
    column: str
    down: bool


@dataclass(frozen=True)
class Asked:
    """What is asked for, besides the page itself.

    Attributes:
        path: of the page, decoded.
        query: its parameters, without the language.
        language: `zh` or `en`.
        carried: whether the address names the language, which its links then do too.
        table: id of the table that is to be downloaded, "" for the page.
        form: format of the download.
        root: the path that a proxy has the server under, "" for none; all addresses begin with it.
    """

    path: str
    query: Mapping[str, str]
    language: str
    carried: bool = False
    table: str = ""
    form: str = ""
    root: str = ""

    @property
    def sorting(self) -> Sorting | None:
        """How a table is to be sorted: `?sort=projects.name`, with a `-` in front for downwards."""
        said = self.query.get("sort", "")
        table, _, column = said.removeprefix("-").partition(".")
        return Sorting(table, column, said.startswith("-")) if column else None


class Named(NamedTuple):
    """What something is called: its official name, and its English name or ""."""

    label: str
    english: str


class Page:
    """What a page says and leads to, whatever it is about.

    Args:
        asked: what is asked for.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.language = asked.language
        self.root = asked.root

    def t(self, key: str, **said: object) -> str:
        """A word or sentence of the pages; `{name}` in it is replaced."""
        text = words()[self.language].get(key, key)
        return text.format(**said) if said else text

    def between(self, first: str, second: str, middle: str = "") -> str:
        """The address of the sentences that tie two sides.

        Of a province its own ties alone are meant, for those of its cities are counted for the cities.

        Args:
            first: path of one side.
            second: path of the other.
            middle: path of the side that all that lies in it counts for, whatever it is, "" for none.
        """
        alone = " ".join(one for one in (first, second) if _PROVINCE.match(one) and one != middle)
        return self.address("/questions/cooperation-between", {"first": first, "second": second, "alone": alone})

    def url(self, path: str, /, **query: str) -> str:
        """The address of a page, in the language of this one where the address says that."""
        return self.address(path, query)

    def address(self, path: str, query: Mapping[str, str], fragment: str = "") -> str:
        """The address of a page with parameters of any name."""
        said = {name: text for name, text in query.items() if text}
        if self.asked.carried:
            said["lang"] = self.language
        return (
            self.root
            + quote(path, safe="/:()")
            + (f"?{urlencode(said)}" if said else "")
            + (f"#{quote(fragment)}" if fragment else "")
        )

    def here(self, **changed: str) -> str:
        """The address of this page with some parameters changed; "" takes one away."""
        return self.address(self.asked.path, {**self.asked.query, **changed})

    def other(self, language: str) -> str:
        """The address of this page in another language."""
        said = {**self.asked.query, "lang": language}
        return f"{self.root}{quote(self.asked.path, safe='/:()')}?{urlencode(said)}"


class Site(Page):
    """What a page is made with.

    Args:
        engine: the open store.
        asked: what is asked for.
        limits: of answers.
    """

    def __init__(self, engine: Direct, asked: Asked, limits: Limits) -> None:
        super().__init__(asked)
        self.engine = engine
        self.limits = limits

    def word(self, scheme: str, notation: str) -> str:
        """What a concept is called, its notation where the graph does not say."""
        labels = self.vocabulary().get((scheme, notation), {})
        return labels.get(self.language) or labels.get("zh") or words()[self.language].get(notation, notation)

    def vocabulary(self) -> dict[tuple[str, str], dict[str, str]]:
        """What all concepts and terms are called: by vocabulary and notation, then by language."""
        return self.kept("vocabulary", self._vocabulary)

    def _vocabulary(self) -> dict[tuple[str, str], dict[str, str]]:
        found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for row in self.rows("vocabulary"):
            found[row["scheme"], row["notation"]][row["language"]] = row["label"]
        return dict(found)

    # ------------------------------------------------------------ the graph

    def rows(self, name: str, **terms: Iterable[str]) -> list[dict[str, str]]:
        """The rows of a question of this folder, "" where a variable is unbound.

        Args:
            name: of the file, without `.rq`.
            terms: for its `VALUES` lines, as SPARQL writes them.
        """
        found = self.engine.rows(bound(_question(name), terms) if terms else _question(name))
        return [dict(zip(found.columns, map(value, row), strict=True)) for row in found.rows]

    def called(self, iris: Iterable[str]) -> dict[str, Named]:
        """What things are called, by IRI; what has no name is left out."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        wanted = sorted({one for one in iris if one})[:_IRIS_AT_ONCE]
        if wanted:
            for row in self.rows("called", entity=map(written, wanted)):
                found[row["entity"]].setdefault(row["language"], row["label"])
        return {
            one: Named(labels.get("zh") or labels.get("") or labels["en"], labels.get("en", ""))
            for one, labels in found.items()
        }

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What was made of this generation before, else what is made now."""
        key = f"{self.engine.reader.path} {name}"
        generation = self.engine.reader.generation
        if key not in _kept or _kept[key][0] != generation:
            _kept[key] = (generation, make())
        made: T = _kept[key][1]
        return made

    # ------------------------------------------------------------ addresses

    def id(self, path: str) -> str:
        """The IRI of something of the data, by its path."""
        return f"{self.engine.base}id/{path}"

    def path(self, iri: str) -> str:
        """What the IRI of something of the data says after `id/`; any other text as it is."""
        return iri.removeprefix(f"{self.engine.base}id/")

    def href(self, iri: str) -> str:
        """The address of the page of something; "" where it has none."""
        path = self.local(iri)
        return self.url(f"/{path}") if path else ""

    def local(self, iri: str) -> str:
        """The path of the page of something, without the slash in front; "" where it has none."""
        if iri.startswith(f"{self.engine.base}id/"):
            return iri.removeprefix(self.engine.base)
        if iri.startswith(f"{BASE}vocabulary/"):
            return iri.removeprefix(BASE)
        return f"ontology/{iri.removeprefix(_TERMS)}" if iri.startswith(_TERMS) else ""

    def property(self, iri: str) -> str:
        """What a property is called."""
        local = iri.rpartition("#")[2].rpartition("/")[2]
        known = self.vocabulary().get(("term", local)) if iri.startswith(_TERMS) else None
        return known.get(self.language) or local if known else self.t(f"property.{local}")


def liked(header: str) -> str:
    """The language that a reader likes best, by the Accept-Language header; Chinese without a wish."""
    best, most = LANGUAGES[0], 0.0
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        much = float(found[1]) if (found := _LIKED.search(parameter)) else 1.0
        if language in LANGUAGES and much > most:
            best, most = language, much
    return best


@cache
def words() -> dict[str, dict[str, str]]:
    """The words of the pages, by language."""
    said = tomllib.loads(files("web.pages").joinpath("words.toml").read_text(encoding="utf-8"))
    return {language: {key: texts[language] for key, texts in said.items()} for language in LANGUAGES}


@cache
def _question(name: str) -> str:
    return files("web.pages").joinpath(f"{name}.rq").read_text(encoding="utf-8")


def iri_of(base: str, path: str) -> str:
    """The IRI of what a path is the page of: `id/place/320300`, `vocabulary/stage/planned`, `ontology/leads`.

    Args:
        base: of the data of the store; words have one of their own.
        path: of the page, decoded, without the slash in front.
    """
    if path.startswith("ontology/"):
        return _TERMS + path.removeprefix("ontology/")
    return (BASE if path.startswith("vocabulary/") else base) + path
