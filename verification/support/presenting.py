"""What goes with a request, in words: for the customer before sending and after, and for staff."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from domains.operation_texts import STATE_TONES as OPERATION_TONES
from domains.operation_texts import operation_name
from domains.service_status_texts import STATUS_TEXTS
from domains.states import OperationState
from templates_app.models import HolderType
from templates_app.names_of import document_type_name
from verification.catalogue.model import Language
from verification.review.case_file import finding_titles, reason_titles
from verification.state_tones import STATE_TONES as VERIFICATION_TONES
from verification.states import FailureStage, SubmissionState


@dataclass(frozen=True, slots=True)
class Fact:
    """`codes` are ids and numbers, set in equal widths."""

    label: str
    text: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt of the past, as the timeline shows it."""

    title: str
    state: str
    tone: str
    began: dt.datetime | None
    ended: dt.datetime | None
    reasons: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownAttachment:
    """`reasons` are verification.failures.ExplainedReason, causes with their verdicts."""

    messages: tuple[str, ...]
    unknown: bool
    note: str
    reasons: tuple[Mapping[str, Any], ...]
    facts: tuple[Fact, ...]
    attempts: tuple[AttemptLine, ...]

    @property
    def empty(self) -> bool:
        return not (self.messages or self.reasons or self.facts or self.attempts)


def shown_attachment(attached: Mapping[str, Any], language: Language) -> ShownAttachment:
    """A snapshot of support.snapshot in one language; codes that are gone stand for themselves."""
    return ShownAttachment(
        messages=tuple(attached.get("messages", ())),
        unknown=bool(attached.get("unknown")),
        note=str(attached.get("note", "")),
        reasons=tuple(attached.get("reasons", {}).get(language, ())),
        facts=(
            *_domain_facts(attached.get("domain")),
            *_submission_facts(attached.get("submission"), language),
            *_operation_facts(attached.get("operation")),
        ),
        attempts=tuple(_attempt(row, language) for row in attached.get("attempts", ())),
    )


def _domain_facts(domain: Mapping[str, Any] | None) -> list[Fact]:
    if not domain:
        return []
    status = STATUS_TEXTS.get(domain["service_status"])
    said = str(status.label) if status else domain["service_status"]
    facts = [Fact(_("Domain"), f"{domain['unicode_name']} · {said}")]
    if domain["epp_statuses"]:
        facts.append(Fact(_("EPP statuses"), codes=tuple(domain["epp_statuses"])))
    return facts


def _submission_facts(row: Mapping[str, Any] | None, language: Language) -> list[Fact]:
    if not row:
        return []
    facts = [
        Fact(_("Verification"), codes=(row["id"],)),
        Fact(_("State"), _verification_state(row)),
        Fact(_("Attempt"), str(row["attempt"])),
        Fact(_("Holder"), row["holder_name"]),
        Fact(_("Holder type"), _label(HolderType, row["holder_type"])),
        Fact(_("Document type"), document_type_name(row["document_type"])),
        Fact(_("Document number"), codes=(row["document_number"],)),
        Fact(_("Authority profile"), codes=(row["profile"],)),
    ]
    if row["confirmed_warnings"]:
        warnings = finding_titles(row["confirmed_warnings"], language)
        facts.append(Fact(_("Confirmed by the user"), " · ".join(warnings)))
    if row["materials"]:
        facts.append(Fact(_("Pictures (ids only)"), codes=tuple(row["materials"])))
    return facts


def _operation_facts(row: Mapping[str, Any] | None) -> list[Fact]:
    if not row:
        return []
    return [
        Fact(_("Operation"), operation_name(row["kind"])),
        Fact(_("State"), _label(OperationState, row["state"])),
        Fact(_("Operation number"), codes=(row["id"],)),
    ]


def _attempt(row: Mapping[str, Any], language: Language) -> AttemptLine:
    verification = row["kind"] == "verification"
    tones = VERIFICATION_TONES if verification else OPERATION_TONES
    if verification:
        title = _("Attempt %(number)s") % {"number": row["attempt"]}
    else:
        title = operation_name(row["kind"])
    state = _verification_state(row) if verification else _label(OperationState, row["state"])
    return AttemptLine(
        title=title,
        state=state,
        tone=tones.get(row["state"], "muted"),
        began=parse_datetime(row["began"]) if row["began"] else None,
        ended=parse_datetime(row["ended"]) if row["ended"] else None,
        reasons=reason_titles(row["reasons"], language),
        messages=tuple(row["messages"]),
    )


def _verification_state(row: Mapping[str, Any]) -> str:
    state = _label(SubmissionState, row["state"])
    return f"{state} · {_label(FailureStage, row['stage'])}" if row["stage"] else state


def _label(choices: Any, code: str) -> str:
    return str(choices(code).label) if code in choices.values else code
