"""Words that say how often and when: "eventuellt", "endast om …", "aldrig"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ...vocabulary import Occurrence
from .cutting import Span
from .synonyms import setting


@dataclass(frozen=True)
class Frequency:
    """What words say of how often and when, and what they leave."""

    text: str
    """The words without those that say it."""
    occurrence: Occurrence | None = None
    condition: str = ""


def phrases(words: Iterable[str]) -> str:
    """Return a pattern for any of these phrases, longest first, as whole words."""
    longest = sorted({*words}, key=len, reverse=True)
    return r"(?<![^\W_])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")(?![^\W_])"


@cache
def _markers(name: str) -> re.Pattern[str]:
    return re.compile(phrases(setting("occurrence")[name]), re.IGNORECASE)


_WHETHER = re.compile(
    r"(?<![^\W_])(?:(?:uppgift|uppgiften|besked|fråga|upplysning|svar|information|kunskap)"
    r"|(?:\w*uppgift(?:er)?|information|upplysning(?:ar)?|data|anteckning(?:ar)?) om [^.;:()]{1,60}?,?\s(?:och|eller|samt|liksom)(?: även)?)\s+$",
    re.IGNORECASE,
)
"""Words after which "om" asks whether, or tells what else the data are about."""
_JOINS = re.compile(r"\s+(?:och|samt|men|and|og)\s+(till|från|to|from|til|fra)\s", re.IGNORECASE)
"""Where a sentence names another body as it named the first."""
_VOLUNTARY = re.compile(
    r"om (?:(?:du|ni|man|hen)(?: själva?)? (?:vill|önskar)|\w+(?: \w+)?(?: själva?)? (?:vill|önskar) (?=[ulabfd]))"
    r"(?: ?(?:uppge|lämna|ange|berätta|fylla i|dela)(?: (?:om )?(?:det|dem|den|dessa|detta|uppgiften))?)?"
    r"|if you (?:wish|want|like|choose)(?: to (?:give|state|tell)(?: (?:it|them|us))?)?|hvis du (?:vil|ønsker)(?: det)?",
    re.IGNORECASE,
)
"""A condition that leaves it to the person."""
_FINITE = r"(?!\w+des\b)\w{2,}(?:[aeyåäö]r|as|[^\W\d_aeiouyåäös]s)(?![^\W_])"
"""A finite verb by its end, where its subject stands before it."""


@cache
def _opener() -> re.Pattern[str]:
    data = setting("condition")
    aside = r"(?!(?:som|vad|hur|vem|vilk\w+|att|och|eller|samt)\b)"
    named = "".join(f"(?<!{re.escape(noun)} )" for noun in data["about"])
    clause = (
        rf"(?<![^\W_]){named}(?:om|när|ifall)\s+(?:{aside}[\w-]+\s+){{1,4}}?"
        + rf"(?:{phrases(data['clause_verbs'])}|(?!{phrases(setting('telling'))})(?<![^\W_])\w{{3,}}(?:(?<!n)as|es)(?![^\W_]))"
    )
    someone = rf"(?<![^\W_])(?:om|när|ifall)\s+(?:{'|'.join(data['someone'])})\s+(?:{phrases(data['clause_verbs'])}|{_FINITE})"
    done = rf"(?<![^\W_]){named}(?:om|när|ifall)\s+(?:{aside}[\w-]+\s+){{1,3}}?\w{{3,}}[^\W\d_aeiouyåäös]s(?=\s*(?:[,.;)]|$))"
    told = rf"(?=\s[^.?\n]*{phrases(setting('telling'))})"
    inverted = rf"(?P<inverted>(?<![^\W_])(?-i:[A-ZÅÄÖ])\w+r\s+(?:du|ni|någon){told})"
    whole = rf"(?P<whole>{phrases(data['whole'])})(?!\s+(?:av|of)\s)"
    place = rf"(?!(?:[\w-]+\s+){{0,2}}?[\w-]*(?:{'|'.join(data['places'])})(?![^\W_]))"
    event = rf"(?:(?<=\w )(?:vid|ved)|(?<=\w, )(?:vid|ved)(?![^;\n]*[,;]))\s+{place}(?!{phrases(data['at_any'])})(?=[^\W\d_])"
    after = rf"(?<![^\W_])(?:efter|med|etter|mot|after|with)\s+(?:\w+s\s+)?{phrases(data['after'])}"
    added = r"(?<=,\s)(?:om|när|ifall|då|hvis|dersom|if|when|unless)\s+(?=\S+\s+\S)"
    return re.compile(
        f"{whole}|{phrases(data['opens'])}|{after}|{someone}|{inverted}|{clause}|{done}|{event}|{added}", re.IGNORECASE
    )


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(phrases([*setting("helping"), *setting("telling")]), re.IGNORECASE)


@cache
def _never() -> re.Pattern[str]:
    words = phrases(setting("occurrence")["never"])
    telling = phrases(setting("telling"))
    verb = rf"(?:{telling}|(?<![^\W_])(?:\w{{3,}}[ae]s|förs|ges|tas)(?![^\W_]))"
    return re.compile(
        rf"^\s*{words}\s+(?=\S)|{verb}\s+(?:(?:vi|man)\s+)?{words}|{words}\s+(?:att\s+)?{verb}|\s{words}[\s.]*$",
        re.IGNORECASE,
    )


def conditions(text: str, within: Span) -> list[Span]:
    """Return the clauses of a sentence that say under which condition it holds."""
    found: list[Span] = []
    place = within.start
    while opener := _opener().search(text, place, within.end):
        if _WHETHER.search(text, 0, opener.start()) and opener[0].casefold().startswith("om"):
            place = opener.end()
            continue
        end = _clause_end(text, opener, within)
        found.append(Span(opener.start(), end))
        place = max(end, opener.end())
    return found


def _clause_end(text: str, opener: re.Match[str], within: Span) -> int:
    """A condition goes to the next comma or semicolon, out of the bracket it stands in, or to the end.

    One that begins its sentence goes to what the sentence tells: "Om du ansöker | behandlas …".
    """
    if opener["whole"]:
        return opener.end()
    end = within.end
    if opener.start() == within.start:
        end = next(
            (
                t.start()
                for t in _tells().finditer(text, opener.end(), end)
                if opener["inverted"] or _tells_more(text, opener, t)
            ),
            end,
        )
    if again := _another(text, opener, end):
        end = again
    depth = 0
    for place in range(opener.end(), end):
        character = text[place]
        depth += (character in "([") - (character in ")]")
        if depth < 0 or (depth == 0 and character in ",;:\n"):
            return place
    return end


def _another(text: str, opener: re.Match[str], end: int) -> int:
    """Return where another thing is joined that has a condition of its own: "till A om … | och till B när …"; else 0."""
    joined = _JOINS.search(text, opener.end(), end)
    if not joined or not re.search(rf"(?<![^\W_]){joined[1]}\s", text[: opener.start()], re.IGNORECASE):
        return 0
    return joined.start() if _opener().search(text, joined.end(), end) else 0


def _tells_more(text: str, opener: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether a verb is the sentence's own, and not the one its condition needs: "om det är …"."""
    between = text[opener.end() : verb.start()].split()
    told = any(word.endswith(("ar", "er")) for word in between)
    return bool(between) and (
        told or len(between) > 2 or verb[0].casefold() not in setting("condition")["clause_verbs"]
    )


def frequency(words: str) -> Frequency:
    """Return what words say of how often and when; a condition weighs more than "may occur"."""
    clauses = conditions(words, Span(0, len(words)))
    left, conditioned = words, ""
    if clauses:
        conditioned = clauses[0].of(words).strip(" .,;:")
        left = words[: clauses[0].start] + " " + words[clauses[0].end :]
        if _VOLUNTARY.fullmatch(conditioned):
            return Frequency(tidy(left), Occurrence.OPTIONAL)
    never = _never().search(left)
    kinds = [("never", Occurrence.NEVER)] if never else []
    if never:
        left = _without_never(left, never)
    for name, kind in (
        ("optional", Occurrence.OPTIONAL),
        ("may-occur", Occurrence.MAY_OCCUR),
        ("always", Occurrence.ALWAYS),
    ):
        if _markers(name).search(left):
            left = _markers(name).sub(" ", left)
            kinds.append((name, kind))
    said = Occurrence.CONDITIONAL if clauses else None
    first = next((kind for _, kind in kinds if kind is Occurrence.NEVER), said) or next((k for _, k in kinds), None)
    return Frequency(tidy(left), first, conditioned)


def _without_never(text: str, found: re.Match[str]) -> str:
    bare = re.sub(phrases(setting("occurrence")["never"]), " ", found[0], flags=re.IGNORECASE)
    return text[: found.start()] + " " + bare + " " + text[found.end() :]


def tidy(words: str) -> str:
    """Return words with single spaces, without the separators that stood around what was taken out."""
    return re.sub(r"\s+([,;.)])", r"\1", " ".join(words.split())).strip(" ,;:–-").removesuffix(" .").strip()


def holds_for_both(joiner: str, condition: str, tail: bool) -> bool:
    """Return whether what ends the second of two things that words join is said of both.

    "eller" offers either; "och" may only end a list (`tail`), and "vid …" after it is of the last alone.
    """
    if not _and_only().fullmatch(joiner) or joiner.strip().casefold() == "samt":
        return False
    return joiner.strip().casefold() == "eller" or not (tail or condition.casefold().startswith(("vid ", "ved ")))


@cache
def _and_only() -> re.Pattern[str]:
    return re.compile(rf"\s*{phrases(setting('and_words'))}\s*", re.IGNORECASE)
