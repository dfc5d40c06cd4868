"""Putting a notice into words, in the language that is active when it is read."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .kinds import NoticeKind, Params, Words, kind_named


@dataclass(frozen=True, slots=True)
class NoticeText:
    title: str
    text: str
    tone: str


def text_of(kind: str, params: Params) -> NoticeText:
    """The words for `kind`. A kind that nobody knows any more, or whose wording has come to
    ask for what an old row does not hold, is told in general words."""
    known = kind_named(kind)
    if known is not None:
        try:
            return words_for(known, params)
        except ValueError:
            pass
    text = _("Something has changed in this account. Open it to see more.")
    return NoticeText(_("News"), text, "info")


def words_for(kind: NoticeKind, params: Params) -> NoticeText:
    """ValueError when `params` lack what the wording names."""
    try:
        return NoticeText(_say(kind.title, params), _say(kind.text, params), kind.tone)
    except (KeyError, TypeError) as error:
        raise ValueError(f"params don't fit the notice kind {kind.key!r}") from error


def details_of(kind: str, params: Params) -> tuple[str, ...]:
    """What a mail says beyond the words; nothing where the kind has no more to say."""
    known = kind_named(kind)
    return tuple(known.details(params)) if known and known.details else ()


def _say(words: Words, params: Params) -> str:
    return words(params) if callable(words) else str(words) % params
