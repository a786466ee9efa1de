"""The extraction of a document: its plan, then one spaCy `Doc` a unit through one component a kind of fact."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from extract.clauses.notes import Order, holds_from_here, meaning, note
from extract.components import Passage, Profile, inside, register
from extract.facts import Fact
from extract.plan import Document, Extraction, Plan, Unit
from extract.structure.plans import plan
from extract.tracing import Explained, LeftOut, explained, tracing
from gazetteer.divisions import gazetteer

COMPONENTS = (
    "responsibilities",
    "policies",
    "places",
    "regions",
    "projects",
    "partners",
    "cooperation",
    "industries",
    "targets",
)
"""The components, each a folder here, in the order in which they run: later ones read earlier ones' marks."""


_LONGEST = 4000


class Extractor:
    """Extracts documents; making one loads spaCy and the gazetteer.

    Args:
        components: the names of those to run, for one kind alone; a component needs those before it that it reads.
    """

    def __init__(self, components: tuple[str, ...] = COMPONENTS) -> None:
        register()
        self.nlp: Language = spacy.blank("zh")
        for name in components:
            import_module(f"extract.{name}.component")  # a component registers itself under its folder's name
            self.nlp.add_pipe(name)

    def extract(self, document: Document) -> Extraction:
        """The plan of a document and its facts, in the order of the units.

        Raises:
            DocumentError: where the text is no plan.
        """
        read = plan(document)
        profile = profile_of(read)
        return Extraction(document, read, tuple(self.all_facts(read.units, profile)))

    def facts(self, unit: Unit, profile: Profile) -> list[Fact]:
        """The facts of one unit."""
        return self.all_facts([unit], profile)

    def all_facts(self, units: Iterable[Unit], profile: Profile) -> list[Fact]:
        """The facts of units, in their order; all at once they take less time than one by one."""
        parts = [part for unit in units for part in _parts(unit)]
        return [fact for here in self._read(parts, profile) for fact in here.facts]

    def explain(self, unit: Unit, profile: Profile) -> Explained:
        """The facts of one unit, and the candidates that its components left out."""
        facts: list[Fact] = []
        left_out: list[LeftOut] = []
        for part in _parts(unit):
            with tracing() as notes:
                (here,) = self._read([part], profile)
            facts += here.facts
            clauses = here.marks.get("clauses", ())
            left_out += (
                LeftOut(part.printed(note.start, note.end), note.reason)
                for note in notes
                if not inside(note.start, clauses) or note.is_of_clause
            )
        return explained(unit, facts, left_out)

    def read(self, unit: Unit, profile: Profile) -> Doc:
        """One unit through the pipeline: `doc.spans` holds what was marked, `doc._.passage` the facts."""
        doc = Doc(self.nlp.vocab, words=list(unit.text), spaces=[False] * len(unit.text))
        (doc.user_data["passage"],) = (here,) = self._read([unit], profile)
        for kind, runs in here.marks.items():
            doc.spans[kind] = [DocSpan(doc, start, end, label=kind) for start, end in runs]
        return doc

    def _read(self, units: Iterable[Unit], profile: Profile) -> list[Passage]:
        """Units through the pipeline, each a `Doc` without tokens, since components read the text alone.

        A component reads all units before the next one begins, so that its tables stay in the processor's cache.
        """
        read = [Passage(unit, profile) for unit in units]
        docs = [Doc(self.nlp.vocab, user_data={"passage": here}) for here in read]
        for _, component in self.nlp.pipeline:
            for doc in docs:
                component(doc)
        return read


def _parts(unit: Unit) -> list[Unit]:
    """A unit in parts of some thousand characters, cut behind sentences: what is near is read together.

    Components compare what they find with each other, so time grows with the square of a text; no unit of a plan
    is that long, but a file without numbering is one unit.
    """
    text, parts, start = unit.text, [], 0
    while len(text) - start > _LONGEST:
        stop = max(text.rfind(end, start, start + _LONGEST) for end in ("\n", "。", "；")) + 1
        cut = stop if stop > start else start + _LONGEST
        parts.append(replace(unit, text=text[start:cut], offsets=unit.offsets[start:cut]))
        start = cut
    return [*parts, replace(unit, text=text[start:], offsets=unit.offsets[start:])] if parts else [unit]


def profile_of(read: Plan) -> Profile:
    """What the document as a whole tells each unit.

    That the body named first leads counts wherever the document says it, as the guidelines have it.
    """
    return Profile(read, gazetteer().get(read.jurisdiction), _orders(read))


def _orders(read: Plan) -> dict[str, Order]:
    """Which body leads by a note of the document, by the ids of the units that such a note is for."""
    said = [(unit.offsets[n.start()], holds_from_here(n), meaning(n)) for unit in read.units if (n := note(unit.text))]
    headings = ((section.span.start, note(section.heading)) for section in read.sections)
    said += [(at, holds_from_here(n), meaning(n)) for at, n in headings if n]
    if not said:
        return {}
    for_all = next((order for _, from_here, order in said if not from_here), None)
    later = sorted((at, order) for at, from_here, order in said if from_here)
    places = [at for at, _ in later]
    orders = ((unit.id, bisect_right(places, unit.offsets[-1])) for unit in read.units)
    return {name: order for name, n in orders if (order := later[n - 1][1] if n else for_all)}
