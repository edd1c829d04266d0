"""Records for property tests: `activities()` makes valid ones with every field set in some of them.

Fields are read from the record's own types, so a field added there is generated from then on. What
the working tables hold each other to holds here too: keys lead to rows of the right list, a term's
code means the same everywhere, inherited texts come before the activity's own.
"""

import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Union, get_args, get_origin
from uuid import UUID, uuid4

from hypothesis import strategies as st

from ropa.record import (
    Audience,
    Contact,
    Controller,
    DataProtectionOfficer,
    Entry,
    Heading,
    NoticeText,
    Organisation,
    Part,
    ProcessingActivity,
    Register,
    Term,
    Text,
    Translation,
    Unit,
    source_hash,
    view,
)
from ropa.vocabulary import NoticeLevel, Profile

Draw = Callable[[st.SearchStrategy[Any]], Any]

REFERENCES = {
    "purposes": ("purposes",),
    "personal_data": ("personal_data",),
    "data_subjects": ("data_subjects",),
    "carriers": ("carriers",),
    "processor": ("processors",),
    "about": (),
}
"""Field that holds keys -> lists they come from; () = any list."""

WORDS = ("Ansökan", "en anhörig", "Gallringsråd 5", "2 kap. 4 §", "<b>&amp;</b>", "å ä ö", "två\nrader", '"citat"')
letters = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
words = st.sampled_from(WORDS) | st.text(letters, min_size=1, max_size=6).filter(str.strip)
"""Words that are not empty. PostgreSQL stores no NUL, and no import brings other control characters."""

PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "birth_days": st.sampled_from([(5, 15, 25), (1,), (31, 7)]),
    "country": st.sampled_from(["SE", "US", "GB"]),
    "county": st.sampled_from(["01", "25"]),
    "email": st.sampled_from(["kontakt@example.se", "dataskydd@xn--jrflla-buac.example"]),
    "field": st.sampled_from(sorted(ProcessingActivity.model_fields)) | st.sampled_from(["note", "condition", ""]),
    "iri": st.sampled_from(["https://w3id.org/dpv#Name", "urn:x:å"]),
    "organisation_number": st.sampled_from(["212000-0043", "212000-0142"]),
    "period": st.sampled_from(["P5Y", "P18M", "P2W", "P90D", "P1Y6M"]),
    "review_interval_months": st.integers(1, 120),
    "sfs": st.sampled_from(["2018:218", "2025:400"]),
    "url": st.sampled_from(["https://example.se/a?b=1&c=å", "https://example.se/#del"]),
}
"""Field -> what may stand in it, where the type says too little."""

PARTIES = {"organisation", "controller", "unit", "dpo", "contact", "key", "slug"}


class _Keys:
    """Keys of the rows of one activity, none of them used anywhere before."""

    def __init__(self) -> None:
        self.base, self.count = uuid4().int & ~0xFFFF, 0
        self.of: dict[str, list[UUID]] = {}

    def new(self, name: str) -> UUID:
        self.count += 1
        key = UUID(int=self.base + self.count)
        self.of.setdefault(name, []).append(key)
        return key

    def slug(self, name: str) -> str:
        return f"{name}-{self.new('slugs').hex}"

    def choices(self, field: str) -> list[UUID]:
        lists = REFERENCES[field] or ALL_LISTS
        return [key for name in lists for key in self.of.get(name, [])]


def _inner(annotation: Any) -> Any:
    """Return X for `tuple[X, ...]`, else None."""
    args = get_args(annotation)
    return args[0] if get_origin(annotation) is tuple and args[1:] == (Ellipsis,) else None


def _bare(annotation: Any) -> Any:
    """Return X for `X | None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(a for a in get_args(annotation) if a is not type(None))
    return annotation


LISTS: dict[str, type[Part]] = {
    name: inner
    for name, field in ProcessingActivity.model_fields.items()
    if isinstance(inner := _inner(field.annotation), type) and issubclass(inner, Part)
}
ALL_LISTS = tuple(name for name in LISTS if name not in {"withheld", "original_wording", "unplaced", "provisions"})


@cache
def _some_of(names: tuple[Any, ...], at_most: int | None = None) -> st.SearchStrategy[set[Any]]:
    """Return some of the names. Kept, as the strategies below are: to make one costs more than to draw from it."""
    return st.sets(st.sampled_from(names), max_size=at_most)


@cache
@st.composite
def texts(draw: Draw) -> Text:
    """Return a text that is not empty, sometimes with a fresh or a stale translation."""
    swedish = draw(words).strip()
    sources = {"fresh": source_hash(swedish), "stale": source_hash("annat"), "unknown": ""}
    state = draw(st.sampled_from(["none", "none", *sources]))
    other = {} if state == "none" else {"en": Translation(text=draw(words), source=sources[state])}
    return Text(sv=swedish, other=other)


def headings() -> st.SearchStrategy[Heading]:
    """Return an organisation's own heading."""
    codes = st.sampled_from(["purposes", "retention", "contact"])
    return st.builds(Heading, profile=st.sampled_from(list(Profile)), code=codes, text=texts())


labels = st.fixed_dictionaries({"sv": words.map(str.strip)}, optional={"en": words.map(str.strip)})


@cache
@st.composite
def terms(draw: Draw, kind: type[Term]) -> Term:
    """Return a term whose code follows from all it says, so that one code never means two things."""
    extra = sorted(set(kind.model_fields) - {"code", "labels", "iri"})
    chosen = draw(_some_of(("iri", *extra)))
    said = {n: draw(_plain(n, kind.model_fields[n].annotation)) for n in ["iri", *extra] if n in chosen}
    data = {"code": "x", "labels": draw(labels), **said}
    mark = sha256(repr(kind.model_validate(data)).encode()).hexdigest()[:16]
    return kind.model_validate({**data, "code": f"own-{mark}"})


@cache
def _plain(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    """Return what a field may hold that holds neither rows nor keys."""
    if name in PLAIN:
        return PLAIN[name]
    inner, bare = _inner(annotation), _bare(annotation)
    if inner is not None:
        return st.lists(_plain("", inner), min_size=1, max_size=2, unique=True).map(tuple)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return st.sampled_from(list(bare))
    if isinstance(bare, type) and issubclass(bare, Term):
        return terms(bare)
    if isinstance(get_origin(bare), type) and issubclass(get_origin(bare), Mapping):
        return labels
    return {
        Heading: headings(),
        Text: texts(),
        str: words.map(str.strip),
        bool: st.booleans(),
        date: st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    }[bare]


def _field(name: str, annotation: Any, keys: _Keys) -> st.SearchStrategy[Any]:
    if _inner(annotation) is UUID:
        choices = keys.choices(name)
        return st.lists(st.sampled_from(choices), max_size=2, unique=True).map(tuple) if choices else st.just(())
    if _bare(annotation) is UUID:
        return st.sampled_from([None, *keys.choices(name)])
    return _plain(name, annotation)


def _row(draw: Draw, kind: type[Part], key: UUID, keys: _Keys) -> Part:
    names = [n for n in kind.model_fields if n not in {"key", "level"}]
    chosen = draw(_some_of(tuple(names), 5))
    said = {n: draw(_field(n, kind.model_fields[n].annotation, keys)) for n in names if n in chosen}
    return kind.model_validate({"key": key, **said})


@cache
@st.composite
def contacts(draw: Draw) -> Contact:
    """Return contact details, some of them missing."""
    names = list(Contact.model_fields)
    chosen = draw(_some_of(tuple(names)))
    return Contact.model_validate(
        {n: draw(_plain(n, Contact.model_fields[n].annotation)) for n in names if n in chosen}
    )


def _party(draw: Draw, kind: type[Any], keys: _Keys, **fixed: Any) -> Any:
    data = {"key": keys.new("parties"), "name": draw(texts()), "contact": draw(contacts()), **fixed}
    for name in set(kind.model_fields) & {"kind", "organisation_number", "county", "representative", "headings"}:
        if draw(st.booleans()):
            data[name] = draw(_plain(name, kind.model_fields[name].annotation))
    return kind.model_validate({**data, **({"slug": keys.slug("o")} if "slug" in kind.model_fields else {})})


def _unit(draw: Draw, keys: _Keys, controller: Controller | None) -> Unit:
    own = controller.key if controller and draw(st.booleans()) else None
    path = tuple((keys.slug("u"), draw(texts())) for _ in range(draw(st.integers(0, 2))))
    return _party(draw, Unit, keys, controller_key=own, path=path)  # type: ignore[no-any-return]


def _parties(draw: Draw, keys: _Keys, with_organisation: bool) -> dict[str, Any]:
    """Return who answers. Without an organisation there is nobody else either."""
    if not with_organisation:
        return {}
    chosen = draw(_some_of(("controller", "unit", "dpo", "contact")))
    controller = _party(draw, Controller, keys) if "controller" in chosen else None
    return {
        "organisation": _party(draw, Organisation, keys),
        "controller": controller,
        "unit": _unit(draw, keys, controller) if "unit" in chosen else None,
        "dpo": _party(draw, DataProtectionOfficer, keys) if "dpo" in chosen else None,
        "contact": draw(contacts()) if "contact" in chosen else Contact(),
    }


def _levelled(draw: Draw, texts_: list[Any], parties: dict[str, Any]) -> list[NoticeText]:
    """Return authored texts at levels that exist, outermost first, as the tables give them back."""
    owners = {NoticeLevel.ORGANISATION: "organisation", NoticeLevel.CONTROLLER: "controller", NoticeLevel.UNIT: "unit"}
    there = [level for level, owner in owners.items() if parties.get(owner)] + [NoticeLevel.ACTIVITY]
    levels = sorted(draw(st.sampled_from(there)) for _ in texts_)
    order = [*owners, NoticeLevel.ACTIVITY]
    return [t.model_copy(update={"level": v}) for t, v in zip(texts_, sorted(levels, key=order.index), strict=True)]


@cache
@st.composite
def activities(draw: Draw, *, with_organisation: bool = True) -> ProcessingActivity:
    """Return a valid activity that the working tables can hold.

    Each has keys, slugs and parties of its own, so that several can lie in one database.
    """
    keys = _Keys()
    key, slug = keys.new("activity"), keys.slug("a")
    parties = _parties(draw, keys, with_organisation)
    sizes = {name: draw(st.integers(1, 2)) for name in sorted(draw(_some_of(tuple(LISTS), 6)))}
    names = {name: [keys.new(name) for _ in range(size)] for name, size in sizes.items()}
    rows = {name: [_row(draw, LISTS[name], k, keys) for k in ks] for name, ks in names.items()}
    if "notice_texts" in rows:
        rows["notice_texts"] = _levelled(draw, rows["notice_texts"], parties)  # type: ignore[assignment]
    own = [n for n in ProcessingActivity.model_fields if n not in LISTS and n not in PARTIES]
    chosen = draw(_some_of(tuple(own), 8))
    said = {n: draw(_plain(n, ProcessingActivity.model_fields[n].annotation)) for n in own if n in chosen}
    return ProcessingActivity.model_validate({"key": key, "slug": slug, **parties, **rows, **said})


@st.composite
def registers(draw: Draw, *, audience: Audience = Audience.DRAFT, max_size: int = 3) -> Register:
    """Return a register as `audience` may see it."""
    made = draw(st.lists(activities(), max_size=max_size))
    entries = tuple(Entry(activity=view(a, audience)) for a in made)
    as_of = draw(st.none() | st.dates(date(2018, 5, 25), date(2030, 1, 1)))
    ledger_day = draw(st.none() | st.dates())
    return Register(audience=audience, as_of=as_of, ledger_day=ledger_day, title=draw(words).strip(), entries=entries)
