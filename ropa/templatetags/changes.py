"""How a template says what differs."""

from django import template

from ropa.outputs import changes_pdf

register = template.Library()

register.simple_tag(changes_pdf.sides, name="sides")
