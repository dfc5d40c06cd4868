from django.urls import URLPattern, path

from .reverification.urls import urlpatterns as reverification
from .views import answering, detail, listing, pictures, reasons, submit_template
from .waiting.urls import urlpatterns as waiting

app_name = "verification"
_one = "verifications/<str:verification_id>/"

urlpatterns: list[URLPattern] = [
    path("verifications/", listing.verification_list, name="list"),
    path(_one, detail.verification_detail, name="detail"),
    path(f"{_one}status/", detail.verification_status, name="status"),
    path(f"{_one}withdraw/", detail.withdraw, name="withdraw"),
    path(f"{_one}answer/", answering.answer, name="answer"),
    path("materials/upload/", pictures.upload, name="upload"),
    path("materials/<str:material_id>/", pictures.material_content, name="material_content"),
    path(
        "templates/<str:template_id>/verify/",
        submit_template.submit_template,
        name="submit_template",
    ),
    path("failure-reasons/", reasons.reason_list, name="reasons"),
    path("failure-reasons/<str:code>/", reasons.reason_detail, name="reason"),
    *reverification,
    *waiting,
]
