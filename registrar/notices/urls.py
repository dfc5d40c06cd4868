from django.urls import path

from . import views

app_name = "notices"

urlpatterns = [
    path("notices/", views.notice_list, name="list"),
    path("notices/read/", views.mark_all_read, name="read_all"),
    path("notices/bell/", views.bell, name="bell"),
    path("notices/<str:notice_id>/open/", views.open_notice, name="open"),
    path("settings/notices/", views.preferences, name="preferences"),
]
