from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from domains.models import Domain, Operation
from registrar.accounts.models import ApiKey
from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values
from templates_app.models import InfoTemplate
from verification.models import Submission

from .states import LineState, PlanRoute, PlanState


class Plan(FSMModelMixin, TenantModel):
    """What is to be done for many domains at once. Written by verification.plans.services only.

    `due_at` is when a worker may take it next: the sweep's work list, null unless it runs.
    `run_user` or `run_key` is who ran it: what they may do is asked again for every line.
    """

    id_prefix: ClassVar[str] = "plan"

    state = FSMField(_("state"), default=PlanState.DRAFT, choices=PlanState.choices, protected=True)
    made_by = models.CharField(_("made by"), max_length=128)
    # What was asked for: {"filter": {…}}, {"domains": how many} or {"again": a plan's id}.
    selection = models.JSONField(default=dict)
    template = models.ForeignKey(
        InfoTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Domains of a filter that are verified already: they need no line.
    verified = models.PositiveIntegerField(default=0)
    run_by = models.CharField(_("run by"), max_length=128, blank=True)
    run_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    run_key = models.ForeignKey(
        ApiKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("re-verification plan")
        verbose_name_plural = _("re-verification plans")
        constraints = [
            known_values("state", PlanState.values, name="plan_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=PlanState.RUNNING, due_at__isnull=False)
                | (~models.Q(state=PlanState.RUNNING) & models.Q(due_at__isnull=True)),
                name="plan_due_while_running",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-created_at", "-id"], name="plan_newest"),
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="plan_due"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @transition(field=state, source=PlanState.DRAFT, target=PlanState.RUNNING)
    def run(self) -> None: ...

    @transition(field=state, source=PlanState.RUNNING, target=PlanState.FINISHED)
    def finish(self) -> None: ...

    @transition(
        field=state, source=[PlanState.DRAFT, PlanState.RUNNING], target=PlanState.CANCELLED
    )
    def cancel(self) -> None:
        """What has been carried out stays; what still waited its turn is let go."""


class PlanLine(FSMModelMixin, TenantModel):
    """One domain of a plan: the route it takes, why, and what became of it.

    `because`, `blocked_by` and the days are those of the moment when the line was planned.
    `other_holder`: somebody has confirmed that the domain goes to another holder.
    `refusal` holds the reasons of a refused line, each {"code", "text": {language: sentence}}.
    """

    id_prefix: ClassVar[str] = "pline"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="lines")
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    route = models.CharField(_("route"), max_length=24, choices=PlanRoute.choices)
    template = models.ForeignKey(
        InfoTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    other_holder = models.BooleanField(default=False)
    reason = models.CharField(max_length=40, blank=True)
    # Lists of codes. No arrays: rows without them are inserted by the thousand in one go.
    because = models.JSONField(default=list)
    blocked_by = models.JSONField(default=list)
    blocked_until = models.DateField(null=True, blank=True)
    safe_from = models.DateField(null=True, blank=True)
    expected_on = models.DateField(_("expected"), null=True, blank=True)
    expected_provisional = models.BooleanField(default=False)
    group = models.CharField(max_length=16)

    state = FSMField(
        _("state"), default=LineState.PLANNED, choices=LineState.choices, protected=True
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    operation = models.ForeignKey(
        Operation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    refusal = models.JSONField(default=list)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("line of a re-verification plan")
        verbose_name_plural = _("lines of re-verification plans")
        constraints = [
            known_values("state", LineState.values, name="planline_state_known"),
            known_values("route", PlanRoute.values, name="planline_route_known"),
            models.UniqueConstraint(fields=["plan", "domain"], name="planline_once_per_domain"),
            models.CheckConstraint(
                condition=models.Q(route=PlanRoute.CHANGE_REGISTRANT, template__isnull=False)
                | (~models.Q(route=PlanRoute.CHANGE_REGISTRANT) & models.Q(template__isnull=True)),
                name="planline_template_of_a_change",
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "position", "id"], name="planline_by_position"),
            models.Index(fields=["plan", "group", "position", "id"], name="planline_by_group"),
            models.Index(
                fields=["plan", "attempts", "position"],
                condition=models.Q(state=LineState.QUEUED),
                name="planline_waiting",
            ),
            # Whether another plan has a domain: of all its lines in old plans few still wait.
            models.Index(
                fields=["domain"],
                condition=models.Q(state=LineState.QUEUED),
                name="planline_waiting_domain",
            ),
        ]

    def __str__(self) -> str:
        return str(self.domain)

    @transition(field=state, source=LineState.QUEUED, target=LineState.DONE)
    def complete(self) -> None: ...

    @transition(field=state, source=LineState.QUEUED, target=LineState.REFUSED)
    def refuse(self) -> None: ...
