"""What programs are told of verifications. `submission` is our word; theirs is
`verification`. How many of us look at one, and who, is told to nobody."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventField, EventType, Words
from registrar.events.fields import code, codes, day, moment, number, public_id
from registrar.events.making import event_type, from_entry
from registrar.oplog.models import LogEntry
from verification.events_silent import SILENT
from verification.material_events import MATERIAL_EVENTS
from verification.models import Submission
from verification.states import SHOWN_STATES, FailureStage, shown_state

_ID = "01k2h5zq3ye8n9t6m4x7r1c0vb"
_STATES = [state.value for state in SHOWN_STATES]
_type = partial(event_type, scope=Permission.VERIFICATIONS_READ, example=f"ver_{_ID}")
_state = partial(code, values=_STATES)
_SUBJECT = (
    public_id("domain", _("The domain whose holder it is about."), "example.com", always=False),
    public_id("template", _("Or the info template."), f"tpl_{_ID}", always=False),
    number("attempt", _("Which attempt it is, from 1."), 1),
)
_REASONS = codes("reasons", _("Codes of the catalogue."), ["registrant_name_mismatch"])
_MATERIALS = codes("materials", _("Ids of the pictures."), [f"mat_{_ID}"])
_EXPECTED = day("expected_on", _("When the result is expected."), always=False)


def _subject(_entry: LogEntry, about: Submission) -> Data:
    data: Data = {"attempt": about.attempt}
    if about.domain is not None:
        return data | {"domain": about.domain.name}
    return data | ({"template": about.template.public_id} if about.template else {})


def _with(*names: str) -> Any:
    """The subject, and what the entry says under these names."""
    more = from_entry(*names)
    return lambda entry, about: _subject(entry, about) | more(entry, about)


def _moved(*names: str) -> Any:
    """The same with the states as the customer sees them; no event where they look alike."""
    more = _with(*names)

    def make(entry: LogEntry, about: Submission) -> Data | None:
        now = shown_state(str(entry.after["state"]))
        was = shown_state(str(entry.before["state"]))
        if now == was:
            return None
        return more(entry, about) | {"state": now.value, "previous_state": was.value}

    return make


def _submitted(entry: LogEntry, about: Submission) -> Data:
    data = _with("materials")(entry, about) | {"state": entry.after["state"]}
    expected = {"expected_on": about.expected_on.isoformat()} if about.expected_on else {}
    return data | expected


def _told(
    verb: str,
    title: Words,
    description: Words,
    *fields: EventField,
    states: tuple[str, str] = ("", ""),
    make_data: Any = None,
    actions: tuple[str, ...] = (),
) -> EventType:
    was, now = states
    moves = (
        (
            _state("state", _("State now."), now),
            _state("previous_state", _("State before."), was),
        )
        if was
        else ()
    )
    return _type(
        f"verification.{verb}",
        title,
        description,
        *(*_SUBJECT, *moves, *fields),
        make_data=make_data or (_moved() if was else _subject),
        actions=actions or (f"submission.{verb}",),
    )


EVENTS = (
    _told(
        "submitted",
        _("Verification submitted"),
        _("Materials were handed in for the holder of a domain or of an info template."),
        _state("state", _("State now."), "submitted"),
        _MATERIALS,
        _EXPECTED,
        make_data=_submitted,
    ),
    _told(
        "review_started",
        _("First review started"),
        _("A reviewer looks at it."),
        states=("submitted", "in_review"),
        actions=("submission.claimed",),
    ),
    _told(
        "review_interrupted",
        _("First review interrupted"),
        _("It waits for a reviewer again."),
        states=("in_review", "submitted"),
        actions=("submission.given_back", "submission.claim_ended"),
    ),
    _told(
        "more_asked",
        _("More is asked for"),
        _("A reviewer wants something from you before going on. See `/verifications/{id}/more`."),
        codes("asked", _("What is asked for."), ["retake"]),
        states=("in_review", "more_wanted"),
        make_data=_moved("asked"),
    ),
    _told(
        "more_brought",
        _("More was brought"),
        _("What the reviewer asked for is there; the review goes on."),
        codes("asked", _("What was asked for."), ["retake"]),
        _MATERIALS,
        states=("more_wanted", "submitted"),
        make_data=_moved("asked", "materials"),
    ),
    _told(
        "handed_over",
        _("Handed over to the authority"),
        _("The authority decides. It can't be withdrawn any more."),
        moment("deadline", _("Without an answer by then it fails.")),
        states=("in_review", "at_authority"),
        make_data=_moved("deadline"),
    ),
    _told(
        "reopened",
        _("Verification reopened"),
        _("A reviewer has taken the decision back and looks at it again."),
        states=("failed", "in_review"),
    ),
    _told(
        "passed",
        _("Verification passed"),
        _("The authority has confirmed the holder."),
        states=("at_authority", "passed"),
    ),
    _told(
        "failed",
        _("Verification failed"),
        _("The reviewer or the authority has refused it, or the authority said nothing in time."),
        code("stage", _("Where it failed."), FailureStage.AUTHORITY, FailureStage.values),
        _REASONS,
        states=("at_authority", "failed"),
        make_data=_moved("stage", "reasons"),
    ),
    _told(
        "withdrawn",
        _("Verification withdrawn"),
        _("The customer has taken it back undecided."),
        states=("submitted", "withdrawn"),
    ),
    _told(
        "reclassified",
        _("Reasons of a failure explained anew"),
        _("The authority's message is understood now, or better than before."),
        _REASONS,
        codes("previous_reasons", _("Codes before."), []),
        make_data=_with("reasons"),
    ),
    _told(
        "question_answered",
        _("Question about a failure answered"),
        _("The diagnosis knows more of its causes now."),
        code("question", _("Which question."), "document_newly_issued"),
        make_data=lambda entry, about: (
            _subject(entry, about) | {"question": entry.after["question"]}
        ),
    ),
    *MATERIAL_EVENTS,
)

__all__ = ["EVENTS", "SILENT"]
