"""seal_publication and erase_publication."""

from collections.abc import Callable

import pytest
from django.core.management.base import CommandError
from django.test import Client

from ropa import models, publishing
from ropa.record import Audience
from tests.pages.town import publish

Run = Callable[..., str]
WHY = ("--by", "Registrator", "--reason", "Dom i kammarrätten")


@pytest.fixture
def slug(db: None) -> str:
    return str(publish("a", "A").slug)


def test_a_sealed_version_is_hidden_from_residents_and_kept(run: Run, slug: str, client: Client) -> None:
    assert run("seal_publication", slug, 1, *WHY) == f"version 1 of {slug} is sealed\n"
    seal = models.Seal.objects.get()
    assert (seal.by, seal.reason) == ("Registrator", "Dom i kammarrätten")
    assert "Dom i kammarrätten" in client.get(f"/behandlingar/{slug}/version/1/").content.decode()
    for audience, shown in ((Audience.PUBLIC, False), (Audience.AUTHORITY, True)):
        found = publishing.find(slug, audience)
        assert found
        assert bool(found.record) is shown
    assert publishing.verify("") == []


def test_an_erased_version_is_gone_and_the_chain_is_whole(run: Run, slug: str) -> None:
    run("seal_publication", slug, 1, *WHY)
    assert run("erase_publication", slug, 1, *WHY, "--yes").startswith(f"version 1 of {slug} is erased")
    assert models.Payload.objects.count() == 0
    assert models.Erasure.objects.get().reason == "Dom i kammarrätten"
    assert publishing.verify("") == []


def test_nothing_is_erased_unless_it_is_meant(run: Run, slug: str) -> None:
    with pytest.raises(CommandError, match="say --yes"):
        run("erase_publication", slug, 1, *WHY)
    assert (models.Payload.objects.count(), models.Erasure.objects.count()) == (1, 0)


@pytest.mark.parametrize("command", [("seal_publication",), ("erase_publication", "--yes")], ids=lambda c: c[0])
def test_bad_input_is_one_clear_line(run: Run, slug: str, command: tuple[str, ...]) -> None:
    name, *more = command
    run(name, slug, 1, *WHY, *more)
    for arguments, said in [
        (("finns-inte", 1, *WHY), "nothing was ever published at finns-inte"),
        ((slug, 2, *WHY), f"{slug} has no version 2"),
        ((slug, "ett", *WHY), "invalid int value"),
        ((slug, 1, "--by", "x"), "--reason"),
        ((slug, 1, "--by", "x", "--reason", " "), "must say something"),
        ((slug, 1, *WHY), "already"),
    ]:
        with pytest.raises(CommandError, match=said) as refusal:
            run(name, *arguments, *more)
        assert "\n" not in str(refusal.value)
    assert models.Seal.objects.count() + models.Erasure.objects.count() == 1
