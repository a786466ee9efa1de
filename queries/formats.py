"""The formats of answers, by name; apart, so that the command line can offer them before it answers anything."""

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown")
"""The formats of an answer, the first being what a reader at a terminal wants."""

LINES = ("jsonl", "json")
"""The formats of exported facts."""

GRAPHS = ("nquads", "trig", "turtle", "jsonld")
"""The formats of an exported graph."""

REPORTS = ("text", "json", "html")
"""The formats of an evaluation."""

_ELSEWHERE = {*FORMATS[1:], *LINES, *GRAPHS, *REPORTS[1:], "xlsx", "docx", "pdf", "xml", "rdf"}
"""What a file is not given that holds something else."""

_SUFFIXES = {"htm": "html", "md": "markdown", "nq": "nquads", "ttl": "turtle"}


def format_of(path: str, formats: tuple[str, ...]) -> str:
    """The format that a file's name asks for, the first of `formats` where it asks for none.

    Raises:
        FormatError: where it asks for another that there is, but not here.
    """
    suffix = path.rpartition(".")[2].lower()
    form = _SUFFIXES.get(suffix, suffix)
    if form not in formats and form in _ELSEWHERE and "." in path:
        from queries.errors import FormatError  # noqa: PLC0415 - off the path of a question

        raise FormatError(path, formats)
    return form if form in formats else formats[0]
