"""Words that people use and the register does not, and words that say nothing. All of it stands here to be read through.

A word is compared by its stem, so that one form of each is enough.
"""

from collections.abc import Mapping, Sequence

ALSO: Mapping[str, Mapping[str, Sequence[str]]] = {
    "sv": {
        "soc": ("socialtjänst", "socialförvaltning", "socialnämnd"),
        "socialen": ("socialtjänst", "socialförvaltning", "socialnämnd"),
        "socialbidrag": ("försörjningsstöd", "bistånd"),
        "socialhjälp": ("försörjningsstöd", "bistånd"),
        "försörjningsstöd": ("bistånd",),
        "dagis": ("förskola",),
        "daghem": ("förskola",),
        "barnomsorg": ("förskola", "fritidshem"),
        "fritids": ("fritidshem",),
        "skolhälsovård": ("elevhälsa",),
        "journal": ("elevhälsojournal", "personakt"),
        "äldrevård": ("äldreomsorg", "hemtjänst"),
        "hemhjälp": ("hemtjänst",),
        "handikapp": ("funktionsnedsättning", "rörelsehindrad"),
        "handikapptillstånd": ("parkeringstillstånd",),
        "byggnadslov": ("bygglov",),
        "attefall": ("bygglov", "anmälan"),
        "grannar": ("sakägare",),
        "räkning": ("faktura",),
        "kronofogden": ("kronofogdemyndigheten",),
        "jobb": ("rekrytering", "anställning", "arbete"),
        "sommarjobb": ("feriejobb",),
        "cv": ("ansökan", "meriter"),
        "övervakning": ("kamerabevakning", "bevakning"),
        "kamera": ("kamerabevakning",),
        "film": ("kamerabevakning", "bild"),
        "foto": ("bild", "fotografi"),
        "pnr": ("personnummer",),
        "adress": ("kontaktuppgift",),
        "telefonnummer": ("kontaktuppgift",),
        "mejl": ("post",),
        "mail": ("post",),
        "sjukdom": ("hälsa",),
        "diagnos": ("hälsa",),
        "religion": ("trosuppfattning", "övertygelse"),
        "brott": ("lagöverträdelse",),
        "polis": ("polismyndigheten",),
        "fack": ("facklig",),
        "fk": ("försäkringskassan",),
        "ivo": ("inspektionen",),
        "radera": ("gallring",),
        "raderas": ("gallring",),
        "sparas": ("bevara", "gallring"),
        "arkiveras": ("bevara", "arkiv"),
        "utomlands": ("tredjeland",),
        "usa": ("förenta",),
        "sol": ("socialtjänstlagen",),
        "lss": ("funktionshindrade",),
        "pbl": ("bygglagen",),
        "gdpr": ("dataskyddsförordningen",),
        "osl": ("sekretesslagen",),
    },
    "en": {
        "welfare": ("assistance", "support"),
        "benefit": ("assistance", "support"),
        "kindergarten": ("preschool",),
        "nursery": ("preschool",),
        "daycare": ("preschool",),
        "cctv": ("camera", "surveillance"),
        "job": ("recruitment", "employment"),
        "bill": ("invoice",),
        "disabled": ("disability", "disabilities"),
        "elderly": ("older", "elder"),
        "delete": ("disposal", "disposed"),
        "erase": ("disposal", "disposed"),
        "kept": ("retention", "preserved"),
        "photo": ("picture", "image"),
        "email": ("mail",),
        "address": ("contact",),
        "phone": ("contact",),
        "illness": ("health",),
        "crime": ("offence",),
        "parent": ("guardian",),
        "student": ("pupil",),
        "planning": ("building",),
    },
}
"""Language -> a word as people use it -> what the register may say for the same."""

SILENT: Mapping[str, frozenset[str]] = {
    "sv": frozenset(
        "jag du vi ni han hon man den det de en ett min mitt mina din ditt dina vår vårt våra er era sin sitt sina om mig dig"
        " oss hur vad vem vilka vilken var när varför som är och eller att i på av till för från med hos är finns får"
        " kan ska vill har har blir mot under efter vid inte så länge".split()
    ),
    "en": frozenset(
        "i you we they he she it the a an my your our their his her me us how what who which where when why that is are"
        " and or to in on of for from with at by do does did can may will have has be not long about".split()
    ),
}
"""Language -> words that are left out of a search that has others."""
