"""Tables in the shapes that registers have, taken apart into activities."""

import pytest

from tests.inputs.outlines import heading, lines, read, shown, table

ROWS = (("Ändamål", "Planera resor"), ("Laglig grund", "Allmänt intresse"), ("Gallras", "2 år"))
SAID = dict(ROWS)


def test_a_table_of_labels_and_values_is_the_activity_of_its_heading() -> None:
    made = read(heading("Skolskjuts", 2), table(("Område", "Kommentar"), *ROWS), *lines("Tabell 1"))
    assert shown(made) == [("Skolskjuts", (), SAID)]
    assert {p.text for p in made.furniture} == {"Område\nKommentar", "Tabell 1"}


def test_the_last_line_above_a_table_names_it_and_a_unit_stands_above_that() -> None:
    made = read(*lines("Register över behandlingar\nTekniska förvaltningen\nSkolskjuts"), table(*ROWS))
    assert shown(made) == [("Skolskjuts", ("Tekniska förvaltningen",), SAID)]


def test_a_row_with_the_name_makes_the_heading_a_unit() -> None:
    named = table(("Behandling", "Skolskjuts"), *ROWS)
    made = read(*lines("# Register\n## Gata/Trafik"), named, table(("Behandling", "Färdtjänst"), *ROWS))
    assert shown(made) == [("Skolskjuts", ("Gata", "Trafik"), SAID), ("Färdtjänst", ("Gata", "Trafik"), SAID)]


def test_a_caption_names_a_table_and_its_heading_is_the_unit() -> None:
    made = read(*lines("# Kommunens register\n## Resor"), table(*ROWS, caption="Skolskjuts"))
    assert shown(made) == [("Skolskjuts", ("Resor",), SAID)]


def test_of_two_headings_on_one_level_the_upper_is_the_unit_where_it_happens_again() -> None:
    text = "## Register\n## Vägar och parkering\n## Skolskjuts\n{}\n## Idrott och lek\n## Simhall"
    first, second = (lines(part) for part in text.split("{}"))
    made = read(*first, table(*ROWS), *second, table(*ROWS), heading("Båtplatser", 2), table(*ROWS))
    assert [(n, u) for n, u, _ in shown(made)] == [
        ("Skolskjuts", ("Vägar och parkering",)),
        ("Simhall", ("Idrott och lek",)),
        ("Båtplatser", ("Idrott och lek",)),
    ]


def test_lines_between_a_heading_and_a_table_name_it_as_they_do_elsewhere() -> None:
    named = [block for name in ("Skolskjuts", "Färdtjänst", "Parkering") for block in (*lines(name), table(*ROWS))]
    idle, parted = (heading("Simhall", 2), table(*ROWS)), heading("Vägar", 2)
    assert [n for n, _, _ in shown(read(*idle, parted, *named[:2]))] == ["Simhall", "Vägar"]
    assert [(n, u) for n, u, _ in shown(read(*idle, parted, *named))[1:]] == [
        (name, ("Vägar",)) for name in ("Skolskjuts", "Färdtjänst", "Parkering")
    ]


def test_a_heading_that_names_its_own_table_is_no_unit_of_the_tables_below() -> None:
    made = read(
        heading("Simhall", 2), table(*ROWS), *lines("Skolskjuts"), table(*ROWS), *lines("Kolonier"), table(*ROWS)
    )
    assert [(n, u) for n, u, _ in shown(made)] == [("Simhall", ()), ("Skolskjuts", ()), ("Kolonier", ())]


def test_a_heading_in_two_parts_is_a_path_of_units() -> None:
    assert shown(read(heading("Trafik/Parkering", 2), table(*ROWS))) == [
        ("Trafik/Parkering", ("Trafik", "Parkering"), SAID)
    ]


def test_who_answers_above_the_first_name_is_said_of_all_and_is_reached_so() -> None:
    form = (("DSO", "Ombudet", "E-post", "ombud@x.example"), ("Behandling", "Resor", "Nummer", "1"))
    rest = (("Ändamål", "Planera", "Laglig grund", "Avtal"), ("Behandling", "Båt", "Nummer", "2"))
    made = read(table(*form, *rest, ("Ändamål", "Hyra ut", "Laglig grund", "Avtal")))
    assert [n for n, _, _ in shown(made)] == ["Resor", "Båt"]
    assert [(p.label, p.text) for p in made.shared] == [("DSO", "Ombudet\nE-post: ombud@x.example")]


def test_full_rows_name_unit_and_activity_and_a_repeated_first_label_begins_the_next() -> None:
    made = read(table(("Trafikenheten", "<"), ("Skolskjuts", "<"), *ROWS, ("Färdtjänst", "<"), *ROWS))
    assert shown(made) == [("Skolskjuts", ("Trafikenheten",), SAID), ("Färdtjänst", ("Trafikenheten",), SAID)]


def test_headings_inside_a_form_are_no_activities() -> None:
    made = read(heading("Skolskjuts", 1), table(ROWS[0], ("Del 2. Lagring", "<"), *ROWS[1:]))
    assert shown(made) == [("Skolskjuts", (), SAID)]


def test_a_merged_label_and_an_empty_one_join_their_values() -> None:
    made = read(heading("Resor", 1), table(ROWS[0], ("Personuppgifter", "Namn"), ("^", "Adress"), ("", "Telefon")))
    assert shown(made)[0][2]["Personuppgifter"] == "Namn\nAdress\nTelefon"


def test_several_pairs_in_a_row() -> None:
    form = table(("Namn", "Resor", "Ändamål", "Planera"), ("Laglig grund", "Avtal", "Gallras", "1 år"))
    assert shown(read(form)) == [("Resor", (), {"Ändamål": "Planera", "Laglig grund": "Avtal", "Gallras": "1 år"})]


def test_columns_that_help_to_fill_in_are_left_out() -> None:
    rows = (("Rubrik", "Vägledning", "Svar"), ("Ändamål", "Beskriv varför", "Planera"), ("Gallras", "Ange tid", "1 år"))
    made = read(heading("Resor", 1), table(*rows, ("Rättslig grund", "Välj en", "Avtal")))
    assert shown(made)[0][2] == {"Ändamål": "Planera", "Gallras": "1 år", "Rättslig grund": "Avtal"}


def test_only_ticked_boxes_are_said() -> None:
    made = read(heading("Resor", 1), table(("Laglig grund", "☐ Samtycke\n☒ Avtal"), ROWS[0], ROWS[2]))
    assert shown(made)[0][2]["Laglig grund"] == "Avtal"


# --- an activity a row ------------------------------------------------------------------------------------------------

HEAD = ("Nr", "Behandling", "Enhet", "Ändamål", "Laglig grund")


def test_rows_under_labels_are_activities() -> None:
    made = read(
        table(HEAD, ("1", "Skolskjuts", "Trafik", "Planera", "Avtal"), ("2", "Val", "Kansli", "Hålla val", "Lag"))
    )
    assert [(n, u) for n, u, _ in shown(made)] == [("Skolskjuts", ("Trafik",)), ("Val", ("Kansli",))]
    assert shown(made)[1][2] == {"Nr": "2", "Enhet": "Kansli", "Ändamål": "Hålla val", "Laglig grund": "Lag"}


def test_titles_above_units_between_remarks_below_and_repeated_labels() -> None:
    body = (("Trafikenheten", "<", "<", "<", "<"), ("1", "Skolskjuts", "", "Planera", "Avtal"), HEAD)
    more = (("Kansliet", "<", "<", "<", "<"), ("2", "Val", "", "Hålla val", "Lag"), ("Ska ses över varje år.",))
    made = read(table(("Register 2025", "<", "<", "<", "<"), ("Uppdaterad: 2025-01-02",), HEAD, *body, *more))
    assert [(n, u) for n, u, _ in shown(made)] == [("Skolskjuts", ("Trafikenheten",)), ("Val", ("Kansliet",))]
    assert {p.text for p in made.shared} == {"2025-01-02", "Ska ses över varje år."}


def test_rows_without_a_name_go_on_with_the_one_above() -> None:
    made = read(
        table(
            HEAD, ("1", "Resor", "", "Planera", "Avtal"), ("", "", "", "Fakturera", ""), ("", "^", "", "Följa upp", "")
        )
    )
    passages = made.sections[0].passages
    assert [p.text for p in passages if p.label == "Ändamål"] == ["Planera", "Fakturera", "Följa upp"]
    assert len(made.sections) == 1


def test_labels_in_two_rows() -> None:
    top = ("Namn", "Ändamål", "Överföring", "<", "Egen kolumn")
    made = read(table(top, ("^", "^", "Externa", "Interna", "^"), ("Resor", "Planera", "Taxi", "Ekonomi", "x")))
    labels = {"Ändamål": "Planera", "Överföring: Externa": "Taxi", "Överföring: Interna": "Ekonomi", "Egen kolumn": "x"}
    assert shown(made) == [("Resor", (), labels)]


def test_a_unit_that_is_written_where_it_changes_holds_until_then() -> None:
    rows = [("1", "A", "Trafik"), ("2", "B", ""), ("3", "C", ""), ("4", "D", "Kansli"), ("5", "E", "")]
    made = read(table(HEAD, *((*row, "Planera", "Avtal") for row in rows)))
    assert [s.units for s in made.sections] == [("Trafik",), ("Trafik",), ("Trafik",), ("Kansli",), ("Kansli",)]


def test_columns_may_be_the_activities() -> None:
    made = read(
        table(
            ("", "Resor", "Val"),
            ("Ändamål", "Planera", "Hålla val"),
            ("Grund", "Avtal", "Lag"),
            ("Gallras", "", "1 år"),
        )
    )
    assert shown(made) == [
        ("Resor", (), {"Ändamål": "Planera", "Grund": "Avtal"}),
        ("Val", (), {"Ändamål": "Hålla val", "Grund": "Lag", "Gallras": "1 år"}),
    ]


def test_numbers_and_boards_may_stand_above_the_names_of_columns() -> None:
    rows = (("Löpnr", "T1", "T2"), ("Nämnd", "Valnämnden", "Valnämnden"), ("Behandling", "Resor", "Val"))
    made = read(table(rows[0], rows[1], rows[2], ("Ändamål", "Planera", "Hålla val"), ("Grund", "Avtal", "Lag")))
    assert shown(made) == [
        ("Resor", (), {"Löpnr": "T1", "Nämnd": "Valnämnden", "Ändamål": "Planera", "Grund": "Avtal"}),
        ("Val", (), {"Löpnr": "T2", "Nämnd": "Valnämnden", "Ändamål": "Hålla val", "Grund": "Lag"}),
    ]


def test_what_is_done_names_rows_that_nothing_else_names() -> None:
    made = read(table(("Löpnr", "Vad gör vi?", "Ändamål", "Grund"), ("1", "Resor", "Planera", "Avtal")))
    assert shown(made) == [("Resor", (), {"Löpnr": "1", "Ändamål": "Planera", "Grund": "Avtal"})]


def test_a_table_in_the_part_of_one_activity_tells_more_of_it() -> None:
    detail = table(("Personuppgifter", "Mottagare"), ("Namn", "Taxi"), ("Adress", "Taxi"))
    made = read(*lines("## Resor\n### Ändamål\nPlanera\n### Laglig grund\nAvtal\n### Uppgifter och mottagare"), detail)
    assert [s.name for s in made.sections] == ["Resor"]
    assert shown(made)[0][2]["Personuppgifter"] == "Namn\nAdress"


# --- sheets -----------------------------------------------------------------------------------------------------------


def test_a_sheet_an_activity_beside_a_cover_and_lists() -> None:
    cover = table(("Personuppgiftsansvarig", "Nämnden"), ("Antal blad", "2"), sheet="Försättsblad")
    choices = table(("Laglig grund", "Mottagare", "Ändamål"), ("Avtal", "Taxi", "Planera"), sheet="Listor")
    made = read(cover, table(*ROWS, sheet="Skolskjuts"), table(("Namn", "Val"), *ROWS, sheet="Blad3"), choices)
    assert shown(made) == [("Skolskjuts", (), SAID), ("Val", (), SAID)]
    assert [(p.label, p.text) for p in made.shared] == [("Personuppgiftsansvarig", "Nämnden")]


def test_the_sheet_of_several_rows_is_their_unit() -> None:
    made = read(
        table(HEAD, ("1", "Resor", "", "Planera", "Avtal"), sheet="Trafik"),
        table(HEAD, ("2", "Val", "", "Hålla", "Lag"), sheet="Blad2"),
    )
    assert [(s.name, s.units) for s in made.sections] == [("Resor", ("Trafik",)), ("Val", ())]


def test_cells_with_a_label_above_its_value() -> None:
    form = table(("Ändamål\nKontrollera", "Rättslig grund\nLag"), ("Personuppgifter\nNamn\nAdress", "Gallring\n5 år"))
    said = {"Ändamål": "Kontrollera", "Rättslig grund": "Lag", "Personuppgifter": "Namn\nAdress", "Gallring": "5 år"}
    assert shown(read(heading("Tillsyn", 2), form)) == [("Tillsyn", (), said)]


def test_labels_broken_in_their_cell_and_labels_with_help_below() -> None:
    head = ("Behandling", "Kategorier av\nregistrerade", "Personuppgifts-\nbiträde", "Ändamål\nBeskriv vad ni gör")
    made = read(table(head, ("Lön", "Anställda", "Visma", "Betala")))
    assert [s.name for s in made.sections] == ["Lön"]
    assert list(shown(made)[0][2].values()) == ["Anställda", "Visma", "Betala"]


@pytest.mark.parametrize("above", [True, False])
def test_captions_name_tables_that_nothing_else_names(above: bool) -> None:
    blocks = [(table(*ROWS), *lines(f"Tabell {n}. {name}")) for n, name in enumerate(("Resor", "Val"), 1)]
    made = read(*(block for pair in blocks for block in (reversed(pair) if above else pair)))
    assert [name for name, _, _ in shown(made)] == ["Resor", "Val"]


def test_a_unit_that_is_named_once_is_that_of_all() -> None:
    rows = table(HEAD, ("1", "Resor", "Trafik", "Planera", "Avtal"), ("2", "Val", "", "Hålla val", "Lag"))
    made = read(*lines("Register\nFörvaltning: Tekniska kontoret"), rows)
    assert [s.units for s in made.sections] == [("Tekniska kontoret", "Trafik"), ("Tekniska kontoret",)]


def test_an_activity_may_be_called_what_labels_are_called() -> None:
    made = read(table(("Arkivering", "<"), *ROWS, ("Klagomål", "<"), *ROWS))
    assert shown(made) == [("Arkivering", (), SAID), ("Klagomål", (), SAID)]


def test_a_row_with_the_name_goes_before_headings_of_the_form() -> None:
    made = read(table(("1. Allmänt", "<"), ("Behandling", "Skolskjuts"), ROWS[0], ("2. Lagring", "<"), *ROWS[1:]))
    assert shown(made) == [("Skolskjuts", (), SAID)]


def test_headings_of_a_form_leave_the_name_to_the_heading_above_it() -> None:
    form = table(("1. Bakgrund", "<"), ROWS[0], ("2. Lagring", "<"), *ROWS[1:])
    assert shown(read(heading("Skolskjuts", 2), form)) == [("Skolskjuts", (), SAID)]


def test_a_title_names_the_unit_of_rows_that_name_none_and_says_who_answers() -> None:
    rows = (("Behandling", "Ändamål", "Laglig grund"), ("Resor", "Planera", "Avtal"))
    titled = (("Register vid Trafikenheten – ansvarig nämnd: Trafiknämnden", "<", "<"),)
    made = read(table(*titled, *rows, sheet="Blad1"))
    assert [(p.label, p.text) for p in made.shared] == [("ansvarig nämnd", "Trafiknämnden")]
    own = tuple((*row, "Enhet" if n == 0 else "Färdtjänsten") for n, row in enumerate(rows))
    for title, units in ((rows, ("Trafikenheten",)), (own, ("Färdtjänsten",))):
        assert shown(read(table(("Trafikenheten – behandlingar", "<"), *title)))[0][1] == units


def test_rows_whose_values_read_like_labels_are_no_pairs() -> None:
    heads = ("Register", "System", "Ändamål", "Källor", "Personuppgifter", "Enhet")
    made = read(table(heads, *((f"Register {n}", "Lex", f"Ändamål {n}", "Elever", "Namn", "Skola") for n in range(3))))
    assert [n for n, _, _ in shown(made)] == ["Register 0", "Register 1", "Register 2"]


def test_entries_between_signs_stand_one_a_line() -> None:
    made = read(heading("Resor", 1), table(("Ändamål", "Planera | Boka  •  Betala"), *ROWS[1:]))
    assert shown(made)[0][2]["Ändamål"] == "Planera\nBoka\nBetala"
