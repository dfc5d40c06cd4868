from django.urls import path

from .views import detail, listing, stopping

app_name = "batches"
_one = "batches/<str:batch_id>/"

urlpatterns = [
    path("batches/", listing.batch_list, name="list"),
    path(_one, detail.batch_detail, name="detail"),
    path(f"{_one}cancel/", stopping.batch_cancel, name="cancel"),
    path(f"{_one}resume/", stopping.batch_resume, name="resume"),
]
