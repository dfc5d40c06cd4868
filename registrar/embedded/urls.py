from django.urls import path

from .views.outbox import outbox
from .views.sign_in import sign_in
from .views.start import document, start

app_name = "embedded"
urlpatterns = [
    path("", start, name="start"),
    path("sign-in/", sign_in, name="sign_in"),
    path("outbox/", outbox, name="outbox"),
    path("documents/<str:key>.jpg", document, name="document"),
]
