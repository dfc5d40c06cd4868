"""{% load pictures %}: pictures in the words of people."""

from django import template

from verification.materials_rules.format_names import format_name

register = template.Library()
register.filter("format_name", format_name)
