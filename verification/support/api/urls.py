from django.urls import path

from .views import (
    CloseSupportRequestView,
    ReopenSupportRequestView,
    SupportRequestMessagesView,
    SupportRequestsView,
    SupportRequestView,
)

urlpatterns = [
    path("support-requests", SupportRequestsView.as_view()),
    path("support-requests/<str:support_id>", SupportRequestView.as_view()),
    path("support-requests/<str:support_id>/messages", SupportRequestMessagesView.as_view()),
    path("support-requests/<str:support_id>/close", CloseSupportRequestView.as_view()),
    path("support-requests/<str:support_id>/reopen", ReopenSupportRequestView.as_view()),
]
