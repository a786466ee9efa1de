"""Whether the ontology is consistent, and what follows from it for its classes: HermiT, through owlready2.

owlready2 reads no Turtle and hands the reasoner N-Triples. HermiT is a Java program that comes with it; Java
does not.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from deltakg import DeltakgError
from ontology import generate

if TYPE_CHECKING:
    from owlready2 import World

TAXONOMY = generate.FOLDER / "taxonomy.txt"
"""The classes under what they stand under, as a reasoner infers it from the ontology alone."""

_OWL = "http://www.w3.org/2002/07/owl#"
_KEPT = "!#$%&'()*+,/:;=?@[]~"


class ReasonerError(DeltakgError, RuntimeError):
    """The reasoner could not be run, or it could not read what it was given.

    Attributes:
        reason: what it said, in a line.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"no reasoning: {reason}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reasoner found.

    Attributes:
        consistent: whether everything can be true at once; where it cannot, nothing else is known.
        unsatisfiable: IRIs of the classes that nothing can be in, sorted.
        parents: the IRIs of the classes right above each class, of those that the ontology declares.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    parents: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def taxonomy(self) -> str:
        """The classes as an indented tree, those under several parents under each; sorted, by prefixed names."""
        below: dict[str, list[str]] = {}
        for term, parents in self.parents.items():
            for parent in parents or ("",):
                below.setdefault(parent, []).append(term)
        prefixes = generate.prefixes()

        def lines(parent: str, depth: int) -> Iterator[str]:
            for name, term in sorted((_short(term, prefixes), term) for term in below.get(parent, ())):
                yield f"{'  ' * depth}{name}\n"
                yield from lines(term, depth + 1)

        return "".join(lines("", 0))


def ontology() -> set[Triple]:
    """The ontology with its vocabularies."""
    return {quad.triple for file in generate.FILES for quad in parse(path=file)}


def reason(individuals: Iterable[Triple] = ()) -> Outcome:
    """Ask HermiT about the ontology and some individuals.

    Args:
        individuals: what is said of them.

    Raises:
        ReasonerError: where Java is missing, or HermiT refuses what it is given.
    """
    if shutil.which("java") is None:
        reason_ = (
            "Java is not installed, and the reasoner HermiT needs it; install a Java runtime (default-jre-headless)"
        )
        raise ReasonerError(reason_)
    import owlready2  # noqa: PLC0415 - slow to import

    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # owlready2 leaves its file behind where it finds a contradiction
        try:
            file = Path(folder, "ontology.nt")
            serialize(map(_ascii, ontology() | set(individuals)), str(file), format=RdfFormat.N_TRIPLES)
            world = owlready2.World()
            world.get_ontology(file.as_uri()).load()
            owlready2.sync_reasoner_hermit(world, debug=0)
            return _outcome(world)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Outcome(consistent=False)
        except owlready2.OwlReadyJavaError as error:
            raise ReasonerError(_refusal(str(error))) from error
        finally:
            tempfile.tempdir = usual


def _outcome(world: "World") -> Outcome:
    """What a world holds after reasoning."""
    ours = {space + name for space, names in generate.declared().values() for name in names}
    unsatisfiable = tuple(sorted(one.iri for one in world.inconsistent_classes() if one.iri != f"{_OWL}Nothing"))
    above = {
        one.iri: {upper.iri for upper in one.ancestors() if upper is not one and upper.iri in ours}
        for one in world.classes()
        if one.iri in ours
    }
    direct = {
        term: frozenset(upper for upper in uppers if not any(upper in above[other] for other in uppers - {upper}))
        for term, uppers in above.items()
    }
    return Outcome(True, unsatisfiable, direct)  # noqa: FBT003 - its first field


def _refusal(said: str) -> str:
    """What Java says, without what it was doing."""
    lines = [line.strip() for line in said.splitlines()[1:] if not line.startswith("\t")]
    return f"HermiT refuses what it was given: {' '.join(lines).rpartition('Exception: ')[2]}"


def _ascii(triple: Triple) -> Triple:
    """A statement whose IRIs Java reads alike in every locale."""
    return Triple(*(NamedNode(quote(one.value, _KEPT)) if isinstance(one, NamedNode) else one for one in triple))


def _short(term: str, prefixes: Mapping[str, str]) -> str:
    return next(
        (f"{name}:{term.removeprefix(space)}" for name, space in prefixes.items() if term.startswith(space)), term
    )


if __name__ == "__main__":
    TAXONOMY.write_text(reason().taxonomy(), encoding="utf-8", newline="\n")
