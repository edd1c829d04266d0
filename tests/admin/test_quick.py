"""The widgets that are written without a template say what stock's templates say."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorList
from django.test.html import parse_html
from django.utils.safestring import mark_safe

from ropa.admin.quick import Menu, QuickRenderer

CHOICES = [("", "–"), ("a", "Å & <b>"), ('Grupp "1" & 2', [("b", "B"), ("c", "C'")])]


class Form(forms.Form):
    line = forms.CharField(help_text="Hjälp", max_length=7)
    area = forms.CharField(widget=forms.Textarea({"rows": 3, "lang": "en", "data-on": True, "data-off": False}))
    number = forms.IntegerField(min_value=0)
    email = forms.EmailField()
    url = forms.URLField(assume_scheme="https")
    day = forms.DateField()
    hidden = forms.CharField(widget=forms.HiddenInput)
    box = forms.BooleanField()
    boxes = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    menu = forms.ChoiceField(choices=CHOICES, disabled=True)


VALUES = [None, "", "b", "a'\"<b>å & </b>", mark_safe("&amp;"), 0, 7]


@pytest.mark.parametrize("name", Form.base_fields)
def test_a_field_is_what_stock_makes_of_it(name: str) -> None:
    for value in VALUES:
        quick, stock = (
            str(Form(initial={name: value}, renderer=r)[name]) for r in (QuickRenderer(), DjangoTemplates())
        )
        assert parse_html(quick) == parse_html(stock), value


@pytest.mark.parametrize("value", VALUES)
def test_a_menu_is_stocks_select(value: Any) -> None:
    attrs = {"class": "wide", "required": True, "multiple": False}
    quick, stock = (widget(choices=CHOICES).render("n", value, attrs) for widget in (Menu, forms.Select))
    assert parse_html(quick) == parse_html(stock)


@pytest.mark.parametrize("errors", [[], ["Fel & <b>"]])
def test_errors_are_listed_as_stock_lists_them(errors: list[str]) -> None:
    quick, stock = (str(ErrorList(errors, renderer=r)) for r in (QuickRenderer(), DjangoTemplates()))
    assert quick.strip() == stock.strip()
