from django.urls import path

from .views import CancelImportView, ImportRowsView, ImportsView, ImportView, RunImportView

_one = "imports/<str:import_id>"

urlpatterns = [
    path("imports", ImportsView.as_view()),
    path(_one, ImportView.as_view()),
    path(f"{_one}/rows", ImportRowsView.as_view()),
    path(f"{_one}/run", RunImportView.as_view()),
    path(f"{_one}/cancel", CancelImportView.as_view()),
]
