"""The tables of industries, sectors and departments as SKOS, for `classifications.ttl`."""

from collections.abc import Iterable, Iterator

from ontology.departments import Department, written_names
from ontology.tables import VOCABULARY, rows

_SCHEMES = {
    "industry": (
        "industries of GB/T 4754-2017",
        "国民经济行业分类（GB/T 4754-2017）",
        "The sections (A to T) and divisions (01 to 97) of the Chinese standard classification of economic activities.",
        "国民经济行业分类的门类（A至T）与大类（01至97）。",
    ),
    "sector": (
        "sectors of plans",
        "规划所称产业",
        "Sectors as plans name them, each under what holds it or beside what it draws on.",
        "规划常用的产业名称，各归其上位类，或注明相关大类。",
    ),
    "department": (
        "departments",
        "部门",
        "Kinds of departments of governments, Party committees and mass organisations, under their fields of duty.",
        "政府、党委和群团部门的种类，按职责领域归类。",
    ),
}
"""Name and definition of each scheme, in English and in Chinese."""

_HEAD = """# Made by `python -m ontology.generate` from industries.csv, sectors.csv and departments.csv; change those.
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def turtle() -> str:
    """The three schemes as Turtle; the same tables give the same text."""
    schemes = [
        _block(
            _iri(scheme),
            "skos:ConceptScheme",
            (f"skos:prefLabel {_text(name, meant)}", f"skos:definition {_text(meaning, meaning_zh)}"),
        )
        for scheme, (name, meant, meaning, meaning_zh) in _SCHEMES.items()
    ]
    return "\n".join([_HEAD, *schemes, *_industries(), *_sectors(), *_departments()])


def _industries() -> Iterator[str]:
    for row in rows("industries.csv"):
        place = f"skos:broader {_iri('industry', row['above'])}" if row["above"] else _top("industry")
        yield _concept("industry", row["code"], row["english"], row["name"], [f'skos:notation "{row["code"]}"', place])


def _sectors() -> Iterator[str]:
    table = list(rows("sectors.csv"))
    names = {row["name"] for row in table}
    for row in table:
        statements = _names(row["aliases"].split("|"), "zh")
        for column, relation in (("close", "closeMatch"), ("related", "relatedMatch")):
            others = (_iri("sector" if one in names else "industry", one) for one in row[column].split("|") if one)
            statements += [f"skos:{relation} {other}" for other in others]
        if row["broader"] in names:
            statements.append(f"skos:broader {_iri('sector', row['broader'])}")
        else:
            statements += [*_above("industry", row["broader"]), _top("sector")]
        yield _concept("sector", row["name"], row["english"], row["name"], statements)


def _departments() -> Iterator[str]:
    kinds: dict[str, list[tuple[str, Department]]] = {}
    for written, department in written_names().items():
        kinds.setdefault(department.kind, []).append((written, department))
    for kind, found in kinds.items():
        first = found[0][1]
        english = first.english_name()
        statements = _names((written for written, _ in found if written != first.stem), "zh")
        statements += _names(
            dict.fromkeys(one.english_name() for _, one in found if one.english_name() != english), "en"
        )
        if first.national:
            statements.append(f"skos:note {_text(f'national: {first.national_english}', f'国家：{first.national}')}")
        if first.notes:
            statements.append(f'skos:note "{first.notes}"@en')
        statements += [*_above("duty", first.field), _top("department")]
        yield _concept("department", kind, english, first.stem, statements)


def _above(scheme: str, name: str) -> list[str]:
    """That a concept of another scheme is broader, as SKOS maps schemes and, which follows, as it orders concepts."""
    return [f"skos:{relation} {_iri(scheme, name)}" for relation in ("broadMatch", "broader") if name]


def _iri(*path: str) -> str:
    return f"<{VOCABULARY}{'/'.join(path)}>"


def _text(english: str, chinese: str) -> str:
    return f'"{english}"@en , "{chinese}"@zh'


def _names(names: Iterable[str], language: str) -> list[str]:
    written = " , ".join(f'"{name}"@{language}' for name in names if name)
    return [f"skos:altLabel {written}"] if written else []


def _top(scheme: str) -> str:
    return f"skos:topConceptOf {_iri(scheme)}"


def _concept(scheme: str, name: str, english: str, chinese: str, statements: Iterable[str]) -> str:
    head = (f"skos:inScheme {_iri(scheme)}", f"skos:prefLabel {_text(english, chinese)}")
    return _block(_iri(scheme, name), "skos:Concept", (*head, *statements))


def _block(subject: str, kind: str, statements: Iterable[str]) -> str:
    body = " ;\n    ".join((f"{subject} a {kind} , owl:NamedIndividual", *statements))
    return f"{body} .\n"
