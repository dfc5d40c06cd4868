"""Domains and operations as pages show them: words, tones and where they lead."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from domains.gates import Operation as GateOperation
from domains.gating import GateAnswer, overview_of
from domains.models import Domain, Operation
from domains.operation_kinds import KINDS, REGISTER
from domains.operation_kinds.base import Fact
from domains.operation_texts import OPERATION_LABELS, STATE_TONES
from domains.service_status_texts import STATUS_TEXTS, StatusText
from domains.states import ENDED, OperationState, RealName
from registrar.accounts.permissions import Permission
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor


@dataclass(frozen=True, slots=True)
class StatusBadge:
    """A domain's service status; `url` where the word itself leads somewhere."""

    text: StatusText
    url: str
    live: bool


@dataclass(frozen=True, slots=True)
class Action:
    """One operation on a domain's page; `url` is "" where it can't be begun from there.

    `refusal` says why when it is not the domain's state that forbids it but the asker's role;
    `note` why an operation that nothing forbids has no button.
    """

    answer: GateAnswer
    label: str | Promise
    url: str
    refusal: str | Promise = ""
    note: str | Promise = ""

    @property
    def key(self) -> str:
        return self.answer.operation.value


@dataclass(frozen=True, slots=True)
class OperationBadge:
    label: str | Promise
    tone: str
    live: bool


_LEADS_TO_VERIFICATION = frozenset({"verification_failed", "unverified"})


def status_badge(domain: Domain) -> StatusBadge:
    """The words 实名认证失败 are themselves the link to the way out (seed 003), like 未实名认证."""
    text = STATUS_TEXTS[domain.service_status]
    url = ""
    if domain.service_status in _LEADS_TO_VERIFICATION:
        url = reverse("verification:reverify", args=[domain.name])
    return StatusBadge(text=text, url=url, live=text.tone == "info")


def operation_badge(operation: Operation) -> OperationBadge:
    state = OperationState(operation.state)
    return OperationBadge(state.label, STATE_TONES[state], live=state not in ENDED)


def kind_label(operation: Operation) -> str | Promise:
    kind = KINDS.get(operation.kind)
    return kind.label if kind else operation.kind


def operation_facts(operation: Operation) -> list[Fact]:
    """What this operation asks for beyond its name, such as which lock; for its page."""
    kind = KINDS.get(operation.kind)
    return kind.facts(operation.payload) if kind else []


def actions_of(domain: Domain, actor: Actor) -> list[Action]:
    """Every operation of the gate, in its order, with the page that begins it."""
    return [_action(domain, answer, actor) for answer in overview_of(domain)]


# The pages that begin an operation, by their names; those of verification lie above this app.
_ENTRIES: dict[GateOperation, tuple[str, Permission]] = {
    GateOperation.CHANGE_REGISTRANT: ("domains:change_registrant", Permission.OPERATIONS_WRITE),
    GateOperation.EDIT_CONTACTS: ("domains:contacts", Permission.OPERATIONS_WRITE),
    GateOperation.SET_LOCKS: ("domains:locks", Permission.OPERATIONS_WRITE),
}
# Until a domain is verified both lead to the ways there, with the reasons of the last failure.
_VERIFYING = frozenset({GateOperation.SUBMIT_VERIFICATION, GateOperation.EDIT_MATERIALS})
_VERIFY_ENTRY = ("verification:reverify", Permission.VERIFICATIONS_READ)
_VERIFIED = _("The holder is verified already: nothing has to be submitted.")
_NOT_HERE = _("The domain's state allows it; this console does not offer it.")


def _action(domain: Domain, answer: GateAnswer, actor: Actor) -> Action:
    label = OPERATION_LABELS[answer.operation]
    if not answer.allowed:
        return Action(answer, label, url="")
    entry = _ENTRIES.get(answer.operation)
    if answer.operation in _VERIFYING:
        if domain.real_name == RealName.VERIFIED:
            return Action(answer, label, url="", note=_VERIFIED)
        entry = _VERIFY_ENTRY
    if entry is None:
        return Action(answer, label, url="", note=_NOT_HERE)
    view, permission = entry
    if not actor.may(permission):
        return Action(answer, label, url="", refusal=NotPermitted.message)
    return Action(answer, label, url=reverse(view, args=[domain.name]))


def registration_again(operation: Operation) -> str:
    """The form with what this registration asked for; "" for any other operation."""
    if operation.kind != REGISTER.key or operation.template is None:
        return ""
    asked = {
        "name": operation.domain.unicode_name,
        "template": operation.template.public_id,
        "years": operation.payload["years"],
    }
    return f"{reverse('domains:register')}?{urlencode(asked)}"


@dataclass(frozen=True, slots=True)
class OperationStep:
    """One step of an operation; `state` is done, current, failed or ""."""

    label: str | Promise
    state: str


def operation_steps(operation: Operation) -> list[OperationStep]:
    """The way of an operation with where it is; none for one that was cancelled."""
    if operation.state == OperationState.CANCELLED:
        return []
    labels = [_("Submitted"), _("Registry review"), pgettext_lazy("operation", "Done")]
    if KINDS[operation.kind].is_sensitive(operation.payload):
        labels.insert(0, _("Identity check"))
    ended = operation.state in ENDED
    left = {"awaiting_identity": len(labels), "submitted": 3, "in_review": 2}
    current = len(labels) - left.get(operation.state, 1)
    steps = []
    for number, label in enumerate(labels):
        state = "done" if number < current or ended else "current" if number == current else ""
        steps.append(OperationStep(label, state))
    if operation.state == OperationState.FAILED:
        steps[-1] = OperationStep(_("Failed"), "failed")
    return steps
