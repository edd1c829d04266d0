"""Write docs/rules.md: every rule with its law, its words and what to do, made from the rules."""

import ast
import inspect
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from ropa import rules
from ropa.rules import RULES, Rule
from ropa.rules.sources import Source
from ropa.wording import upper_first

HEAD = """# The rules

Made by `./dev manage describe_rules` from `ropa/rules/`; a test holds it to them. Why some differ from the plan:
[decision 6](decisions/0006-rules.md).

A finding is help, not legal advice, and a register without findings is not thereby lawful. **Error**: the law asks for it;
publishing anyway takes a written reason. **Warning**: somebody who knows the work must judge. **Worth knowing**: nothing is wrong, a look may still
pay. Where a source is marked *not read*, nobody here has read the text, and the rule asks to check instead of asserting.
"""


class Command(BaseCommand):
    """Write the page about the rules."""

    help = "Write docs/rules.md from the rules."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file anew."""
        (settings.BASE_DIR / "docs" / "rules.md").write_text(page(), "utf-8")
        self.stdout.write("docs/rules.md")


def page() -> str:
    """Return the page as Markdown."""
    with translation.override("en"):
        contents = [_content(heading, listed) for heading, listed in groups()]
        chapters = [line for heading, listed in groups() for line in _chapter(heading, listed)]
    return "\n".join([HEAD, *contents, *chapters]) + "\n"


def groups() -> list[tuple[str, list[Rule]]]:
    """Return (heading, rules), headed as the list `RULES` is where it stands in the code."""
    listed = inspect.getsource(rules).partition("RULES: ")[2].partition("\n)")[0].splitlines()[1:]
    found: list[tuple[str, list[Rule]]] = []
    every = iter(RULES)
    for line in listed:
        if line.strip().startswith("# "):
            found.append((upper_first(line.strip(" #")), []))
        else:
            found[-1][1].append(next(every))
    return found


def _content(heading: str, listed: list[Rule]) -> str:
    links = ", ".join(f"[{rule.code}](#{rule.code.lower()})" for rule in listed)
    return f"- {heading}: {links}"


def _chapter(heading: str, listed: list[Rule]) -> Iterator[str]:
    yield f"\n## {heading}"
    for rule in listed:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    reach = [
        *(["also for processors"] * rule.for_processors),
        *(["not in law enforcement"] * (not rule.in_law_enforcement)),
    ]
    fields = ", ".join(f"`{name}`" for name in fields_of(rule)) or "any text"
    yield f"\n### {rule.code}\n"
    yield f"**{rule.severity.label}** · {rule.article} · stands at {fields}" + "".join(f" · {x}" for x in reach) + "\n"
    yield "| | English | Swedish |\n|---|---|---|"
    for name in ("title", "article", "condition", "message", "advice"):
        words = getattr(rule, name)
        yield f"| {name} | {_cell(words, 'en')} | {_cell(words, 'sv')} |"
    yield "\nSources: " + "; ".join(_source(source) for source in rule.sources) + "."


def _cell(words: Any, language: str) -> str:
    with translation.override(language):
        return str(words).replace("{names}", "…").replace("|", "\\|")


def _source(source: Source) -> str:
    name = f"[{source.name}]({source.url})" if source.url else source.name
    return name if source.read else f"{name} (*not read*)"


def fields_of(rule: Rule) -> list[str]:
    """Return the fields that a rule's places name, read from its code and that of its module's functions it calls."""
    module = ast.parse(inspect.getsource(sys.modules[rule.find.__module__]))
    functions = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    names, found = [rule.find.__name__], dict[str, None]()
    for name in names:
        calls = [node for node in ast.walk(functions[name]) if isinstance(node, ast.Call)]
        for call in calls:
            called = getattr(call.func, "id", "")
            if called == "Place" and isinstance(call.args[0], ast.Constant):
                found[str(call.args[0].value)] = None
            elif called in functions and called not in names:
                names.append(called)
    return list(found)
