"""Pages below /domains/<name>/reverify/."""

from django.urls import path

from . import change_views, resubmit_views, views

_HERE = "domains/<str:name>/reverify/"

urlpatterns = [
    path(_HERE, views.reverify, name="reverify"),
    path(f"{_HERE}change/", change_views.reverify_change, name="reverify_change"),
    path(f"{_HERE}resubmit/", resubmit_views.reverify_resubmit, name="reverify_resubmit"),
    path(f"{_HERE}resubmit/check/", resubmit_views.check_resubmit, name="check_resubmit"),
]
