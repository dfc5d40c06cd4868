"""Pages' forms below /verifications/<id>/."""

from django.urls import path

from . import views

_HERE = "verifications/<str:verification_id>/"

urlpatterns = [
    path(f"{_HERE}resubmit/", views.resubmit, name="resubmit"),
    path(f"{_HERE}reminder/", views.remind, name="remind"),
    path(f"{_HERE}reminder/cancel/", views.cancel, name="cancel_reminder"),
]
