from django.urls import path

from .views import OperationLogListView, OperationLogView

urlpatterns = [
    path("operation-logs", OperationLogListView.as_view()),
    path("operation-logs/<str:log_id>", OperationLogView.as_view()),
]
