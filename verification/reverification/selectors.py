"""Everything about a domain's re-verification, in a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as GateOperation
from domains.gating import blockers_of, target_of
from domains.models import Domain, Operation
from domains.states import ENDED, OperationState, RealName
from registrar.blockers import Blocker
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.selectors import usable_templates
from verification.catalogue.model import Language
from verification.failures import Failure, failure_of
from verification.models import Submission
from verification.selectors import latest_failed_for
from verification.states import SubmissionState
from verification.waiting.selectors import WayOn, way_on_of

from .alternatives import Alternative, alternatives_to
from .rules import Candidate, Route, RouteOffer, Situation, offer_routes

# What is wrong with the Chinese name itself, which a domain's holder can't correct in place.
_WRONG_NAME = frozenset(
    {
        "name_mismatch",
        "name_contains_space",
        "name_fullwidth_brackets",
        "name_is_legal_representative",
        "name_language_mismatch",
    }
)
# More than anybody chooses from; the same holder's come first.
MAX_TEMPLATES = 100

ALREADY_VERIFIED = Blocker(
    code="already_verified",
    message=_(
        "The domain is verified already: there is nothing to verify again. A change of registrant"
        " is still an operation of its own."
    ),
    source="seed 003: only a failed domain is verified again",
)


@dataclass(frozen=True, slots=True)
class TemplateOption:
    """A template that the domain can move to; `same_holder`: the registrant stays the same."""

    template: InfoTemplate
    same_holder: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What happened to a domain and the ways on. `submission` and `failure` are those of its
    latest failed attempt, None unless it has failed now; `operation` is the latest change of
    registrant, `refused` the same where the registry refused it. `options` are route one's
    templates, in the order of its offer. `way` is what the failure waits for; `alternatives`
    say what else would do where this holder can't pass.
    """

    domain: Domain
    submission: Submission | None
    failure: Failure | None
    failures: int
    operation: Operation | None
    refused: Operation | None
    change: RouteOffer
    resubmit: RouteOffer
    options: tuple[TemplateOption, ...]
    way: WayOn | None = None
    alternatives: tuple[Alternative, ...] = ()

    @property
    def open_operation(self) -> Operation | None:
        under_way = self.operation is not None and self.operation.state not in ENDED
        return self.operation if under_way else None

    @property
    def offers(self) -> tuple[RouteOffer, RouteOffer]:
        return (self.change, self.resubmit)

    def offer(self, route: Route) -> RouteOffer:
        return self.change if route is Route.CHANGE_REGISTRANT else self.resubmit


def outlook_for(domain: Domain, *, language: Language, with_read: bool = False) -> Outlook:
    """The outlook of one domain: at most thirteen queries. What is over is no failure any more.

    `with_read` as in `failure_of`.
    """
    failed = domain.real_name == RealName.FAILED
    submission = latest_failed_for(domain) if failed else None
    failure = failure_of(submission, language, with_read=with_read) if submission else None
    way = way_on_of(submission) if submission else None
    failures = Submission.objects.filter(domain=domain, state=SubmissionState.FAILED).count()
    options = {
        template.public_id: TemplateOption(template, _same_holder(template, domain))
        for template in _templates_for(domain)
    }
    operation = _latest_change(domain)
    refused = _refused(operation, submission)
    restrictions = restrictions_by_template([option.template for option in options.values()])
    candidates = tuple(
        Candidate(
            key,
            target_of(option.template, domain, restrictions=restrictions),
            option.same_holder,
            refused=refused is not None and option.template.pk == refused.template_id,
        )
        for key, option in options.items()
    )
    change, resubmit = offer_routes(_situation(domain, candidates, failure, way, failures))
    return Outlook(
        domain=domain,
        submission=submission,
        failure=failure,
        failures=failures,
        operation=operation,
        refused=refused,
        change=change,
        resubmit=resubmit,
        options=tuple(options[key] for key in change.usable),
        way=way,
        alternatives=alternatives_to(_reasons(failure, "switch")),
    )


def _situation(
    domain: Domain,
    candidates: tuple[Candidate, ...],
    failure: Failure | None,
    way: WayOn | None,
    failures: int,
) -> Situation:
    return Situation(
        today=timezone.localdate(),
        change_blockers=_blockers(domain, GateOperation.CHANGE_REGISTRANT),
        resubmit_blockers=_blockers(domain, GateOperation.SUBMIT_VERIFICATION),
        candidates=candidates,
        next_steps=frozenset(r["next"] for r in failure["reasons"]) if failure else frozenset(),
        failures=failures,
        safe_from=way.safe_from if way else None,
        safe_provisional=way is not None and way.provisional,
        unchanged=way is not None and way.unchanged.available,
        nothing_wrong=way is not None and way.unchanged.nothing_wrong,
        holder_name_wrong=failure is not None and _sure_of_a_wrong_name(failure),
    )


def _refused(operation: Operation | None, submission: Submission | None) -> Operation | None:
    """The latest change, if the registry refused it and nothing has been handed in since."""
    if operation is None or operation.state != OperationState.FAILED:
        return None
    since = submission.submitted_at if submission else None
    return None if since and since > operation.created_at else operation


def _sure_of_a_wrong_name(failure: Failure) -> bool:
    causes = [cause for reason in failure["reasons"] for cause in reason["causes"]]
    return any(c["verdict"] == "confirmed" and c["code"] in _WRONG_NAME for c in causes)


def _reasons(failure: Failure | None, step: str) -> list[str]:
    return [r["code"] for r in failure["reasons"] if r["next"] == step] if failure else []


def _blockers(domain: Domain, operation: GateOperation) -> tuple[Blocker, ...]:
    found = blockers_of(domain, operation)
    return (*found, ALREADY_VERIFIED) if domain.real_name == RealName.VERIFIED else found


def _templates_for(domain: Domain) -> QuerySet[InfoTemplate]:
    same = When(holder_type=domain.holder_type, name_zh=domain.registrant_name, then=Value(0))
    rows = usable_templates().filter(account_id=domain.account_id)
    return rows.order_by(Case(same, default=Value(1)), "-verified_at", "-id")[:MAX_TEMPLATES]


def _same_holder(template: InfoTemplate, domain: Domain) -> bool:
    return bool(
        template.holder_type == domain.holder_type and template.name_zh == domain.registrant_name
    )


def _latest_change(domain: Domain) -> Operation | None:
    rows = Operation.objects.filter(domain=domain, kind=GateOperation.CHANGE_REGISTRANT)
    found: Operation | None = (
        rows.select_related("template").defer("template__document_number").order_by("-id").first()
    )
    return found
