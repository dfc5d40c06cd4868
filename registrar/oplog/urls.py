from django.urls import path

from . import views

app_name = "oplog"

urlpatterns = [
    path("", views.log_list, name="list"),
    path("<str:entry_id>/", views.log_detail, name="detail"),
]
