"""What staff type or upload, made into columns. Forms and files say the same of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.crypto.configured import get_keyring
from registrar.crypto.index import blind_index
from registrar.errors import FieldError, InvalidInput, Text
from templates_app.fields_of import NUMBER_PURPOSE
from templates_app.models.restrictions import MAX_NAME, MAX_NOTE
from templates_app.models.template import HolderType
from templates_app.rules.numbers import mask_number, normalise_number
from templates_app.rules.restrictions import SUBJECT_CAUSES, WORD_KINDS, key_of
from templates_app.rules.restrictions.causes import CAUSE_NAMES
from templates_app.rules.restrictions.words import MAX_WORD, MIN_WORD
from templates_app.rules.text import check_characters, fold_width

Values = Mapping[str, str]
Columns = dict[str, Any]
Clean = Callable[[Values], Columns]

MAX_NUMBER = 64
# What a spreadsheet would take for a formula, should the text ever be opened in one.
_FORMULA = ("=", "+", "-", "@")
_CAUSES = {cause.value: CAUSE_NAMES[cause] for cause in SUBJECT_CAUSES}
_KINDS = {kind.value: CAUSE_NAMES[kind] for kind in WORD_KINDS}
_HOLDER_TYPES: dict[str, Text] = dict(HolderType.choices)
_YES = frozenset({"", "yes", "1", "true", "是"})
_NO = frozenset({"no", "0", "false", "否"})


class _Reader:
    """Reads fields one by one and gathers what is wrong with them."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.errors: list[FieldError] = []

    def refuse(self, field: str, code: str, message: Text) -> None:
        self.errors.append(FieldError(field, code, message))

    def text(self, field: str, *, limit: int, required: bool = False) -> str:
        text = " ".join(self.values.get(field, "").split())
        if required and not text:
            self.refuse(field, "field_required", _("This field is required. Fill it in."))
        elif len(text) > limit:
            message = format_lazy(_("At most {limit} characters fit here."), limit=limit)
            self.refuse(field, "field_too_long", message)
        elif check_characters(text, markup_allowed="&"):
            message = _("Control characters, emoji and < > can't be used here.")
            self.refuse(field, "field_characters_invalid", message)
        elif text.startswith(_FORMULA):
            message = _("It must not begin with = + - or @: a spreadsheet would calculate it.")
            self.refuse(field, "field_characters_invalid", message)
        else:
            return text
        return ""

    def name(self, field: str, *, limit: int, required: bool = True) -> tuple[str, str]:
        """The text and its key."""
        text = self.text(field, limit=limit, required=required)
        key = key_of(text)
        if text and not key:
            self.refuse(field, "field_characters_invalid", _("It holds no letter or digit."))
        return text, key

    def choice(self, field: str, names: Mapping[str, Text], *, required: bool = True) -> str:
        """One of the codes, or what it is called."""
        typed = " ".join(self.values.get(field, "").split())
        if typed in names or not (typed or required):
            return typed
        by_name = {str(name).casefold(): code for code, name in names.items()}
        found = by_name.get(typed.casefold(), "")
        if not found:
            message = format_lazy(_("One of these is expected: {codes}."), codes=", ".join(names))
            self.refuse(field, "invalid_choice", message)
        return found

    def day(self, field: str) -> dt.date | None:
        typed = self.values.get(field, "").strip()
        if not typed:
            return None
        try:
            return dt.date.fromisoformat(typed)
        except ValueError:
            message = _("A date is expected, such as 2026-12-31.")
            self.refuse(field, "invalid", message)
            return None

    def flag(self, field: str) -> bool:
        """Yes where nothing is said."""
        typed = self.values.get(field, "").strip().casefold()
        if typed not in _YES | _NO:
            self.refuse(field, "invalid", _("yes or no is expected."))
        return typed not in _NO

    def finish(self) -> None:
        if self.errors:
            raise InvalidInput(errors=self.errors)


def clean_subject(values: Values) -> Columns:
    """Columns of a RestrictedSubject; InvalidInput names every field that is wrong."""
    read = _Reader(values)
    cause = read.choice("cause", _CAUSES)
    name, name_key = read.name("name", limit=MAX_NAME, required=False)
    number = normalise_number(fold_width(read.text("number", limit=MAX_NUMBER)).replace(" ", ""))
    holder_type = read.choice("holder_type", _HOLDER_TYPES, required=False)
    begins, ends = read.day("valid_from"), read.day("valid_until")
    note = read.text("note", limit=MAX_NOTE)
    if not (name or number or read.errors):
        read.refuse("name", "field_required", _("Name the subject, or give its document number."))
    if begins and ends and ends < begins:
        read.refuse("valid_until", "invalid", _("It ends before it begins."))
    read.finish()
    return {
        "cause": cause,
        "name": name,
        "name_key": name_key,
        "holder_type": holder_type,
        "valid_from": begins,
        "valid_until": ends,
        "note": note,
        **_number_columns(number),
    }


def clean_word(values: Values) -> Columns:
    """Columns of a RestrictedWord; InvalidInput names every field that is wrong."""
    read = _Reader(values)
    word, key = read.name("word", limit=MAX_WORD)
    if key and not MIN_WORD <= len(key) <= MAX_WORD:
        message = format_lazy(
            _("A word has {least} to {most} letters, or it would stand in every name or in none."),
            least=MIN_WORD,
            most=MAX_WORD,
        )
        read.refuse("word", "invalid", message)
    columns = {
        "word": word,
        "key": key,
        "kind": read.choice("kind", _KINDS),
        "in_holder_names": read.flag("in_holder_names"),
        "in_contact_names": read.flag("in_contact_names"),
        "in_domain_names": read.flag("in_domain_names"),
        "note": read.text("note", limit=MAX_NOTE),
    }
    read.finish()
    return columns


def clean_allowed(values: Values) -> Columns:
    """Columns of an AllowedName; InvalidInput names every field that is wrong."""
    read = _Reader(values)
    name, key = read.name("name", limit=MAX_NAME)
    note = read.text("note", limit=MAX_NOTE)
    read.finish()
    return {"name": name, "key": key, "note": note}


def _number_columns(number: str) -> Columns:
    if not number:
        return {"document_number": None, "number_masked": "", "number_index": ""}
    return {
        "document_number": number,
        "number_masked": mask_number(number),
        "number_index": blind_index(get_keyring(), number, NUMBER_PURPOSE),
    }
