"""What speaks for or against a cause: a kind and its parameters, to be worded elsewhere.

Parameters are JSON values. Of a document number they hold single characters at the positions
concerned and never more, so that evidence can be shown where the number is masked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Every kind has its sentence in data/evidence.toml."""

    # answers, pictures, earlier attempts
    ANSWERED_YES = "answered_yes"
    ANSWERED_NO = "answered_no"
    SEEN_IN_PICTURE = "seen_in_picture"
    NOT_IN_PICTURE = "not_in_picture"
    SAME_FAILED_BEFORE = "same_failed_before"
    CHANGED_AND_FAILED = "changed_and_failed"
    PASSED_BEFORE = "passed_before"
    PLEASE_CHECK = "please_check"
    # whom it concerns
    NOT_FOR_ORGANISATIONS = "not_for_organisations"
    NOT_FOR_PERSONS = "not_for_persons"
    NOT_FOR_THIS_DOCUMENT = "not_for_this_document"
    # names
    SPACES_AT = "spaces_at"
    NO_SPACES = "no_spaces"
    BRACKETS_AT = "brackets_at"
    NO_FULLWIDTH_BRACKETS = "no_fullwidth_brackets"
    BRACKETS_NOT_SETTLED = "brackets_not_settled"
    NAME_OF_VERIFIED = "name_of_verified"
    HOLDER_IS_CONTACT = "holder_is_contact"
    LOOKS_LIKE_PERSON = "looks_like_person"
    LOOKS_LIKE_ORGANISATION = "looks_like_organisation"
    NO_CHINESE_CHARACTER = "no_chinese_character"
    FOREIGN_DOCUMENT_CHINESE_NAME = "foreign_document_chinese_name"
    LANGUAGE_FITS = "language_fits"
    ROMANISED_MISFIT = "romanised_misfit"
    ROMANISED_FITS = "romanised_fits"
    OWN_SPELLING = "own_spelling"
    # names beside the document's
    NAME_ON_DOCUMENT = "name_on_document"
    NAME_AGREES = "name_agrees"
    SOUND_ALIKE = "sound_alike"
    SHAPE_ALIKE = "shape_alike"
    ABBREVIATED = "abbreviated"
    TRADITIONAL_ONLY = "traditional_only"
    LEGAL_REPRESENTATIVE_TYPED = "legal_representative_typed"
    LATIN_ON_DOCUMENT = "latin_on_document"
    LATIN_WORDS_MISSING = "latin_words_missing"
    LATIN_PRINTED = "latin_printed"
    CHINESE_PRINTED = "chinese_printed"
    # numbers
    LOOK_ALIKES = "look_alikes"
    FORBIDDEN_CHARACTERS = "forbidden_characters"
    NO_LOOK_ALIKES = "no_look_alikes"
    CHECK_HOLDS = "check_holds"
    CHECK_FAILS = "check_fails"
    NO_CHECK_DIGIT = "no_check_digit"
    EXCHANGED = "exchanged"
    LAST_WOULD_BE = "last_would_be"
    LENGTH_WRONG = "length_wrong"
    LENGTH_RIGHT = "length_right"
    FULLWIDTH_AT = "fullwidth_at"
    NO_FULLWIDTH = "no_fullwidth"
    SUFFIX_AT = "suffix_at"
    NO_SUFFIX = "no_suffix"
    OTHER_NUMBER = "other_number"
    OLD_REGISTRATION_NUMBER = "old_registration_number"
    NUMBER_OF_VERIFIED = "number_of_verified"
    # numbers beside the document's
    NUMBER_ON_DOCUMENT = "number_on_document"
    NUMBER_FAR_OFF = "number_far_off"
    NUMBER_AGREES = "number_agrees"
    EXCHANGED_ON_DOCUMENT = "exchanged_on_document"
    ALIKE_ON_DOCUMENT = "alike_on_document"
    MISREAD_LIKELY = "misread_likely"
    OTHER_NUMBER_OF_DOCUMENT = "other_number_of_document"
    # documents
    TYPE_NOT_FOR_HOLDER = "type_not_for_holder"
    TYPE_NOT_FOR_OVERSEAS = "type_not_for_overseas"
    TYPE_ALLOWED = "type_allowed"
    NUMBER_OF_OTHER_TYPE = "number_of_other_type"
    LICENCE_HOLDERS_CODE = "licence_holders_code"
    NOT_A_LICENCE_HOLDER = "not_a_licence_holder"
    COMPANY_HAS_LICENCE = "company_has_licence"
    SHOWS_OTHER_TYPE = "shows_other_type"
    SHOWS_STRANGER = "shows_stranger"
    SHOWS_NO_TRACE = "shows_no_trace"
    SHOWS_CHOSEN_TYPE = "shows_chosen_type"
    LICENCE_SHOWN = "licence_shown"
    EXPIRED_ON = "expired_on"
    EXPIRED_SINCE = "expired_since"
    VALID_UNTIL = "valid_until"
    NO_END_DATE = "no_end_date"
    NEARLY_EXPIRED = "nearly_expired"
    TOO_NEW = "too_new"
    ISSUED_LATER = "issued_later"
    OLD_ENOUGH = "old_enough"
    # pictures
    NO_PICTURE = "no_picture"
    PICTURES_SENT = "pictures_sent"
    FORMAT_REFUSED = "format_refused"
    FORMAT_ACCEPTED = "format_accepted"
    PICTURE_TOO_SMALL = "picture_too_small"
    PICTURE_TOO_LARGE = "picture_too_large"
    SIZE_WITHIN = "size_within"
    OPENED_WHOLE = "opened_whole"
    STORED_BY_CONTENT = "stored_by_content"
    FEW_PIXELS = "few_pixels"
    ENOUGH_PIXELS = "enough_pixels"
    WE_CONVERT = "we_convert"
    EXTENSION_DIFFERS = "extension_differs"
    CANT_BE_OPENED = "cant_be_opened"
    MEASURED = "measured"
    OTHER_SIDE_ONLY = "other_side_only"
    PORTRAIT_SIDE_SHOWN = "portrait_side_shown"
    NOT_LEGIBLE = "not_legible"
    HARDLY_ANY_TEXT = "hardly_any_text"
    HARDLY_MADE_OUT = "hardly_made_out"
    KEY_FIELDS_READ = "key_fields_read"
    # contact and place
    CONTACT_IS_ORGANISATION = "contact_is_organisation"
    AREA_CODE = "area_code"
    COUNTRY_CODE_RIGHT = "country_code_right"
    CHARACTERS_AT = "characters_at"
    NO_REFUSED_CHARACTERS = "no_refused_characters"
    NO_HOUSE_NUMBER = "no_house_number"
    HOUSE_NUMBER_THERE = "house_number_there"
    REGION_UNKNOWN = "region_unknown"
    REGION_DIFFERS = "region_differs"
    REGION_ON_DOCUMENT = "region_on_document"
    POSTCODE_DIFFERS = "postcode_differs"
    REGION_FITS = "region_fits"
    # holders from abroad
    COUNTRY_UNSUPPORTED = "country_unsupported"
    OVERSEAS_DOCUMENT = "overseas_document"
    HOLDER_FROM_CHINA = "holder_from_china"
    SUFFIX_CHINA_ONLY = "suffix_china_only"
    SUFFIX_OPEN = "suffix_open"
    NO_SUFFIX_CHOSEN = "no_suffix_chosen"


# What may be said of a picture to those who may not see it: how it is, and nothing of what is
# printed in it. A new kind stays untold until it is named here.
_OF_THE_PICTURE_ALONE = frozenset(
    {
        Kind.PLEASE_CHECK,
        Kind.SEEN_IN_PICTURE,
        Kind.NOT_IN_PICTURE,
        Kind.NUMBER_AGREES,
        Kind.SHOWS_CHOSEN_TYPE,
        Kind.MISREAD_LIKELY,
        Kind.NO_PICTURE,
        Kind.PICTURES_SENT,
        Kind.FORMAT_REFUSED,
        Kind.FORMAT_ACCEPTED,
        Kind.PICTURE_TOO_SMALL,
        Kind.PICTURE_TOO_LARGE,
        Kind.SIZE_WITHIN,
        Kind.OPENED_WHOLE,
        Kind.STORED_BY_CONTENT,
        Kind.FEW_PIXELS,
        Kind.ENOUGH_PIXELS,
        Kind.WE_CONVERT,
        Kind.EXTENSION_DIFFERS,
        Kind.CANT_BE_OPENED,
        Kind.MEASURED,
        Kind.OTHER_SIDE_ONLY,
        Kind.PORTRAIT_SIDE_SHOWN,
        Kind.NOT_LEGIBLE,
        Kind.HARDLY_ANY_TEXT,
        Kind.HARDLY_MADE_OUT,
        Kind.KEY_FIELDS_READ,
    }
)


@dataclass(frozen=True)
class Evidence:
    """One observation."""

    kind: Kind
    params: Mapping[str, Any] = field(default_factory=dict)


def without_what_was_read(seen: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Of what was seen in pictures that which tells nothing printed in them."""
    return tuple(one for one in seen if one.kind in _OF_THE_PICTURE_ALONE)


def evidence(kind: Kind, **params: Any) -> Evidence:
    return Evidence(kind, params)


def marked(text: str, positions: Sequence[int]) -> list[dict[str, Any]]:
    """Positions (from 1) of `text` with the characters that stand there."""
    return [{"position": at, "typed": text[at - 1]} for at in positions if 0 < at <= len(text)]


def differences(typed: str, expected: str) -> list[dict[str, Any]]:
    """Where two texts of one length differ; empty for texts of different lengths."""
    if len(typed) != len(expected):
        return []
    return [
        {"position": at, "typed": was, "expected": wanted}
        for at, (was, wanted) in enumerate(zip(typed, expected, strict=True), start=1)
        if was != wanted
    ]
