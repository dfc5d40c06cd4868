from django.urls import path

from . import exporting, views
from .ending import TemplateDisableView
from .helping import TemplateCheckNumberView, TemplateRomaniseView
from .revealing import TemplateNumberView

urlpatterns = [
    path("templates", views.TemplatesView.as_view()),
    path("templates/export", exporting.TemplatesExportView.as_view()),
    path("templates/romanise", TemplateRomaniseView.as_view()),
    path("templates/check-number", TemplateCheckNumberView.as_view()),
    path("templates/<str:template_id>", views.TemplateView.as_view()),
    path("templates/<str:template_id>/versions", views.TemplateVersionsView.as_view()),
    path("templates/<str:template_id>/disable", TemplateDisableView.as_view()),
    path("templates/<str:template_id>/number", TemplateNumberView.as_view()),
]
