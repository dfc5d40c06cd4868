"""What the pages about failure reasons show: rows, groups, and one reason whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.catalogue import reasons
from verification.catalogue.model import Group, Language, Next, Reason
from verification.catalogue.search import search_reasons
from verification.failures import explain
from verification.messages.mappings import classify_known
from verification.step_links import Links, described_link, target_link

GROUP_TITLES: Mapping[Group, Promise] = {
    "verification": _("Real-name verification"),
    "truthfulness": _("Truthfulness verification and upload on the phone"),
    "domain": _("Registration, transfer, renewal and use of domains"),
}
_NEXT: Mapping[Next, Promise] = {
    "retry": _("Put it right, then try again."),
    "wait": _("Wait, then try again; nothing has to be changed."),
    "switch": _("It can't pass like this: use another holder, document or name."),
    "support": _("Only our staff can help: contact us."),
    "none": _("Nothing has to be done."),
}


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason in a list: `sub` is its first message, or its meaning where it has none."""

    code: str
    title: str
    sub: str
    verbatim: bool


@dataclass(frozen=True, slots=True)
class ReasonGroup:
    title: str | Promise
    rows: tuple[ReasonRow, ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a pasted message or a search found. `meant`: the message says so; `mentioning`:
    the words occur there. Both empty: the catalogue knows nothing of it."""

    meant: tuple[ReasonRow, ...]
    mentioning: tuple[ReasonRow, ...]

    @property
    def nothing(self) -> bool:
        return not self.meant and not self.mentioning


def reason_groups(language: Language) -> list[ReasonGroup]:
    """The whole catalogue in its three groups."""
    return [
        ReasonGroup(title, _rows((c for c, r in reasons().items() if r.group == group), language))
        for group, title in GROUP_TITLES.items()
    ]


def look_up(query: str, language: Language) -> Lookup:
    """The reasons that `query` states as a message, or several joined, by the catalogue or by
    what staff have said of it, and those that hold its words."""
    meant = [match.code for match in classify_known(query).reasons]
    mentioning = [code for code in search_reasons(query) if code not in meant]
    return Lookup(_rows(meant, language), _rows(mentioning, language))


def reason_page(code: str, language: Language, links: Links) -> dict[str, Any]:
    """A template's context for one reason; KeyError for an unknown code."""
    reason = reasons()[code]
    said = explain(code, language)
    target = target_link(reason.target)
    url = links[target.key] if target else ""
    return {
        "reason": said,
        "messages_verbatim": reason.messages,
        "group": GROUP_TITLES[reason.group],
        "next_text": _NEXT[reason.next],
        "next_link": described_link(target) | {"url": url} if target and url else None,
        "links": links,
    }


def _rows(codes: Iterable[str], language: Language) -> tuple[ReasonRow, ...]:
    return tuple(_row(reasons()[code], language) for code in codes)


def _row(reason: Reason, language: Language) -> ReasonRow:
    message = next(iter(reason.messages), "")
    return ReasonRow(
        code=reason.code,
        title=reason.title.pick(language),
        sub=message or reason.summary.pick(language),
        verbatim=bool(message),
    )
