from django.urls import path

from .views import EventsView, EventTypesView, EventView

urlpatterns = [
    path("events", EventsView.as_view()),
    path("events/<str:event_id>", EventView.as_view()),
    path("event-types", EventTypesView.as_view()),
]
