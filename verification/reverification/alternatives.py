"""Where this holder or document can't pass: what else would do, reason by reason (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Other(StrEnum):
    """What would have to be another one; stable API words."""

    DOCUMENT_TYPE = "document_type"
    HOLDER = "holder"
    SUFFIX = "suffix"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way that would do instead, and for which reason of the catalogue."""

    reason: str
    other: Other
    text: str | Promise


# seed 000 §8 (提交资料显示为海外用户), seed 002 (暂不支持除中国大陆及港澳台地区以外的用户认证)
_OVERSEAS: Mapping[Other, Promise] = {
    Other.DOCUMENT_TYPE: _(
        "If the holder has a document of mainland China, Hong Kong, Macau or Taiwan: submit with"
        " that document type."
    ),
    Other.HOLDER: _(
        "Move the domain to the info template of a person or organisation from mainland China,"
        " Hong Kong, Macau or Taiwan."
    ),
    Other.SUFFIX: _(
        "A holder from abroad can't hold .cn, .中国, .公司 or .网络 here: use a name under another"
        " suffix whose registry takes holders from abroad."
    ),
}
# seed 002, 填写有误，或因为其他原因无法使用
_RESTRICTED: Mapping[Other, Promise] = {
    Other.HOLDER: _(
        "This holder is barred, by the registry or by law: move the domain to another holder's"
        " info template."
    ),
}
# seed 002, 信息模板不可用
_UNUSABLE: Mapping[Other, Promise] = {
    Other.HOLDER: _(
        "The info template is too old to be used: create a new one, for the same holder if you"
        " like, and let it be verified."
    ),
}
# seed 002, 域名命名审核失败, 中国/国家/中华/全国/China
_NAME: Mapping[Other, Promise] = {
    Other.NAME: _("It is the name that can't pass: choose another domain name."),
}
_ANY: Mapping[Other, Promise] = {
    Other.DOCUMENT_TYPE: _("Submit another type of document of the same holder, if there is one."),
    Other.HOLDER: _("Move the domain to another holder's info template."),
}
_BY_REASON: Mapping[str, Mapping[Other, Promise]] = {
    "overseas_registrant": _OVERSEAS,
    "subject_restricted": _RESTRICTED,
    "template_unusable": _UNUSABLE,
    "naming_review_failed": _NAME,
    "registered_elsewhere": _NAME,
    "restricted_word": _NAME,
    "history_risk": _NAME,
}


def alternatives_to(reasons: Iterable[str]) -> tuple[Alternative, ...]:
    """For each of these reasons (those whose `next` is switch), in their order; a reason that
    the table does not name gets the general ones."""
    return tuple(
        Alternative(reason, other, text)
        for reason in reasons
        for other, text in _BY_REASON.get(reason, _ANY).items()
    )
