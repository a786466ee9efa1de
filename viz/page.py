"""Pages that need nothing outside themselves: style and scripts stand inside, and nothing else may run."""

import base64
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape
from pyoxigraph import Literal

from deltakg import __version__
from queries.engine import Rows
from viz.contents import Contents

Palette = dict[str, dict[str, dict[str, Any]]]


def text_of(name: str) -> str:
    """The text of a data file of this folder."""
    return files("viz").joinpath(name).read_text(encoding="utf-8")


@cache
def palette() -> Palette:
    """Colours, shapes and dashes: scheme, then notation."""
    return tomllib.loads(text_of("palette.toml"))


def words(drawn: Contents) -> dict[str, dict[str, str]]:
    """All words that a page says, by language: its own, and `scheme.notation` those of the graph."""
    found: dict[str, dict[str, str]] = tomllib.loads(text_of("words.toml"))
    for scheme, notations in drawn.words.items():
        for notation, labels in notations.items():
            for language, own in found.items():
                own[f"{scheme}.{notation}"] = labels.get(language, notation)
    return found


def page(
    template: str,
    drawn: Contents,
    language: str,
    *,
    scripts: Sequence[str],
    styles: Sequence[str],
    data: Any = None,  # noqa: ANN401 - whatever JSON can say
    **values: Any,  # noqa: ANN401 - what the template shows
) -> str:
    """A page as HTML.

    Args:
        template: its file in `templates/`.
        drawn: the graph, whose words it says.
        language: `en` or `zh`, which it is shown in at first.
        scripts: its scripts, in order.
        styles: its style sheets, in order.
        data: what its scripts read, as JSON.
        values: what the template shows.
    """
    said = words(drawn)
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_template))
    environment.globals.update(
        t=lambda key: Markup('<span data-t="{}">{}</span>').format(key, said[language].get(key, key)),
        word=lambda key: said[language].get(key, key),
        palette=palette(),
        **_names(drawn, language),
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return environment.get_template(template).render(
        language=language,
        policy=policy,
        version=__version__,
        # What stands inside is ours or a bundle's, and holds no end tag; data is escaped for where it stands.
        scripts=[Markup(script) for script in scripts],  # noqa: S704
        styles=[Markup(style) for style in styles],  # noqa: S704
        words=inside_script(said),
        data=inside_script(data),
        **values,
    )


def _names(drawn: Contents, language: str) -> dict[str, Any]:
    """What templates call things by their names in Chinese: `name`, `called`, `both` and `spoken`.

    What has an English name is called by it in English, with the Chinese one beside it or in a tooltip.
    """
    english = {one.label: one.english for one in drawn.entities.values() if one.english}

    def spoken(label: str) -> str:
        """The attributes by which a script says a name in the language of the reader."""
        own = english.get(label)
        return Markup(' data-zh="{}" data-en="{}"').format(label, own) if own else ""

    def called(label: str) -> str:
        return english.get(label, label) if language == "en" else label

    def both(label: str) -> str:
        own = english.get(label)
        return f"{own} {label}" if own and language == "en" else label

    def name(label: str, *, beside: bool = True) -> str:
        own = english.get(label)
        if not own:
            return escape(label)
        after = Markup(' <small class="beside" lang="zh-CN">{}</small>').format(label) if beside else ""
        return Markup('<span{} title="{}">{}</span>{}').format(spoken(label), f"{label} {own}", called(label), after)

    return {"spoken": spoken, "called": called, "both": both, "name": name}


def inside_script(data: Any) -> Markup:  # noqa: ANN401 - as above
    """JSON that may stand inside a script element: nothing in it can end the element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Rows:
    """Rows of what is drawn, for every format of answers.

    Args:
        head: the columns.
        rows: a text or number for each column.
    """
    return Rows(tuple(head), tuple(tuple(Literal(str(value)) for value in row) for row in rows))


def evidence(drawn: Contents, positions: Iterable[int]) -> list[Mapping[str, str]]:
    """The sentences of facts with their citations, each once, in printed order."""
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for position in sorted(positions):
        statement = drawn.statements[position]
        key = statement.sentence, statement.citation
        found.setdefault(key, {"sentence": key[0], "citation": key[1], "document": statement.unit.document})
    return list(found.values())


def _template(name: str) -> str:
    return text_of(f"templates/{name}")


def _hashes(texts: Iterable[str]) -> str:
    digests = (base64.b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
