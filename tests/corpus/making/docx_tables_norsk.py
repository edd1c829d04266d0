"""A Norwegian municipality's protocol: a table for each activity, the title in the table's first row."""

from typing import Any

from tests.corpus.making.word import grid, new


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Protokoll over behandlingsaktiviteter", 0)
    document.add_paragraph("Fjellvik kommune. Personvernombud: personvernombud@fjellvik.example")
    for title, rows in ((("Hjemmetjenester", HOME)), ("Barnehageopptak", NURSERY), ("Varslingskanal", REPORTS)):
        table = grid(document, [(title, ""), *rows])
        table.cell(0, 0).merge(table.cell(0, 1))
        document.add_paragraph()
    return document


HOME = [
    ("Behandlingsansvarlig", "Fjellvik kommune ved kommunedirektøren"),
    ("Enhet", "Helse og omsorg"),
    ("Formål", "Vurdere søknader om helsetjenester i hjemmet og yte tjenestene"),
    (
        "Behandlingsgrunnlag",
        "Rettslig forpliktelse og utøvelse av offentlig myndighet, personvernforordningen art. 6 nr. 1 c og e",
    ),
    ("Særlige kategorier", "Art. 9 nr. 2 bokstav h, helsepersonelloven"),
    ("Registrerte", "Pasienter, pårørende, ansatte"),
    ("Personopplysninger", "Navn, fødselsnummer, adresse, telefon, helseopplysninger, nærmeste pårørende"),
    ("Kilder", "Pasienten selv, fastlege, sykehus, folkeregisteret"),
    ("Mottakere", "Fastlegen. Helfo (refusjon). Statsforvalteren ved klage."),
    ("Databehandler", "Tieto Norge (databehandleravtale)"),
    ("Overføring til tredjeland", "Nei"),
    ("Lagringstid", "Journalen slettes ikke. Vaktlister slettes etter 2 år."),
    ("Informasjonssikkerhet", "Tilgangsstyring, logging og kryptert forbindelse"),
]

NURSERY = [
    ("Behandlingsansvarlig", "Fjellvik kommune ved kommunedirektøren"),
    ("Enhet", "Oppvekst"),
    ("Formål", "Tildele barnehageplass"),
    ("Behandlingsgrunnlag", "Art. 6 nr. 1 bokstav e, utøvelse av offentlig myndighet. Barnehageloven § 16"),
    ("Registrerte", "Barn og foresatte"),
    ("Personopplysninger", "Navn, fødselsnummer, adresse, e-post, eventuelt særlige behov"),
    ("Kilder", "Foresatte"),
    ("Mottakere", "Private barnehager"),
    ("Databehandler", "Visma"),
    ("Overføring til tredjeland", "Nei, aldri"),
    ("Lagringstid", "Søknader kasseres 3 år etter at barnet har sluttet"),
    ("Informasjonssikkerhet", "To-faktor pålogging"),
]

REPORTS = [
    ("Behandlingsansvarlig", "Fjellvik kommune ved kommunedirektøren"),
    ("Enhet", "Personal og organisasjon"),
    ("Formål", "Ta imot og følge opp varsler om kritikkverdige forhold"),
    ("Behandlingsgrunnlag", "Rettslig forpliktelse, jf. arbeidsmiljøloven kap. 2 A"),
    ("Registrerte", "Varslere; den det varsles om"),
    (
        "Personopplysninger",
        "Navn, stilling, beskrivelse av forholdet. Opplysninger om straffbare forhold kan forekomme",
    ),
    ("Kilder", "Varsleren"),
    ("Mottakere", "Utleveres ikke"),
    ("Databehandler", ""),
    ("Overføring til tredjeland", "Nei"),
    ("Lagringstid", "6 måneder etter avsluttet sak"),
    ("Informasjonssikkerhet", ""),
]
