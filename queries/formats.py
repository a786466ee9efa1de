"""The formats of answers, by name; apart, so that the command line can offer them before it answers anything."""

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown")
"""The formats of an answer, the first being what a reader at a terminal wants."""

LINES = ("jsonl", "json")
"""The formats of exported facts."""

GRAPHS = ("nquads", "trig", "turtle", "jsonld")
"""The formats of an exported graph."""

REPORTS = ("text", "json", "html")
"""The formats of an evaluation."""

_SUFFIXES = {"htm": "html", "md": "markdown", "nq": "nquads", "ttl": "turtle"}


def format_of(path: str, formats: tuple[str, ...]) -> str:
    """The format that a file's name asks for, the first of `formats` where it asks for none of them."""
    suffix = path.rpartition(".")[2].lower()
    form = _SUFFIXES.get(suffix, suffix)
    return form if form in formats else formats[0]
