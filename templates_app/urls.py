from django.urls import path

from .views import detail, ending, exporting, listing, typing, writing

app_name = "templates"
urlpatterns = [
    path("", listing.template_list, name="list"),
    path("new/", writing.new_template, name="new"),
    path("export/", exporting.template_export, name="export"),
    path("romanise/", typing.romanise, name="romanise"),
    path("check-number/", typing.check_typed_number, name="check_number"),
    path("<str:template_id>/", detail.template_detail, name="detail"),
    path("<str:template_id>/edit/", writing.edit_template, name="edit"),
    path("<str:template_id>/new-version/", writing.new_version, name="new_version"),
    path("<str:template_id>/number/", detail.reveal_number, name="reveal_number"),
    path("<str:template_id>/delete/", ending.delete_template, name="delete"),
    path("<str:template_id>/disable/", ending.disable_template, name="disable"),
]
