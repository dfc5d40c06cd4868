"""Changing a password, and what is said of a bad one."""

import pytest

PAGE = "/settings/password/"


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


def test_rules_stand_beside_the_field_in_plain_words(pages):
    text = pages.get(PAGE).content.decode()
    for rule in ("At least 8 characters.", "Not digits alone.", "Not like your name"):
        assert rule in text
    assert "Your password can" not in text


def test_page_belongs_to_the_profile(pages):
    assert pages.get(PAGE).context["tab"] == "profile"


def test_rules_speak_chinese(alice, signed_in):
    text = signed_in(alice).get(PAGE).content.decode()
    assert "至少 8 个字符" in text
    assert "当前密码" in text


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("x7-k", "too short"),
        ("8273645190", "Digits alone"),
        ("password123", "Many people use this password"),
        ("alice@acme.example", "too much like your name"),
    ],
)
def test_bad_password_is_refused_in_plain_words(pages, password, said):
    form = {"old_password": "x", "new_password1": password, "new_password2": password}
    assert said in pages.post(PAGE, form).content.decode()


def test_two_different_passwords_and_a_wrong_old_one_are_named(pages):
    form = {"old_password": "x", "new_password1": "correct horse 1", "new_password2": "other"}
    text = pages.post(PAGE, form).content.decode()
    assert "The two passwords are not the same." in text
    assert "The present password is wrong." in text
