"""The shipped questions and sentences, and what their loaders refuse."""

import string

import pytest

from tests.verification.diagnosis.dossiers import company
from verification.catalogue.model import CatalogueError
from verification.diagnosis import Kind, questions
from verification.diagnosis.questions import load_questions
from verification.diagnosis.wording import load_texts, say_question, texts

GOOD = 'codes = ["image_blurry"]\nkind = "yes_no"\nzh = "清晰吗？"\nen = "Sharp?"'


def test_every_question_is_worded_in_both_languages():
    for question in questions().values():
        zh, en = (say_question(question, company(), lang) for lang in ("zh-hans", "en"))
        assert zh.endswith("？") or "？" in zh
        assert en.endswith("?") or "?" in en


def test_question_names_what_it_asks_about():
    asked = say_question(questions()["document_type_mismatch"], company(), "en")
    assert "Business licence" in asked


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_names_the_same_parameters_in_both_languages(kind):
    words = texts()[kind]
    zh, en = (
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in (words.zh, words.en)
    )
    assert zh == en


@pytest.mark.parametrize(
    "table",
    [
        GOOD.replace("image_blurry", "no_such_code"),
        GOOD.replace('"yes_no"', '"maybe"'),
        GOOD.replace('en = "Sharp?"', 'en = " "'),
        GOOD.replace('en = "Sharp?"', ""),
        f"{GOOD}\nextra = 1",
        f'{GOOD}\nconfirms = "maybe"',
        f"{GOOD}\n[[question]]\n{GOOD}",
        "nonsense",
    ],
)
def test_incomplete_question_is_refused(tmp_path, table):
    path = tmp_path / "questions.toml"
    path.write_text(f"[[question]]\n{table}", encoding="utf-8")
    with pytest.raises(CatalogueError):
        load_questions(path)


def test_question_is_loaded_under_each_of_its_codes(tmp_path):
    path = tmp_path / "questions.toml"
    path.write_text("[[question]]\n" + GOOD.replace("]", ', "image_unreadable"]'), encoding="utf-8")
    found = load_questions(path)
    assert found["image_blurry"] is found["image_unreadable"]


@pytest.mark.parametrize("table", ["[text]", '[text]\nno_such_kind = {zh="a", en="b"}', "[no]"])
def test_evidence_without_words_is_refused(tmp_path, table):
    path = tmp_path / "evidence.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(CatalogueError):
        load_texts(path)
