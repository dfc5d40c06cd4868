"""{% load settings_tabs %}: the tabs above a settings page."""

from django import template
from django.template import Context

from registrar.accounts.settings_tabs import SettingsTab, tabs_for

register = template.Library()


@register.simple_tag(takes_context=True)
def settings_tabs(context: Context) -> list[tuple[SettingsTab, str]]:
    """Pairs of tab and address; the account's own only inside an account."""
    return tabs_for(in_account=context.get("account") is not None)
