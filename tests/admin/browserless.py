"""What a browser would send: the fields of a page's form, as they stand in its HTML."""

import re
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4


class _Form(HTMLParser):
    """Collects the fields of the form with one id; what stands in a <template> is not sent."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.templates = form_id, False, 0
        self.data: dict[str, list[str]] = {}
        self.select: dict[str, Any] | None = None
        self.area = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        self.templates += tag == "template"
        if not self.inside or self.templates:
            return
        if tag == "input":
            self._input(given)
        elif tag == "textarea":
            self.area = given["name"]
            self.data[self.area] = [""]
        elif tag == "select":
            self.select = {"name": given["name"], "first": None, "chosen": []}
        elif tag == "option" and self.select is not None:
            value = given.get("value", "")
            self.select["first"] = value if self.select["first"] is None else self.select["first"]
            if "selected" in given:
                self.select["chosen"].append(value)

    def _input(self, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given.get("name")
        if not name or kind in {"submit", "button"} or (kind in {"checkbox", "radio"} and "checked" not in given):
            return
        self.data.setdefault(name, []).append(given.get("value", "on" if kind == "checkbox" else ""))

    def handle_data(self, data: str) -> None:
        if self.area and self.inside and not self.templates:
            self.data[self.area][0] += data

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            self.data[self.area][0] = self.data[self.area][0].removeprefix("\n")
            self.area = ""
        elif tag == "select" and self.select is not None:
            self.data[self.select["name"]] = self.select["chosen"] or [self.select["first"] or ""]
            self.select = None


def fields(response: Any, form_id: str = "processingactivity_form") -> dict[str, Any]:
    """Return name -> values of a page's form, ready to be posted."""
    form = _Form(form_id)
    form.feed(response.content.decode())
    return form.data


def untouched_rows(response: Any) -> dict[str, Any]:
    """Return what is posted when "Add …" is pressed once in every list, and nothing is filled in."""
    page = re.sub(r"</?template>", "", response.content.decode())
    form = _Form("processingactivity_form")
    form.feed(page)
    data = form.data
    for name in [key.removesuffix("-TOTAL_FORMS") for key in data if key.endswith("-TOTAL_FORMS")]:
        added = {key: value for key, value in data.items() if key.startswith(f"{name}-__prefix__-")}
        index = data[f"{name}-TOTAL_FORMS"][0]
        if added:
            add_row(data, name, position=index)
        for key, value in added.items():
            data.setdefault(key.replace("__prefix__", index), value)
            del data[key]
    return data


def add_row(data: dict[str, Any], name: str, /, **said: Any) -> str:
    """Add a row to a list as admin.js does, and return its key."""
    index = int(data[f"{name}-TOTAL_FORMS"][0])
    data[f"{name}-TOTAL_FORMS"] = [str(index + 1)]
    key = said.pop("key", str(uuid4()))
    data[f"{name}-{index}-key"] = [key]
    for field, value in said.items():
        data[f"{name}-{index}-{field}"] = value if isinstance(value, list) else [value]
    return key
