"""A made-up graph, small enough to know by heart: what two cities' plans say, and a name that looks like markup."""

from viz.contents import Contents, Entity, Plan, Statement, Target, Unit

MARKUP = "<img src=x onerror=\"document.title='broken'\">"
WORDS = {
    "mechanism": {"transport": {"en": "transport", "zh": "交通"}, "innovation": {"en": "innovation", "zh": "科技创新"}},
    "stage": {"planned": {"en": "planned", "zh": "谋划"}, "underway": {"en": "under way", "zh": "在建"}},
    "role": {"lead": {"en": "lead", "zh": "牵头"}},
    "class": {"AdministrativeDivision": {"en": "administrative division", "zh": "行政区划"}},
}
ENTITIES = [
    Entity("wan", "place", "皖省", "province"),
    Entity("jia", "place", "甲州市", "prefecture", "wan", "Jiazhou", ("Jiazhou", "甲州")),
    Entity("jia-xian", "place", "甲山县", "county", "jia"),
    Entity("yi", "place", "乙州市", "prefecture", "wan", "Yizhou", ("Yizhou",)),
    Entity("bing", "place", "丙市", "province"),
    Entity("bing-qu", "place", "丙南区", "county", "bing"),
    Entity("ding", "place", "丁源市", "county", "wan"),
    Entity("zone", "zone", "甲州高新区", "", "jia"),
    Entity("region", "region", "三角区域"),
    Entity("markup", "organization", MARKUP),
    Entity("road", "project", "甲山—乙州公路", "", "jia"),
    Entity("bureau", "agency", "甲州市交通运输局", "", "jia"),
    Entity("steel", "industry", "钢铁"),
    Entity("glass", "industry", "玻璃"),
]
JIA, YI = "jia-plan", "yi-plan"
UNITS = {
    f"{document}/{name}": Unit(f"{document}/{name}", document, name, f"第{name}条", f"《{document}》第{name}条")
    for document in (JIA, YI)
    for name in ("1", "2")
}
PLANS = {
    JIA: Plan(JIA, "甲州市行动计划", "jia", (2021, 2023)),
    YI: Plan(YI, "乙州市行动计划", "yi", (None, None)),
}


def fact(
    kind: str, unit: str, sentence: str, detail: str = "", target: Target | None = None, **roles: str | tuple[str, ...]
) -> Statement:
    """A fact of a unit, called by what it says; a role names one entity or several."""
    held = {role: (named,) if isinstance(named, str) else named for role, named in roles.items()}
    return Statement(
        f"{kind} {unit} {sentence} {held}", kind, UNITS[unit], sentence, UNITS[unit].citation, detail, held, target
    )


def tie(unit: str, party: str, partner: str, mechanism: str = "transport") -> Statement:
    """A tie of cooperation."""
    return fact("CooperationTie", unit, f"{party} 与 {partner} 合作。", mechanism, party=party, partner=partner)


def target(unit: str, year: int | None, *, annual: bool = False) -> Statement:
    """A target that is due in a year, each year, or at no given time."""
    return fact("Target", unit, f"{year} 年不低于 5。", target=Target("覆盖率", ">=", "5", "%", year, annual))


STATEMENTS = (
    tie("jia-plan/1", "jia-xian", "yi"),
    tie("jia-plan/1", "jia", "yi"),
    tie("jia-plan/1", "zone", "bing-qu", "innovation"),
    tie("jia-plan/1", "jia", "jia-xian"),
    tie("jia-plan/2", "jia", "region"),
    tie("jia-plan/2", "jia", "markup", "innovation"),
    fact(
        "ProjectMention",
        "jia-plan/2",
        "建设甲山—乙州公路。",
        "underway",
        project="road",
        involvedPlace=("jia-xian", "yi"),
    ),
    fact("Responsibility", "jia-plan/2", "市交通运输局牵头。", "lead", agency="bureau"),
    target("jia-plan/2", 2023),
    target("jia-plan/2", None),
    tie("yi-plan/1", "yi", "ding"),
    tie("yi-plan/1", "yi", "jia"),
    fact("IndustryMention", "yi-plan/2", "发展钢铁。", industry="steel"),
    fact("ProjectMention", "yi-plan/2", "谋划甲山—乙州公路。", "planned", project="road"),
    target("yi-plan/2", None, annual=True),
)


def made_up(*more: Statement) -> Contents:
    """The made-up graph, with more facts where a test needs them."""
    entities = {entity.iri: entity for entity in ENTITIES}
    return Contents(entities, (*STATEMENTS, *more), UNITS, PLANS, WORDS)
