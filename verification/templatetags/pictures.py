"""{% load pictures %}: pictures in the words of people."""

from django import template

from verification.checking.intake import format_name

register = template.Library()
register.filter("format_name", format_name)
