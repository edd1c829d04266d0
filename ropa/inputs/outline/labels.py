"""What a label asks for. The labels are data: fixtures/reading/labels.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ...search.words import stem, words
from ...swedish import fold
from ..topics import Topic
from .patterns import Pattern, pattern

FILE = Path(__file__).parents[3] / "fixtures" / "reading" / "labels.toml"

Corrections = Mapping[str, Topic]
"""`normal` form of a label -> what a user said it asks for."""

LONGEST = 200
"""Characters: what is longer is a text and no label."""

_NUMBERING = re.compile(
    r"^\s*(?:(?:fråga|punkt|avsnitt|§)\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?(?:\s?[a-zåäö][.)])?|[a-zåäö][.)]|[ivx]{1,4}[.)])(?:\s+|$)",
    re.I,
)
_ARTICLE = re.compile(
    r"\(?\s*(?:(?:enligt|i|jf\.?|jfr\.?|jml?\.?|cf\.?|jämför|ifølge|etter|under|of)\s+)?(?:gdpr|dsf|dataskyddsförordningen)?\s*"
    r"\b(?:art(?:ik(?:el|kel))?|article|art\.)\s*\.?\s*(?!(?:9|10)\b)\d{1,2}(?:[.:(]\s*\d\)?)*(?:\s*\(?\b[a-j]\b\)?)?(?:\s*(?:[,–-]|och|og|and|eller)\s*"
    r"(?:\d{1,2}(?:\.\d)*)?\s*\(?\b[a-j0-9]\b\)?)*\s*(?:i\s+)?(?:gdpr|dsf|dataskyddsförordningen|dataskydds-?\s?förordningen)?\s*\)?",
    re.I,
)
_REMARK = re.compile(
    r"\((?:obligatorisk\w*|frivillig\w*|om tillämpligt|i förekommande fall|ja\s*/\s*nej|if applicable|hvis relevant|valfri\w*|"
    r"flera val|välj|gdpr|max\b[^)]*|kryssa[^)]*)\)",
    re.I,
)
_CUT = re.compile(r"(?<![\w.-])(\w+)(?![\w-]|\.\w)\.?")
_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"\s[–—-]\s|[:,|]")
_JOINT = re.compile(r"\s*(?:[/&+;,|]|\s(?:och|samt|og|and|eller|or)\s)\s*", re.I)

_EMPTY = frozenset(
    "av för i med om på till den det de en ett att är dina din ditt era er ert vår våra vårt som och samt og and of the "
    "for to in your our a an dine din dit ditt deres våre vores af på til å at kommunens nämndens enligt gdpr eventuella eventuell ev "
    "här så dom sina sin mina min dig dem jeres der dei".split()
)
"""Words that say nothing of what a label asks."""
_ABOUT = frozenset(
    "behandling behandlingen behandlingens behandlingarna behandlingar personuppgiftsbehandling personuppgiftsbehandlingen personuppgiftsbehandlingens "
    "personuppgifter personuppgifterna personuppgift behandlas behandlinga behandlingsaktiviteten behandlede behandlade processing "
    "personopplysninger personoplysninger personopplysningar oplysningerne opplysningene opplysningane oplysninger uppgifterna uppgifternas personal data".split()
)
"""Words that any label of a register may have beside what it asks."""

_ASKS = frozenset(
    "så därför vad vilka vilken vilket vilkas hur varför vem vems vart varifrån när var hvad hvem hvor hvilke hvilken hvilket hva hvordan hvorfor kva kven kor korleis "
    "kvifor kvar what who whose how why which where when do does is are finns förekommer sker används lämnar måste kan får behöver är har krävs behövs".split()
)


def normal(label: str) -> str:
    """Return the form in which labels are compared, and under which a correction holds for all alike.

    Case, inflection, numbering, punctuation, references to articles and words that say nothing are gone.
    """
    return " ".join(_stems(_bare(label)))


def without_numbering(heading: str) -> str:
    """Return a heading without the number before it; as it is where it has none."""
    left = _NUMBERING.sub("", heading, count=1).strip()
    return left if words(left) and _NUMBERING.match(heading) and heading[:1].isdigit() else heading.strip()


def is_question(label: str) -> bool:
    """Return whether a label asks something, with a question mark or without."""
    said = words(_bare(label))
    return label.rstrip(" *:").endswith("?") or (
        bool(said) and (said[0] in _ASKS or (said[:1] == ["med"] and said[1:2] == ["vilken"]))
    )


def topics_of(label: str, corrections: Corrections | None = None) -> tuple[Topic, ...]:
    """Return what a label asks for, in the order in which it says so; () where that is not known.

    A correction goes first, then the lists, then the parts of a combined label, then the patterns.
    """
    label = unicodedata.normalize("NFC", label)
    if corrections and (corrected := corrections.get(normal(label))):
        return (corrected,)
    return _known(label)


def is_weak(label: str) -> bool:
    """Return whether a label is content as often, all its parts so: it needs the company of other labels."""
    parts = [part for part in _JOINT.split(_bare(label)) if part.strip()]
    return normal(label) in _table().weak or (len(parts) > 1 and all(normal(part) in _table().weak for part in parts))


def is_title(heading: str) -> bool:
    """Return whether a heading is a document's title, and names no unit and no activity."""
    return any(p.fits(words(heading)) for p in _table().titles)


def is_municipality(heading: str) -> bool:
    """Return whether a heading names the organisation as a whole and no part of it."""
    said = words(heading)
    return len(said) < 4 and any(p.fits(said[-1:]) for p in _table().whole)


def is_unit(heading: str) -> bool:
    """Return whether a line is the name of a unit, by its last word or its first."""
    said = words(heading)
    ends = [*said[:1], *said[-1:]]
    return 0 < len(said) < 8 and not set(heading) & set(",:;.@0123456789") and any(p.fits(ends) for p in _table().units)


def unit_in(title: str) -> str:
    """Return the unit that a title names beside what it is: "Kansliets behandlingar"; empty where it names none."""
    parts = [part.strip() for part in _PARTS.split(title)]
    owner = (
        title.split(maxsplit=1)[0].removesuffix("s") if title.split(maxsplit=1)[1:] and parts[0].count(" ") == 1 else ""
    )
    return next((part for part in (*parts, owner) if part and is_unit(part) and not is_title(part)), "")


def is_listed(label: str) -> bool:
    """Return whether a label stands in the lists, and is not only known by its words."""
    return bool(_listed(label) or _listed_shortly(label))


def is_head(left: str, right: str) -> bool:
    """Return whether two cells say that labels stand left and values right."""
    return normal(left) in _table().left and normal(right) in _table().right


def is_guidance(heading: str) -> bool:
    """Return whether a column tells how to fill in the form."""
    return normal(heading) in _table().guidance


def instructs(cell: str) -> bool:
    """Return whether a cell begins as one that tells how to fill in a form."""
    return bool(set(words(cell)[:1]) & _table().instructs)


def says_nothing(sheet: str) -> bool:
    """Return whether a sheet's name is no name of a unit or an activity."""
    said = [w for w in words(sheet) if not w.isdigit()]
    return all(any(p.fits([w]) for p in _table().sheets) for w in said) or is_title(sheet)


def is_aside(sheet: str) -> bool:
    """Return whether a sheet of that name holds no activities: instructions, lists of choices."""
    said = words(sheet)
    return bool(said) and any(p.fits(said[:1]) for p in _table().aside)


@lru_cache(maxsize=4096)
def _known(label: str) -> tuple[Topic, ...]:
    if not label.strip() or len(label) > LONGEST:
        return ()
    forms = (label, _BRACKETS.sub(" ", label))
    return (
        next(filter(None, map(_listed, forms)), ())
        or _combined(label)
        or next(filter(None, map(_listed_shortly, forms)), ())
        or _by_pattern(label)
        or _partly(label)
    )


def _listed(label: str) -> tuple[Topic, ...]:
    """Return the topics of a label that stands in the lists, as it is or in its normal form."""
    table = _table()
    return table.exact.get(_exact(label)) or table.forms.get(normal(label)) or ()


def _listed_shortly(label: str) -> tuple[Topic, ...]:
    """Return the topics of a label that stands in the lists without words such as "behandlingen"."""
    return _table().forms.get(_short(label), ())


def _combined(label: str) -> tuple[Topic, ...]:
    """Return the topics of "Ändamål och rättslig grund": all of its parts are labels themselves."""
    parts = [part for part in _JOINT.split(_bare(label)) if part.strip()]
    found = [_part(part) for part in parts]
    return tuple(dict.fromkeys(t for topics in found for t in topics)) if len(parts) > 1 and all(found) else ()


def _partly(label: str) -> tuple[Topic, ...]:
    """Return the topics of "Deltagare/registrerade": one of the words for the same thing is known."""
    parts = [part for part in label.split("/") if part.strip()]
    return next((_listed(part) for part in parts if not is_weak(part) and _listed(part)), ()) if len(parts) == 2 else ()


def _part(part: str) -> tuple[Topic, ...]:
    if is_weak(part) and not _is_plain(part):
        return ()
    return _listed(part) or _listed_shortly(part) or _by_pattern(part)


def _is_plain(part: str) -> bool:
    """Return whether a weak label may be part of a combined one: "Namn" may not, "Gallras" may."""
    return not set(_table().forms.get(normal(part), ())) & {Topic.NAME, Topic.NOTES, Topic.FURNITURE, Topic.REFERENCE}


def _by_pattern(label: str) -> tuple[Topic, ...]:
    said, asks = words(_bare(label)), is_question(label)
    fitting = (topics for p, topics, question in _table().patterns if (asks or not question) and p.fits(said))
    return next(fitting, ())


def _bare(label: str) -> str:
    """Return a label without numbering, references to articles and remarks; as it is where nothing else is left."""
    left = _unabbreviated(label)
    for needless in (_NUMBERING, _REMARK, _ARTICLE):
        without = needless.sub(" ", left)
        left = without if words(without) else left
    return left


def _unabbreviated(label: str) -> str:
    """Return a label with the words that are cut short written out; alone such a word may be a name."""
    return _CUT.sub(lambda found: _abbreviations().get(fold(found[1]), found[0]), label)


def _exact(label: str) -> str:
    return " ".join(words(_bare(label)))


def _stems(label: str) -> list[str]:
    said = words(label)
    return [stem(w, "sv") for w in said if w not in _EMPTY] or [stem(w, "sv") for w in said]


def _short(label: str) -> str:
    """Return the normal form without words such as "behandlingen"; empty where nothing is left."""
    said = [w for w in words(_bare(label)) if w not in _EMPTY and w not in _ABOUT]
    return " ".join(stem(w, "sv") for w in said)


class _Table:
    """The file of labels, ready to be asked."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.exact = _exactly(data["forms"])
        self.forms = _forms(self.exact)
        self.weak = frozenset(map(normal, data["weak"]["forms"]))
        self.patterns = [
            (pattern(written), tuple(map(Topic, group["topics"])), group.get("question", False))
            for group in data["patterns"]
            for written in group["when"]
        ]
        self.titles = _patterns(data["titles"]["when"])
        self.whole, self.units = _patterns(data["units"]["whole"]), _patterns(data["units"]["part"])
        self.sheets, self.aside = _patterns(data["sheets"]["names"]), _patterns(data["sheets"]["aside"])
        self.instructs = frozenset(map(fold, data["heads"]["instructs"]))
        self.left, self.right, self.guidance = (
            frozenset(map(normal, data["heads"][name])) for name in ("left", "right", "guidance")
        )


def _exactly(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[Topic, ...]]:
    forms: dict[str, tuple[Topic, ...]] = {}
    for name, labels in lists.items():
        for key in map(_exact, labels):
            forms[key] = tuple(dict.fromkeys((*forms.get(key, ()), Topic(name))))
    return forms


def _forms(exact: Mapping[str, tuple[Topic, ...]]) -> dict[str, tuple[Topic, ...]]:
    """Return the topics by normal form; of labels that meet in one, the shortest decides."""
    forms: dict[str, tuple[Topic, ...]] = {}
    for label in sorted(exact, key=lambda label: label.count(" ")):
        forms.setdefault(normal(label), exact[label])
    return forms


def _patterns(written: Iterable[str]) -> list[Pattern]:
    return [pattern(one) for one in written]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _abbreviations() -> Mapping[str, str]:
    return {fold(short): whole for short, whole in _data()["abbreviations"].items()}


@cache
def _table() -> _Table:
    return _Table(_data())
