"""The API document and its page, wholly in Chinese and wholly in English."""

import re
from html.parser import HTMLParser

import pytest
import yaml
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

from registrar.api.document_texts import DocumentGenerator, texts_to_translate
from registrar.api.document_walk import with_texts

HAN = re.compile("[\u3400-\u9fff]")
# Three English words in a row, where what stands between backticks is code.
ENGLISH = re.compile(r"\b[A-Za-z][a-z'’]+,? [a-z'’]{2,},? [a-z'’]{2,}")
# Texts that are a code, a unit of one, or a name in any language.
SAME = re.compile(r"[\w.]+…|[\w, ]+ 或 [\w, ]+|ISO 3166-1.*")


@pytest.fixture(scope="module")
def chinese():
    with translation.override("zh-hans"):
        return DocumentGenerator().get_schema(request=None, public=True)


def texts_of(document):
    found = []
    with_texts(document, lambda text, _place: found.append(text) or text)
    return [re.sub(r"`[^`]*`", "", text) for text in found]


def test_no_text_of_the_chinese_document_is_english(chinese):
    assert [text for text in texts_of(chinese) if ENGLISH.search(text)] == []


def test_every_text_that_no_app_has_translated_has_a_translation(chinese):
    english = {re.sub(r"`[^`]*`", "", text) for text in texts_to_translate()}
    same = {text for text in texts_of(chinese) if text in english and text.strip(" ,.;…")}
    assert {text for text in same if not SAME.fullmatch(text)} == set()
    assert len(english) > 300


def test_places_of_texts_name_operation_or_field():
    places = texts_to_translate()
    assert places["List the account's domains"] == "getDomains summary"


@pytest.mark.parametrize(
    ("language", "summary", "meaning"),
    [
        ("zh-hans", "查询账号的域名列表", "没有发送"),
        ("en", "List the account's domains", "was sent"),
    ],
)
def test_schema_speaks_the_asked_language(client, db, language, summary, meaning):
    answer = client.get("/api/v1/schema", headers={"Accept-Language": language})
    document = yaml.safe_load(answer.content)
    operation = document["paths"]["/api/v1/domains"]["get"]
    refused = document["components"]["responses"]["NotAuthenticated"]["description"]
    assert answer["Content-Language"] == language
    assert operation["summary"] == summary
    assert meaning in refused


def test_languages_differ_in_texts_only(chinese):
    with translation.override("en"):
        english = SchemaGenerator().get_schema(request=None, public=True)
    assert without_texts(chinese) == without_texts(english)


def without_texts(node):
    if isinstance(node, list):
        return [without_texts(one) for one in node]
    if not isinstance(node, dict):
        return node
    texts = ("title", "summary", "description", "detail", "message", "text", "body", "reason")
    kept = {key: one for key, one in node.items() if key not in texts or not isinstance(one, str)}
    return {key: without_texts(one) for key, one in kept.items()}


class Texts(HTMLParser):
    """What a page says outside code."""

    def __init__(self):
        super().__init__()
        self.said, self.inside = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in {"meta", "link", "input", "wbr", "br", "img", "path", "use"}:
            is_code = tag in {"pre", "code", "script"} or "mono" in dict(attrs).get("class", "")
            self.inside.append((tag, is_code))

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(is_code for _tag, is_code in self.inside):
            self.said.append(" ".join(data.split()))


def test_chinese_page_says_no_sentence_in_english(client, db):
    client.cookies["language"] = "zh-hans"
    page = client.get("/api/v1/docs").content.decode()
    parser = Texts()
    parser.feed(page)
    assert [text for text in parser.said if ENGLISH.search(text)] == []
    assert sum(bool(HAN.search(text)) for text in parser.said) > 1000
    assert 'lang="en"' not in page.partition('class="api-docs"')[2]


def test_english_page_says_no_sentence_in_chinese(client, db):
    client.cookies["language"] = "en"
    page = client.get("/api/v1/docs").content.decode().partition('class="api-docs"')[2]
    parser = Texts()
    parser.feed(page)
    assert [text for text in parser.said if HAN.search(text)] == []
