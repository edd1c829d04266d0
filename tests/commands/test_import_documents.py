"""import_register with documents: tried on an empty database, saved where they belong, twice, by several names."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from ropa import drafts, models
from ropa.models import Controller, Organisation, ProcessingActivity, Unit

pytestmark = pytest.mark.django_db
Run = Callable[..., str]

HEADINGS = "Enhet;Benämning;Personuppgiftsansvarig;Ändamål;Mottagare;Gallring;Kostnadsställe\n"
ROWS = (
    "Ekonomiskt bistånd;Försörjningsstöd;Socialnämnden;Utreda ansökningar;Försäkringskassan;Gallras efter 5 år;4410\n"
    "Vuxenenheten;Skuldrådgivning;Socialnämnden;Ge råd till den som har skulder;Kronofogden;Bevaras;4420\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "register.csv", HEADINGS + ROWS)


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def town() -> Organisation:
    call_command("load_vocabulary", verbosity=0, stdout=io.StringIO())
    return Organisation.objects.create(name="Exempelby kommun", slug="exempelby")


@pytest.fixture
def unit(town: Organisation) -> Unit:
    board = Controller.objects.create(organisation=town, name="Byggnadsnämnden", slug="bn", kind="board")
    return Unit.objects.create(organisation=town, name="Ekonomiskt bistånd", slug="eb", controller=board)


def test_a_dry_run_needs_no_organisation_and_shows_what_is_understood(run: Run, file: Path) -> None:
    told = json.loads(run("import_register", file, "--dry-run", "--json"))
    assert set(told) == {"activities", "unplaced", "findings"}
    first = told["activities"][0]
    assert (first["name"], first["unit"]["name"]) == ({"sv": "Försörjningsstöd"}, {"sv": "Ekonomiskt bistånd"})
    assert first["controller"]["name"] == {"sv": "Socialnämnden"}
    assert [(u["file"], u["label"], u["text"]) for u in told["unplaced"]] == [
        ("register.csv", "Kostnadsställe", "4410"),
        ("register.csv", "Kostnadsställe", "4420"),
    ]
    assert told["unplaced"][0]["place"]
    assert "R27" in {finding["rule"] for finding in told["findings"]}
    assert not Organisation.objects.exists()


def test_units_and_controllers_are_made_as_the_document_names_them(run: Run, file: Path, unit: Unit) -> None:
    assert run("import_register", file) == "2 new, 0 changed, 0 unchanged, 2 texts not understood\n"
    made = Unit.objects.get(name="Vuxenenheten")
    assert (made.organisation, made.controller) == (unit.organisation, Controller.objects.get(name="Socialnämnden"))
    first, second = ProcessingActivity.objects.order_by("pk")
    assert (first.unit, second.unit) == (unit, made)
    assert [u.text for u in first.unplaced.all()] == ["4410", "Socialnämnden"]  # the unit has another board
    assert [u.text for u in second.unplaced.all()] == ["4420"]
    assert second.index.state == "draft"


def test_a_unit_that_is_named_holds_with_its_controller(run: Run, file: Path, unit: Unit) -> None:
    run("import_register", file, "--unit", "eb")
    assert {a.unit for a in ProcessingActivity.objects.all()} == {unit}
    for record in drafts.load_many(ProcessingActivity.objects.all()):
        assert record.controller
        assert record.controller.name.sv == "Byggnadsnämnden"
        assert "Socialnämnden" in {u.text for u in record.unplaced}
    assert Unit.objects.count() == Controller.objects.count() == 1


def history() -> int:
    tables: list[Any] = [*(table for _value, table in drafts.PARTS.values()), ProcessingActivity, Unit, *models.TERMS]
    return sum(table.history.count() for table in tables)


def test_the_same_file_twice_writes_nothing_under_any_name(run: Run, file: Path, unit: Unit, tmp_path: Path) -> None:
    run("import_register", file)
    rows = history()
    again = written(tmp_path / "annat namn.csv", HEADINGS + "".join(reversed(ROWS.splitlines(keepends=True))))
    for path in (file, again):
        assert run("import_register", path) == "0 new, 0 changed, 2 unchanged, 2 texts not understood\n"
    assert history() == rows


def test_after_edits_by_hand_the_same_file_changes_nothing(run: Run, file: Path, unit: Unit) -> None:
    run("import_register", file)
    first = ProcessingActivity.objects.order_by("pk").first()
    assert first
    first.purposes.all().delete()
    first.unplaced.all().delete()
    first.name, first.reference = "Ekonomiskt bistånd", "SN-001"
    first.save()
    rows = history()
    assert run("import_register", file).startswith("0 new, 0 changed, 2 unchanged")
    assert history() == rows
    changed = written(file, HEADINGS + ROWS.replace("Utreda ansökningar", "Utreda och besluta"))
    assert run("import_register", changed).startswith("0 new, 1 changed, 1 unchanged")
    assert [p.text for p in first.purposes.all()] == ["Utreda och besluta"]
    first.refresh_from_db()
    assert first.name == "Ekonomiskt bistånd"


def test_a_common_name_in_two_units_is_two_activities(run: Run, unit: Unit, tmp_path: Path) -> None:
    other = Unit.objects.create(organisation=unit.organisation, name="Biblioteket", slug="bibliotek")
    file = written(
        tmp_path / "r.csv",
        "Benämning;Ändamål;Mottagare\nRekrytering;Anställa;Skatteverket\nLön;Betala ut lön;Skatteverket\n",
    )
    run("import_register", file, "--unit", "eb")
    assert run("import_register", file, "--unit", "bibliotek").startswith("2 new")
    assert {a.unit for a in ProcessingActivity.objects.filter(name="Rekrytering")} == {unit, other}
    assert run("import_register", file, "--unit", "eb").startswith("0 new, 0 changed, 2 unchanged")


def test_without_a_unit_what_was_put_in_one_is_known_again(run: Run, unit: Unit, tmp_path: Path) -> None:
    file = written(tmp_path / "r.csv", "Benämning;Ändamål;Mottagare\nRekrytering;Anställa;Skatteverket\n")
    run("import_register", file, "--unit", "eb")
    assert run("import_register", file).startswith("0 new, 0 changed, 1 unchanged")


def test_two_organisations_that_bring_the_same_file_share_no_row(run: Run, file: Path, unit: Unit) -> None:
    there = Organisation.objects.create(name="Grannby kommun", slug="grannby")
    Unit.objects.create(organisation=there, name="Socialkontoret", slug="sk")
    run("import_register", file, "--unit", "eb")
    assert run("import_register", file, "--unit", "sk").startswith("2 new")
    assert ProcessingActivity.objects.filter(organisation=there).count() == 2
    with pytest.raises(CommandError, match="several organisations: say with --unit"):
        run("import_register", file)


def test_an_own_term_is_made_once(run: Run, unit: Unit, tmp_path: Path) -> None:
    models.RecipientCategory.objects.create(organisation=unit.organisation, label="Parkförvaltaren AB", code="own-x1")
    rows = "Bänkar;Sköta bänkar;Parkförvaltaren AB\nTräd;Sköta träd;parkförvaltaren ab, Trädvännerna\nGräs;Klippa gräs;Trädvännerna\n"
    run("import_register", written(tmp_path / "r.csv", "Benämning;Ändamål;Mottagare\n" + rows))
    own = models.RecipientCategory.objects.filter(organisation=unit.organisation)
    assert sorted(term.label for term in own) == ["Parkförvaltaren AB", "Trädvännerna"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"PK", "a.docx: "),
        ("a.xlsx", b"\x00" * 50, "a.xlsx: "),
        ("tom.txt", b"", "tom.txt: "),
        ("a.txt", b"\x00\x01\x02" * 99, "a.txt: "),
        ("prat.txt", b"Hej hopp.", "prat.txt: .*There is no activity|prat.txt: .*ingen behandling"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    run: Run, unit: Unit, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError, match=said) as refusal:
        run("import_register", tmp_path / name)
    assert "\n" not in str(refusal.value)
    assert not ProcessingActivity.objects.exists()


def test_each_bad_file_is_told_and_none_is_imported(run: Run, unit: Unit, file: Path) -> None:
    talk, broken = written(file.with_name("prat.txt"), "Hej hopp."), written(file.with_name("a.docx"), "PK")
    with pytest.raises(CommandError) as refusal:
        run("import_register", file, broken, file.with_name("finns-inte.txt"))
    lines = str(refusal.value).splitlines()
    assert [line.split(": ")[0].split("/")[-1] for line in lines[:2]] == ["a.docx", "finns-inte.txt"]
    with pytest.raises(CommandError, match=r"prat\.txt: [^\n]*\nnothing was imported"):
        run("import_register", file, talk)
    assert lines[2].startswith("nothing was imported")
    tried = run("import_register", talk, "--dry-run").splitlines()
    assert tried[0].startswith("0 new, ")
    assert tried[1] == f"no activity was found in {talk}; a real run would stop here"
    assert not ProcessingActivity.objects.exists()


def test_what_an_import_adds_to_the_vocabulary_changes_no_reading(run: Run, unit: Unit, tmp_path: Path) -> None:
    rows = "Ungdomar;Möta unga;Vid allvarlig oro görs anmälan till fältlaget\nBänkar;Sköta bänkar;Fältlaget, Skatteverket\n"
    file = written(tmp_path / "r.csv", "Benämning;Ändamål;Mottagare\n" + rows)
    run("import_register", file)
    assert models.RecipientCategory.objects.filter(organisation=unit.organisation, label="Fältlaget").exists()
    assert run("import_register", file).startswith("0 new, 0 changed, 2 unchanged")


def test_an_act_that_two_bear_the_name_of_is_not_chosen_in_a_town_either(run: Run, unit: Unit, tmp_path: Path) -> None:
    """The repealed one is replaced by the newer: what a text without a number means is still open."""
    text = "Benämning;Lagstöd\nFörsörjningsstöd;Socialtjänstlagen\nHemtjänst;Socialtjänstlagen (2001:453)\n"
    run("import_register", written(tmp_path / "stod.csv", text), "--unit", "eb")
    found = models.LegalProvision.objects.values_list("activity__name", "law__label", "law__sfs")
    assert set(found) == {
        ("Försörjningsstöd", "Socialtjänstlagen", ""),
        ("Hemtjänst", "Socialtjänstlagen (2001:453)", "2001:453"),
    }


def test_a_file_that_is_named_twice_is_refused(run: Run, unit: Unit, tmp_path: Path, file: Path) -> None:
    same = written(tmp_path / "samma.csv", HEADINGS + ROWS)
    with pytest.raises(CommandError, match="the same file as"):
        run("import_register", file, same, "--unit", "eb")
    assert not ProcessingActivity.objects.exists()
