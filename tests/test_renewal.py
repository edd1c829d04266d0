"""A record under new keys says the same, and is nobody else's."""

import json
from uuid import UUID, uuid4

from hypothesis import given

from ropa.record import (
    LegalProvision,
    NoticeText,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    SubProcessor,
    with_new_keys,
)
from ropa.snapshot import freeze

from .strategies import activities


def own_keys(activity: ProcessingActivity) -> set[UUID]:
    inherited = {text.key for text in activity.notice_texts if text.level != "activity"}
    return ({activity.key} | activity.row_keys()) - inherited


def numbered(activity: ProcessingActivity) -> str:
    """Return the content with each own key as its number in the text: what is left when keys mean nothing."""
    text = json.dumps(freeze(activity), sort_keys=False)
    found = sorted(own_keys(activity), key=lambda key: text.index(str(key)))
    for number, key in enumerate(found):
        text = text.replace(str(key), f"#{number}")
    return text


@given(activities())
def test_the_content_is_the_same_the_keys_are_others_and_references_hold(activity: ProcessingActivity) -> None:
    made = with_new_keys(activity)
    assert numbered(made) == numbered(activity)
    assert own_keys(made).isdisjoint(own_keys(activity))


def test_rows_lead_to_the_copies_of_what_they_led_to() -> None:
    purpose, gone = Purpose(text="Ändamål"), uuid4()
    basis = PurposeBasis(purposes=(purpose.key,))
    made = with_new_keys(
        ProcessingActivity(
            purposes=(purpose,),
            legal_bases=(basis,),
            provisions=(LegalProvision(about=basis.key), LegalProvision()),
            sub_processors=(SubProcessor(processor=gone),),
        )
    )
    assert made.legal_bases[0].purposes == (made.purposes[0].key,)
    assert [x.about for x in made.provisions] == [made.legal_bases[0].key, None]
    assert made.sub_processors[0].processor == gone, "what leads nowhere leads nowhere still"


def test_inherited_texts_are_the_same_rows() -> None:
    inherited, own = NoticeText(text="Nämndens", level="controller"), NoticeText(text="Egen")
    made = with_new_keys(ProcessingActivity(notice_texts=(inherited, own)))
    assert made.notice_texts[0] == inherited
    assert made.notice_texts[1].key != own.key
