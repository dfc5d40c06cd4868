"""The holder's and the contact's names."""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from templates_app.rules.document_types import FOREIGN_TYPES
from templates_app.rules.problems import Level, Problem, problem
from templates_app.rules.text import (
    check_ascii,
    check_characters,
    check_required,
    has_han,
    space_positions,
)

MAX_LENGTH = 64

# `&` belongs to company names and is escaped in XML; `<` and `>` belong to none.
_NAME_MARKUP = "&"

# Nobody is called so, wherever it stands in the name.
_ORGANISATION_WORDS = re.compile(
    "公司|有限|集团|大学|委员会|协会|基金会|事务所|研究院|研究所|学院|学校|医院|银行|联合会|"
    "合作社|工作室|经营部|办事处|代表处|人民政府|出版社|個人獨資|有限責任|集團|大學|委員會"
)
# These end people's names too (张中心, 李知行): only a long name is an organisation's.
_ORGANISATION_ENDINGS = re.compile("(?:中心|工厂|厂|商行|商店|店|局|中学|小学|幼儿园|俱乐部)$")
_LONGEST_PERSON = 4
_ENGLISH_WORDS = re.compile(
    r"\b(?:ltd|limited|inc|incorporated|corp|corporation|company|llc|llp|plc|gmbh|university|"
    r"college|institute|committee|foundation|association|department|technolog(?:y|ies)|"
    r"administrators?)\b|\bco\.|\bco,?\s*ltd|[&+]\s*co\b"
)


def check_holder_name(
    holder_type: str,
    name: str,
    *,
    document_type: str | None = None,
    half_width_brackets: bool = True,
) -> list[Problem]:
    """What is wrong with the holder's name as it should stand on the document.

    `half_width_brackets`: whether the authority wants (…) instead of （…）; the
    default profile does (seed 001 question 3). A document type of None means
    "not chosen yet": a name without Chinese characters then only warns. An
    unknown holder type is judged like an organisation's.
    """
    required = check_required(name, max_length=MAX_LENGTH)
    if required:
        return required
    brackets = _check_brackets(name) if half_width_brackets else []
    markup = "" if holder_type == "individual" else _NAME_MARKUP
    return [
        *_check_spaces(name),
        *brackets,
        *check_characters(name, markup_allowed=markup),
        *_check_language(name, document_type),
    ]


def check_contact_name(name: str) -> list[Problem]:
    """Whether the contact is a person (seed 002, 修改联系人选项为个人姓名)."""
    required = check_required(name, max_length=MAX_LENGTH)
    if required:
        return required
    found = [*_check_spaces(name), *check_characters(name, markup_allowed=_NAME_MARKUP)]
    if is_organisation_name(name):
        message = _(
            "The contact must be a person. Type a person's name, for an organisation "
            "best its legal representative's."
        )
        found.append(problem("contact_not_person", message))
    return found


def check_english_name(name: str, *, contact: bool = False) -> list[Problem]:
    """A name in Latin letters, as the registry's international form wants it (RFC 5733)."""
    required = check_required(name, max_length=MAX_LENGTH * 2)
    if required:
        return required
    refused = check_characters(name, markup_allowed=_NAME_MARKUP)
    person = check_contact_name(name[:MAX_LENGTH]) if contact else []
    not_person = [found for found in person if found.code == "contact_not_person"]
    return [*(refused or check_ascii(name)), *not_person]


def is_organisation_name(name: str) -> bool:
    """Whether the name, in any width or case, holds a word of an organisation's name."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    chinese = "".join(plain.split())
    if _ORGANISATION_WORDS.search(chinese) or _ENGLISH_WORDS.search(plain):
        return True
    return len(chinese) >= _LONGEST_PERSON and bool(_ORGANISATION_ENDINGS.search(chinese))


def _check_spaces(name: str) -> list[Problem]:
    positions = space_positions(name)
    if not positions or not has_han(name):
        return []
    message = _("A Chinese name must not contain spaces. Delete them.")
    return [problem("name_contains_space", message, positions=positions)]


def _check_brackets(name: str) -> list[Problem]:
    positions = [at for at, character in enumerate(name, start=1) if character in "（）"]
    if not positions:
        return []
    message = _("The brackets are full-width. Type them as (…) with the keyboard set to English.")
    return [problem("name_fullwidth_brackets", message, positions=positions)]


def _check_language(name: str, document_type: str | None) -> list[Problem]:
    if has_han(name) or document_type in FOREIGN_TYPES:
        return []
    message = _(
        "The name has no Chinese character. Type it as it stands on the document; "
        "for a document in English choose its document type first."
    )
    level: Level = "block" if document_type else "warn"
    return [problem("name_language_mismatch", message, level=level)]
