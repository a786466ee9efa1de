"""A store whose names are markup and formulas, as a document might print them."""

from pathlib import Path

from tests.web.servers import make_store

MARKUP = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://example.org/","看")'
_TRIG = f"""
PREFIX dk: <https://w3id.org/deltakg/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
BASE <https://w3id.org/deltakg/>

<graph/plan/odd> {{
  <id/plan/odd> a dk:Plan ; dk:stem "odd" ; rdfs:label "{MARKUP}计划"@zh ; dk:jurisdiction <id/place/1> .
  <id/place/1> a dk:AdministrativeDivision ; rdfs:label "{MARKUP}市"@zh ; dk:code "1" ; dk:level "prefecture" .
  <id/place/2> a dk:AdministrativeDivision ; rdfs:label "乙{MARKUP}市"@zh ; dk:code "2" ; dk:level "prefecture" .
  <id/plan/odd/unit/1> a dk:Unit, dk:Measure ; dk:inPlan <id/plan/odd> ; dk:unitId "1" ; dk:locator "第1条{MARKUP}" ;
    dk:citation "《{MARKUP}》第1条" ; dk:order 1 ; dk:start 0 ; dk:end 60 ; dk:text "建设{MARKUP}和公式。"@zh .
  <id/project/1/a> a dk:Project ; rdfs:label "{MARKUP}"@zh .
  <id/project/1/b> a dk:Project ; rdfs:label {FORMULA!r}@zh .
  <id/fact/a> a dk:ProjectMention ; dk:project <id/project/1/a> ; dk:involvedPlace <id/place/1> ;
    dk:stage <vocabulary/stage/underway> .
  <id/fact/b> a dk:ProjectMention ; dk:project <id/project/1/b> ; dk:stage <vocabulary/stage/underway> .
  <id/fact/c> a dk:CooperationTie ; dk:party <id/place/1> ; dk:partner <id/place/2> ;
    dk:mechanism <vocabulary/mechanism/industry> .
  <id/evidence/a> a dk:Evidence ; oa:start 2 ; oa:end 30 ; oa:exact "{MARKUP}" .
  <vocabulary/stage/underway> skos:inScheme <vocabulary/stage> ; skos:notation "underway" ;
    skos:prefLabel "{MARKUP}在建"@zh .
  <vocabulary/mechanism/industry> skos:inScheme <vocabulary/mechanism> ; skos:notation "industry" ;
    skos:prefLabel "产业"@zh .
}}
"""
_FACT = f"""
<graph/plan/odd> {{
  <id/fact/NAME> a dk:Fact ; dk:inUnit <id/plan/odd/unit/1> ; dk:inPlan <id/plan/odd> ; dk:evidence <id/evidence/a> ;
    dk:citation "《{MARKUP}》第1条" ; dk:sentence "建设{MARKUP}和公式。"@zh ; dk:asWritten "{MARKUP}" .
}}
"""


def make_hostile_store(path: Path) -> None:
    """Make the store."""
    make_store(path, _TRIG + "".join(_FACT.replace("NAME", name) for name in "abc"))
