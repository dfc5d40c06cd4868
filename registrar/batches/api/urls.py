from django.urls import path

from .views import (
    BatchesView,
    BatchItemsView,
    BatchView,
    CancelBatchView,
    ResumeBatchView,
)

_one = "batches/<str:batch_id>"

urlpatterns = [
    path("batches", BatchesView.as_view()),
    path(_one, BatchView.as_view()),
    path(f"{_one}/items", BatchItemsView.as_view()),
    path(f"{_one}/cancel", CancelBatchView.as_view()),
    path(f"{_one}/resume", ResumeBatchView.as_view()),
]
