"""Form widgets without a template each: the page of an activity has a thousand of them."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_INPUTS = {
    f"django/forms/widgets/{name}.html"
    for name in ("checkbox", "checkbox_option", "date", "email", "hidden", "input", "number", "text", "url")
}


class QuickRenderer(DjangoTemplates):
    """Stock's renderer, but plain inputs are written at once: half the time of the page."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Return the widget's HTML, the same as stock's template makes."""
        if template_name not in _INPUTS or context["widget"].get("wrap_label"):
            return super().render(template_name, context, request)
        widget = context["widget"]
        given = {"type": widget["type"], "name": widget["name"]}
        if widget["value"] is not None:
            given["value"] = str(widget["value"])
        return format_html("<input{}>", flatatt(given | widget["attrs"]))


class Menu(forms.Select):
    """Stock's select, written without a template an option."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the select as HTML."""
        widget = self.get_context(name, value, attrs)["widget"]
        inside = format_html_join("", "{}", ((_group(title, options),) for title, options, _i in widget["optgroups"]))
        return format_html("<select{}>{}</select>", flatatt({"name": widget["name"], **widget["attrs"]}), inside)


def _group(title: Any, options: list[dict[str, Any]]) -> SafeString:
    inside = format_html_join(
        "",
        "<option{}>{}</option>",
        ((flatatt({"value": o["value"], **o["attrs"]}), o["label"]) for o in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', title, inside) if title else inside
