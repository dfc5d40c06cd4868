from dataclasses import replace

import pytest

from registrar.accounts import settings_tabs
from registrar.accounts.settings_tabs import OWN_TABS, register_settings_tab, tabs_for


@pytest.fixture(autouse=True)
def own_tabs_only(monkeypatch):
    monkeypatch.setattr(settings_tabs, "_tabs", {tab.key: tab for tab in OWN_TABS})


def test_tabs_of_the_account_are_for_who_works_in_one():
    assert [tab.key for tab, _url in tabs_for(in_account=False)] == ["profile"]
    assert [url for _tab, url in tabs_for(in_account=True)] == [
        "/settings/",
        "/settings/account/",
        "/settings/members/",
        "/settings/keys/",
    ]


def test_another_tab_comes_in_its_place_and_a_taken_key_is_refused():
    mine = replace(OWN_TABS[0], key="mine", order=35)
    register_settings_tab(mine)
    assert [tab.key for tab, _url in tabs_for(in_account=True)][2] == "mine"
    with pytest.raises(ValueError, match="'mine' is taken"):
        register_settings_tab(replace(mine, order=1))
