from django.urls import URLPattern, path

from .reverification.urls import urlpatterns as reverification
from .views import (
    answering,
    bringing_more,
    detail,
    from_picture,
    listing,
    looking,
    pictures,
    reasons,
    submit_template,
)
from .waiting.urls import urlpatterns as waiting

app_name = "verification"
_one = "verifications/<str:verification_id>/"
_picture = "materials/<str:material_id>/"

urlpatterns: list[URLPattern] = [
    path("verifications/", listing.verification_list, name="list"),
    path(_one, detail.verification_detail, name="detail"),
    path(f"{_one}status/", detail.verification_status, name="status"),
    path(f"{_one}withdraw/", detail.withdraw, name="withdraw"),
    path(f"{_one}more/", bringing_more.answer_request, name="answer_request"),
    path(f"{_one}answer/", answering.answer, name="answer"),
    path("materials/upload/", pictures.upload, name="upload"),
    path(_picture, pictures.material_content, name="material_content"),
    path(f"{_picture}preview/", looking.material_preview, name="material_preview"),
    path(f"{_picture}part/<str:place>/", looking.material_part, name="material_part"),
    path("renditions/<str:rendition_id>/", looking.rendition_content, name="rendition_content"),
    path("templates/new/from-picture/", from_picture.fill_from_picture, name="from_picture"),
    path("templates/new/from-picture/read/", from_picture.what_was_read, name="what_was_read"),
    path(
        "templates/<str:template_id>/verify/",
        submit_template.submit_template,
        name="submit_template",
    ),
    path(
        "templates/<str:template_id>/verify/check/",
        submit_template.check_template,
        name="check_template",
    ),
    path("failure-reasons/", reasons.reason_list, name="reasons"),
    path("failure-reasons/<str:code>/", reasons.reason_detail, name="reason"),
    *reverification,
    *waiting,
]
