"""What programs are told of re-verification plans; each line's own work is told by its object."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventField, EventType, Words
from registrar.events.fields import code, number
from registrar.events.making import event_type, from_entry
from registrar.oplog.models import LogEntry

from .models import Plan
from .states import PlanRoute, PlanState

_type = partial(
    event_type, scope=Permission.OPERATIONS_READ, example="plan_01k2h5zq3ye8n9t6m4x7r1c0vb"
)
_state = partial(code, values=PlanState.values)


def _plan(*names: str) -> Any:
    said = from_entry(*names)

    def make(entry: LogEntry, about: Plan) -> Data:
        return {"state": str(about.state)} | said(entry, about)

    return make


def _told(
    verb: str,
    title: Words,
    description: Words,
    *fields: EventField,
    make_data: Any,
    state: str,
    actions: tuple[str, ...] = (),
) -> EventType:
    return _type(
        f"reverification_plan.{verb}",
        title,
        description,
        *(_state("state", _("State now."), state), *fields),
        make_data=make_data,
        actions=actions or (f"plan.{verb}",),
    )


_WAS = _state("previous_state", _("State before."), "draft")
_RAN = _state("previous_state", _("State before."), "running")

EVENTS = (
    _told(
        "created",
        _("Re-verification plan made"),
        _("It proposes a route for each of its domains; nothing has been done."),
        number("lines", _("Domains in the plan."), 120),
        number("to_do", _("Domains that a run would do something for."), 96),
        make_data=_plan("lines", "to_do"),
        state="draft",
        actions=("plan.made",),
    ),
    _told(
        "changed",
        _("Lines of a re-verification plan changed"),
        _("Some domains take another route."),
        code("route", _("The route they take now."), "wait", PlanRoute.values),
        number("lines", _("How many."), 12),
        make_data=_plan("route", "lines"),
        state="draft",
    ),
    _told(
        "started",
        _("Re-verification plan run"),
        _("Its lines are carried out one by one."),
        _WAS,
        number("lines", _("Lines to carry out."), 96),
        make_data=_plan("state", "lines"),
        state="running",
    ),
    _told(
        "finished",
        _("Re-verification plan finished"),
        _("Every line has been carried out or refused."),
        _RAN,
        number("done", _("Lines whose work is under way or done."), 90),
        number("refused", _("Lines that were refused."), 6),
        make_data=_plan("state", "done", "refused"),
        state="finished",
    ),
    _told(
        "cancelled",
        _("Re-verification plan cancelled"),
        _("What has been carried out stays."),
        _RAN,
        number("lines", _("Lines that were let go."), 40),
        make_data=_plan("state", "lines"),
        state="cancelled",
    ),
)
