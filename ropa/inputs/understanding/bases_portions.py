"""A statement shared out among the bases it claims: which words claim each, and which explain it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...vocabulary import LegalBasis
from .bases_cues import Cue
from .law import Reference
from .law_clauses import Span, Statement, gaps, has_content

_NEXT = re.compile(r"\s*,?\s*(?:och|samt|men|og|and|but)(?!\w)|.*[:=]\s*$", re.IGNORECASE | re.DOTALL)
_ANNOUNCES = re.compile(r"\)?\s*(?:[:;–—]|-\s)\s*(?=[^\W\d_]+\s)")
"""After these all is explanation, its first words too."""
_JOINS = re.compile(r"[;,.]|(?<!\w)(?:och|samt|og|and)(?!\w)", re.IGNORECASE)
_LEANS = re.compile(
    r"(?:enligt|enl\.?|med stöd av|i enlighet med|på grund av|till följd av|jfr|jf\.?|följer av|framgår av|i|av|ifølge|efter|etter|under|pursuant to|according to|in accordance with)\s*[(:]?\s*(?:den\s+|the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Portion:
    """What a statement says of one basis."""

    cue: Cue
    wording: Span
    """The words that claim it, and those around them that say nothing else."""
    explanation: Span | None = None
    """The words that explain it."""


def portions(text: str, statement: Statement, claims: Sequence[Cue], quiet: Iterable[Span]) -> list[Portion]:
    """Return what a statement says of each basis it claims, in its order; every word of it is in one of them.

    `quiet` are the spans of laws, of the GDPR's name and of articles: they explain nothing by themselves.
    """
    inside = [(s, e) for s, e in quiet if s < statement.end and statement.start < e]
    still = [*inside, *((c.start, c.end) for c in claims)]
    groups = _groups(text, claims, still)
    starts, ends = _shares(text, statement, groups, still)
    found = []
    for group, start, end in zip(groups, starts, ends, strict=True):
        before = _first_content(text, (start, group.start), still)
        after = _first_content(text, (group.end, end), still)
        if after is not None and _ANNOUNCES.match(text, group.end, after):
            after = group.end
        found.append(Portion(group, (start, end), _explanation(group, (start, end), before, after)))
    return found


def _groups(text: str, claims: Sequence[Cue], still: Sequence[Span]) -> list[Cue]:
    """Return the claims with those put together that claim the same with nothing between."""
    groups: list[Cue] = []
    for claim in claims:
        last = groups[-1] if groups else None
        if last and last.value == claim.value and _first_content(text, (last.end, claim.start), still) is None:
            groups[-1] = replace(last, end=claim.end)
        else:
            groups.append(claim)
    return groups


def _shares(
    text: str, statement: Statement, groups: Sequence[Cue], still: Sequence[Span]
) -> tuple[list[int], list[int]]:
    """Return where each group's words begin and end: what stands between two belongs to the first.

    Unless it starts as something new ("och …") or announces what follows ("för personal:").
    """
    leads = bool(groups) and _first_content(text, (statement.start, groups[0].start), still) is not None
    starts, ends = [statement.start], []
    for this, following in pairwise(groups):
        border = _border(text, (this.end, following.start), still, leads)
        ends.append(border)
        starts.append(border)
    return starts, [*ends, statement.end]


def _border(text: str, between: Span, still: Sequence[Span], leads: bool) -> int:
    """Return where the words between two claims part; `leads` tells that the text names the matter before its basis."""
    if _first_content(text, between, still) is None:
        return between[1]
    said = text[slice(*between)]
    if _NEXT.match(said):
        return between[0]
    marks = [m.start() for m in re.finditer(r"[;,]", said)] if leads else []
    return between[0] + marks[-1] if marks else _turn(text, between, still)


def _turn(text: str, between: Span, still: Sequence[Span]) -> int:
    """Return where the words before a claim begin that only lead up to it: after the last "och" or comma."""
    turns = [between[0] + m.start() for m in _JOINS.finditer(text[slice(*between)])]
    return next((t for t in turns if _first_content(text, (t, between[1]), still) is None), between[1])


def _first_content(text: str, span: Span, still: Sequence[Span]) -> int | None:
    """Return where the first stretch begins that says something; None where there is none."""
    return next((start for start, end in gaps(span, still) if has_content(text[start:end])), None)


def _explanation(group: Cue, share: Span, before: int | None, after: int | None) -> Span | None:
    if before is not None:
        return share if after is not None or share[1] - group.end < 3 else (share[0], group.end)
    return (after, share[1]) if after is not None else None


def tied_to(text: str, reference: Reference, earlier: Reference | None, found: Sequence[Portion]) -> Portion | None:
    """Return the basis that a law in the same statement supports, or None where the text does not tell which.

    Only points (c) and (e) and the exceptions of Art. 9 take a law (Art. 6(3)): others are tied to one only by
    words such as "enligt".
    """
    leans = bool(_LEANS.search(text[: reference.start]))
    if around := next((p for p in found if p.cue.start < reference.start < p.cue.end), None):
        return around
    before = [p for p in found if p.cue.end <= reference.start]
    if not before:
        return found[0] if leans and len({p.cue.value for p in found}) == 1 else None
    since = [p for p in before if earlier is None or p.cue.start >= earlier.end]
    since = [p for p in since if ";" not in text[p.cue.end : reference.start]] or since[-1:]
    if len({p.cue.value for p in since if needs_law(p.cue)}) > 1:
        return None
    if not since:
        return tied_to(text, earlier, None, found) if earlier and not leans else before[-1]
    return since[-1] if leans or needs_law(since[-1].cue) else None


def needs_law(cue: Cue) -> bool:
    """Return whether a claim takes a law to rest on."""
    return not isinstance(cue.value, LegalBasis) or cue.value.needs_national_law
