"""Swedish order and folding."""

from ropa.swedish import fold, sort_key


def test_a_with_ring_a_and_o_with_dots_come_last() -> None:
    assert sorted(["Öl", "Zon", "Äng", "Ål", "Arkiv", "elev", "École"], key=sort_key) == [
        "Arkiv", "École", "elev", "Zon", "Ål", "Äng", "Öl",
    ]  # fmt: skip


def test_fold_keeps_the_swedish_letters_and_drops_other_accents() -> None:
    assert fold("ÄRENDE hos Café Åström") == "ärende hos cafe åström"
    assert fold("Försörjningsstöd") == "försörjningsstöd"
