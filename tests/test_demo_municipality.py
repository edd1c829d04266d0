"""Granköping shows what a complete register looks like: each question answered, each claim supported."""

import pytest

from tests.demo_fixture import FICTIONAL, LAST, ORGANISATIONS, SHIPPED, STEPS, TODAY, record, terms_of


def test_it_is_said_to_be_invented() -> None:
    said = [x["text"]["sv"] for x in ORGANISATIONS["grankopings-kommun"]["notice_texts"]]
    assert any("påhittad kommun" in text for text in said)


@pytest.mark.parametrize("slug", FICTIONAL)
def test_every_question_is_answered(slug: str) -> None:
    made = record(LAST[slug])
    for field in (
        *("reference", "role", "sector", "status", "responsible_role", "controller", "dpo", "unit"),
        *("purposes", "legal_bases", "provisions", "data_subjects", "personal_data", "sources", "recipients"),
        *("disclosure", "internal_access", "processors", "third_country", "carriers", "retention_rules"),
        *("security_measures", "confidentiality", "integrity", "availability", "traceability", "dpia_status"),
        *("duty_to_provide", "duty_consequences", "automation", "reviewed_on", "review_owner"),
    ):
        assert getattr(made, field), (slug, field)
    assert made.examples_only is False
    assert all(p.agreement and p.country for p in made.processors)
    assert all(b.motivation for b in made.legal_bases)


@pytest.mark.parametrize("slug", FICTIONAL)
def test_every_claim_has_its_support(slug: str) -> None:
    made = record(LAST[slug])
    laws = {t["code"]: t for t in SHIPPED["laws"]}
    for provision in made.provisions:
        assert provision.law
        assert not laws[provision.law.code]["repealed"]
    for basis in made.legal_bases:
        assert basis.basis
        assert basis.basis.needs_national_law == bool(made.provisions_of(basis.key))
        assert (basis.basis == "6.1.a") == bool(basis.consent_given and basis.consent_withdrawn)
        assert (basis.basis == "6.1.b") == bool(basis.contract_party)
    for condition in made.special_category_bases:
        assert made.provisions_of(condition.key)
    for rule in made.retention_rules:
        assert rule.plan
        assert rule.plan_section
        assert rule.decision_date
        assert rule.trigger or rule.action == "preserve", (slug, rule.documents.sv)


@pytest.mark.parametrize("slug", FICTIONAL)
def test_data_that_need_a_reason_have_one(slug: str) -> None:
    made = record(LAST[slug])
    kinds = [
        terms_of("grankopings-kommun", "personal_data_categories")[d.category.code]
        for d in made.personal_data
        if d.category
    ]
    levels = {k["level"] for k in kinds}
    covered = {key for c in made.special_category_bases for key in c.personal_data}
    special = {d.key for d, k in zip(made.personal_data, kinds, strict=True) if k["level"] == "special_category"}
    assert covered == special
    assert bool(made.offence_support) == ("offences" in levels)
    assert bool(made.identity_number_justification) == ("pd-personnummer" in {k["code"] for k in kinds})
    assert bool(made.indirect_special_position) == any(k["may_reveal"] for k in kinds)


@pytest.mark.parametrize("slug", FICTIONAL)
def test_risk_is_assessed_and_the_review_is_fresh(slug: str) -> None:
    made = record(LAST[slug])
    assert made.reviewed_on
    assert (TODAY - made.reviewed_on).days < 365
    edits = [s["on"] for s in STEPS if s["activity"] == slug and s["do"] == "edit"]
    assert str(made.reviewed_on) >= max(edits, default="")
    if len(made.dpia_criteria) > 1:
        assert made.dpia_status == "done"
        assert made.dpia_date
        assert made.dpia_reference
    else:
        assert made.dpia_justification


def test_variety() -> None:
    all_ = [record(LAST[slug]) for slug in FICTIONAL]
    assert len(all_) >= 14
    assert {a.role for a in all_} == {"controller", "joint-controller", "processor"}
    assert [t.mechanism for a in all_ for t in a.transfers] == ["46.2.c"]
    assert [d.kind for a in all_ for d in a.automated_decisions] == ["decision"]
    assert [w.field for a in all_ for w in a.withheld] == ["note"]
    assert any(a.monitoring_technology and a.monitoring_consent for a in all_)
    assert any(p.agreement == "regulation" for a in all_ for p in a.processors)
    assert any(n.for_children for a in all_ for n in a.notice_texts)
    assert any(a.original_wording and a.unplaced and a.notes for a in all_)
    assert len({a.controller.slug for a in all_ if a.controller}) == 6


def test_history() -> None:
    done = [(s["do"], s["activity"]) for s in STEPS if s["activity"] in FICTIONAL]
    published = [slug for do, slug in done if do == "publish"]
    assert set(FICTIONAL) - set(published) == {"feriejobb"}
    assert {slug for slug in published if published.count(slug) == 2} == {
        "bibliotekslan",
        "ekonomiskt-bistand",
        "kamerabevakning",
    }
    assert [slug for do, slug in done if do == "withdraw"] == ["simskola"]
