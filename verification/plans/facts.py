"""What a plan has to know of many domains: a constant number of queries, however many."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Count
from django.utils import timezone

from domains.gates import Operation as GateOperation
from domains.gates import TargetFacts
from domains.gating import blockers_of, target_of
from domains.models import Domain, Operation
from domains.states import ENDED, RealName
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.selectors import usable_templates
from verification.catalogue.catalogue import reasons
from verification.models import Submission
from verification.reverification.rules import Candidate, Situation
from verification.states import FailureStage, SubmissionState
from verification.waiting.selectors import WayOn, ways_on_of

from .models import PlanLine
from .rules import NOTHING_TO_RESEND, Facts
from .states import LineState

# A holder's newest verified templates are enough to choose from.
MOST_OF_A_HOLDER = 20
# Of the other holders' templates one that fits tells that there is a way to choose.
MOST_OTHERS = 100
_SEALED = ("document_number", "note_to_user", "note_to_staff")


class Targets:
    """The account's verified templates, as the domains at hand see them. Four queries."""

    def __init__(self, domains: Sequence[Domain]) -> None:
        rows = usable_templates()
        names = {domain.registrant_name for domain in domains}
        self._own: dict[tuple[str, str], list[InfoTemplate]] = defaultdict(list)
        for template in rows.filter(name_zh__in=names).order_by("-verified_at", "-id"):
            self._own[(template.holder_type, template.name_zh)].append(template)
        self._others = list(rows[:MOST_OTHERS])
        known = [*self._others, *(t for own in self._own.values() for t in own)]
        self._restrictions = dict(restrictions_by_template(known))
        self._facts: dict[tuple[int, str], TargetFacts] = {}

    def candidate(self, template: InfoTemplate, domain: Domain) -> Candidate:
        """Any template of the account, as `domain` sees it."""
        key = (template.pk, domain.suffix)
        if key not in self._facts:
            if template.pk not in self._restrictions:
                self._restrictions.update(restrictions_by_template([template]))
            self._facts[key] = target_of(template, domain, restrictions=self._restrictions)
        return as_candidate(template, domain, self._facts[key])

    def candidates(self, domain: Domain) -> tuple[Candidate, ...]:
        """The same holder's, the newest first, and one of another holder that fits."""
        own = self._own.get(holder_of(domain), [])[:MOST_OF_A_HOLDER]
        found = [self.candidate(template, domain) for template in own]
        others = (self.candidate(template, domain) for template in self._others)
        fitting = (c for c in others if not c.same_holder and c.target.fits_suffix)
        return (*found, *(c for c, _one in zip(fitting, range(1), strict=False)))

    def by_key(self) -> dict[str, InfoTemplate]:
        """Every template that `candidates` may name."""
        known = [*self._others, *(t for rows in self._own.values() for t in rows)]
        return {template.public_id: template for template in known}


def as_candidate(template: InfoTemplate, domain: Domain, target: TargetFacts) -> Candidate:
    same = (template.holder_type, template.name_zh) == holder_of(domain)
    return Candidate(template.public_id, target, same)


def facts_for(domains: Sequence[Domain], targets: Targets | None = None) -> dict[int, Facts]:
    """The facts of each domain, by its pk. `domains` need everything that gates ask for.

    Without `targets` there is nothing to propose from: enough for `against`, of a line that is
    there already.
    """
    pks = [domain.pk for domain in domains]
    failures = _latest_failures([d for d in domains if d.real_name == RealName.FAILED])
    ways = {way.submission.domain_id: way for way in ways_on_of(failures.values()).values()}
    counts = _failure_counts(failures)
    open_ones = _with_open_change(pks)
    planned = _in_running_plans(pks)
    return {
        domain.pk: _facts(
            domain,
            _situation(domain, targets, ways.get(domain.pk), counts.get(domain.pk, 0)),
            ways.get(domain.pk),
            operation_open=domain.pk in open_ones,
            elsewhere=domain.pk in planned,
        )
        for domain in domains
    }


def _facts(
    domain: Domain,
    situation: Situation,
    way: WayOn | None,
    *,
    operation_open: bool,
    elsewhere: bool,
) -> Facts:
    return Facts(
        holder=holder_of(domain),
        verified=domain.real_name == RealName.VERIFIED,
        situation=situation,
        operation_open=operation_open,
        elsewhere=elsewhere,
        failed_with=_failed_with(way.submission) if way else "",
        unchanged=way.unchanged.blocked_by if way else (NOTHING_TO_RESEND,),
    )


def holder_of(domain: Domain) -> tuple[str, str]:
    return (domain.holder_type, domain.registrant_name)


def _situation(
    domain: Domain, targets: Targets | None, way: WayOn | None, failures: int
) -> Situation:
    known = reasons()
    codes = way.submission.reason_codes if way else []
    return Situation(
        today=timezone.localdate(),
        change_blockers=blockers_of(domain, GateOperation.CHANGE_REGISTRANT),
        resubmit_blockers=blockers_of(domain, GateOperation.SUBMIT_VERIFICATION),
        candidates=targets.candidates(domain) if targets else (),
        next_steps=frozenset(known[code].next for code in codes if code in known),
        failures=failures,
        safe_from=way.safe_from if way else None,
        safe_provisional=way is not None and way.provisional,
        unchanged=way is not None and way.unchanged.available,
        nothing_wrong=way is not None and way.unchanged.nothing_wrong,
    )


def _failed_with(failure: Submission) -> str:
    if failure.reason_codes:
        return str(failure.reason_codes[0])
    return "timeout" if failure.stage == FailureStage.TIMEOUT else "unknown"


def _latest_failures(domains: Sequence[Domain]) -> dict[int, Submission]:
    """The submission that each failed domain failed with; no sealed column is opened."""
    by_pk = {domain.pk: domain for domain in domains}
    rows = Submission.objects.filter(domain__in=by_pk, state=SubmissionState.FAILED)
    newest = rows.order_by("domain_id", "-id").distinct("domain_id").defer(*_SEALED)
    found = {row.domain_id: row for row in newest if row.domain_id is not None}
    for pk, row in found.items():
        row.domain = by_pk[pk]
    return found


def _failure_counts(pks: Iterable[int]) -> dict[int, int]:
    rows = Submission.objects.filter(domain__in=pks, state=SubmissionState.FAILED)
    return dict(rows.order_by().values_list("domain_id").annotate(Count("pk")))


def _with_open_change(pks: Iterable[int]) -> set[int]:
    rows = Operation.objects.filter(domain__in=pks, kind=GateOperation.CHANGE_REGISTRANT)
    return set(rows.exclude(state__in=ENDED).values_list("domain_id", flat=True))


def _in_running_plans(pks: Iterable[int]) -> set[int]:
    rows = PlanLine.objects.filter(domain__in=pks, state=LineState.QUEUED)
    return set(rows.values_list("domain_id", flat=True))
