from django.urls import path

from .again import ReverificationPlanAgainView
from .views import (
    CancelReverificationPlanView,
    ReverificationPlanLinesView,
    ReverificationPlanLineView,
    ReverificationPlansView,
    ReverificationPlanView,
    RunReverificationPlanView,
)

_one = "reverification-plans/<str:plan_id>"

urlpatterns = [
    path("reverification-plans", ReverificationPlansView.as_view()),
    path(_one, ReverificationPlanView.as_view()),
    path(f"{_one}/lines", ReverificationPlanLinesView.as_view()),
    path(f"{_one}/lines/<str:name>", ReverificationPlanLineView.as_view()),
    path(f"{_one}/again", ReverificationPlanAgainView.as_view()),
    path(f"{_one}/run", RunReverificationPlanView.as_view()),
    path(f"{_one}/cancel", CancelReverificationPlanView.as_view()),
]
