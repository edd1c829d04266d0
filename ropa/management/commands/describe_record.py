"""Write docs/record.md: every field of the record with its meaning, made from the record."""

import inspect
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from ropa import record, vocabulary
from ropa.record.audience import PUBLIC
from ropa.vocabulary import Code

HEAD = """# The record, field by field

Made by `./dev manage describe_record` from `ropa/record/` and `ropa/vocabulary/`; a test holds it to them.
**Public** means that residents may see the field; everything else is internal.
"""


class Command(BaseCommand):
    """Write the page about the record."""

    help = "Write docs/record.md from the record's own documentation."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file anew."""
        (settings.BASE_DIR / "docs" / "record.md").write_text(page(), "utf-8")
        self.stdout.write("docs/record.md")


def page() -> str:
    """Return the page as Markdown."""
    with translation.override("sv"):
        lists = [line for kind in closed_lists() for line in _closed_list(kind)]
    values = [line for kind in value_types() for line in _value(kind)]
    return "\n".join([HEAD, *values, "\n# Closed lists\n", *lists]) + "\n"


def value_types() -> list[type[record.Value]]:
    """Return the types of the record, the activity first, then in the order it names them."""
    found: list[type[record.Value]] = [record.Register, record.Entry, record.ProcessingActivity]
    for kind in found:
        for field in kind.model_fields.values():
            found += [t for t in _named(field.annotation) if t not in found]
    return found


def _named(annotation: Any) -> Iterator[type[record.Value]]:
    if inspect.isclass(annotation) and issubclass(annotation, record.Value):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _named(inner)


def closed_lists() -> list[type[Code]]:
    """Return the closed lists by name."""
    members = [getattr(vocabulary, name) for name in sorted(vocabulary.__all__)]
    return [m for m in members if inspect.isclass(m) and issubclass(m, Code) and m is not Code]


def _value(kind: type[record.Value]) -> Iterator[str]:
    yield f"\n## {kind.__name__}\n\n{_first_line(kind)}\n"
    yield "| field | holds | public | meaning |\n|---|---|---|---|"
    listed = PUBLIC.get(kind, set())
    for name, field in kind.model_fields.items():
        meaning = " ".join((field.description or "").split()).replace("|", "\\|")
        yield f"| `{name}` | {_holds(field.annotation)} | {'yes' if name in listed else ''} | {meaning} |"


def _holds(annotation: Any) -> str:
    args = [a for a in getattr(annotation, "__args__", ()) if a not in (type(None), Ellipsis)]
    names = [_holds(a) for a in args] if args else [getattr(annotation, "__name__", str(annotation))]
    many = getattr(annotation, "__origin__", None) in (tuple, list)
    joined = " · ".join(dict.fromkeys(names))
    return f"list of {joined}" if many else joined


def _closed_list(kind: type[Code]) -> Iterator[str]:
    yield f"\n## {kind.__name__}\n\n{_first_line(kind)}\n\n| code | Swedish |\n|---|---|"
    yield from (f"| `{member.value}` | {member.label} |" for member in kind)


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").split("\n")[0]
