"""A typed statement is read part by part: names, paths, prefixed names, IRIs, texts."""

import pytest
from pyoxigraph import Literal, NamedNode

from ontology.terms import DK, RDF, RDFS, STAGE
from queries.engine import Embedded
from queries.errors import UnknownNameError
from queries.statements import statement

ID = "https://w3id.org/deltakg/id/"
LINE = f"{ID}project/341300/徐州轨道交通1号线"


@pytest.mark.parametrize("subject", ["徐州轨道交通1号线", "project/341300/徐州轨道交通1号线", LINE, f"<{LINE}>"])
@pytest.mark.parametrize("property_", ["involves", "dk:involves", "涉及", DK.involves])
@pytest.mark.parametrize("object_", ["徐州", "徐州市", "place/320300", f"{ID}place/320300"])
def test_each_part_may_be_written_in_many_ways(plans: Embedded, subject: str, property_: str, object_: str) -> None:
    """By name, label, prefix, path and IRI."""
    said = statement(plans, subject, property_, object_).triple
    assert (LINE, DK.involves, f"{ID}place/320300") == tuple(str(term)[1:-1] for term in said)


def test_a_name_is_read_as_what_the_property_takes(plans: Embedded) -> None:
    """宿州 as a party is the city, and the reading is told."""
    said = statement(plans, "宿州", "namesAsPartner", "沪苏浙")
    assert (NamedNode(f"{ID}place/341300"), NamedNode(f"{ID}place-group/沪苏浙")) == (
        said.triple.subject,
        said.triple.object,
    )
    assert ["宿州"] == [reading.text for reading in said.readings]


@pytest.mark.parametrize(
    ("subject", "property_", "object_", "expected"),
    [
        ("suzhou/15", "a", "Measure", NamedNode(DK.Measure)),
        ("suzhou/15", "inPlan", "suzhou", NamedNode(f"{ID}plan/suzhou")),
        ("fact/b9a961b7", "stage", "preparatory", NamedNode(STAGE["preparatory"])),
        ("fact/b9a961b7", "stage", "前期", NamedNode(STAGE["preparatory"])),
        ("徐州", "level", "prefecture", Literal("prefecture")),
        ("徐州", "rdfs:label", "徐州市", Literal("徐州市", language="zh")),
        ("徐州", "partOf", "宿州", NamedNode(f"{ID}place/341300")),
    ],
)
def test_the_object_is_a_value_of_the_subject_or_a_thing_by_its_name(
    plans: Embedded, subject: str, property_: str, object_: str, expected: object
) -> None:
    """Texts and concepts are found among the values; what does not hold may be asked about all the same."""
    assert expected == statement(plans, subject, property_, object_).triple.object


def test_terms_that_owl_itself_has_are_known(plans: Embedded) -> None:
    """`a` and prefixed names need no declaration."""
    assert RDF.type == statement(plans, "suzhou/15", "a", "Unit").triple.predicate.value
    assert RDFS.label == statement(plans, "徐州", "rdfs:label", "徐州市").triple.predicate.value


@pytest.mark.parametrize(
    ("subject", "property_", "object_", "message"),
    [
        ("徐州", "lvel", "prefecture", "no property .*'lvel'; did you mean level"),
        ("徐州轨道交通99号线", "involves", "徐州", "no project or unit .*99"),
        ("suzhou/999", "involves", "徐州", "no unit .*'999'"),
    ],
)
def test_an_unknown_part_is_an_error(plans: Embedded, subject: str, property_: str, object_: str, message: str) -> None:
    """Which says what it should name."""
    with pytest.raises(UnknownNameError, match=message):
        statement(plans, subject, property_, object_)
