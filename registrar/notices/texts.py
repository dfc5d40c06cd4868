"""Putting a notice into words, in the language that is active when it is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .kinds import NoticeKind, kind_named

Params = Mapping[str, str | int]


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
        return NoticeText(str(kind.title) % params, str(kind.text) % params, kind.tone)
    except (KeyError, TypeError) as error:
        raise ValueError(f"params don't fit the notice kind {kind.key!r}") from error
