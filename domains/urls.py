from django.urls import path

from .views import change_registrant, detail, editing, exporting, listing, operations, registering

app_name = "domains"
urlpatterns = [
    path("domains/", listing.domain_list, name="list"),
    path("domains/register/", registering.register, name="register"),
    path("domains/export/", exporting.domain_export, name="export"),
    path("domains/<str:name>/", detail.domain_detail, name="detail"),
    path("domains/<str:name>/tags/", detail.domain_tags, name="tags"),
    path("domains/<str:name>/contacts/", editing.edit_contacts, name="contacts"),
    path("domains/<str:name>/locks/", editing.set_locks, name="locks"),
    path(
        "domains/<str:name>/change-registrant/",
        change_registrant.change_registrant,
        name="change_registrant",
    ),
    path("operations/", operations.operation_list, name="operations"),
    path("operations/<str:operation_id>/", operations.operation_detail, name="operation"),
    path(
        "operations/<str:operation_id>/submit/",
        operations.operation_submit,
        name="operation_submit",
    ),
    path(
        "operations/<str:operation_id>/cancel/",
        operations.operation_cancel,
        name="operation_cancel",
    ),
]
