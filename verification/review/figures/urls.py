"""/admin/verification/figures/, named review_figures."""

from django.contrib import admin
from django.urls import path

from .views import figures

urlpatterns = [path("", admin.site.admin_view(figures), name="review_figures")]
