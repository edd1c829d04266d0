"""What texts promise against the law (Art. 17, 20, 21): see `notice.entitlements` for the rights that apply."""

import re

from django.utils.translation import gettext_lazy as _

from ..notice.entitlements import Right, rights_of
from ..vocabulary import DataSubjectRight, RightStanding, Severity
from .base import Case, Place, Places, rule
from .sources import GDPR, PATIENT_DATA_ACT, SOCIAL_SERVICES_DATA_ACT
from .texts import Written

_ANY = re.IGNORECASE
_SPOKEN_OF = {
    DataSubjectRight.ERASURE: {
        "sv": re.compile(r"\brader\w*|\b(?:bort)?glömd\b|\butplån\w*", _ANY),
        "en": re.compile(r"\beras\w*|\bdelet\w*|\bforgotten\b", _ANY),
    },
    DataSubjectRight.OBJECTION: {
        "sv": re.compile(
            r"\brätt\w*(?: \w+){0,3} (?:invänd\w*|motsätta)|(?:\binvänd\w*|\bmotsätt\w*).{0,60}(?:behandl|uppgift|hanter)",
            _ANY,
        ),
        "en": re.compile(
            r"\bright\w*(?: \w+){0,3} object\b|\bobject(?:ions?)? to\b.{0,60}(?:process|handl|data|use)", _ANY
        ),
    },
    DataSubjectRight.PORTABILITY: {
        "sv": re.compile(
            r"portabilitet|\bflytta\w*(?: \w+){0,3} \w*uppgift|uppgift.{0,60}\bflytta(?!\w* (?:in|ut|hem|ihop)\b)", _ANY
        ),
        "en": re.compile(r"\bportab\w*|\bmove\b.{0,40}\bdata\b|\bdata\b.{0,60}\b(?:moved?|elsewhere)\b", _ANY),
    },
}
_PROMISED = {
    "sv": re.compile(
        r"\brätt(?:en|igheter\w*)?\b|\b(?:du|ni|man|den registrerade) (?:kan|får)\b|\b(?:kan|får) (?:du|ni|man)\b", _ANY
    ),
    "en": re.compile(r"\brights?\b|\byou (?:may|can)\b|\b(?:may|can) you\b", _ANY),
}
_AS_A_RIGHT = {"sv": re.compile(r"\brätt(?:en|igheter\w*)?\b", _ANY), "en": re.compile(r"\brights?\b", _ANY)}
_NOT = {
    "sv": r"inte|ej|ing[ae]n?|inget|aldrig|saknar|utan(?! (?:kostnad|avgift|dröjsmål|(?:onödig|oskälig)))|om (?:du|ni|man) har rätt",
    "en": r"not?|never|cannot|\w+n't|without(?! (?:cost|charge|(?:undue )?delay))|(?:if|whether) you have",
}
"""Words of a sentence that gives no right. "Without undue delay" takes none away."""
_SOMETIMES = {
    "sv": r"begränsa(?:d\w*|ts?|s)|undantag\w*|ibland|(?:i )?vissa",
    "en": r"limited|except\w*|unless|sometimes|some|certain",
}
"""Words that limit a right. "Begränsning" is none of them: it is a right of its own (Art. 18)."""
_LIMITED = {k: re.compile(rf"\b(?:{_NOT[k]}|{_SOMETIMES[k]})\b", _ANY) for k in _NOT}
_DENIED = {k: re.compile(rf"\b(?:{_NOT[k]})\b", _ANY) for k in _NOT}
_STEMS = re.compile(r"rader|glömd|utplån|eras|delet|forgot|invänd|motsätt|object|portab|flytt|move|elsewhere", _ANY)
"""One of these stands in whatever `_SPOKEN_OF` finds: most texts are passed over quickly."""
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|,? (?:men|däremot|but|however) ", _ANY)


@rule(
    "R38",
    Severity.WARNING,
    title=_("Promise of a right that is not there"),
    article=_("Art. 17(3), 20(1), 20(3), 21(1)"),
    sources=(GDPR, SOCIAL_SERVICES_DATA_ACT, PATIENT_DATA_ACT),
    condition=_(
        "A text that residents see promises erasure, objection or moving of data, and the legal bases or the law of the "
        "sector do not give that right."
    ),
    message=_("The text promises a right that does not apply here, or only to a small extent: {names}."),
    advice=_(
        "Take the promise out. The notice tells by itself which rights apply, from the legal bases. If the text is right, correct the legal bases."
    ),
)
def promises_too_much(case: Case) -> Places:
    without = [x for x in rights_of(case.activity) if x.right in _SPOKEN_OF and x.standing in _NOT_GIVEN]
    found: dict[tuple[Place, DataSubjectRight], None] = {}
    for one in filter(_speaks, case.public_texts) if without else ():
        found.update(dict.fromkeys((one.place(), x.right) for x in without if _is_promised(one, x)))
    places = dict.fromkeys(place for place, _right in found)
    yield from (place._replace(names=tuple(x.label for at, x in found if at == place)) for place in places)


def _speaks(one: Written) -> bool:
    return bool(_STEMS.search(one.text))


_NOT_GIVEN = {RightStanding.DOES_NOT_APPLY, RightStanding.LIMITED}


def _is_promised(one: Written, right: Right) -> bool:
    """Return whether a sentence gives the right. One may always ask: a limited right is promised as a right only."""
    limited = right.standing is RightStanding.LIMITED
    promised, denied = (_AS_A_RIGHT, _LIMITED) if limited else (_PROMISED, _DENIED)
    return any(
        spoken.search(part) and promised[language].search(part) and not denied[language].search(part)
        for language, spoken in _SPOKEN_OF[right.right].items()
        if one.language in {language, ""} and spoken.search(one.text)
        for part in _ENDS.split(one.text)
    )
