from django.urls import path

from .views import changing, detail, listing

app_name = "plans"
_one = "reverification-plans/<str:plan_id>/"

urlpatterns = [
    path("reverification-plans/", listing.plan_list, name="list"),
    path("reverification-plans/new/", listing.plan_new, name="new"),
    path(_one, detail.plan_detail, name="detail"),
    path(f"{_one}change/", changing.plan_change, name="change"),
    path(f"{_one}run/", changing.plan_run, name="run"),
    path(f"{_one}cancel/", changing.plan_cancel, name="cancel"),
    path(f"{_one}again/", changing.plan_refused_again, name="again"),
]
