from django.urls import path

from .document import SchemaView, docs

app_name = "api"

urlpatterns = [
    path("schema", SchemaView.as_view(), name="schema"),
    path("docs", docs, name="docs"),
]
