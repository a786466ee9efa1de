"""Component `responsibilities`: who leads a measure and who supports it."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.clauses.clauses import clauses
from extract.clauses.notes import Order
from extract.components import mark, passage
from extract.facts import Responsibility
from extract.responsibilities.agencies import agency


@Language.component("responsibilities")
def responsibilities(doc: Doc) -> Doc:
    """Mark the responsibility clauses and emit a fact for each body that they name.

    Source: guidelines, fields `lead` and `support`; GB/T 9704 knows no form, so the forms are those in use.
    """
    here = passage(doc)
    own = here.profile.own
    order = here.profile.orders.get(here.unit.id, Order())
    found = list(clauses(here.unit.text, first_leads=order.first, leads_before=order.before))
    mark(doc, "clauses", ((c.start, c.end) for c in found))
    for clause in found:
        for named in clause.named:
            written = named.written(here.unit.text)
            here.facts.append(
                Responsibility(
                    unit=here.unit.id,
                    rule=f"responsibilities.{clause.form}",
                    as_written=written,
                    evidence=here.evidence(*named.runs),
                    agency=agency(written, own.code if own else ""),
                    role=named.role,
                )
            )
    return doc
