"""The sentence of a unit that a fact rests on, found by its words: annotations do not say where they were read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pyoxigraph import Literal, QuerySolutions

from kg.annotations import Key
from kg.likeness import Entry, folded, unit_key
from kg.sentences import ends
from kg.store import Reader
from ontology.terms import PREFIXES

_TEXTS = """
SELECT ?stem ?unit ?text {
  VALUES ?stem { %s }
  ?plan a dk:Plan ; dk:stem ?stem . ?node dk:inPlan ?plan ; dk:unitId ?unit ; dk:text ?text
}"""
_SAID_OF = frozenset({"stage", "kind", "mechanism", "op"})
"""Keys whose values are words of ours, which no plan prints."""


def unit_texts(reader: Reader, stems: Iterable[str]) -> dict[Key, str]:
    """The text of every unit of some plans of a store, as read."""
    found = reader.query(_TEXTS % " ".join(str(Literal(stem)) for stem in stems), prefixes=PREFIXES)
    texts: dict[Key, str] = {}
    if isinstance(found, QuerySolutions):
        for row in found:
            stem, unit, text = (term.value if isinstance(term, Literal) else "" for term in row)
            texts[stem, unit_key(unit)] = text
    return texts


def words_of(entry: Entry) -> tuple[str, ...]:
    """The words of a fact that its unit may print: of a tie party and partner, of a target its figure too."""
    return tuple(_words(entry))


def _words(entry: Entry) -> Iterator[str]:
    if isinstance(entry, dict):
        for key, value in entry.items():
            if key not in _SAID_OF:
                yield from _words(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _words(value)
    elif entry not in {None, ""}:
        yield str(entry)


def passage(text: str, words: tuple[str, ...]) -> str:
    """The sentence of a text that most likely says something.

    A fact may stand in a sentence in pieces (宿州—固镇、徐州—淮北—阜阳高速公路), so the sentence is taken that
    shares most of its pairs of characters, the first of several.

    Args:
        text: the text of a unit; "" gives "".
        words: what it should say.

    Returns:
        The sentence, the whole text where no sentence shares anything.
    """
    wanted = {word[i : i + 2] for word in map(folded, words) for i in range(max(len(word) - 1, 1))}
    sentences = [text[start:end].strip() for start, end in pairwise([0, *ends(text)])]
    shared = [sum(pair in compared for pair in wanted) for compared in map(folded, sentences)]
    return sentences[shared.index(max(shared))] if any(shared) else text.strip()
