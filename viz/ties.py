"""Ties of cooperation as pictures draw them: between what is named, or between the cities that hold it."""

from collections.abc import Iterator
from typing import NamedTuple

from viz.contents import Contents, Statement


class Tie(NamedTuple):
    """One fact that ties a party to a partner.

    Attributes:
        party: IRI of the side whose plan states it.
        partner: IRI of the other side.
        statement: the fact.
    """

    party: str
    partner: str
    statement: Statement

    @property
    def mechanism(self) -> str:
        """Notation of the mechanism."""
        return self.statement.detail


def ties(drawn: Contents, *, by_city: bool) -> Iterator[Tie]:
    """Every tie that plans state, in printed order.

    Args:
        drawn: the graph.
        by_city: whether parties and partners are the cities that hold them; what a city has with a part of
            itself is then no tie.
    """
    for statement in drawn.statements:
        if statement.kind != "CooperationTie":
            continue
        for party in statement.roles.get("party", ()):
            for partner in statement.roles.get("partner", ()):
                if not by_city:
                    yield Tie(party, partner, statement)
                elif (one := drawn.city(party)) != (other := drawn.city(partner)):
                    yield Tie(one, other, statement)
