"""/reminders: every failed submission that waits for its first safe day."""

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from verification.models import Reminder
from verification.waiting.states import ReminderState

from .waiting_examples import REMINDERS
from .waiting_schema import ListedReminderSerializer
from .waiting_shapes import listed_reminder_shape

_SOONEST = ("due_on", "id")


class RemindersView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_READ}

    @extend_schema(
        summary="List reminders, the soonest first",
        description="Each is set and cancelled at its submission's own address.",
        parameters=[
            OpenApiParameter("state", enum=ReminderState.values),
            OpenApiParameter("cursor", description="`next` of the page before"),
            OpenApiParameter("limit", int),
        ],
        responses={200: list_shape(ListedReminderSerializer)},
        examples=[REMINDERS],
    )
    def get(self, request: Request) -> Response:
        only(request, "state", "cursor", "limit")
        state = one_of(request, "state", ReminderState.values)
        rows = _reminders()
        rows = rows.filter(state=state) if state else rows
        return list_response(request, rows, order=_SOONEST, shape=listed_reminder_shape)


def _reminders() -> QuerySet[Reminder]:
    """With what they wait for, and nothing that is sealed."""
    rows: QuerySet[Reminder] = Reminder.objects.select_related(
        "submission", "submission__template", "submission__domain"
    )
    return rows.only(
        *("uid", "state", "issued_on", "due_on", "provisional"),
        *("submission__uid", "submission__template__uid", "submission__domain__name"),
    )
