"""Constants of the ontology's terms and the vocabularies' concepts, made by `ontology/generate.py`.

A misspelt term is an AttributeError here, not a new IRI in the graph.
"""
# ruff: noqa: N815 - the names are the ontology's own

BASE = "https://w3id.org/deltakg/"
"""Where `id/` and `graph/` stand unless a store says otherwise."""

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "dk": "https://w3id.org/deltakg/ontology#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class DCTERMS:
    """Terms of <http://purl.org/dc/terms/>."""

    Location = "http://purl.org/dc/terms/Location"
    bibliographicCitation = "http://purl.org/dc/terms/bibliographicCitation"
    created = "http://purl.org/dc/terms/created"
    creator = "http://purl.org/dc/terms/creator"
    dateAccepted = "http://purl.org/dc/terms/dateAccepted"
    description = "http://purl.org/dc/terms/description"
    identifier = "http://purl.org/dc/terms/identifier"
    isPartOf = "http://purl.org/dc/terms/isPartOf"
    license = "http://purl.org/dc/terms/license"
    modified = "http://purl.org/dc/terms/modified"
    publisher = "http://purl.org/dc/terms/publisher"
    references = "http://purl.org/dc/terms/references"
    source = "http://purl.org/dc/terms/source"
    spatial = "http://purl.org/dc/terms/spatial"
    temporal = "http://purl.org/dc/terms/temporal"
    title = "http://purl.org/dc/terms/title"


class DK:
    """Terms of <https://w3id.org/deltakg/ontology#>."""

    AdministrativeDivision = "https://w3id.org/deltakg/ontology#AdministrativeDivision"
    Agency = "https://w3id.org/deltakg/ontology#Agency"
    AgencyGroup = "https://w3id.org/deltakg/ontology#AgencyGroup"
    BoxItem = "https://w3id.org/deltakg/ontology#BoxItem"
    Citation = "https://w3id.org/deltakg/ontology#Citation"
    CooperationTie = "https://w3id.org/deltakg/ontology#CooperationTie"
    Document = "https://w3id.org/deltakg/ontology#Document"
    Evidence = "https://w3id.org/deltakg/ontology#Evidence"
    Extraction = "https://w3id.org/deltakg/ontology#Extraction"
    Fact = "https://w3id.org/deltakg/ontology#Fact"
    Industry = "https://w3id.org/deltakg/ontology#Industry"
    IndustryMention = "https://w3id.org/deltakg/ontology#IndustryMention"
    Measure = "https://w3id.org/deltakg/ontology#Measure"
    Organization = "https://w3id.org/deltakg/ontology#Organization"
    PartnerMention = "https://w3id.org/deltakg/ontology#PartnerMention"
    Passage = "https://w3id.org/deltakg/ontology#Passage"
    Place = "https://w3id.org/deltakg/ontology#Place"
    PlaceGroup = "https://w3id.org/deltakg/ontology#PlaceGroup"
    PlaceMention = "https://w3id.org/deltakg/ontology#PlaceMention"
    Plan = "https://w3id.org/deltakg/ontology#Plan"
    Policy = "https://w3id.org/deltakg/ontology#Policy"
    Project = "https://w3id.org/deltakg/ontology#Project"
    ProjectMention = "https://w3id.org/deltakg/ontology#ProjectMention"
    Region = "https://w3id.org/deltakg/ontology#Region"
    RegionMention = "https://w3id.org/deltakg/ontology#RegionMention"
    Responsibility = "https://w3id.org/deltakg/ontology#Responsibility"
    Section = "https://w3id.org/deltakg/ontology#Section"
    Target = "https://w3id.org/deltakg/ontology#Target"
    Unit = "https://w3id.org/deltakg/ontology#Unit"
    Zone = "https://w3id.org/deltakg/ontology#Zone"
    agency = "https://w3id.org/deltakg/ontology#agency"
    annual = "https://w3id.org/deltakg/ontology#annual"
    asWritten = "https://w3id.org/deltakg/ontology#asWritten"
    basedOn = "https://w3id.org/deltakg/ontology#basedOn"
    citation = "https://w3id.org/deltakg/ontology#citation"
    cites = "https://w3id.org/deltakg/ontology#cites"
    code = "https://w3id.org/deltakg/ontology#code"
    contains = "https://w3id.org/deltakg/ontology#contains"
    department = "https://w3id.org/deltakg/ontology#department"
    dueYear = "https://w3id.org/deltakg/ontology#dueYear"
    encoding = "https://w3id.org/deltakg/ontology#encoding"
    end = "https://w3id.org/deltakg/ontology#end"
    evidence = "https://w3id.org/deltakg/ontology#evidence"
    extractorVersion = "https://w3id.org/deltakg/ontology#extractorVersion"
    fileName = "https://w3id.org/deltakg/ontology#fileName"
    formerName = "https://w3id.org/deltakg/ontology#formerName"
    hasMember = "https://w3id.org/deltakg/ontology#hasMember"
    implements = "https://w3id.org/deltakg/ontology#implements"
    inPlan = "https://w3id.org/deltakg/ontology#inPlan"
    inSection = "https://w3id.org/deltakg/ontology#inSection"
    inUnit = "https://w3id.org/deltakg/ontology#inUnit"
    indicator = "https://w3id.org/deltakg/ontology#indicator"
    industry = "https://w3id.org/deltakg/ontology#industry"
    involvedPlace = "https://w3id.org/deltakg/ontology#involvedPlace"
    involves = "https://w3id.org/deltakg/ontology#involves"
    involvesAsGroup = "https://w3id.org/deltakg/ontology#involvesAsGroup"
    involvesKnown = "https://w3id.org/deltakg/ontology#involvesKnown"
    involvesNamed = "https://w3id.org/deltakg/ontology#involvesNamed"
    involvesWithin = "https://w3id.org/deltakg/ontology#involvesWithin"
    issuer = "https://w3id.org/deltakg/ontology#issuer"
    jurisdiction = "https://w3id.org/deltakg/ontology#jurisdiction"
    latitude = "https://w3id.org/deltakg/ontology#latitude"
    leads = "https://w3id.org/deltakg/ontology#leads"
    ledBy = "https://w3id.org/deltakg/ontology#ledBy"
    level = "https://w3id.org/deltakg/ontology#level"
    loadedAs = "https://w3id.org/deltakg/ontology#loadedAs"
    locator = "https://w3id.org/deltakg/ontology#locator"
    longitude = "https://w3id.org/deltakg/ontology#longitude"
    mechanism = "https://w3id.org/deltakg/ontology#mechanism"
    memberOf = "https://w3id.org/deltakg/ontology#memberOf"
    mentionsIndustry = "https://w3id.org/deltakg/ontology#mentionsIndustry"
    mentionsPartner = "https://w3id.org/deltakg/ontology#mentionsPartner"
    mentionsPlace = "https://w3id.org/deltakg/ontology#mentionsPlace"
    mentionsProject = "https://w3id.org/deltakg/ontology#mentionsProject"
    mentionsRegion = "https://w3id.org/deltakg/ontology#mentionsRegion"
    namesAsPartner = "https://w3id.org/deltakg/ontology#namesAsPartner"
    number = "https://w3id.org/deltakg/ontology#number"
    operator = "https://w3id.org/deltakg/ontology#operator"
    order = "https://w3id.org/deltakg/ontology#order"
    organization = "https://w3id.org/deltakg/ontology#organization"
    page = "https://w3id.org/deltakg/ontology#page"
    partOf = "https://w3id.org/deltakg/ontology#partOf"
    partner = "https://w3id.org/deltakg/ontology#partner"
    partnerKind = "https://w3id.org/deltakg/ontology#partnerKind"
    party = "https://w3id.org/deltakg/ontology#party"
    periodEnd = "https://w3id.org/deltakg/ontology#periodEnd"
    periodStart = "https://w3id.org/deltakg/ontology#periodStart"
    place = "https://w3id.org/deltakg/ontology#place"
    policy = "https://w3id.org/deltakg/ontology#policy"
    project = "https://w3id.org/deltakg/ontology#project"
    rank = "https://w3id.org/deltakg/ontology#rank"
    reader = "https://w3id.org/deltakg/ontology#reader"
    region = "https://w3id.org/deltakg/ontology#region"
    relation = "https://w3id.org/deltakg/ontology#relation"
    repair = "https://w3id.org/deltakg/ontology#repair"
    role = "https://w3id.org/deltakg/ontology#role"
    rule = "https://w3id.org/deltakg/ontology#rule"
    sameProjectAs = "https://w3id.org/deltakg/ontology#sameProjectAs"
    seat = "https://w3id.org/deltakg/ontology#seat"
    sentence = "https://w3id.org/deltakg/ontology#sentence"
    sha256 = "https://w3id.org/deltakg/ontology#sha256"
    stage = "https://w3id.org/deltakg/ontology#stage"
    start = "https://w3id.org/deltakg/ontology#start"
    states = "https://w3id.org/deltakg/ontology#states"
    stem = "https://w3id.org/deltakg/ontology#stem"
    strength = "https://w3id.org/deltakg/ontology#strength"
    suppliedField = "https://w3id.org/deltakg/ontology#suppliedField"
    supportedBy = "https://w3id.org/deltakg/ontology#supportedBy"
    supports = "https://w3id.org/deltakg/ontology#supports"
    text = "https://w3id.org/deltakg/ontology#text"
    tiedWith = "https://w3id.org/deltakg/ontology#tiedWith"
    unitId = "https://w3id.org/deltakg/ontology#unitId"
    unitOfMeasure = "https://w3id.org/deltakg/ontology#unitOfMeasure"
    value = "https://w3id.org/deltakg/ontology#value"


class ELI:
    """Terms of <http://data.europa.eu/eli/ontology#>."""

    LegalResource = "http://data.europa.eu/eli/ontology#LegalResource"
    LegalResourceSubdivision = "http://data.europa.eu/eli/ontology#LegalResourceSubdivision"
    based_on = "http://data.europa.eu/eli/ontology#based_on"
    cites = "http://data.europa.eu/eli/ontology#cites"
    ensures_implementation_of = "http://data.europa.eu/eli/ontology#ensures_implementation_of"
    id_local = "http://data.europa.eu/eli/ontology#id_local"
    jurisdiction = "http://data.europa.eu/eli/ontology#jurisdiction"
    passed_by = "http://data.europa.eu/eli/ontology#passed_by"


class GEO:
    """Terms of <http://www.opengis.net/ont/geosparql#>."""

    Feature = "http://www.opengis.net/ont/geosparql#Feature"
    sfWithin = "http://www.opengis.net/ont/geosparql#sfWithin"


class OA:
    """Terms of <http://www.w3.org/ns/oa#>."""

    Annotation = "http://www.w3.org/ns/oa#Annotation"
    TextPositionSelector = "http://www.w3.org/ns/oa#TextPositionSelector"
    TextQuoteSelector = "http://www.w3.org/ns/oa#TextQuoteSelector"
    end = "http://www.w3.org/ns/oa#end"
    exact = "http://www.w3.org/ns/oa#exact"
    hasTarget = "http://www.w3.org/ns/oa#hasTarget"
    start = "http://www.w3.org/ns/oa#start"


class ORG:
    """Terms of <http://www.w3.org/ns/org#>."""

    FormalOrganization = "http://www.w3.org/ns/org#FormalOrganization"
    Organization = "http://www.w3.org/ns/org#Organization"
    OrganizationalCollaboration = "http://www.w3.org/ns/org#OrganizationalCollaboration"
    classification = "http://www.w3.org/ns/org#classification"
    hasMember = "http://www.w3.org/ns/org#hasMember"


class PROV:
    """Terms of <http://www.w3.org/ns/prov#>."""

    Activity = "http://www.w3.org/ns/prov#Activity"
    Entity = "http://www.w3.org/ns/prov#Entity"
    Plan = "http://www.w3.org/ns/prov#Plan"
    used = "http://www.w3.org/ns/prov#used"
    wasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom"
    wasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy"
    wasQuotedFrom = "http://www.w3.org/ns/prov#wasQuotedFrom"


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class RDFS:
    """Terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    label = "http://www.w3.org/2000/01/rdf-schema#label"


class SCHEMA:
    """Terms of <https://schema.org/>."""

    AdministrativeArea = "https://schema.org/AdministrativeArea"
    GovernmentOrganization = "https://schema.org/GovernmentOrganization"
    Project = "https://schema.org/Project"
    QuantitativeValue = "https://schema.org/QuantitativeValue"
    areaServed = "https://schema.org/areaServed"
    latitude = "https://schema.org/latitude"
    location = "https://schema.org/location"
    longitude = "https://schema.org/longitude"
    position = "https://schema.org/position"
    sha256 = "https://schema.org/sha256"
    softwareVersion = "https://schema.org/softwareVersion"
    text = "https://schema.org/text"
    unitText = "https://schema.org/unitText"
    value = "https://schema.org/value"


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept = "http://www.w3.org/2004/02/skos/core#Concept"
    ConceptScheme = "http://www.w3.org/2004/02/skos/core#ConceptScheme"
    altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"
    broadMatch = "http://www.w3.org/2004/02/skos/core#broadMatch"
    broader = "http://www.w3.org/2004/02/skos/core#broader"
    closeMatch = "http://www.w3.org/2004/02/skos/core#closeMatch"
    definition = "http://www.w3.org/2004/02/skos/core#definition"
    exactMatch = "http://www.w3.org/2004/02/skos/core#exactMatch"
    example = "http://www.w3.org/2004/02/skos/core#example"
    inScheme = "http://www.w3.org/2004/02/skos/core#inScheme"
    notation = "http://www.w3.org/2004/02/skos/core#notation"
    note = "http://www.w3.org/2004/02/skos/core#note"
    prefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel"
    relatedMatch = "http://www.w3.org/2004/02/skos/core#relatedMatch"
    topConceptOf = "http://www.w3.org/2004/02/skos/core#topConceptOf"


class VANN:
    """Terms of <http://purl.org/vocab/vann/>."""

    preferredNamespacePrefix = "http://purl.org/vocab/vann/preferredNamespacePrefix"
    preferredNamespaceUri = "http://purl.org/vocab/vann/preferredNamespaceUri"


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    boolean = "http://www.w3.org/2001/XMLSchema#boolean"
    date = "http://www.w3.org/2001/XMLSchema#date"
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    string = "http://www.w3.org/2001/XMLSchema#string"


CITATION_RELATION = {
    "based-on": "https://w3id.org/deltakg/vocabulary/citation-relation/based-on",
    "cites": "https://w3id.org/deltakg/vocabulary/citation-relation/cites",
    "implements": "https://w3id.org/deltakg/vocabulary/citation-relation/implements",
}

DUTY = {
    "agriculture": "https://w3id.org/deltakg/vocabulary/duty/agriculture",
    "construction": "https://w3id.org/deltakg/vocabulary/duty/construction",
    "culture": "https://w3id.org/deltakg/vocabulary/duty/culture",
    "data": "https://w3id.org/deltakg/vocabulary/duty/data",
    "economy": "https://w3id.org/deltakg/vocabulary/duty/economy",
    "energy": "https://w3id.org/deltakg/vocabulary/duty/energy",
    "environment": "https://w3id.org/deltakg/vocabulary/duty/environment",
    "finance": "https://w3id.org/deltakg/vocabulary/duty/finance",
    "governance": "https://w3id.org/deltakg/vocabulary/duty/governance",
    "justice": "https://w3id.org/deltakg/vocabulary/duty/justice",
    "mass": "https://w3id.org/deltakg/vocabulary/duty/mass",
    "party": "https://w3id.org/deltakg/vocabulary/duty/party",
    "science": "https://w3id.org/deltakg/vocabulary/duty/science",
    "society": "https://w3id.org/deltakg/vocabulary/duty/society",
    "trade": "https://w3id.org/deltakg/vocabulary/duty/trade",
    "transport": "https://w3id.org/deltakg/vocabulary/duty/transport",
    "vertical": "https://w3id.org/deltakg/vocabulary/duty/vertical",
    "water": "https://w3id.org/deltakg/vocabulary/duty/water",
}

LEVEL = {
    "as-group": "https://w3id.org/deltakg/vocabulary/level/as-group",
    "known": "https://w3id.org/deltakg/vocabulary/level/known",
    "named": "https://w3id.org/deltakg/vocabulary/level/named",
    "within": "https://w3id.org/deltakg/vocabulary/level/within",
}

MECHANISM = {
    "agreement": "https://w3id.org/deltakg/vocabulary/mechanism/agreement",
    "alliance": "https://w3id.org/deltakg/vocabulary/mechanism/alliance",
    "benchmark": "https://w3id.org/deltakg/vocabulary/mechanism/benchmark",
    "data": "https://w3id.org/deltakg/vocabulary/mechanism/data",
    "energy": "https://w3id.org/deltakg/vocabulary/mechanism/energy",
    "finance": "https://w3id.org/deltakg/vocabulary/mechanism/finance",
    "governance": "https://w3id.org/deltakg/vocabulary/mechanism/governance",
    "industry": "https://w3id.org/deltakg/vocabulary/mechanism/industry",
    "innovation": "https://w3id.org/deltakg/vocabulary/mechanism/innovation",
    "joint-park": "https://w3id.org/deltakg/vocabulary/mechanism/joint-park",
    "pairing": "https://w3id.org/deltakg/vocabulary/mechanism/pairing",
    "public-service": "https://w3id.org/deltakg/vocabulary/mechanism/public-service",
    "strategic": "https://w3id.org/deltakg/vocabulary/mechanism/strategic",
    "trade": "https://w3id.org/deltakg/vocabulary/mechanism/trade",
    "transport": "https://w3id.org/deltakg/vocabulary/mechanism/transport",
    "water-ecology": "https://w3id.org/deltakg/vocabulary/mechanism/water-ecology",
}

PARTNER_KIND = {
    "alliance": "https://w3id.org/deltakg/vocabulary/partner-kind/alliance",
    "association": "https://w3id.org/deltakg/vocabulary/partner-kind/association",
    "company": "https://w3id.org/deltakg/vocabulary/partner-kind/company",
    "event": "https://w3id.org/deltakg/vocabulary/partner-kind/event",
    "finance": "https://w3id.org/deltakg/vocabulary/partner-kind/finance",
    "government": "https://w3id.org/deltakg/vocabulary/partner-kind/government",
    "hospital": "https://w3id.org/deltakg/vocabulary/partner-kind/hospital",
    "institute": "https://w3id.org/deltakg/vocabulary/partner-kind/institute",
    "other": "https://w3id.org/deltakg/vocabulary/partner-kind/other",
    "park": "https://w3id.org/deltakg/vocabulary/partner-kind/park",
    "platform": "https://w3id.org/deltakg/vocabulary/partner-kind/platform",
    "university": "https://w3id.org/deltakg/vocabulary/partner-kind/university",
}

ROLE = {
    "lead": "https://w3id.org/deltakg/vocabulary/role/lead",
    "support": "https://w3id.org/deltakg/vocabulary/role/support",
}

STAGE = {
    "operating": "https://w3id.org/deltakg/vocabulary/stage/operating",
    "planned": "https://w3id.org/deltakg/vocabulary/stage/planned",
    "preparatory": "https://w3id.org/deltakg/vocabulary/stage/preparatory",
    "starting": "https://w3id.org/deltakg/vocabulary/stage/starting",
    "underway": "https://w3id.org/deltakg/vocabulary/stage/underway",
}

STRENGTH = {
    "aspired": "https://w3id.org/deltakg/vocabulary/strength/aspired",
    "committed": "https://w3id.org/deltakg/vocabulary/strength/committed",
    "delivered": "https://w3id.org/deltakg/vocabulary/strength/delivered",
    "prepared": "https://w3id.org/deltakg/vocabulary/strength/prepared",
}
