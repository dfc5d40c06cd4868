"""What the lists say of a field, in codes and in words."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, Text, problem
from templates_app.rules.restrictions.causes import WORD_KINDS, Cause

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Hit:
    """One restriction that a field meets. It tells its cause, never the list's entry.

    `word` and `places` (where it stands, from 1) belong to causes 5 and 6; `until` is the last
    day of a restriction that ends by itself. `in_domain`: the name is a domain's.
    """

    field: str
    cause: Cause
    word: str = ""
    places: tuple[int, ...] = ()
    until: date | None = None
    in_domain: bool = False


def code_of(hit: Hit) -> str:
    """`restricted_word` or `subject_restricted`: stable finding codes."""
    return "restricted_word" if hit.cause in WORD_KINDS else "subject_restricted"


def message_of(hit: Hit) -> Text:
    """The cause, and what would do (seed 002, 解决办法)."""
    if hit.cause in WORD_KINDS:
        texts = _IN_DOMAINS if hit.in_domain else _IN_NAMES
        return format_lazy(texts[hit.cause], word=hit.word)
    if hit.cause is Cause.IN_PROCEEDINGS and hit.until:
        return format_lazy(_PROCEEDINGS_END, day=hit.until.isoformat())
    return _SUBJECTS[hit.cause]


def as_problem(hit: Hit) -> Problem:
    """The hit as rules tell what is wrong with a field; it blocks."""
    evidence: dict[str, Any] = {"cause": hit.cause.value}
    if hit.word:
        evidence |= {"word": hit.word, "positions": list(hit.places)}
    if hit.until:
        evidence["until"] = hit.until.isoformat()
    return replace(problem(code_of(hit), message_of(hit), **evidence), field=hit.field)


_SUBJECTS: dict[Cause, Text] = {
    Cause.IDENTITY_UNCLEAR: _(
        "This person or organisation can't be used: the identity is unclear or in dispute. "
        "Use another one."
    ),
    Cause.IN_PROCEEDINGS: _(
        "This person or organisation can't be used: a court, an arbitration body or a domain "
        "dispute body is dealing with the case. Use another one, or wait until the dispute has "
        "ended."
    ),
    Cause.BARRED_BY_REGISTRY: _(
        "This person or organisation can't be used: the registry has barred it. Use another "
        "one, or ask the registry to lift the bar."
    ),
    Cause.MIIT_LIST: _(
        "This person or organisation can't be used: it is on the violation list of the Ministry "
        "of Industry and Information Technology (MIIT). Use another one, or ask the MIIT to "
        "lift the restriction."
    ),
}
_PROCEEDINGS_END = _(
    "This person or organisation can't be used until the end of {day}: a court, an arbitration "
    "body or a domain dispute body is dealing with the case. Use another one, or wait until then."
)
_IN_NAMES: dict[Cause, "_StrPromise"] = {
    Cause.SPECIAL_WORD: _(
        "The name contains the special word “{word}”. Use another person or organisation; one "
        "that bears the word by right can ask us to allow it."
    ),
    Cause.POLICY_WORD: _(
        "The name contains “{word}”, a word restricted by policy. Use another person or "
        "organisation; one that bears the word by right can ask us to allow it."
    ),
}
_IN_DOMAINS: dict[Cause, "_StrPromise"] = {
    Cause.SPECIAL_WORD: _(
        "The domain name contains the special word “{word}”. Choose a domain name without it."
    ),
    Cause.POLICY_WORD: _(
        "The domain name contains “{word}”, a word restricted by policy. Choose a domain name "
        "without it."
    ),
}
