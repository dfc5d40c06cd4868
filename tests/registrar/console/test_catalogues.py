"""What is said of a catalogue whose texts are collected by a function of their own."""

import polib
import pytest

from registrar.console.catalogues import (
    Catalogue,
    compile_catalogue,
    problems,
    update_catalogue,
)

TEXTS = {"List things": "getThings summary", "One thing": "getThing summary"}


@pytest.fixture
def catalogue(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    found = Catalogue(tmp_path / "shop", domain="document", collect=lambda: dict(TEXTS))
    update_catalogue(found)
    compile_catalogue(found)
    return found


def translate(catalogue, **texts):
    po = polib.pofile(str(catalogue.po))
    for entry in po:
        entry.msgstr = texts.get(entry.msgid.split()[0], entry.msgstr)
    po.save()
    compile_catalogue(catalogue)


def test_texts_without_a_translation_are_named_one_by_one(catalogue):
    translate(catalogue, List="查询")
    said = problems(catalogue)
    assert "shop/locale/zh_Hans/LC_MESSAGES/document.po: not translated: 'One thing'" in said
    assert not [line for line in said if "List things" in line]


def test_new_text_is_named_with_its_place_and_an_old_one_as_not_used(catalogue, monkeypatch):
    translate(catalogue, List="查询", One="一个")
    assert problems(catalogue) == []
    monkeypatch.setitem(TEXTS, "Make a thing", "postThings summary")
    monkeypatch.delitem(TEXTS, "One thing")
    assert problems(catalogue) == [
        "postThings summary: not collected: 'Make a thing'",
        "shop/locale/zh_Hans/LC_MESSAGES/document.po: not used any more: 'One thing'",
    ]


def test_collecting_again_keeps_translations_and_drops_what_is_gone(catalogue, monkeypatch):
    translate(catalogue, List="查询", One="一个")
    monkeypatch.delitem(TEXTS, "One thing")
    update_catalogue(catalogue)
    kept = {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalogue.po))}
    assert kept == {"List things": "查询"}
