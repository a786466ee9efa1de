"""IRIs of everything in the graph: deterministic, readable, Chinese characters as they are.

What makes a thing one thing is in its IRI: a code for a place, the jurisdiction and the formal name
for an agency, the name alone for a region. `path_of` gives the part after `id/`, which no choice of
base changes, so that hashes of facts stay when a graph moves.
"""

import hashlib
import re
from collections.abc import Iterable

from extract.facts import Entity
from ontology import terms

BASE = terms.BASE
"""Where `id/` and `graph/` stand unless an option moves them; terms and concepts never move."""

# What RFC 3987 allows in a path segment stays, but for spaces and characters that nobody sees.
_ESCAPED = re.compile(
    "[^A-Za-z0-9._~!$&'()*+,;=:@\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd-]"
    "|[\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000]"
)
_DOTS = frozenset({".", ".."})
_HASH_DIGITS = 16
_FOLDERS = {
    "zone": "zone",
    "agency": "agency",
    "agency_group": "group",
    "project": "project",
    "policy": "policy",
}
_NAMED_ALONE = {"region": "region", "place_group": "place-group", "organization": "org"}


def segment(text: str) -> str:
    """Write any text as one path segment of an IRI; `urllib.parse.unquote` reads it back.

    Raises:
        ValueError: where the text is empty or holds a surrogate.
    """
    if not text:
        msg = "an IRI cannot end in an empty name"
        raise ValueError(msg)
    if text in _DOTS:
        return text.replace(".", "%2E")
    return _ESCAPED.sub(_percent, text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def path_of(entity: Entity, stem: str) -> str:
    """The path of an entity after `id/`: `place/320300`, `agency/341300/宿州市发展和改革委员会`.

    Args:
        entity: what a fact speaks of.
        stem: the plan whose fact it is. Where the jurisdiction is unknown the entity belongs to this plan alone,
            so that two plans' unknowns are never taken for one.

    Raises:
        ValueError: where a place has no code, or the name is empty.
    """
    kind = entity.kind
    if kind == "place":
        return f"place/{segment(entity.jurisdiction)}"
    if kind in _NAMED_ALONE:
        return f"{_NAMED_ALONE[kind]}/{segment(entity.name)}"
    jurisdiction = entity.jurisdiction or f"unknown-{stem}"
    return f"{_FOLDERS[kind]}/{segment(jurisdiction)}/{segment(entity.name)}"


def fact_hash(stem: str, unit: str, identity: Iterable[str]) -> str:
    """The name of a fact: a hash of its plan, unit, kind and normalised values, never of offsets or versions."""
    parts = (stem, unit, *identity)
    told_apart = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told_apart.encode()).hexdigest()[:_HASH_DIGITS]


_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]*')


def is_absolute(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    return bool(_ABSOLUTE.fullmatch(text))


class Names:
    """The IRIs under one base.

    Args:
        base: an absolute IRI that ends in `/` or `#`.

    Raises:
        ValueError: where the base is none.
    """

    def __init__(self, base: str = BASE) -> None:
        if not (is_absolute(base) and base.endswith(("/", "#"))):
            msg = f"a base IRI is absolute and ends in / or #, not {base!r}"
            raise ValueError(msg)
        self.base = base
        self.id = f"{base}id/"

    def graph(self, name: str) -> str:
        """A graph of the whole store: `ontology`, `gazetteer`, `inferred`."""
        return f"{self.base}graph/{name}"

    def plan_graph(self, stem: str) -> str:
        """The graph of one document's own statements."""
        return f"{self.base}graph/plan/{segment(stem)}"

    def import_graph(self, stem: str) -> str:
        """The graph of what an imported file says in its default graph."""
        return self.graph(f"import/{segment(stem)}")

    def generated(self, stem: str, number: int) -> str:
        """A node that an imported file gives no name to."""
        return f"{self.id}genid/{segment(stem)}/{number}"

    def document(self, sha256: str) -> str:
        """A file, by its content."""
        return f"{self.id}document/{sha256}"

    def plan(self, stem: str) -> str:
        """A plan, by its file's name without extension."""
        return f"{self.id}plan/{segment(stem)}"

    def extraction(self, stem: str) -> str:
        """The making of a plan out of its document."""
        return f"{self.id}extraction/{segment(stem)}"

    def section(self, stem: str, path: str) -> str:
        """A section of a plan, by its path of printed numbers."""
        return f"{self.plan(stem)}/section/{segment(path)}"

    def unit(self, stem: str, unit: str) -> str:
        """A unit of a plan, by the id that the guidelines give it."""
        return f"{self.plan(stem)}/unit/{segment(unit)}"

    def fact(self, name: str) -> str:
        """A fact, by its hash (see `fact_hash`)."""
        return f"{self.id}fact/{name}"

    def evidence(self, sha256: str, start: int, end: int) -> str:
        """A run of characters of a document."""
        return f"{self.id}evidence/{sha256[:_HASH_DIGITS]}/{start}-{end}"

    def entity(self, entity: Entity, stem: str) -> str:
        """Something that facts speak of (see `path_of`)."""
        return self.id + path_of(entity, stem)

    def place(self, code: str) -> str:
        """An administrative division, by its code."""
        return f"{self.id}place/{code}"

    def region(self, name: str) -> str:
        """A region, by its name."""
        return f"{self.id}region/{segment(name)}"

    def place_group(self, name: str) -> str:
        """Several divisions under one name."""
        return f"{self.id}place-group/{segment(name)}"

    def industry(self, name: str) -> str:
        """An industry, by its name as written."""
        return f"{self.id}industry/{segment(name)}"
