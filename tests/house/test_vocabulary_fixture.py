"""The starter terms in fixtures/vocabulary.json: what the loader, the linter and the sentences for residents rely on."""

import json
import re
from pathlib import Path

import pytest

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary.json"
VOCABULARY: dict[str, list[dict[str, object]]] = json.loads(FIXTURE.read_text(encoding="utf-8"))

COMMON = {"code", "sv", "en"}
# list name -> (required keys besides the common ones, optional keys)
SHAPES = {
    "purpose_categories": (set(), {"iri", "area"}),
    "data_subject_categories": ({"vulnerable"}, {"iri"}),
    "personal_data_categories": ({"level", "may_reveal"}, {"iri"}),
    "source_categories": ({"from_data_subject", "publicly_accessible"}, {"iri"}),
    "recipient_categories": ({"kind"}, {"iri"}),
    "systems": ({"medium"}, {"area"}),
    "security_measures": ({"kind"}, {"iri"}),
    "retention_triggers": ({"after_sv", "after_en", "when_sv", "when_en"}, set()),
    "laws": ({"sfs", "repealed"}, {"short_sv", "url", "replaced_by"}),
}
YES_NO = {True, False}
YES_NO_UNKNOWN = {True, False, None}
CLOSED = [
    ("data_subject_categories", "vulnerable", YES_NO_UNKNOWN),
    ("personal_data_categories", "level", {"ordinary", "specially_protected", "special_category", "offences"}),
    ("personal_data_categories", "may_reveal", YES_NO),
    ("source_categories", "from_data_subject", YES_NO),
    ("source_categories", "publicly_accessible", YES_NO_UNKNOWN),
    (
        "recipient_categories",
        "kind",
        {
            "authority",
            "court",
            "region",
            "municipality",
            "own_board",
            "within_controller",
            "provider",
            "private_controller",
            "processor",
            "individual",
            "public",
        },
    ),
    ("systems", "medium", {"digital", "paper"}),
    ("security_measures", "kind", {"technical", "organisational", "physical"}),
    ("laws", "repealed", YES_NO),
]
UNVERIFIED = re.compile(r"\[K\]|\[V|ej verifiera|inte verifiera|allmän kännedom|unverified|not verified", re.IGNORECASE)


def test_lists_are_the_agreed_ones() -> None:
    assert list(VOCABULARY) == list(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_every_term_has_the_keys_of_its_list_and_both_languages(name: str) -> None:
    required, optional = SHAPES[name]
    for term in VOCABULARY[name]:
        assert COMMON | required <= set(term) <= COMMON | required | optional, term
        for key, value in term.items():
            if not isinstance(value, bool) and value is not None:
                assert isinstance(value, str), (term["code"], key)
                assert value, (term["code"], key)
                assert value == value.strip(), (term["code"], key)


@pytest.mark.parametrize("name", SHAPES)
def test_codes_and_labels_are_unique_in_their_list(name: str) -> None:
    for key in ("code", "sv", "en"):
        values = [term[key] for term in VOCABULARY[name]]
        assert len(values) == len(set(values)), f"{name}: the same {key} twice"


@pytest.mark.parametrize(("name", "attribute", "allowed"), CLOSED)
def test_closed_attributes(name: str, attribute: str, allowed: set[object]) -> None:
    for term in VOCABULARY[name]:
        value = term[attribute]
        assert any(type(value) is type(one) and value == one for one in allowed), (term["code"], value)


def test_no_term_carries_an_unverified_mark() -> None:
    for match in UNVERIFIED.finditer(FIXTURE.read_text(encoding="utf-8")):
        pytest.fail(f"unverified mark: {match.group()}")


def test_iris_are_written_out_in_full() -> None:
    for terms in VOCABULARY.values():
        for term in terms:
            if "iri" in term:
                assert re.fullmatch(r"https://w3id\.org/dpv(/[a-z/]+)?#[A-Za-z]+", str(term["iri"])), term


def test_one_term_a_line_and_no_escapes() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    assert "\\u" not in text
    lines = [line for line in text.splitlines() if line.lstrip().startswith("{") and line.strip() != "{"]
    assert len(lines) == sum(len(terms) for terms in VOCABULARY.values())
    for line in lines:
        json.loads(line.strip().removesuffix(","))


def test_trigger_phrases_fit_into_their_sentences() -> None:
    """f"fem år efter {after_sv}", f"five years after {after_en}", f"när {when_sv}", f"when {when_en}"."""
    for term in VOCABULARY["retention_triggers"]:
        assert str(term["after_sv"]).startswith("att "), term["code"]
        for key in ("after_sv", "after_en", "when_sv", "when_en"):
            phrase = str(term[key])
            assert phrase[0].islower(), (term["code"], key)
            assert phrase[-1] not in ".,;:", (term["code"], key)


def test_triggers_that_the_seeds_need_are_there() -> None:
    codes = {term["code"] for term in VOCABULARY["retention_triggers"]}
    assert {"rt-sista-anteckning", "rt-avslutad-insats", "rt-inaktualitet"} <= codes


def test_laws_name_their_number_and_their_successor() -> None:
    laws = {law["code"]: law for law in VOCABULARY["laws"]}
    for code, law in laws.items():
        sfs = str(law["sfs"])
        assert re.fullmatch(r"\d{4}:\d+", sfs), code
        assert code == "law-" + sfs.replace(":", "-")
        assert f"({sfs})" in str(law["sv"]), code
        assert f"({sfs})" in str(law["en"]), code
        if "url" in law:
            assert re.fullmatch(rf"https://\S+{sfs}", str(law["url"])), code
        assert law["repealed"] or "replaced_by" not in law, code
        if "replaced_by" in law:
            successor = laws[law["replaced_by"]]
            assert not successor["repealed"], code
