"""The catalogue as a reviewer picks from it: by topic, searchable in both languages (pure)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.catalogue import localise, reasons
from verification.catalogue.model import Language, LocalisedReason, Reason
from verification.catalogue.search import Fit, fit_of

# Reasons of other groups that a reviewer meets too (seed 002, 主体受限, 限制词汇).
_ALSO = frozenset({"subject_restricted", "restricted_word"})
# Topic of a reason by what its likeliest cause is about.
_TOPICS: tuple[tuple[str, Promise], ...] = (
    ("name_", _("Holder name")),
    ("number_", _("Document number")),
    ("document_", _("Document")),
    ("image_", _("Picture")),
    ("material_", _("Picture")),
    ("contact_", _("Contact")),
    ("country_", _("Contact")),
)
_OTHER = _("Other")
BY_CAUSE = _("By a possible cause")
# Topic of a reason that no first review gives.
_GROUPS: dict[str, Promise] = {
    "truthfulness": _("Truthfulness verification"),
    "domain": _("Domain operations"),
}


@dataclass(frozen=True, slots=True)
class ReasonChoice:
    """One reason, with the text that the user will read."""

    code: str
    preview: LocalisedReason
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReasonTopic:
    title: str
    choices: tuple[ReasonChoice, ...]


def review_reasons() -> dict[str, Reason]:
    """Every reason by code that a first review can give."""
    return {
        code: reason
        for code, reason in reasons().items()
        if reason.group == "verification" or code in _ALSO
    }


def reason_topics(
    *,
    language: Language,
    chosen: Collection[str] = (),
    query: str = "",
    among: Mapping[str, Reason] | None = None,
) -> list[ReasonTopic]:
    """Topics with their reasons: those of a first review, or those `among` which to choose.

    `query` keeps what contains all its words, in either language, in titles, messages or codes;
    what only its causes' titles add comes last, the reason with the fewest causes first.
    What is chosen stays in any case.
    """
    found: dict[str, list[ReasonChoice]] = {}
    titles = (*(title for _prefix, title in _TOPICS), *_GROUPS.values(), _OTHER, BY_CAUSE)
    for title in titles:
        found[str(title)] = []
    known = review_reasons() if among is None else among
    for reason in sorted(known.values(), key=lambda one: _breadth(one, query)):
        fit, picked = fit_of(reason, query), reason.code in chosen
        if picked or fit is not None:
            topic = str(BY_CAUSE) if fit is Fit.CAUSED else _topic(reason)
            found[topic].append(_choice(reason, language, picked))
    return [ReasonTopic(title, tuple(rows)) for title, rows in found.items() if rows]


def _breadth(reason: Reason, query: str) -> int:
    """How many causes it may have, where it is found by one; else the catalogue's order stays."""
    return len(reason.causes) if fit_of(reason, query) is Fit.CAUSED else 0


def _topic(reason: Reason) -> str:
    cause = reason.causes[0] if reason.causes else ""
    other = _GROUPS.get(reason.group, _OTHER)
    return str(next((title for prefix, title in _TOPICS if cause.startswith(prefix)), other))


def _choice(reason: Reason, language: Language, chosen: bool) -> ReasonChoice:
    return ReasonChoice(
        code=reason.code,
        preview=localise(reason, language),
        chosen=chosen,
    )
