from django.urls import path

from . import exporting, views

urlpatterns = [
    path("templates", views.TemplatesView.as_view()),
    path("templates/export", exporting.TemplatesExportView.as_view()),
    path("templates/<str:template_id>", views.TemplateView.as_view()),
    path("templates/<str:template_id>/versions", views.TemplateVersionsView.as_view()),
]
