from django.urls import path

from .views import changing, detail, files, listing, uploading

app_name = "sheets"
_one = "imports/<str:import_id>/"

urlpatterns = [
    path("<slug:sheet_kind>/import/", uploading.upload, name="upload"),
    path("<slug:sheet_kind>/import/sample.<slug:file_format>", files.sample_file, name="sample"),
    path("imports/", listing.import_list, name="list"),
    path(_one, detail.import_detail, name="detail"),
    path(f"{_one}run/", changing.import_run, name="run"),
    path(f"{_one}cancel/", changing.import_cancel, name="cancel"),
    path(f"{_one}report.<slug:file_format>", files.report_file, name="report"),
]
