"""Terms as SPARQL writes them, and IRIs as a reader likes them."""

import pyoxigraph

from queries.catalogue import read
from queries.engine import Term


def is_text(text: str) -> bool:
    """Whether a text is characters throughout, and holds no bytes that its encoding did not explain."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def iri(text: str) -> str:
    """An IRI as SPARQL writes it."""
    return str(pyoxigraph.NamedNode(text))


def literal(text: str, language: str | None = None) -> str:
    """A literal as SPARQL writes it."""
    return str(pyoxigraph.Literal(text, language=language))


def value(term: Term | None) -> str:
    """The text of a term: an IRI in full, a literal without its type, nothing where there is none."""
    if term is None:
        return ""
    return str(term) if isinstance(term, pyoxigraph.Triple | pyoxigraph.BlankNode) else term.value


def path(text: str) -> str:
    """What an IRI of the data says after `id/`: `place/320300`; another IRI as it is."""
    before, mark, after = text.replace("#id/", "/id/", 1).partition("/id/")
    return after if mark and ":" in before else text


def short(term: Term | None) -> str:
    """The text of a term for a table: IRIs of the data by their path, a fact by the first digits of its hash."""
    text = value(term)
    if not isinstance(term, pyoxigraph.NamedNode):
        return text
    name = path(text)
    if name.startswith("fact/"):
        return name.removeprefix("fact/")[:8]
    namespace, mark, local = name.rpartition("#")
    return local if mark and namespace else name


def prefixes() -> dict[str, str]:
    """The namespaces that need no saying, by prefix."""
    declared = (line.split() for line in read("lookups/prefixes.rq").splitlines() if line.startswith("PREFIX"))
    return {prefix.rstrip(":"): namespace.strip("<>") for _, prefix, namespace in declared}
