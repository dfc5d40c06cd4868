import pytest
from django.test import RequestFactory

from registrar.console.theme import theme_of
from registrar.console.views import set_theme


def cookies(rf: RequestFactory, value: str):
    rf.cookies["theme"] = value
    return rf.get("/")


@pytest.mark.parametrize(
    ("cookie", "media"),
    [("light", "not all"), ("dark", "all"), ("auto", "(prefers-color-scheme: dark)")],
)
def test_theme_of_known_cookie_decides_when_the_dark_tokens_apply(rf, cookie, media):
    assert theme_of(cookies(rf, cookie)).dark_media == media


@pytest.mark.parametrize("cookie", ["", "blue", '"><script>'])
def test_theme_of_unknown_cookie_follows_the_system(rf, cookie):
    assert theme_of(cookies(rf, cookie)).key == "auto"


def test_set_theme_known_theme_sets_the_cookie_and_goes_back(rf):
    response = set_theme(rf.post("/theme/", {"theme": "dark", "next": "/domains/?q=a"}))
    assert (response.status_code, response["Location"]) == (302, "/domains/?q=a")
    assert response.cookies["theme"].value == "dark"


def test_set_theme_unknown_theme_changes_nothing(rf):
    assert "theme" not in set_theme(rf.post("/theme/", {"theme": "pink"})).cookies


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:x", ""])
def test_set_theme_foreign_address_goes_to_the_overview(rf, target):
    assert set_theme(rf.post("/theme/", {"theme": "dark", "next": target}))["Location"] == "/"


def test_set_theme_by_get_is_refused(rf):
    assert set_theme(rf.get("/theme/", {"theme": "dark"})).status_code == 405
