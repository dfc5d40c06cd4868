from django.urls import path

from .views import OperationLogListView

urlpatterns = [path("operation-logs", OperationLogListView.as_view())]
