"""Which words of an OpenAPI document are texts for people, and which are names and values."""

from registrar.api.document_walk import with_texts


def loud(text, _place):
    return text.upper()


def places_of(document):
    found = {}
    with_texts(document, found.setdefault)
    return found


def test_summaries_descriptions_and_titles_are_texts():
    document = {"info": {"title": "an api"}, "tags": [{"name": "me", "description": "the key"}]}
    told = with_texts(document, loud)
    assert told == {"info": {"title": "AN API"}, "tags": [{"name": "me", "description": "THE KEY"}]}


def test_fields_with_the_names_of_words_of_openapi_are_fields():
    fields = {name: {"description": "a field"} for name in ("value", "example", "title", "enum")}
    told = with_texts({"components": {"schemas": {"Shape": {"properties": fields}}}}, loud)
    properties = told["components"]["schemas"]["Shape"]["properties"]
    assert {one["description"] for one in properties.values()} == {"A FIELD"}
    assert list(properties) == list(fields)


def test_values_stay_what_they_are():
    schema = {"enum": ["a b"], "default": "a b", "const": "a b", "examples": ["a b"]}
    assert with_texts({"schema": schema}, loud) == {"schema": schema}


def test_examples_say_sentences_in_the_readers_language_and_keep_names_and_codes():
    value = {"detail": "it is blocked", "code": "blocked", "name_en": "Li Ming", "text": "zm_abc"}
    value |= {"title": "Expires"}
    document = {"examples": {"Blocked": {"summary": "blocked", "value": {"errors": [value]}}}}
    told = with_texts(document, loud)["examples"]["Blocked"]
    assert told["summary"] == "BLOCKED"
    assert told["value"]["errors"] == [value | {"detail": "IT IS BLOCKED", "title": "EXPIRES"}]


def test_paragraphs_are_exchanged_one_by_one_however_they_are_wrapped():
    seen = places_of({"description": "one\ntext\n\nand another"})
    assert list(seen) == ["one text", "and another"]


def test_labels_of_choices_are_left_to_the_models():
    text = "who it was\n\n* `user` - A member\n* `key` - A key"
    assert with_texts({"description": text}, loud)["description"].startswith("WHO IT WAS\n\n* `us")


def test_places_say_the_operation_or_the_field():
    document = {
        "paths": {"/me": {"get": {"operationId": "getMe", "summary": "the key"}}},
        "components": {"schemas": {"Key": {"properties": {"id": {"description": "its id"}}}}},
    }
    assert places_of(document) == {"the key": "getMe summary", "its id": "Key.id description"}


def test_given_document_is_not_changed():
    document = {"info": {"description": "as it is"}}
    with_texts(document, loud)
    assert document == {"info": {"description": "as it is"}}
