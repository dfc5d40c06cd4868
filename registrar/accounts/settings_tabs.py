"""The tabs of the settings pages. Upper apps register theirs from AppConfig.ready()."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class SettingsTab:
    """One page of the settings, which extends accounts/settings/base.html and gives `key` as
    `tab`. `of_account`: only for who works in an account."""

    key: str
    label: str | Promise
    url_name: str
    order: int
    of_account: bool = True


_tabs: dict[str, SettingsTab] = {}

OWN_TABS = (
    SettingsTab("profile", _("Profile"), "accounts:settings", 10, of_account=False),
    SettingsTab("account", _("Account"), "accounts:account", 30),
    SettingsTab("members", _("Members"), "accounts:members", 40),
    SettingsTab("keys", _("API keys"), "accounts:keys", 50),
)


def register_settings_tab(tab: SettingsTab) -> None:
    """Add a tab; ValueError if another has its key."""
    if _tabs.get(tab.key, tab) != tab:
        raise ValueError(f"settings tab {tab.key!r} is taken")
    _tabs[tab.key] = tab


def tabs_for(*, in_account: bool) -> list[tuple[SettingsTab, str]]:
    """The tabs that are shown, in order, with their addresses."""
    shown = [tab for tab in _tabs.values() if in_account or not tab.of_account]
    shown.sort(key=lambda tab: (tab.order, tab.key))
    return [(tab, reverse(tab.url_name)) for tab in shown]
